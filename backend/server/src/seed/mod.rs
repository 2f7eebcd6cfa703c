//! The demo world.

use kernel::Result;
use platform::config::Config;

/// Fills an empty installation; does nothing to one that has companies. Returns the sign-ins.
pub async fn run(_config: Config) -> Result<Vec<String>> {
    Ok(Vec::new())
}
