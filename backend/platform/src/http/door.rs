//! The door of a handler. actix polls the parameters of a handler together, so that a body could
//! be read, and the faults of a request be told, before it is known whether its sender may call at
//! all. What decides that hangs a door into the request; what reads a body or finds a fault waits
//! until every door is open.

use actix_web::{HttpMessage, HttpRequest};
use futures_util::future::LocalBoxFuture;
use kernel::Result;
use std::{future::ready, rc::Rc};
use tokio::sync::Semaphore;

/// The doors of a request.
#[derive(Default)]
struct Doors(Vec<Rc<Semaphore>>);

/// Lets a caller in, or does not.
pub(super) fn decided<T>(request: &HttpRequest, decision: impl Future<Output = Result<T>> + 'static) -> LocalBoxFuture<'static, Result<T>> {
    let door = Rc::new(Semaphore::new(0));
    let mut extensions = request.extensions_mut();
    if extensions.get::<Doors>().is_none() {
        extensions.insert(Doors::default());
    }
    if let Some(doors) = extensions.get_mut::<Doors>() {
        doors.0.push(Rc::clone(&door));
    }
    Box::pin(async move {
        let found = decision.await?;
        door.close();
        Ok(found)
    })
}

/// Waits until the caller is let in. For one who is refused it waits for ever, and is dropped with
/// the request.
pub(super) async fn entered(request: &HttpRequest) {
    let doors = request.extensions().get::<Doors>().map(|doors| doors.0.clone()).unwrap_or_default();
    for door in doors {
        // A closed semaphore answers at once; there is never a permit to get.
        let _opened = door.acquire().await;
    }
}

/// What was found in a request: at once if it is right, behind the door if it is not.
pub(super) fn told<T: 'static>(request: &HttpRequest, found: Result<T>) -> LocalBoxFuture<'static, Result<T>> {
    if found.is_ok() {
        return Box::pin(ready(found));
    }
    let request = request.clone();
    Box::pin(async move {
        entered(&request).await;
        found
    })
}
