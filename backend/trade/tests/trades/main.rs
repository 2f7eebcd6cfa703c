//! Trades on PostgreSQL, on the server of `TEST_DATABASE_URL`.

mod flow;
mod reads;
mod support;
