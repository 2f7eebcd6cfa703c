//! Live updates for open screens, as server-sent events.

use actix_web::{
    HttpRequest, HttpResponse, get,
    web::{Bytes, Data},
};
use futures_util::{StreamExt, stream};
use kernel::{OrderId, Problem, Result, code};
use platform::{
    App,
    http::{Authority, Query, Visitor},
    live::{Audience, Hint},
};
use serde::Deserialize;
use std::{sync::Arc, time::Duration};
use tokio::sync::broadcast::error::RecvError;
use utoipa::IntoParams;

/// What a guest listens to: one order.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct Listen {
    /// The shop of the order.
    shop: Option<String>,
    /// The order to listen to.
    #[param(value_type = Option<OrderId>)]
    order: Option<OrderId>,
    /// The company whose workspace is open; the caller must be a member of it.
    #[param(value_type = Option<kernel::CompanyId>)]
    company: Option<kernel::CompanyId>,
    /// Whether to hear what concerns the operator.
    operator: Option<bool>,
}

/// Hear of changes as they happen.
///
/// Server-sent events named `hint` with `{"topic","id"}`. A member hears of the company named, a
/// person of the operator of everything that concerns the operator, a buyer of the order named,
/// a guest with the token of the order in `Madang-Order`.
#[utoipa::path(operation_id = "open.live.listen", params(Listen, ("Madang-Order" = Option<String>, Header, description = "Token of the order.")), responses((status = 200, content_type = "text/event-stream", body = String)))]
#[get("/live")]
pub async fn listen(
    app: Data<App>,
    authority: Data<Arc<dyn Authority>>,
    who: Visitor,
    query: Query<Listen>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let token = request.headers().get("Madang-Order").and_then(|value| value.to_str().ok()).filter(|token| token.len() <= 128);
    let ears = ears(&app, authority.get_ref().as_ref(), &who, &query.0, token).await?;
    let hints = stream::unfold((app.live().listen(), ears), |(mut hub, ears)| async move {
        loop {
            let text = match tokio::time::timeout(Duration::from_secs(20), hub.recv()).await {
                // A comment keeps proxies from closing a silent connection.
                Err(_) => ": still here\n\n".to_owned(),
                Ok(Ok(hint)) if ears.contains(&hint.audience) => event(&hint),
                Ok(Ok(_)) => continue,
                Ok(Err(RecvError::Lagged(_))) => "event: hint\ndata: {\"topic\":\"*\",\"id\":\"\"}\n\n".to_owned(),
                Ok(Err(RecvError::Closed)) => return None,
            };
            return Some((Ok::<_, Problem>(Bytes::from(text)), (hub, ears)));
        }
    });
    let hello = stream::once(async { Ok(Bytes::from_static(b": hello\n\n")) });
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        .insert_header(("Cache-Control", "no-store"))
        .insert_header(("X-Accel-Buffering", "no"))
        .streaming(hello.chain(hints)))
}

async fn ears(app: &App, authority: &dyn Authority, who: &Visitor, query: &Listen, token: Option<&str>) -> Result<Vec<Audience>> {
    let mut ears = Vec::new();
    if let Some(company) = query.company {
        authority.member(who.account.ok_or(code::UNAUTHENTICATED)?, company).await?;
        ears.push(Audience::Company(company));
    }
    if query.operator == Some(true) {
        authority.operator(who.account.ok_or(code::UNAUTHENTICATED)?).await?;
        ears.push(Audience::Operator);
    }
    if let (Some(shop), Some(order)) = (&query.shop, query.order) {
        let shop = app.directory().shop_even_closed(shop).await?;
        let tx = app.tenant_at(&shop.tenant).await?;
        sales::queries::order_for(&tx, order, token, who.account).await?;
        ears.push(Audience::Order(order));
    }
    if ears.is_empty() { Err(Problem::new(code::INVALID).field("order", "required").detail("say what to listen to")) } else { Ok(ears) }
}

fn event(hint: &Hint) -> String {
    let data = serde_json::json!({"topic": hint.topic, "id": hint.id});
    format!("event: hint\ndata: {data}\n\n")
}
