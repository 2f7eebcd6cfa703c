//! Tables of this context.

pub mod proposal;
