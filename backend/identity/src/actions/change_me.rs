//! A person changes what they are called, where they can be reached, or their language.

use crate::{entity::account, rules};
use kernel::{AccountId, Locale, Result};
use platform::PlatformTx;
use sea_orm::{EntityTrait, IntoActiveModel, QuerySelect, Set};
use serde::Deserialize;
use utoipa::ToSchema;

/// What is to be different; a missing field stays as it is, an empty telephone clears it.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeMe {
    /// The person's name.
    #[schema(min_length = 1, max_length = 60)]
    pub name: Option<String>,
    /// Telephone.
    #[schema(max_length = 20, example = "010-1234-5678")]
    pub phone: Option<String>,
    /// Language of screens and mails.
    pub locale: Option<Locale>,
}

/// Changes a person's own data.
pub async fn change_me(tx: &PlatformTx, id: AccountId, new: &ChangeMe) -> Result<()> {
    let row = tx.find(account::Entity::find_by_id(id).lock_exclusive()).await?;
    let version = row.version + 1;
    let mut change = row.into_active_model();
    let mut faults = Vec::new();
    match new.name.as_deref().map(rules::name) {
        Some(Ok(name)) => change.name = Set(name),
        Some(Err(reason)) => faults.push(("name", reason)),
        None => {}
    }
    match new.phone.as_deref().map(rules::phone) {
        Some(Ok(phone)) => change.phone = Set(phone),
        Some(Err(reason)) => faults.push(("phone", reason)),
        None => {}
    }
    rules::verdict(faults)?;
    if let Some(locale) = new.locale {
        change.locale = Set(locale);
    }
    change.updated_at = Set(tx.now());
    change.version = Set(version);
    tx.update(change).await?;
    Ok(())
}
