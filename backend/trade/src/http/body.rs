//! JSON shapes: a trade as its viewers see it, files and the operator's rules.

pub use super::view::{Names, Viewer, view};
use crate::{
    contract::{Address, ContractKind},
    entity::claim::{Kind, State as ClaimState},
    gate::Finding,
    queries::CompanyRole,
    rules::{Action, State},
};
use chrono::{DateTime, Utc};
use kernel::{
    AccountId, ActorKind, ApiKeyId, ClaimId, CompanyId, DeliveryConfirmationId, FileId, Money, OrderId, OrderLineId, PurchaseOrderId, TaxClass,
    TradeId, VariantId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A company of a trade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = TradeParty)]
pub struct Party {
    /// The company.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
}

/// A trade, as much of it as its viewer may see.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Trade)]
pub struct TradeView {
    /// The matching key.
    pub id: TradeId,
    /// Its number.
    #[schema(example = "T20261122-7K3QXM")]
    pub number: String,
    /// Its order.
    pub order_id: OrderId,
    /// Number of the order.
    pub order_number: String,
    /// Whose shop took the order.
    pub seller: Party,
    /// Whose goods are delivered.
    pub supplier: Party,
    /// The contract between the two.
    pub contract: ContractKind,
    /// Where it stands.
    pub state: State,
    /// The roles of the viewer's company in it.
    pub my_roles: Vec<CompanyRole>,
    /// The goods in a few words.
    #[schema(example = "식빵 외 2")]
    pub summary: String,
    /// What the buyer paid for it; a supplier for another seller does not see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paid: Option<Money>,
    /// The goods that stand at selling prices.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goods: Option<Money>,
    /// The delivery fee that stands.
    pub delivery: Money,
    /// What the supplier gets for the goods that stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supply: Option<Money>,
    /// The platform's fee, VAT included.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<Money>,
    /// The VAT in the fee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee_vat: Option<Money>,
    /// What is left to the seller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin: Option<Money>,
    /// What has gone back to the buyer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refunded: Option<Money>,
    /// The buyer.
    pub buyer: BuyerView,
    /// Where the goods go.
    pub ship_to: Address,
    /// Why it waits for the operator, if it does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold: Option<HoldView>,
    /// The carrier.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub carrier: Option<String>,
    /// The carrier's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tracking_number: Option<String>,
    /// Until when the next step is owed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_at: Option<DateTime<Utc>>,
    /// By whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due_by: Option<ActorKind>,
    /// From when the buyer's silence confirms.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirm_due_at: Option<DateTime<Utc>>,
    /// When it was paid.
    pub paid_at: DateTime<Utc>,
    /// When the goods arrived.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrived_at: Option<DateTime<Utc>>,
    /// When the purchase was confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Its lines.
    pub lines: Vec<LineView>,
    /// Its purchase order.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purchase_order: Option<PurchaseOrderView>,
    /// Its delivery confirmation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivery_confirmation: Option<DeliveryView>,
    /// Its claims.
    pub claims: Vec<ClaimView>,
    /// What happened to it, oldest first.
    pub timeline: Vec<TimelineEntry>,
    /// What the viewer may do now.
    pub allowed_actions: Vec<Action>,
    /// Its version.
    pub version: i64,
}

/// The buyer of a trade.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = TradeBuyer)]
pub struct BuyerView {
    /// Name.
    pub name: String,
    /// Telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// E-mail address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
}

/// Why a trade waits for the operator.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = TradeHold)]
pub struct HoldView {
    /// Before which step: `po`, `shipment` or `payment`.
    pub at: String,
    /// What was found.
    pub findings: Vec<Finding>,
}

/// A line of a trade.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = TradeLine)]
pub struct LineView {
    /// The order's line.
    pub id: OrderLineId,
    /// The variant in the supplier's catalogue.
    pub variant_id: VariantId,
    /// Stock-keeping unit.
    pub sku: String,
    /// Name of the item.
    pub name: String,
    /// Name of the variant.
    pub variant_name: String,
    /// Unit of count.
    pub unit: String,
    /// Tax class.
    pub tax_class: TaxClass,
    /// How many were ordered.
    pub quantity: i32,
    /// How many were delivered, once that is confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered: Option<i32>,
    /// Whether the line was cancelled.
    pub cancelled: bool,
    /// Selling price of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_price: Option<Money>,
    /// Supply price of one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit_supply: Option<Money>,
    /// The ordered quantity at the selling price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goods: Option<Money>,
    /// The ordered quantity at the supply price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supply: Option<Money>,
}

