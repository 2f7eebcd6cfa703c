//! The verbs of this context; the only code that writes its tables.

mod add_fee_rule;
mod answer_invitation;
mod change_member_role;
mod change_profile;
mod change_slug;
mod close;
mod decide;
mod export;
mod invite;
mod make_api_key;
mod own_domain;
mod refill_spares;
mod remove_member;
mod restore;
mod revoke_api_key;
mod roles;
mod rotate_api_key;
mod set_payout_account;
mod set_picture;
mod set_rules;
mod sign_up;
mod use_api_key;

pub use add_fee_rule::{NewFeeRule, add_fee_rule};
pub use answer_invitation::{Invited, accept_invitation, decline_invitation};
pub use change_member_role::change_member_role;
pub use change_profile::{ProfileChange, change_profile};
pub use change_slug::change_slug;
pub use close::{ask_closure, close, closed, take_back_closure};
pub use decide::{reject, resume, suspend, verify};
pub use export::{Progress, ask_export, claim_export, export_failed, export_gone, export_moved, export_ready};
pub use invite::{NewInvitation, invite, invite_again, withdraw_invitation};
pub use make_api_key::{Maker, NewApiKey, make_api_key};
pub use own_domain::{claim_domain, drop_domain, note_domain};
pub use refill_spares::{add_spare, refill_spares};
pub use remove_member::{leave, remove_member};
pub use restore::restore;
pub use revoke_api_key::revoke_api_key;
pub use roles::{RoleDraft, change_role, create_role, delete_role};
pub use rotate_api_key::{Rotation, end_api_key_overlap, rotate_api_key};
pub use set_payout_account::{PayoutAccount, set_payout_account};
pub use set_picture::{PictureKind, set_picture};
pub use set_rules::{CompanyRules, set_rules};
pub use sign_up::{NewCompany, enrol, sign_up};
pub use use_api_key::use_api_key;

use crate::{entity::company, events::CompanyChanged};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Result};
use platform::{PlatformTx, scope::same_version};
use sea_orm::{EntityTrait, IntoActiveModel, QuerySelect, Set};

/// The row under lock, as the caller saw it.
async fn locked(tx: &PlatformTx, id: CompanyId, seen: Option<i64>) -> Result<company::Model> {
    let row = tx.find(company::Entity::find_by_id(id).lock_exclusive()).await?;
    same_version(seen, row.version)?;
    Ok(row)
}

/// A change of a locked row, with its version and time moved on.
fn changing(row: company::Model, now: DateTime<Utc>) -> company::ActiveModel {
    let version = row.version + 1;
    let mut change = row.into_active_model();
    change.version = Set(version);
    change.updated_at = Set(now);
    change
}

/// Stores a change and tells of it.
async fn store(tx: &PlatformTx, change: company::ActiveModel) -> Result<company::Model> {
    let row = tx.update(change).await?;
    tx.emit(&CompanyChanged { company_id: row.id }).await?;
    Ok(row)
}
