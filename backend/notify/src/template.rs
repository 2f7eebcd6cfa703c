//! The mails there are, and what each is told.

use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A mail by its occasion, and the data that each is given; what is not given is left out.
///
/// `link` is the address behind the button. A person is greeted by `name`, or by `buyer_name`
/// where there is no `company_name`. Mails about a trade are given `shop_name, order_number,
/// trade_number, lines: [{name, variant_name, quantity, amount_text, cancelled}], total_text,
/// link` and, as said below, `reason, carrier, tracking_number, confirm_due_at_text, refund_text`.
/// Those that go to buyers and to companies tell them apart by `company_name`, and where they are
/// also given `role` (`seller`, `supplier`), by that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = MailTemplate)]
pub enum Template {
    /// New account: `link`.
    VerifyEmail,
    /// Sign-up with an address that has an account: `link` (to set another password).
    AddressTaken,
    /// Forgotten password: `link`.
    ResetPassword,
    /// The password is another now: `kept_here, link` (to reset it).
    PasswordChanged,
    /// To the address that an account is to have: `link`.
    ConfirmNewEmail,
    /// To the address that an account has: `new_email, link` (to reset the password).
    EmailChangeAsked,
    /// To both addresses: `old_email, new_email`.
    EmailChanged,
    /// A person has left: `kept`.
    AccountDeleted,
    /// A passkey was added, removed or refused: `what` (`added`, `removed`, `refused`)`, passkey,
    /// second_factor, link`.
    PasskeyChanged,
    /// Something about the second factor: `what` (`on`, `off`, `app_off`, `recovery_codes`, `recovery_code_used`)`,
    /// codes_left, link`.
    SecondFactorChanged,
    /// A sign-in on a device not seen before: `user_agent, address, at_text, link`.
    NewDevice,
    /// To a person who is to be a member: `of_company, inviter, role` (built-in) or `role_name, link`.
    MemberInvited,
    /// To a company: `company_name, shop_url, link`.
    CompanySignedUp,
    /// To a company: `company_name, shop_url, link`.
    CompanyVerified,
    /// To a company: `company_name, reason, link`.
    CompanyRejected,
    /// To a company: `company_name, reason, link`.
    CompanySuspended,
    /// To a company: `company_name, link`.
    CompanyResumed,
    /// To a company: `company_name, due_on_text, link`.
    CompanyClosing,
    /// To a company: `company_name`.
    CompanyClosed,
    /// To a buyer: an order is paid. Trade data without `trade_number`; `delivery_text` (optional).
    OrderPlaced,
    /// To a buyer: `shop_name, order_number, total_text, reason` (optional)`, link`.
    PaymentFailed,
    /// To a supplier: a purchase order has arrived. Trade data; `po_number, due_at_text` (optional).
    PoToAccept,
    /// To a seller: an order waits for its purchase request. Trade data; `due_at_text` (optional).
    PurchaseRequestWaiting,
    /// To buyer or seller: the supplier declined. Trade data; `reason, refund_text`.
    TradeDeclined,
    /// To a buyer: trade data; `carrier, tracking_number`.
    Shipped,
    /// To a buyer: trade data; `confirm_due_at_text`.
    Arrived,
    /// To a buyer, shortly before the money moves by itself: trade data; `confirm_due_at_text`.
    ConfirmWarning,
    /// To seller or supplier: trade data; `share_text` (optional, the recipient's part).
    TradeConfirmed,
    /// To buyer, seller or supplier: trade data; `reason, refund_text`.
    TradeCancelled,
    /// To a buyer: the money is on its way back. `shop_name, order_number, refund_text, reason`
    /// (optional)`, link`.
    RefundDone,
    /// To a company: `company_name, number, settled_on_text, trades, amount_text, link`.
    SettlementDone,
    /// To a company: `company_name, number, amount_text, bank, account_masked, link`.
    PayoutPaid,
    /// To a company: `company_name, number, amount_text, reason, link`.
    PayoutReturned,
    /// To the operator: a trade waits for a decision. `trade_number, order_number, seller_name,
    /// supplier_name, total_text, findings: [text], due_at_text` (optional)`, link`.
    HoldWaiting,
    /// To whoever may approve what somebody proposed: `kind` (`payout_account`, `fee`, `payout_release`)`,
    /// about, proposer, reason, bank, account_masked, holder, rate_before_text, rate_text, from_text,
    /// amount_text, until_text, link`.
    ProposalWaiting,
    /// To the others of a company, and to its address: somebody proposed another payout account.
    /// `company_name, proposer, bank, account_masked, holder, until_text, link`.
    PayoutAccountProposed,
    /// To whoever proposed something: `kind, about, outcome` (`approved`, `refused`, `expired`,
    /// `stale`)`, reason, link`.
    ProposalEnded,
    /// To all who lead a company's money, and to its address: payouts go to another account now.
    /// `company_name, bank, account_masked, holder, link`.
    PayoutAccountChanged,
    /// To a company: webhooks are no longer sent to an address. `company_name, url, what` (`failing`
    /// or `gone`)`, endpoint_link`.
    WebhookSwitchedOff,
}

impl Template {
    /// Its name, in the table and in the folder of templates.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::VerifyEmail => "verify_email",
            Self::AddressTaken => "address_taken",
            Self::ResetPassword => "reset_password",
            Self::PasswordChanged => "password_changed",
            Self::ConfirmNewEmail => "confirm_new_email",
            Self::EmailChangeAsked => "email_change_asked",
            Self::EmailChanged => "email_changed",
            Self::AccountDeleted => "account_deleted",
            Self::PasskeyChanged => "passkey_changed",
            Self::SecondFactorChanged => "second_factor_changed",
            Self::NewDevice => "new_device",
            Self::MemberInvited => "member_invited",
            Self::CompanySignedUp => "company_signed_up",
            Self::CompanyVerified => "company_verified",
            Self::CompanyRejected => "company_rejected",
            Self::CompanySuspended => "company_suspended",
            Self::CompanyResumed => "company_resumed",
            Self::CompanyClosing => "company_closing",
            Self::CompanyClosed => "company_closed",
            Self::OrderPlaced => "order_placed",
            Self::PaymentFailed => "payment_failed",
            Self::PoToAccept => "po_to_accept",
            Self::PurchaseRequestWaiting => "purchase_request_waiting",
            Self::TradeDeclined => "trade_declined",
            Self::Shipped => "shipped",
            Self::Arrived => "arrived",
            Self::ConfirmWarning => "confirm_warning",
            Self::TradeConfirmed => "trade_confirmed",
            Self::TradeCancelled => "trade_cancelled",
            Self::RefundDone => "refund_done",
            Self::SettlementDone => "settlement_done",
            Self::PayoutPaid => "payout_paid",
            Self::PayoutReturned => "payout_returned",
            Self::HoldWaiting => "hold_waiting",
            Self::ProposalWaiting => "proposal_waiting",
            Self::PayoutAccountProposed => "payout_account_proposed",
            Self::ProposalEnded => "proposal_ended",
            Self::PayoutAccountChanged => "payout_account_changed",
            Self::WebhookSwitchedOff => "webhook_switched_off",
        }
    }

    /// Whether its link lets whoever has it act as the recipient, so that nobody else may read it
    /// once mail really leaves the house.
    #[must_use]
    pub const fn carries_secret(self) -> bool {
        matches!(self, Self::VerifyEmail | Self::ResetPassword | Self::ConfirmNewEmail | Self::MemberInvited)
    }
}
