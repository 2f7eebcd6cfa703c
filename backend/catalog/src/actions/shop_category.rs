//! Categories of the shop.

use crate::{
    audit, codes,
    entity::{item_category, listing, shop_category},
    http::body::NewShopCategory,
    queries::MOST_CATEGORIES,
    rules::{
        check::{Checks, NAME},
        slug, tree,
    },
};
use kernel::{Problem, Result, ShopCategoryId};
use platform::{TenantTx, audit::Entry};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use serde_json::Value;
use std::hash::Hash;

/// Makes a category. Errors: invalid fields, a taken address, an unknown parent.
pub async fn create_shop_category(tx: &TenantTx, new: &NewShopCategory) -> Result<shop_category::Model> {
    let (name, name_en, position) = checked(new)?;
    let rows = all(tx).await?;
    if rows.len() >= MOST_CATEGORIES {
        return Err(codes::TOO_MANY_CATEGORIES.into());
    }
    fits(&rows, None, new)?;
    let row = shop_category::ActiveModel {
        id: Set(ShopCategoryId::new()),
        parent_id: Set(new.parent_id),
        slug: Set(new.slug.clone()),
        name: Set(name),
        name_en: Set(name_en),
        position: Set(position),
    };
    let row = tx.insert(row).await?;
    tx.record(Entry::new(audit::SHOP_CATEGORY_ADDED, row.id, &row.name).changed(Value::Null, audit::shop_category(&row))).await?;
    Ok(row)
}

/// Replaces a category's fields. Errors: as above, not found, a parent below itself.
pub async fn replace_shop_category(tx: &TenantTx, id: ShopCategoryId, new: &NewShopCategory) -> Result<shop_category::Model> {
    let (name, name_en, position) = checked(new)?;
    let rows = all(tx).await?;
    let row = rows.iter().find(|row| row.id == id).cloned().ok_or_else(Problem::not_found)?;
    fits(&rows, Some(id), new)?;
    let before = audit::shop_category(&row);
    let mut row = row.into_active_model();
    row.parent_id = Set(new.parent_id);
    row.slug = Set(new.slug.clone());
    row.name = Set(name);
    row.name_en = Set(name_en);
    row.position = Set(position);
    let row = tx.update(row).await?;
    tx.record(Entry::new(audit::SHOP_CATEGORY_CHANGED, row.id, &row.name).changed(before, audit::shop_category(&row))).await?;
    Ok(row)
}

/// Deletes a category. Errors: not found; in use by products, by item categories matched to it, or
/// by categories below it.
pub async fn delete_shop_category(tx: &TenantTx, id: ShopCategoryId) -> Result<()> {
    let row = tx.find(shop_category::Entity::find_by_id(id).lock_exclusive()).await?;
    let products = tx.count(listing::Entity::find().filter(listing::Column::CategoryId.eq(id))).await?;
    let matched = tx.count(item_category::Entity::find().filter(item_category::Column::ShopCategoryId.eq(id))).await?;
    let below = tx.count(shop_category::Entity::find().filter(shop_category::Column::ParentId.eq(id))).await?;
    if products + matched + below > 0 {
        let detail = format!("{products} products, {matched} item categories matched to it, {below} categories below it");
        return Err(Problem::new(codes::CATEGORY_IN_USE).detail(detail));
    }
    tx.delete_many(shop_category::Entity::delete_many().filter(shop_category::Column::Id.eq(id))).await?;
    tx.record(Entry::new(audit::SHOP_CATEGORY_DELETED, id, &row.name).changed(audit::shop_category(&row), Value::Null)).await
}

/// All categories, held, so that two moves at once cannot make a circle.
async fn all(tx: &TenantTx) -> Result<Vec<shop_category::Model>> {
    tx.all(shop_category::Entity::find().lock_exclusive()).await
}

fn checked(new: &NewShopCategory) -> Result<(String, Option<String>, i32)> {
    let mut checks = Checks::default();
    checks.hold(slug::is_valid(&new.slug), "slug", "malformed");
    let name = checks.line("name", &new.name, NAME);
    let name_en = checks.optional("name_en", new.name_en.as_deref(), NAME);
    let position = new.position.unwrap_or(0);
    checks.hold((0..=10_000).contains(&position), "position", "out_of_range");
    checks.done()?;
    Ok((name, name_en, position))
}

fn fits(rows: &[shop_category::Model], id: Option<ShopCategoryId>, new: &NewShopCategory) -> Result<()> {
    if rows.iter().any(|row| row.slug == new.slug && Some(row.id) != id) {
        return Err(Problem::new(codes::CATEGORY_TAKEN).field("slug", "taken"));
    }
    let Some(parent) = new.parent_id else { return Ok(()) };
    let edges: Vec<_> = rows.iter().map(|row| (row.id, row.parent_id)).collect();
    parent_fits(&edges, id, parent)
}

/// Refuses a parent that does not exist, lies below the category itself or makes the tree too deep.
pub(super) fn parent_fits<T: Copy + Eq + Hash>(edges: &[tree::Edge<T>], child: Option<T>, parent: T) -> Result<()> {
    if !edges.iter().any(|(id, _)| *id == parent) {
        return Err(Problem::invalid("parent_id", "not_found"));
    }
    tree::may_move(edges, child, parent).map_err(|refusal| {
        let reason = match refusal {
            tree::Refusal::Circle => "circle",
            tree::Refusal::Deep => "too_deep",
        };
        Problem::invalid("parent_id", reason)
    })
}
