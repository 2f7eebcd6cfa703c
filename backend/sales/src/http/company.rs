//! The workspace's face of sales.

use super::body::{Customer, CustomerDetail, CustomerOrder, CustomersQuery};
use crate::queries;
use actix_web::{HttpResponse, get, web::Data};
use kernel::{CustomerId, Page, PageQuery, Problem, Result, code, need};
use platform::{
    App,
    http::{self, Member, PathId, Query},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// Orders shown with a customer.
const RECENT_ORDERS: u64 = 10;
/// Characters of a search.
const LONGEST_SEARCH: usize = 100;

/// List the customers of the shop.
#[utoipa::path(operation_id = "company.customer.list", params(CustomersQuery), responses((status = 200, body = Page<Customer>)))]
#[get("/company/customers")]
async fn list(app: Data<App>, who: Member<need::ManageCustomers>, query: Query<CustomersQuery>) -> Result<HttpResponse> {
    let Query(query) = query;
    if query.q.as_deref().is_some_and(|q| q.chars().count() > LONGEST_SEARCH) {
        return Err(Problem::new(code::QUERY_INVALID).field("q", "too_long"));
    }
    let tx = app.tenant(who.company).await?;
    let filter = queries::CustomerFilter { q: query.q, sort: query.sort.unwrap_or_default() };
    let page = PageQuery { limit: query.limit, cursor: query.cursor };
    let customers = queries::customers(&tx, &filter, &page).await?;
    Ok(http::ok(&customers.map(Customer::from)))
}

/// Show a customer with the latest orders.
#[utoipa::path(operation_id = "company.customer.show", params(("id" = CustomerId, Path, description = "The customer.")),
    responses((status = 200, body = CustomerDetail)))]
#[get("/company/customers/{id}")]
async fn show(app: Data<App>, who: Member<need::ManageCustomers>, id: PathId<CustomerId>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let customer = queries::customer(&tx, id.0).await?;
    let orders = queries::of_customer(&tx, id.0, RECENT_ORDERS).await?;
    let recent_orders = orders.into_iter().map(CustomerOrder::from).collect();
    Ok(http::ok(&CustomerDetail { customer: customer.into(), recent_orders }))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list).service(show);
}