/// A purchase order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = TradePurchaseOrder)]
pub struct PurchaseOrderView {
    /// The purchase order.
    pub id: PurchaseOrderId,
    /// Its number.
    #[schema(example = "PO-20261122-7K3QXM")]
    pub number: String,
    /// When it was issued.
    pub issued_at: DateTime<Utc>,
}

/// A delivery confirmation.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = TradeDelivery)]
pub struct DeliveryView {
    /// The confirmation.
    pub id: DeliveryConfirmationId,
    /// When it was filed.
    pub filed_at: DateTime<Utc>,
    /// The carrier.
    pub carrier: String,
    /// The carrier's number.
    pub tracking_number: String,
    /// What is delivered.
    pub lines: Vec<DeliveryLineView>,
    /// The paper.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<DocumentView>,
    /// SHA-256 over the filed content.
    pub content_sha256: String,
    /// When the operator approved it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_at: Option<DateTime<Utc>>,
}

/// A line of a delivery confirmation.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = TradeDeliveryLine)]
pub struct DeliveryLineView {
    /// The trade's line.
    pub line_id: OrderLineId,
    /// How many.
    pub quantity: i32,
    /// The lot that they come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lot: Option<String>,
}

/// The paper of a delivery confirmation.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = TradeDocument)]
pub struct DocumentView {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Where it is read.
    pub url: String,
}

/// A claim on a trade.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = TradeClaim)]
pub struct ClaimView {
    /// The claim.
    pub id: ClaimId,
    /// What it is about.
    pub kind: Kind,
    /// How far it is.
    pub state: ClaimState,
    /// Why.
    pub reason: String,
    /// What goes back to the buyer; a supplier for another seller does not see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub refund: Option<Money>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
}

/// An entry of a timeline.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = TradeTimelineEntry)]
pub struct TimelineEntry {
    /// What happened.
    pub action: Action,
    /// The state before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<State>,
    /// The state after.
    pub to: State,
    /// When.
    pub at: DateTime<Utc>,
    /// Who did it.
    pub by: ActorKind,
    /// The person; only the operator sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
    /// The program that did it, by its API key; the operator and the program's own company see it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub program: Option<ProgramName>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Why a purchase order was issued although a check was red; only the operator sees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub override_reason: Option<String>,
}

/// A program, by its API key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ProgramName {
    /// The key.
    pub id: ApiKeyId,
    /// What the company called it.
    #[schema(example = "창고 프로그램")]
    pub name: String,
}

/// An uploaded file.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = File)]
pub struct FileView {
    /// The file.
    pub id: FileId,
    /// Its name.
    #[schema(example = "납품확인서.pdf")]
    pub name: String,
    /// Its type, found by content.
    #[serde(rename = "type")]
    #[schema(example = "application/pdf")]
    pub media_type: String,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Its size in bytes.
    pub size: i64,
}

/// The operator's rules.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct OperatorRules {
    /// Issue the purchase order at once where the gate is green.
    pub auto_issue: bool,
    /// Approve the shipment at once where everything ordered was delivered.
    pub auto_approve: bool,
    /// Days after arrival from which silence confirms the purchase.
    #[schema(minimum = 7, maximum = 60)]
    pub confirm_after_days: i32,
    /// When they were last changed.
    pub updated_at: DateTime<Utc>,
    /// Their version.
    pub version: i64,
}

/// Rules to set.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"auto_issue": true, "auto_approve": false, "confirm_after_days": 8}))]
pub struct PutOperatorRules {
    /// Issue the purchase order at once where the gate is green.
    pub auto_issue: bool,
    /// Approve the shipment at once where everything ordered was delivered.
    pub auto_approve: bool,
    /// Days after arrival from which silence confirms the purchase.
    #[schema(minimum = 7, maximum = 60)]
    pub confirm_after_days: i32,
}
