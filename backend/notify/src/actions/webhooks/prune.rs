//! What was sent long ago is thrown away.

use crate::queries;
use kernel::Result;
use platform::PlatformTx;

/// Deletes old deliveries; of the last one of each object its place in the sequence stays for a
/// while without the payload. Returns how many rows were touched.
pub async fn prune(tx: &PlatformTx) -> Result<u64> {
    Ok(queries::webhooks::forget(tx).await? + queries::webhooks::empty_last(tx).await?)
}
