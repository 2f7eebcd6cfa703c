//! Which operations are written into the audit log, and why the others are not. At the end of every
//! story each call that went well is held against this table: an entry bears the trace id of the
//! call, or it does not.

use crate::{TestApp, database};
use kernel::Result;
use sea_orm::{DbBackend, FromQueryResult, Statement};
use serde_json::Value;
use std::{
    collections::HashSet,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

/// Whether an operation leaves an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// Each time that it succeeds.
    Always,
    /// Where it changes something; it may succeed without.
    WhenItChanges,
    /// Never, for this reason.
    Never(&'static str),
}

const OWN: &str = "it changes nothing but what the person says of themselves";
const LINK: &str = "it only sends a mail; what the link in it does is kept";
const ASKED: &str = "an authenticator is asked; only its answer counts for anything";
const SIGN_IN: &str = "sessions are their own record, which the person sees and ends; giving a right is kept, using it is not";
const STOCK: &str = "every move of stock is a row that is never changed, with who and why";
const GOODS: &str = "the order, its payment and the journal are the record; the trade's timeline follows";
const SHOWN: &str = "it changes what is shown, not a price, a right or money";
const AGAIN: &str = "the company's own program hears again, or of a test; each delivery and try is a row of its own";
const MACHINE: &str = "a provider speaks, not a person; the webhook itself is kept";

/// Every operation that is no reading one.
pub const OPERATIONS: &[(&str, Kept)] = &[
    ("account.account.create", Kept::Never("a new account has no right to anything yet")),
    ("account.account.delete", Kept::Always),
    ("account.consent.give", Kept::Never("a consent is a row of its own, with edition and time")),
    ("account.email_change.request", Kept::Never(LINK)),
    ("account.email_change.confirm", Kept::Always),
    ("account.email_verification.confirm", Kept::Never(SIGN_IN)),
    ("account.email_verification.resend", Kept::Never(LINK)),
    ("account.me.change", Kept::Never(OWN)),
    ("account.password.set", Kept::Always),
    ("account.password_reset.request", Kept::Never(LINK)),
    ("account.password_reset.confirm", Kept::Always),
    ("account.second_factor.prepare", Kept::Never("it counts for nothing until it is confirmed")),
    ("account.second_factor.confirm", Kept::Always),
    ("account.second_factor.remove", Kept::Always),
    ("account.recovery_codes.renew", Kept::Always),
    ("account.passkey.prepare", Kept::Never(ASKED)),
    ("account.passkey.create", Kept::Always),
    ("account.passkey.rename", Kept::Never(OWN)),
    ("account.passkey.remove", Kept::Always),
    ("account.sign_in_challenge.create", Kept::Never(ASKED)),
    ("account.proof_challenge.create", Kept::Never(ASKED)),
    ("account.session.create_by_passkey", Kept::Never(SIGN_IN)),
    ("account.session.create", Kept::WhenItChanges),
    ("account.session.end", Kept::WhenItChanges),
    ("account.session.choose_company", Kept::Never(SIGN_IN)),
    ("account.session.prove", Kept::WhenItChanges),
    ("account.session.refresh", Kept::Never(SIGN_IN)),
    ("account.session.revoke", Kept::Always),
    ("account.session.revoke_all", Kept::Always),
    ("account.company_registration.create", Kept::Always),
    ("company.profile.change", Kept::Always),
    ("company.rules.set", Kept::Always),
    ("company.payout_account.propose", Kept::Always),
    ("company.proposal.approve", Kept::Always),
    ("company.proposal.refuse", Kept::Always),
    ("company.proposal.withdraw", Kept::Always),
    ("company.logo.set", Kept::Always),
    ("company.banner.set", Kept::Always),
    ("account.invitation.show", Kept::Never("it only shows what the link of a mail leads to")),
    ("account.invitation.accept", Kept::Always),
    ("account.invitation.decline", Kept::Never("nothing changes but the invitation, which keeps it")),
    ("company.invitation.create", Kept::Always),
    ("company.invitation.resend", Kept::Never(LINK)),
    ("company.invitation.withdraw", Kept::Always),
    ("company.member.change_role", Kept::WhenItChanges),
    ("company.role.create", Kept::Always),
    ("company.role.replace", Kept::WhenItChanges),
    ("company.role.delete", Kept::Always),
    ("company.member.remove", Kept::Always),
    ("company.api_key.create", Kept::Always),
    ("company.api_key.rotate", Kept::Always),
    ("company.api_key.end_overlap", Kept::Always),
    ("company.api_key.revoke", Kept::WhenItChanges),
    ("company.webhook_endpoint.create", Kept::Always),
    ("company.webhook_endpoint.change", Kept::Always),
    ("company.webhook_endpoint.delete", Kept::Always),
    ("company.webhook_endpoint.rotate", Kept::Always),
    ("company.webhook_endpoint.end_overlap", Kept::Always),
    ("company.webhook_endpoint.test", Kept::Never(AGAIN)),
    ("company.webhook_endpoint.replay", Kept::Never(AGAIN)),
    ("company.webhook_delivery.replay", Kept::Never(AGAIN)),
    ("company.address.set_slug", Kept::WhenItChanges),
    ("company.address.set_domain", Kept::WhenItChanges),
    ("company.address.check_domain", Kept::WhenItChanges),
    ("company.address.drop_domain", Kept::WhenItChanges),
    ("company.export.create", Kept::Always),
    ("company.closure.ask", Kept::Always),
    ("company.closure.take_back", Kept::Always),
    ("company.file.upload", Kept::Never("a file counts for nothing until a delivery names it")),
    ("company.item.create", Kept::Always),
    ("company.item.update", Kept::Always),
    ("company.variant.create", Kept::Always),
    ("company.variant.update", Kept::WhenItChanges),
    ("company.price.create", Kept::Always),
    ("company.item_category.create", Kept::Always),
    ("company.item_category.replace", Kept::Always),
    ("company.item_category.delete", Kept::Always),
    ("company.shop_category.create", Kept::Always),
    ("company.shop_category.replace", Kept::Always),
    ("company.shop_category.delete", Kept::Always),
    ("company.media.create", Kept::Never(SHOWN)),
    ("company.media.delete", Kept::Never(SHOWN)),
    ("company.media.order", Kept::Never(SHOWN)),
    ("company.item_offer.put", Kept::Always),
    ("company.item_offer.delete", Kept::Always),
    ("company.item.list_in_shop", Kept::Always),
    ("company.listing.update", Kept::Always),
    ("company.listing.publish", Kept::WhenItChanges),
    ("company.listing.unpublish", Kept::WhenItChanges),
    ("company.supply_offer.list_in_shop", Kept::Always),
    ("company.supply_offer.unlist", Kept::WhenItChanges),
    ("company.stock_adjustment.create", Kept::Never(STOCK)),
    ("company.stock_receipt.create", Kept::Never(STOCK)),
    ("company.stock_reorder_point.replace", Kept::Never("it changes when a level is shown as low, and nothing else")),
    ("company.trade.request_po", Kept::Always),
    ("company.trade.accept_po", Kept::Always),
    ("company.trade.decline_po", Kept::Always),
    ("company.trade.file_delivery", Kept::Always),
    ("company.trade.mark_in_transit", Kept::Always),
    ("company.trade.mark_arrived", Kept::Always),
    ("company.trade.cancel", Kept::Always),
    ("company.trade.step_many", Kept::WhenItChanges),
    ("operator.company.verify", Kept::Always),
    ("operator.company.reject", Kept::Always),
    ("operator.company.suspend", Kept::Always),
    ("operator.company.resume", Kept::Always),
    ("operator.dead_letter.retry", Kept::Always),
    ("operator.fee_rule.propose", Kept::Always),
    ("operator.payout.propose_release", Kept::Always),
    ("operator.proposal.approve", Kept::Always),
    ("operator.proposal.refuse", Kept::Always),
    ("operator.proposal.withdraw", Kept::Always),
    ("operator.mail.retry", Kept::Never("the same mail is sent again; nothing is changed")),
    ("operator.payment.resolve", Kept::Always),
    ("operator.payout_batch.create", Kept::Always),
    ("operator.payout.confirm", Kept::WhenItChanges),
    ("operator.payout.return", Kept::WhenItChanges),
    ("operator.payout.transfer", Kept::WhenItChanges),
    ("operator.refund.retry", Kept::Always),
    ("operator.rules.set", Kept::Always),
    ("operator.settlement_run.start", Kept::Always),
    ("operator.trade.check_gate", Kept::Never("each check is a row that is never changed")),
    ("operator.trade.issue_po", Kept::Always),
    ("operator.trade.approve_shipment", Kept::Always),
    ("operator.trade.return_delivery", Kept::Always),
    ("operator.trade.cancel", Kept::Always),
    ("operator.trade.step_many", Kept::WhenItChanges),
    ("shop.cart_line.put", Kept::Never(GOODS)),
    ("shop.cart_line.delete", Kept::Never(GOODS)),
    ("shop.order.place", Kept::Never(GOODS)),
    ("shop.payment.create", Kept::Never(GOODS)),
    ("shop.trade.mark_arrived", Kept::Always),
    ("shop.trade.confirm", Kept::Always),
    ("shop.trade.cancel", Kept::Always),
    ("open.sandbox_challenge.decide", Kept::Never("it is the stand-in of a bank's own page")),
    ("open.webhook.receive", Kept::Never(MACHINE)),
];

/// A call that went well.
#[derive(Clone, Debug)]
pub struct Called {
    /// Its operation.
    pub operation: String,
    /// Its trace id.
    pub trace_id: String,
    /// Whether an earlier call bore the same idempotency key.
    pub repeated: bool,
}

/// The calls of a story.
#[derive(Clone, Debug, Default)]
pub struct Calls(Arc<Mutex<(Vec<Called>, HashSet<String>)>>);

impl Calls {
    /// Notes a call that went well; reading ones are no matter of the audit log.
    pub(crate) fn note(&self, method: &str, path: &str, trace_id: &str, key: Option<&str>) {
        let Some(operation) = operation(method, path) else { return };
        let mut calls = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let repeated = key.is_some_and(|key| !calls.1.insert(format!("{operation} {key}")));
        calls.0.push(Called { operation, trace_id: trace_id.to_owned(), repeated });
    }

    /// The calls so far.
    #[must_use]
    pub fn all(&self) -> Vec<Called> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).0.clone()
    }
}

