//! Registers a version of an item, as its supplier's catalogue tells it.

use crate::{
    entity::{
        registered_item::{self, Status},
        registered_version,
    },
    registration::{Registration, Variants},
};
use kernel::Result;
use platform::PlatformTx;
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    EntityTrait, QuerySelect,
};

/// `true` if this is now the current version. A version that was registered before changes
/// nothing, and an older one that comes late is kept but never becomes current again.
pub async fn register_item(tx: &PlatformTx, registration: &Registration) -> Result<bool> {
    let id = registration.registered_item_id;
    let is_new = tx.insert_new(item_row(tx, registration)).await?;
    tx.insert_new(version_row(tx, registration)).await?;
    if is_new {
        return Ok(true);
    }
    let standing = tx.find(registered_item::Entity::find_by_id(id).lock_exclusive()).await?;
    if standing.version >= registration.version {
        return Ok(false);
    }
    let mut row = item_row(tx, registration);
    row.id = Unchanged(id);
    if standing.status == Status::Blocked {
        row.status = Unchanged(Status::Blocked);
    }
    tx.update(row).await?;
    Ok(true)
}

fn item_row(tx: &PlatformTx, registration: &Registration) -> registered_item::ActiveModel {
    registered_item::ActiveModel {
        id: Set(registration.registered_item_id),
        supplier_id: Set(registration.supplier_id),
        item_id: Set(registration.item_id),
        version: Set(registration.version),
        status: Set(if registration.ended { Status::Ended } else { Status::Active }),
        visibility: Set(registration.visibility),
        companies: Set(registration.companies.iter().map(|company| company.uuid()).collect()),
        name: Set(registration.name.clone()),
        name_en: Set(registration.name_en.clone()),
        updated_at: Set(tx.now()),
    }
}

fn version_row(tx: &PlatformTx, registration: &Registration) -> registered_version::ActiveModel {
    registered_version::ActiveModel {
        registered_item_id: Set(registration.registered_item_id),
        version: Set(registration.version),
        name: Set(registration.name.clone()),
        name_en: Set(registration.name_en.clone()),
        description: Set(registration.description.clone()),
        description_en: Set(registration.description_en.clone()),
        unit: Set(registration.unit.clone()),
        tax_class: Set(registration.tax_class),
        category_code: Set(registration.category_code.clone()),
        contract: Set(registration.contract),
        currency: Set(registration.currency),
        min_quantity: Set(registration.min_quantity),
        max_quantity: Set(registration.max_quantity),
        variants: Set(Variants(registration.variants.clone())),
        media: Set(serde_json::Value::Array(registration.media.clone())),
        created_at: Set(tx.now()),
    }
}
