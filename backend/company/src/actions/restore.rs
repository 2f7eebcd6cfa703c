//! A company comes out of a package, with a schema that is filled already. It waits for the
//! operator, as a new one does.

use crate::{
    audit, codes, directory,
    entity::{company, member},
    events::CompanyChanged,
};
use kernel::{AccountId, MemberId, Problem, Result, Role};
use platform::PlatformTx;
use sea_orm::{ActiveModelTrait, IntoActiveModel, Set};
use serde_json::{Value, json};

/// Writes a restored company and its owner. Errors: the company, its address or its business number
/// is there already.
pub async fn restore(tx: &PlatformTx, row: company::Model, owner: AccountId) -> Result<company::Model> {
    if crate::queries::by_id(tx, row.id).await?.is_some() {
        return Err(Problem::new(codes::COMPANY_EXISTS).detail(row.id.to_string()));
    }
    super::change_slug::free(tx, &row.slug, None).await?;
    if tx.one(company::by_business_number(&row.country, &row.business_number)).await?.is_some() {
        return Err(Problem::new(codes::BUSINESS_NUMBER_TAKEN).field("business_number", "taken"));
    }
    let row = tx.insert(row.into_active_model().reset_all()).await?;
    let place = member::ActiveModel {
        id: Set(MemberId::new()),
        company_id: Set(row.id),
        account_id: Set(owner),
        role: Set(Some(Role::Owner)),
        role_id: Set(None),
        created_at: Set(tx.now()),
        role_since: Set(tx.now()),
        version: Set(1),
    };
    tx.insert(place).await?;
    let restored = json!({"name": row.name, "slug": row.slug, "business_number": row.business_number, "status": row.status});
    tx.record(audit::about(audit::COMPANY_RESTORED, &row).changed(Value::Null, restored)).await?;
    tx.emit(&CompanyChanged { company_id: row.id }).await?;
    directory::status_changed();
    Ok(row)
}