/// The id of the operation that an address answers; none of a reading one.
fn operation(method: &str, path: &str) -> Option<String> {
    static TEMPLATES: OnceLock<Vec<(String, Vec<String>, String)>> = OnceLock::new();
    let segments = |path: &str| path.trim_matches('/').split('/').map(str::to_owned).collect::<Vec<_>>();
    let templates = TEMPLATES.get_or_init(|| {
        let document = serde_json::to_value(server::openapi::document()).unwrap_or(Value::Null);
        changing(&document).into_iter().map(|(method, path, id)| (method, segments(path.trim_start_matches("/api/v1")), id)).collect()
    });
    let asked = segments(path.split('?').next().unwrap_or_default());
    let fits = |template: &[String]| template.len() == asked.len() && template.iter().zip(&asked).all(|(t, a)| t.starts_with('{') || t == a);
    // A fixed word is nearer than a parameter: `/trades/bulk` is no trade.
    let parameters = |template: &[String]| template.iter().filter(|segment| segment.starts_with('{')).count();
    let found = templates.iter().filter(|(known, template, _)| known.eq_ignore_ascii_case(method) && fits(template));
    found.min_by_key(|(_, template, _)| parameters(template)).map(|(_, _, id)| id.clone())
}

/// Method, path and id of every operation of a document that is no reading one.
#[must_use]
pub fn changing(document: &Value) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    for (path, methods) in document["paths"].as_object().into_iter().flatten() {
        for (method, operation) in methods.as_object().into_iter().flatten().filter(|(method, _)| *method != "get") {
            found.push((method.clone(), path.clone(), operation["operationId"].as_str().unwrap_or_default().to_owned()));
        }
    }
    found
}

