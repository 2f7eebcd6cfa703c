//! What happens when something has happened: the one list of events and reactions, and the
//! repeated work. Every reaction may run more than once for one event and does its work once.

pub mod account_mails;
mod live;
pub mod mails;
mod member_mails;
mod orders;
mod postings;
mod proposal_mails;
mod registration;
mod rules;
mod stock_levels;
mod webhooks;

use crate::{Flows, checkout, money, tenant_life, trades};
use chrono::Duration;
use kernel::Result;
use platform::{Event, worker::Duties};

/// Everything the worker does.
#[must_use]
pub fn duties() -> Duties<Flows> {
    use approval::events::ProposalMoved;
    use catalog::events::{ItemRegistered, ListingEnded, PriceDue, VariantAdded};
    use company::events::{
        CompanyChanged, CompanyClosed, CompanyClosing, CompanyRejected, CompanyResumed, CompanySignedUp, CompanySuspended, CompanyVerified,
        MemberInvited,
    };
    use identity::events::{
        AccountDeleted, AccountRegistered, AddressTaken, EmailChangeAsked, EmailChangeLink, EmailChanged, LinkAsked, PasskeyChanged, PasswordChanged,
        PasswordResetRequested, SecondFactorChanged, SignedInOnNewDevice,
    };
    use ledger::events::{PayoutOpened, PayoutPaid, PayoutReturned, PayoutSent, SettlementMade};
    use notify::events::WebhookSwitchedOff;
    use payment::events::{
        PaymentCaptured, PaymentFailed, PaymentHeld, PaymentUnmatched, RefundFailed, RefundRequested, RefundSucceeded, WebhookReceived,
    };
    use platform::audit::events::AuditRecorded;
    use sales::{OrderExpiryDue, OrderPlaced};
    use stock::{ReservationDue, StockChanged};
    use trade::events::{TradeMoved, TradeOpened};
    Duties::default()
        // People and companies.
        .on(AccountRegistered::NAME, "mail.verify", account_mails::verify_email)
        .on(LinkAsked::NAME, "identity.send_link", account_mails::link_asked)
        .on(AddressTaken::NAME, "mail.address_taken", account_mails::address_taken)
        .on(PasswordResetRequested::NAME, "mail.reset_password", account_mails::reset_password)
        .on(PasswordChanged::NAME, "mail.password_changed", account_mails::password_changed)
        .on(EmailChangeAsked::NAME, "mail.email_change_asked", account_mails::email_change_asked)
        .on(EmailChangeLink::NAME, "mail.email_change_link", account_mails::email_change_link)
        .on(EmailChanged::NAME, "mail.email_changed", account_mails::email_changed)
        .on(AccountDeleted::NAME, "mail.account_deleted", account_mails::account_deleted)
        .on(PasskeyChanged::NAME, "mail.passkey_changed", account_mails::passkey_changed)
        .on(SecondFactorChanged::NAME, "mail.second_factor_changed", account_mails::second_factor_changed)
        .on(SignedInOnNewDevice::NAME, "mail.new_device", account_mails::new_device)
        .on(MemberInvited::NAME, "mail.member_invited", member_mails::invited)
        .on(CompanySignedUp::NAME, "mail.company_signed_up", mails::company_signed_up)
        .on(CompanyVerified::NAME, "mail.company_verified", mails::company_verified)
        .on(CompanyRejected::NAME, "mail.company_rejected", mails::company_rejected)
        .on(CompanySuspended::NAME, "mail.company_suspended", mails::company_suspended)
        .on(CompanyResumed::NAME, "mail.company_resumed", mails::company_resumed)
        .on(CompanyClosing::NAME, "mail.company_closing", mails::company_closing)
        .on(CompanyClosed::NAME, "mail.company_closed", mails::company_closed)
        .on(CompanyChanged::NAME, "live.company", live::company_changed)
        // Items, offers and stock.
        .on(ItemRegistered::NAME, "trade.register_item", registration::register)
        .on(ItemRegistered::NAME, "catalog.follow_supplier", registration::follow)
        .on(PriceDue::NAME, "catalog.register_again", registration::price_due)
        .on(ListingEnded::NAME, "live.listing", live::listing_ended)
        .on(VariantAdded::NAME, "stock.open_level", stock_levels::open)
        .on(StockChanged::NAME, "catalog.set_available", stock_levels::changed)
        // Orders and payments.
        .on(OrderPlaced::NAME, "live.order", live::order_placed)
        .on(OrderExpiryDue::NAME, "sales.expire_order", orders::expiry_due)
        .on(ReservationDue::NAME, "stock.release_expired", orders::reservation_due)
        .on(WebhookReceived::NAME, "payment.handle_webhook", orders::webhook)
        .on(PaymentCaptured::NAME, "checkout.complete", orders::captured)
        .on(PaymentCaptured::NAME, "live.payment", live::payment_captured)
        .on(PaymentFailed::NAME, "mail.payment_failed", mails::payment_failed)
        .on(PaymentFailed::NAME, "live.payment", live::payment_failed)
        .on(PaymentHeld::NAME, "mail.payment_held", mails::payment_held)
        .on(PaymentHeld::NAME, "live.payment", live::payment_held)
        .on(PaymentUnmatched::NAME, "ledger.refund_unmatched", orders::unmatched)
        .on(TradeOpened::NAME, "sales.mark_paid", orders::paid)
        .on(TradeOpened::NAME, "stock.firm", orders::firm)
        .on(TradeOpened::NAME, "mail.order_placed", mails::order_placed)
        .on(TradeOpened::NAME, "webhook.order_and_trade", webhooks::trade_opened)
        .on(TradeOpened::NAME, "rule.request_po", rules::opened)
        .on(TradeOpened::NAME, "live.trade", live::trade_opened)
        // The trade.
        .on(TradeMoved::NAME, "sales.part_changed", orders::part_changed)
        .on(TradeMoved::NAME, "stock.follow_trade", orders::stock_moved)
        .on(TradeMoved::NAME, "books.purchase_orders", postings::purchase_orders)
        .on(TradeMoved::NAME, "books.revenue_and_tax", postings::revenue_and_tax)
        .on(TradeMoved::NAME, "mail.trade", mails::trade_moved)
        .on(TradeMoved::NAME, "webhook.trade", webhooks::trade_moved)
        .on(TradeMoved::NAME, "rule.next_step", rules::moved)
        .on(TradeMoved::NAME, "live.trade", live::trade_moved)
        // Money.
        .on(RefundRequested::NAME, "payment.submit_refunds", orders::refund_requested)
        .on(RefundRequested::NAME, "live.payment", live::refund_requested)
        .on(RefundFailed::NAME, "live.payment", live::refund_failed)
        .on(RefundSucceeded::NAME, "ledger.refund_paid", orders::refund_succeeded)
        .on(RefundSucceeded::NAME, "mail.refund_done", mails::refund_done)
        .on(RefundSucceeded::NAME, "live.payment", live::refund_succeeded)
        .on(SettlementMade::NAME, "books.settlement", postings::settled)
        .on(SettlementMade::NAME, "mail.settlement_done", mails::settlement_done)
        .on(PayoutOpened::NAME, "live.payout", live::payout_opened)
        .on(PayoutSent::NAME, "books.payout_sent", postings::payout_sent)
        .on(PayoutSent::NAME, "live.payout", live::payout_sent)
        .on(PayoutPaid::NAME, "books.payout_paid", postings::payout_paid)
        .on(PayoutPaid::NAME, "mail.payout_paid", mails::payout_paid)
        .on(PayoutPaid::NAME, "live.payout", live::payout_paid)
        .on(PayoutReturned::NAME, "books.payout_returned", postings::payout_returned)
        .on(PayoutReturned::NAME, "mail.payout_returned", mails::payout_returned)
        .on(PayoutReturned::NAME, "live.payout", live::payout_returned)
        // Programs of companies.
        .on(SettlementMade::NAME, "webhook.settlement", webhooks::settled)
        .on(PayoutOpened::NAME, "webhook.payout", webhooks::payout_opened)
        .on(PayoutSent::NAME, "webhook.payout", webhooks::payout_sent)
        .on(PayoutPaid::NAME, "webhook.payout", webhooks::payout_paid)
        .on(PayoutReturned::NAME, "webhook.payout", webhooks::payout_returned)
        .on(WebhookSwitchedOff::NAME, "mail.webhook_switched_off", webhooks::switched_off)
        // The audit log.
        // The two-person rule and the audit log.
        .on(ProposalMoved::NAME, "live.proposal", live::proposal_moved)
        .on(ProposalMoved::NAME, "mail.proposal", proposal_mails::moved)
        .on(AuditRecorded::NAME, "audit.write", write_audit)
        // Again and again.
        .every(Duration::seconds(2), "notify.send_mail", send_mail)
        .every_aside(Duration::seconds(2), "notify.send_webhooks", send_webhooks)
        .every(Duration::hours(1), "notify.prune_webhooks", prune_webhooks)
        .every(Duration::seconds(5), "payment.sandbox_webhooks", sandbox_webhooks)
        .every(Duration::seconds(20), "payment.reconcile", reconcile)
        .every(Duration::seconds(5), "payment.submit_refunds", submit_refunds)
        .every(Duration::seconds(20), "ledger.provider_transfers", money::provider_transfer::pursue_all)
        .every(Duration::seconds(60), "trade.warn_silent", trades::warn_silent)
        .every(Duration::seconds(60), "trade.confirm_silent", trades::confirm_silent)
        .every(Duration::seconds(300), "approval.expire", expire_proposals)
        .every(Duration::hours(1), "identity.prune", prune)
        .every(Duration::hours(24), "checkout.sweep_carts", checkout::sweep_carts)
        .every(Duration::seconds(900), "ledger.settle", money::settle::daily)
        .every(Duration::seconds(30), "company.refill_spares", refill_spares)
        .beside(Duration::seconds(2), "company.make_exports", tenant_life::make_exports)
        .beside(Duration::hours(1), "company.close_due", tenant_life::close_due)
        .every(Duration::hours(24), "company.forget_kept_records", tenant_life::forget)
        .every(Duration::hours(1), "company.drop_exports", tenant_life::drop_exports)
        .every(Duration::minutes(10), "company.look_at_domains", look_at_domains)
        .every(Duration::seconds(60), "checkout.complete_captured", checkout::complete_forgotten)
}

