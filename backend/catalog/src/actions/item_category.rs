//! Categories of items.

use crate::{
    audit, codes,
    entity::{item, item_category, shop_category},
    http::body::NewItemCategory,
    queries::MOST_CATEGORIES,
    rules::check::{Checks, NAME},
};
use kernel::{ItemCategoryId, Problem, Result};
use platform::{TenantTx, audit::Entry};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use serde_json::Value;

/// Makes a category. Errors: invalid fields, a taken code, an unknown parent or shop category.
pub async fn create_item_category(tx: &TenantTx, new: &NewItemCategory) -> Result<item_category::Model> {
    let (code, name, name_en) = checked(new)?;
    let rows = all(tx).await?;
    if rows.len() >= MOST_CATEGORIES {
        return Err(codes::TOO_MANY_CATEGORIES.into());
    }
    fits(tx, &rows, None, new).await?;
    let row = item_category::ActiveModel {
        id: Set(ItemCategoryId::new()),
        parent_id: Set(new.parent_id),
        code: Set(code),
        name: Set(name),
        name_en: Set(name_en),
        shop_category_id: Set(new.shop_category_id),
    };
    let row = tx.insert(row).await?;
    tx.record(Entry::new(audit::ITEM_CATEGORY_ADDED, row.id, &row.name).changed(Value::Null, audit::item_category(&row))).await?;
    Ok(row)
}

/// Replaces a category's fields. Errors: as above, not found, a parent below itself.
pub async fn replace_item_category(tx: &TenantTx, id: ItemCategoryId, new: &NewItemCategory) -> Result<item_category::Model> {
    let (code, name, name_en) = checked(new)?;
    let rows = all(tx).await?;
    let row = rows.iter().find(|row| row.id == id).cloned().ok_or_else(Problem::not_found)?;
    fits(tx, &rows, Some(id), new).await?;
    let before = audit::item_category(&row);
    let mut row = row.into_active_model();
    row.parent_id = Set(new.parent_id);
    row.code = Set(code);
    row.name = Set(name);
    row.name_en = Set(name_en);
    row.shop_category_id = Set(new.shop_category_id);
    let row = tx.update(row).await?;
    tx.record(Entry::new(audit::ITEM_CATEGORY_CHANGED, row.id, &row.name).changed(before, audit::item_category(&row))).await?;
    Ok(row)
}

/// Deletes a category. Errors: not found, in use by items or by categories below it.
pub async fn delete_item_category(tx: &TenantTx, id: ItemCategoryId) -> Result<()> {
    let row = tx.find(item_category::Entity::find_by_id(id).lock_exclusive()).await?;
    let items = tx.count(item::Entity::find().filter(item::Column::CategoryId.eq(id))).await?;
    let below = tx.count(item_category::Entity::find().filter(item_category::Column::ParentId.eq(id))).await?;
    if items + below > 0 {
        return Err(Problem::new(codes::CATEGORY_IN_USE).detail(format!("{items} items, {below} categories below it")));
    }
    tx.delete_many(item_category::Entity::delete_many().filter(item_category::Column::Id.eq(id))).await?;
    tx.record(Entry::new(audit::ITEM_CATEGORY_DELETED, id, &row.name).changed(audit::item_category(&row), Value::Null)).await
}

/// All categories, held, so that two moves at once cannot make a circle.
async fn all(tx: &TenantTx) -> Result<Vec<item_category::Model>> {
    tx.all(item_category::Entity::find().lock_exclusive()).await
}

fn checked(new: &NewItemCategory) -> Result<(String, String, Option<String>)> {
    let mut checks = Checks::default();
    let code = checks.code("code", &new.code);
    let name = checks.line("name", &new.name, NAME);
    let name_en = checks.optional("name_en", new.name_en.as_deref(), NAME);
    checks.done()?;
    Ok((code, name, name_en))
}

async fn fits(tx: &TenantTx, rows: &[item_category::Model], id: Option<ItemCategoryId>, new: &NewItemCategory) -> Result<()> {
    if rows.iter().any(|row| row.code == new.code.trim() && Some(row.id) != id) {
        return Err(Problem::new(codes::CATEGORY_TAKEN).field("code", "taken"));
    }
    if let Some(parent) = new.parent_id {
        let edges: Vec<_> = rows.iter().map(|row| (row.id, row.parent_id)).collect();
        super::shop_category::parent_fits(&edges, id, parent)?;
    }
    if let Some(matched) = new.shop_category_id
        && tx.one(shop_category::Entity::find_by_id(matched)).await?.is_none()
    {
        return Err(Problem::invalid("shop_category_id", "not_found"));
    }
    Ok(())
}
