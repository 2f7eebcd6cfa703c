//! A company moves its shop to another address. The former one leads there for a time, and is
//! nobody else's meanwhile.

use super::{changing, locked, store};
use crate::{
    audit, codes, directory,
    entity::{company, former_slug},
    rules,
};
use chrono::Duration;
use kernel::{CompanyId, Problem, Result};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;

/// Former addresses that a company may hold at once.
const FORMER_MOST: usize = 3;

/// Changes the address of a company's shop. Errors: not an address, taken, or changed too often.
pub async fn change_slug(tx: &PlatformTx, id: CompanyId, seen: i64, slug: &str, former_days: u32) -> Result<company::Model> {
    let row = locked(tx, id, Some(seen)).await?;
    let slug = slug.trim().to_lowercase();
    if !rules::slug_valid(&slug) {
        return Err(Problem::invalid("slug", "address"));
    }
    if slug == row.slug {
        return Ok(row);
    }
    free(tx, &slug, Some(id)).await?;
    let now = tx.now();
    let former = tx.all(former_slug::of_company(id, now)).await?;
    // Going back to a former address gives it up as a former one.
    if former.iter().filter(|former| former.slug != slug).count() >= FORMER_MOST {
        return Err(codes::SLUG_CHANGED_OFTEN.into());
    }
    let ends_at = now + Duration::days(i64::from(former_days));
    let gone = [slug.clone(), row.slug.clone()];
    tx.delete_many(former_slug::Entity::delete_many().filter(former_slug::Column::Slug.is_in(gone))).await?;
    tx.insert(former_slug::ActiveModel { slug: Set(row.slug.clone()), company_id: Set(id), ends_at: Set(ends_at) }).await?;
    let before = json!({"slug": row.slug});
    let mut change = changing(row, now);
    change.slug = Set(slug);
    let row = store(tx, change).await?;
    tx.record(audit::about(audit::SLUG_CHANGED, &row).changed(before, json!({"slug": row.slug}))).await?;
    directory::status_changed();
    Ok(row)
}

/// Whether an address is anybody's, now or until its time as a former one ends. Error: it is.
pub(super) async fn free(tx: &PlatformTx, slug: &str, own: Option<CompanyId>) -> Result<()> {
    let now_theirs = tx.one(company::by_slug(slug)).await?.map(|company| company.id);
    let before_theirs = tx.one(former_slug::standing(slug, tx.now())).await?.map(|former| former.company_id);
    let taken = [now_theirs, before_theirs].into_iter().flatten().any(|company| Some(company) != own);
    if taken { Err(Problem::new(codes::SLUG_TAKEN).field("slug", "taken")) } else { Ok(()) }
}
