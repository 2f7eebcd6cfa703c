//! How much is under way, and whether more is taken on. Beyond a bound a request is refused at once,
//! because one that would wait behind too many others helps nobody; and a process that is about to
//! stop says so to those who hand requests out, and to those who hold a connection.

use super::Headers;
use actix_web::{
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::ConnectionType,
    middleware::Next,
    web::Data,
};
use kernel::Problem;
use std::sync::{
    Arc,
    atomic::{AtomicBool, AtomicUsize, Ordering},
};

/// Asked by machines that look after the process, however busy it is.
const FOR_MACHINES: &[&str] = &["/healthz", "/readyz"];
/// Seconds after which a refused request may come again.
const AGAIN_S: u64 = 1;

#[derive(Debug)]
struct Inner {
    under_way: AtomicUsize,
    most: usize,
    draining: AtomicBool,
}

/// The load of a process.
#[derive(Clone, Debug)]
pub struct Load(Arc<Inner>);

/// A request under way; counted until it is dropped, however it ends.
struct Under(Load);

impl Drop for Under {
    fn drop(&mut self) {
        self.0.0.under_way.fetch_sub(1, Ordering::Relaxed);
    }
}

impl Load {
    /// At most so many requests at once.
    #[must_use]
    pub fn at_most(most: usize) -> Self {
        Self(Arc::new(Inner { under_way: AtomicUsize::new(0), most, draining: AtomicBool::new(false) }))
    }

    /// From now on the process is about to stop.
    pub fn drain(&self) {
        self.0.draining.store(true, Ordering::Relaxed);
    }

    /// Whether it is about to stop.
    #[must_use]
    pub fn draining(&self) -> bool {
        self.0.draining.load(Ordering::Relaxed)
    }

    fn take(&self) -> Option<Under> {
        let under = Under(self.clone());
        (self.0.under_way.fetch_add(1, Ordering::Relaxed) < self.0.most).then_some(under)
    }
}

/// Middleware, around everything else: refuses what is too much, and lets connections end before the
/// process does. A refusal brings its headers itself, and has no trace, for nothing was begun.
pub async fn admit(request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(load) = request.app_data::<Data<Load>>().map(|load| load.get_ref().clone()) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    if FOR_MACHINES.contains(&request.path()) {
        return Ok(next.call(request).await?.map_into_boxed_body());
    }
    let Some(_under) = load.take() else {
        let mut problem = Problem::unavailable("more requests are under way than are taken on").detail("too many requests are under way");
        problem.retry_after = Some(AGAIN_S);
        let mut answer = problem.answer(None);
        request.app_data::<Data<Headers>>().map_or(Headers { https: false }, |data| ***data).write("/api/", answer.headers_mut());
        return Ok(request.into_response(answer));
    };
    let mut answer = next.call(request).await?.map_into_boxed_body();
    if load.draining() {
        answer.response_mut().head_mut().set_connection_type(ConnectionType::Close);
    }
    Ok(answer)
}
