//! A buyer orders.

use crate::{
    entity::{order, order_line, order_part},
    events::{OrderExpiryDue, OrderPlaced},
    order::{Address, Buyer},
    rules, token,
};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{
    AccountId, CartId, CompanyId, Currency, ListingId, Locale, OrderId, OrderLineId, Problem, RegisteredItemId, Result, TaxClass, TradeId, VariantId,
};
use platform::TenantTx;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use uuid::Uuid;

/// Numbers that are tried before giving up; two alike on one day are rare.
const NUMBER_ATTEMPTS: u32 = 8;

/// An order as checkout has put it together.
#[derive(Clone, Debug)]
pub struct PlaceOrder {
    /// The order's id, known before it is placed, because stock is reserved under it.
    pub id: OrderId,
    /// The caller's idempotency key.
    pub checkout_key: Option<String>,
    /// The order's token: [`token::of_order`].
    pub token: String,
    /// The buyer's account; a guest has none.
    pub account: Option<AccountId>,
    /// The language for mails.
    pub locale: Locale,
    /// Who orders.
    pub buyer: Buyer,
    /// Where to.
    pub ship_to: Address,
    /// The currency of all amounts.
    pub currency: Currency,
    /// What is ordered.
    pub lines: Vec<NewLine>,
    /// A part per supplier.
    pub parts: Vec<NewPart>,
    /// VAT contained in the total.
    pub vat_minor: i64,
    /// The day of the order in the company's time zone.
    pub ordered_on: NaiveDate,
    /// Until when it can be paid.
    pub expires_at: DateTime<Utc>,
    /// The cart it came from; what was bought is taken out once it is paid.
    pub cart_id: Option<CartId>,
}

/// A line of a new order.
#[derive(Clone, Debug)]
pub struct NewLine {
    /// The line's id, known before, because stock is reserved under it.
    pub id: OrderLineId,
    /// The part it belongs to.
    pub trade_id: TradeId,
    pub listing_id: ListingId,
    pub listing_variant_id: Uuid,
    pub variant_id: VariantId,
    pub registered_item_id: RegisteredItemId,
    pub registered_version: i64,
    pub sku: String,
    pub name: String,
    pub name_en: Option<String>,
    pub variant_name: String,
    pub variant_name_en: Option<String>,
    pub unit: String,
    pub tax_class: TaxClass,
    pub category: Option<String>,
    pub picture_key: Option<String>,
    pub quantity: i32,
    pub unit_price_minor: i64,
    pub unit_supply_minor: i64,
}

impl NewLine {
    /// Quantity times price; nothing where it does not fit.
    #[must_use]
    pub fn goods_minor(&self) -> Option<i64> {
        self.unit_price_minor.checked_mul(i64::from(self.quantity))
    }
}

/// A supplier's part of a new order.
#[derive(Clone, Debug)]
pub struct NewPart {
    pub trade_id: TradeId,
    pub supplier_id: CompanyId,
    pub supplier_name: String,
    /// The kind of contract, in the trade's word.
    pub contract: String,
    pub goods_minor: i64,
    pub delivery_minor: i64,
}

/// An order that was placed, and the token by which its buyer comes back.
#[derive(Clone, Debug)]
pub struct PlacedOrder {
    pub order: order::Model,
    pub token: String,
}

/// Places an order that waits for its payment. An order with the same id is given again as it
/// stands, so that a checkout can be resumed. Errors: an order that does not add up; a checkout
/// key that another order bears.
pub async fn place_order(tx: &TenantTx, new: PlaceOrder) -> Result<PlacedOrder> {
    if let Some(order) = tx.one(order::Entity::find_by_id(new.id)).await? {
        return Ok(PlacedOrder { order, token: new.token });
    }
    let sums = rules::sums(&new)?;
    let number = free_number(tx, new.ordered_on, new.id).await?;
    let row = order::Model {
        id: new.id,
        number,
        checkout_key: new.checkout_key,
        token_hash: token::hash(&new.token),
        cart_id: new.cart_id,
        account_id: new.account,
        customer_id: None,
        state: order::State::PendingPayment,
        locale: new.locale,
        buyer: new.buyer,
        note: new.ship_to.note.clone(),
        ship_to: new.ship_to,
        currency: new.currency,
        goods_minor: sums.goods,
        delivery_minor: sums.delivery,
        vat_minor: new.vat_minor,
        total_minor: sums.total,
        payment_id: None,
        placed_at: tx.now(),
        expires_at: new.expires_at,
        paid_at: None,
        updated_at: tx.now(),
        version: 1,
    };
    let order = tx.insert(row.into_active_model().reset_all()).await?;
    let now = tx.now();
    tx.insert_many(new.parts.into_iter().map(|part| part_row(part, order.id, now)).collect()).await?;
    tx.insert_many(new.lines.into_iter().map(|line| line_row(line, order.id)).collect::<Result<Vec<_>>>()?).await?;
    tx.emit(&OrderPlaced { order_id: order.id }).await?;
    tx.emit_at(&OrderExpiryDue { order_id: order.id }, order.expires_at).await?;
    Ok(PlacedOrder { order, token: new.token })
}

async fn free_number(tx: &TenantTx, day: NaiveDate, id: OrderId) -> Result<String> {
    for attempt in 0..NUMBER_ATTEMPTS {
        let number = rules::order_number(day, id, attempt);
        if tx.one(order::Entity::find().filter(order::Column::Number.eq(number.as_str()))).await?.is_none() {
            return Ok(number);
        }
    }
    Err(Problem::internal("no free order number was found"))
}

fn part_row(part: NewPart, order_id: OrderId, now: DateTime<Utc>) -> order_part::ActiveModel {
    order_part::ActiveModel {
        trade_id: Set(part.trade_id),
        order_id: Set(order_id),
        supplier_id: Set(part.supplier_id),
        supplier_name: Set(part.supplier_name),
        contract: Set(part.contract),
        goods_minor: Set(part.goods_minor),
        delivery_minor: Set(part.delivery_minor),
        state: Set(None),
        refunded_minor: Set(0),
        updated_at: Set(now),
    }
}

fn line_row(line: NewLine, order_id: OrderId) -> Result<order_line::ActiveModel> {
    let goods_minor = line.goods_minor().ok_or_else(|| Problem::internal("a line's amount"))?;
    Ok(order_line::ActiveModel {
        id: Set(line.id),
        order_id: Set(order_id),
        trade_id: Set(line.trade_id),
        listing_id: Set(line.listing_id),
        listing_variant_id: Set(line.listing_variant_id),
        variant_id: Set(line.variant_id),
        registered_item_id: Set(line.registered_item_id),
        registered_version: Set(line.registered_version),
        sku: Set(line.sku),
        name: Set(line.name),
        name_en: Set(line.name_en),
        variant_name: Set(line.variant_name),
        variant_name_en: Set(line.variant_name_en),
        unit: Set(line.unit),
        tax_class: Set(line.tax_class),
        category: Set(line.category),
        picture_key: Set(line.picture_key),
        quantity: Set(line.quantity),
        unit_price_minor: Set(line.unit_price_minor),
        unit_supply_minor: Set(line.unit_supply_minor),
        goods_minor: Set(goods_minor),
        cancelled: Set(false),
    })
}