async fn expire_proposals(flows: Flows) -> Result<u64> {
    let tx = flows.app.platform().await?;
    let ended = approval::actions::expire_overdue(&tx).await?;
    tx.commit().await?;
    Ok(ended)
}

async fn write_audit(flows: Flows, delivery: platform::Delivery) -> Result<()> {
    let tx = flows.app.platform().await?;
    platform::audit::take(&tx, &delivery).await?;
    tx.commit().await
}

async fn send_mail(flows: Flows) -> Result<u64> {
    notify::actions::send_due(&flows.app).await
}

async fn send_webhooks(flows: Flows) -> Result<u64> {
    notify::actions::webhooks::send_due(&flows.app).await
}

async fn prune_webhooks(flows: Flows) -> Result<u64> {
    let tx = flows.app.platform().await?;
    let done = notify::actions::webhooks::prune(&tx).await?;
    tx.commit().await?;
    Ok(done)
}

async fn sandbox_webhooks(flows: Flows) -> Result<u64> {
    payment::work::sandbox_webhooks(&flows.app, &flows.gateways).await
}

async fn reconcile(flows: Flows) -> Result<u64> {
    payment::work::reconcile(&flows.app, &flows.gateways).await
}

async fn submit_refunds(flows: Flows) -> Result<u64> {
    payment::work::submit_refunds(&flows.app, &flows.gateways).await
}

async fn prune(flows: Flows) -> Result<u64> {
    let tx = flows.app.platform().await?;
    let done = identity::actions::prune(&tx).await?;
    tx.commit().await?;
    Ok(done)
}

async fn refill_spares(flows: Flows) -> Result<u64> {
    company::actions::refill_spares(&flows.app).await
}

async fn look_at_domains(flows: Flows) -> Result<u64> {
    company::look_at_domains(&flows.app).await
}
