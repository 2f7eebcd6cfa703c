//! Everything that answers under `/api/v1`, in the order of the contexts.

use crate::{dead_letters, live, meta, methods};
use actix_web::web::to;
use utoipa_actix_web::scope;

/// The whole API.
pub fn api() -> scope::Scope<
    impl actix_web::dev::ServiceFactory<
        actix_web::dev::ServiceRequest,
        Config = (),
        Response = actix_web::dev::ServiceResponse,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    scope("/api/v1")
        .configure(identity::mount)
        .configure(company::mount)
        .configure(catalog::mount)
        .configure(stock::mount)
        .configure(sales::mount)
        .configure(trade::mount)
        .configure(payment::mount)
        .configure(ledger::mount)
        .configure(books::mount)
        .configure(notify::mount)
        .configure(flows::mount)
        .configure(views::mount)
        .configure(|config| {
            config.service(meta::read).service(live::listen).service(dead_letters::list).service(dead_letters::retry);
        })
        .default_service(to(methods::unanswered))
}
