//! Notes an uploaded file; its bytes lie in the file store already.

use crate::entity::document;
use kernel::{CompanyId, FileId, Result};
use platform::PlatformTx;
use sea_orm::ActiveValue::Set;

/// A stored file.
#[derive(Clone, Debug)]
pub struct NewDocument {
    /// Its name as the person knows it.
    pub name: String,
    /// Its type, found by content.
    pub media_type: String,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Its size in bytes.
    pub size: i64,
    /// Where the bytes lie.
    pub key: String,
}

/// Notes the file for a company.
pub async fn add_document(tx: &PlatformTx, company: CompanyId, new: NewDocument) -> Result<document::Model> {
    tx.insert(document::ActiveModel {
        id: Set(FileId::new()),
        company_id: Set(company),
        name: Set(new.name),
        media_type: Set(new.media_type),
        sha256: Set(new.sha256),
        size: Set(new.size),
        key: Set(new.key),
        created_at: Set(tx.now()),
    })
    .await
}
