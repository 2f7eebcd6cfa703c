//! A company sets its logo or its shop's banner. The bytes are stored before, outside of any
//! transaction; here only the key changes hands.

use super::{changing, locked, store};
use crate::{audit, entity::company};
use kernel::{CompanyId, Result};
use platform::PlatformTx;
use sea_orm::Set;
use serde_json::json;

/// Which picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// The square mark beside the name.
    Logo,
    /// The wide picture on the shop's first page.
    Banner,
}

/// Sets a company's picture to the one stored under `key`.
pub async fn set_picture(tx: &PlatformTx, id: CompanyId, kind: PictureKind, key: String) -> Result<company::Model> {
    let row = locked(tx, id, None).await?;
    let before = json!({"logo": row.logo_key, "banner": row.banner_key});
    let mut change = changing(row, tx.now());
    match kind {
        PictureKind::Logo => change.logo_key = Set(Some(key)),
        PictureKind::Banner => change.banner_key = Set(Some(key)),
    }
    let row = store(tx, change).await?;
    let after = json!({"logo": row.logo_key, "banner": row.banner_key});
    tx.record(audit::about(audit::PICTURE_SET, &row).changed(before, after)).await?;
    Ok(row)
}
