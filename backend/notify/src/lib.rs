//! Mail: what is written to whom in which words, and its way out.
//!
//! It owns the table `mail` of the platform's part and every word of every mail. It refuses to
//! decide when a mail is due: flows say so, and give what is to be in it. A mail is written in the
//! transaction of its occasion and sent later, so that a stopped mail server loses nothing.

pub mod actions;
mod codes;
pub mod entity;
pub mod http;
pub mod queries;
mod rules;
mod template;
mod words;

pub use actions::Message;
pub use codes::CODES;
pub use entity::mail;
pub use http::mount;
pub use template::Template;
