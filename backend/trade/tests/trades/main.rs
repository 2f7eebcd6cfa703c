//! Trades on PostgreSQL. Without `TEST_DATABASE_URL` nothing is tested.

mod flow;
mod reads;
mod support;
