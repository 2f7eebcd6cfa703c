//! JSON shapes of sales.

use crate::{
    entity::{customer, order},
    queries::CustomerSort,
};
use chrono::{DateTime, Utc};
use kernel::{CustomerId, Locale, Money, OrderId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A person who has bought in the shop.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct Customer {
    pub id: CustomerId,
    /// Whether the person has an account, rather than buying as a guest.
    pub registered: bool,
    pub email: String,
    pub name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    pub locale: Locale,
    /// The number of paid orders.
    pub orders: i32,
    /// What was paid less what went back.
    pub spent: Money,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_order_at: Option<DateTime<Utc>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_order_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
}

impl From<customer::Model> for Customer {
    fn from(row: customer::Model) -> Self {
        Self {
            id: row.id,
            registered: row.account_id.is_some(),
            email: row.email,
            name: row.name,
            phone: row.phone,
            locale: row.locale,
            orders: row.orders,
            spent: row.currency.minor(row.spent_minor),
            first_order_at: row.first_order_at,
            last_order_at: row.last_order_at,
            created_at: row.created_at,
        }
    }
}

/// An order of a customer.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct CustomerOrder {
    pub id: OrderId,
    pub number: String,
    pub state: order::State,
    pub total: Money,
    pub placed_at: DateTime<Utc>,
}

impl From<order::Model> for CustomerOrder {
    fn from(row: order::Model) -> Self {
        Self { total: row.total(), id: row.id, number: row.number, state: row.state, placed_at: row.placed_at }
    }
}

/// A customer with the latest orders.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct CustomerDetail {
    #[serde(flatten)]
    pub customer: Customer,
    /// The latest paid orders.
    pub recent_orders: Vec<CustomerOrder>,
}

/// What a list of customers is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct CustomersQuery {
    /// Part of the name, the address or the phone.
    pub q: Option<String>,
    /// The order of the list; who bought last comes first unless told.
    #[param(inline)]
    pub sort: Option<CustomerSort>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    pub cursor: Option<String>,
}
