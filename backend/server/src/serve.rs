//! Serving HTTP.

use crate::{
    Madang,
    edge::{Headers, Load, Quiet, admit, cors, known_host, limits, secure},
    health,
    methods::Methods,
    mount, openapi, pages,
};
use actix_web::{
    App as HttpApp, HttpServer,
    dev::Server,
    middleware::{Compress, from_fn},
    web::{self, Data},
};
use kernel::{Problem, Result};
use platform::http::trace;
use std::{net::TcpListener, time::Duration};
use tracing_actix_web::TracingLogger;
use utoipa_actix_web::AppExt;
use utoipa_swagger_ui::SwaggerUi;

/// Seconds for which what is under way may still be answered once nothing new is taken.
const LAST_ANSWERS_S: u64 = 30;

/// Starts serving on a listener; the returned server runs until it is stopped.
pub fn start(madang: &Madang, listener: TcpListener) -> Result<Server> {
    start_under(madang, listener, Load::at_most(madang.app.config().server.in_flight))
}

/// The same, with a load that the caller can watch over. Signals are the caller's business.
pub fn start_under(madang: &Madang, listener: TcpListener, load: Load) -> Result<Server> {
    let load = Data::new(load);
    let document = openapi::document();
    let json = web::Bytes::from(serde_json::to_vec(&document).map_err(Problem::internal)?);
    let methods = Data::new(Methods::of(&document));
    let headers = Data::new(Headers { https: madang.app.config().public_url().starts_with("https://") });
    let data = madang.clone();
    let threads = match madang.app.config().server.threads {
        0 => std::thread::available_parallelism().map_or(2, std::num::NonZero::get),
        threads => threads,
    };
    let server = HttpServer::new(move || {
        let json = json.clone();
        let (app, _) = HttpApp::new()
            .wrap(from_fn(limits))
            .wrap(from_fn(known_host))
            .wrap(from_fn(trace))
            .wrap(from_fn(cors))
            .wrap(from_fn(secure))
            .wrap(Compress::default())
            .wrap(TracingLogger::<Quiet>::new())
            // Outermost: a refusal costs next to nothing, not even a line in the log.
            .wrap(from_fn(admit))
            .app_data(headers.clone())
            .app_data(load.clone())
            .app_data(methods.clone())
            .app_data(Data::new(data.app.clone()))
            .app_data(Data::new(data.flows.clone()))
            .app_data(Data::new(data.flows.gateways.clone()))
            .app_data(Data::new(data.keys.clone()))
            .app_data(Data::new(data.authority.clone()))
            .app_data(Data::new(data.companies.clone()))
            // Before the API, whose scope would answer for everything below it.
            .service(web::resource("/api/v1/openapi.json").route(web::get().to(move || {
                let json = json.clone();
                async move { actix_web::HttpResponse::Ok().content_type("application/json").body(json) }
            })))
            .service(web::redirect("/api/v1/docs", "/api/v1/docs/"))
            .service(SwaggerUi::new("/api/v1/docs/{_:.*}").config(utoipa_swagger_ui::Config::from("/api/v1/openapi.json")))
            .service(health::alive)
            .service(health::ready)
            .into_utoipa_app()
            .service(mount::api())
            .split_for_parts();
        app.configure(pages::mount)
    })
    .workers(threads)
    .client_request_timeout(Duration::from_secs(15))
    .keep_alive(Duration::from_secs(75))
    .shutdown_timeout(LAST_ANSWERS_S)
    .disable_signals()
    .listen(listener)
    .map_err(Problem::internal)?;
    Ok(server.run())
}
