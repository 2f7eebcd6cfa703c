//! Trades: one supplier's part of one order, under the matching key.

use crate::{
    contract::{Address, Buyer, ContractKind},
    gate::Findings,
    rules::{State, amounts::Amounts},
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, ActorKind, CompanyId, Currency, Money, OrderId, PaymentId, TradeId};
use platform::{In, Platform};
use sea_orm::{FromJsonQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};

/// Why a trade waits for the operator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Hold {
    /// Before which step: `po`, `shipment` or `payment`.
    pub at: String,
    /// What was found.
    pub findings: Findings,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "trade")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: TradeId,
    pub number: String,
    pub order_id: OrderId,
    pub order_number: String,
    pub payment_id: PaymentId,
    pub seller_id: CompanyId,
    pub supplier_id: CompanyId,
    pub buyer_account_id: Option<AccountId>,
    pub contract: ContractKind,
    pub state: State,
    pub currency: Currency,
    pub summary: String,
    pub paid_minor: i64,
    pub goods_minor: i64,
    pub delivery_minor: i64,
    pub supply_minor: i64,
    pub fee_minor: i64,
    pub fee_vat_minor: i64,
    pub margin_minor: i64,
    pub refunded_minor: i64,
    #[sea_orm(column_type = "JsonBinary")]
    pub buyer: Buyer,
    #[sea_orm(column_type = "JsonBinary")]
    pub ship_to: Address,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub hold: Option<Hold>,
    pub cleared_at: Option<DateTime<Utc>>,
    pub carrier: Option<String>,
    pub tracking_number: Option<String>,
    pub due_at: Option<DateTime<Utc>>,
    pub due_by: Option<ActorKind>,
    pub confirm_due_at: Option<DateTime<Utc>>,
    pub warned_at: Option<DateTime<Utc>>,
    pub paid_at: DateTime<Utc>,
    pub po_issued_at: Option<DateTime<Utc>>,
    pub arrived_at: Option<DateTime<Utc>>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub seller_settled_at: Option<DateTime<Utc>>,
    pub supplier_settled_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

impl Model {
    /// The amounts that stand.
    #[must_use]
    pub const fn amounts(&self) -> Amounts {
        Amounts {
            goods_minor: self.goods_minor,
            delivery_minor: self.delivery_minor,
            supply_minor: self.supply_minor,
            fee_minor: self.fee_minor,
            fee_vat_minor: self.fee_vat_minor,
            margin_minor: self.margin_minor,
        }
    }

    /// An amount of the trade's currency.
    #[must_use]
    pub const fn money(&self, minor: i64) -> Money {
        self.currency.minor(minor)
    }

    /// Whether the selling company supplies the goods itself.
    #[must_use]
    pub fn is_own(&self) -> bool {
        self.seller_id == self.supplier_id
    }

    /// The roles in which a company takes part.
    #[must_use]
    pub fn roles_of(&self, company: CompanyId) -> Vec<ActorKind> {
        let mut roles = Vec::with_capacity(2);
        if self.seller_id == company {
            roles.push(ActorKind::Seller);
        }
        if self.supplier_id == company {
            roles.push(ActorKind::Supplier);
        }
        roles
    }

    /// Whether a company may see the trade: its seller from the start, a supplier that is another
    /// company once the purchase order was issued.
    #[must_use]
    pub fn is_visible_to(&self, company: CompanyId) -> bool {
        self.seller_id == company || (self.supplier_id == company && self.po_issued_at.is_some())
    }
}

/// A trade, locked until the transaction ends.
pub fn locked(id: TradeId) -> Select<Entity> {
    Entity::find_by_id(id).lock_exclusive()
}

/// The trades of an order, in the order in which they were opened.
pub fn of_order(order: OrderId) -> Select<Entity> {
    Entity::find().filter(Column::OrderId.eq(order)).order_by_asc(Column::Id)
}

/// The trade of a number.
pub fn by_number(number: &str) -> Select<Entity> {
    Entity::find().filter(Column::Number.eq(number))
}
