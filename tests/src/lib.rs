//! The support library of the stories in `api/`: an installation on databases of its own, typed
//! callers over HTTP, builders that go through the use cases, and assertions about money.
//!
//! It refuses to write a row by itself, so that a story cannot begin in a state that the product
//! would never reach; time is a clock that stands until a story moves it.

mod account;
mod answer;
mod app;
pub mod audited;
mod authenticator;
mod caller;
pub mod chaos;
mod database;
mod faults;
mod firm;
pub mod fuzz;
mod interrupted;
pub mod isolation;
mod mail_server;
mod mailbox;
mod market;
mod money;
mod names;
mod receiver;
mod shopping;
mod trade_steps;

pub use account::{PASSWORD, Person};
pub use answer::{Answer, text};
pub use app::{Setting, TestApp};
pub use authenticator::{Flags, Token};
pub use caller::Caller;

pub use firm::{Firm, NewProduct, Product, RESALE, won};
pub use interrupted::interrupted;
pub use mail_server::MailServer;
pub use mailbox::{Mail, secret_in};
pub use market::Market;
pub use money::Money;
pub use names::Names;
pub use receiver::{Received, Receiver};
pub use shopping::{Order, Part, card, order_body};