/// What the table says of an operation.
#[must_use]
pub fn kept(operation: &str) -> Option<Kept> {
    OPERATIONS.iter().find(|(id, _)| *id == operation).map(|(_, kept)| *kept)
}

#[derive(FromQueryResult)]
struct Traced {
    trace_id: String,
}

impl TestApp {
    /// The trace ids that the audit log bears.
    pub async fn traced(&self) -> Result<HashSet<String>> {
        let Some(name) = self.databases.first() else { return Ok(HashSet::new()) };
        let owner = database::open(&database::url(name)?).await?;
        let sql = "SELECT DISTINCT trace_id FROM platform.audit_entry WHERE trace_id IS NOT NULL";
        let rows = Traced::find_by_statement(Statement::from_string(DbBackend::Postgres, sql)).all(&owner).await?;
        owner.close().await?;
        Ok(rows.into_iter().map(|row| row.trace_id).collect())
    }

    /// Every call that went well is in the audit log, or need not be.
    pub(crate) async fn audited(&self) -> Result<()> {
        let traced = self.traced().await?;
        let wrong = |call: &&Called| match kept(&call.operation) {
            Some(Kept::Always) => !call.repeated && !traced.contains(&call.trace_id),
            Some(Kept::Never(_)) => traced.contains(&call.trace_id),
            Some(Kept::WhenItChanges) => false,
            None => true,
        };
        let calls = self.calls.all();
        let found: Vec<&str> = calls.iter().filter(wrong).map(|call| call.operation.as_str()).collect();
        assert!(found.is_empty(), "not as tests/src/audited.rs says: {}", found.join(", "));
        Ok(())
    }
}
