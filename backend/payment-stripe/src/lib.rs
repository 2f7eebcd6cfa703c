//! Stripe behind the gateway trait: card payments by payment intents, refunds, webhooks.
//!
//! It owns Stripe's words and nothing else: no table, no address, no decision. Only the fields that
//! are needed are read from an answer, so that a newer or a stand-in API does not break it. It
//! refuses to pay companies out: that needs accounts of theirs at Stripe, which are not made here.

mod answer;
mod error;
mod gateway;
mod webhook;

pub use gateway::{NAME, Stripe};
