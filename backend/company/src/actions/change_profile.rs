//! A company changes what it says of itself. Its registered name, number and representative are
//! what the operator verified and are not changed here.

use super::{changing, locked, store};
use crate::{audit, entity::company, rules::Fields};
use kernel::{CompanyId, Result};
use platform::PlatformTx;
use sea_orm::Set;
use serde::Deserialize;
use utoipa::ToSchema;

/// What is to be different; a missing field stays as it is, an empty text clears an optional one.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProfileChange {
    /// Name on English screens.
    #[schema(max_length = 80)]
    pub name_en: Option<String>,
    /// Mail-order report number.
    #[schema(max_length = 40)]
    pub mail_order_number: Option<String>,
    /// Postcode.
    #[schema(pattern = "^[0-9]{5}$")]
    pub postcode: Option<String>,
    /// Street address.
    #[schema(max_length = 120)]
    pub address1: Option<String>,
    /// Floor, room.
    #[schema(max_length = 120)]
    pub address2: Option<String>,
    /// Telephone.
    #[schema(max_length = 20)]
    pub phone: Option<String>,
    /// Contact address.
    #[schema(max_length = 254)]
    pub email: Option<String>,
    /// What the shop says of itself.
    #[schema(max_length = 2000)]
    pub about: Option<String>,
    /// The same in English.
    #[schema(max_length = 2000)]
    pub about_en: Option<String>,
    /// The functions it wants; at least one.
    #[schema(min_items = 1, max_items = 4)]
    pub functions: Option<Vec<company::Function>>,
    /// How often it is settled with.
    pub settlement_cycle: Option<company::SettlementCycle>,
}

/// Changes a company's profile.
pub async fn change_profile(tx: &PlatformTx, id: CompanyId, seen: i64, new: ProfileChange) -> Result<company::Model> {
    let row = locked(tx, id, Some(seen)).await?;
    let before = audit::profile(&row);
    let mut change = changing(row, tx.now());
    let mut fields = Fields::default();
    if new.name_en.is_some() {
        change.name_en = Set(fields.optional("name_en", new.name_en.as_deref(), 80));
    }
    if new.mail_order_number.is_some() {
        change.mail_order_number = Set(fields.optional("mail_order_number", new.mail_order_number.as_deref(), 40));
    }
    if let Some(postcode) = &new.postcode {
        change.postcode = Set(fields.postcode("postcode", postcode));
    }
    if let Some(address) = &new.address1 {
        change.address1 = Set(fields.text("address1", address, 120));
    }
    if new.address2.is_some() {
        change.address2 = Set(fields.optional("address2", new.address2.as_deref(), 120));
    }
    if let Some(phone) = &new.phone {
        change.phone = Set(fields.phone("phone", phone));
    }
    if let Some(email) = &new.email {
        change.email = Set(fields.email("email", email));
    }
    if new.about.is_some() {
        change.about = Set(fields.prose("about", new.about.as_deref(), 2000));
    }
    if new.about_en.is_some() {
        change.about_en = Set(fields.prose("about_en", new.about_en.as_deref(), 2000));
    }
    if let Some(mut functions) = new.functions {
        functions.sort_unstable();
        functions.dedup();
        if functions.is_empty() {
            fields.fault("functions", "required");
        }
        change.functions = Set(company::Functions(functions));
    }
    if let Some(cycle) = new.settlement_cycle {
        change.settlement_cycle = Set(cycle);
    }
    fields.verdict()?;
    let row = store(tx, change).await?;
    tx.record(audit::about(audit::PROFILE_CHANGED, &row).changed(before, audit::profile(&row))).await?;
    crate::directory::status_changed();
    Ok(row)
}
