//! The pictures of an item.

use super::{
    picture::{StoredPicture, store_picture},
    register::{locked, touched},
};
use crate::{
    codes,
    entity::media,
    rules::{
        check::{ALT, Checks},
        picture::MOST,
    },
};
use bytes::Bytes;
use kernel::{ItemId, MediaId, Problem, Result};
use platform::{App, TenantTx};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};
use std::collections::HashSet;

/// Gives a stored picture to an item, as its last one. The same picture again only changes what is
/// said of it. Errors: no such item, too many pictures, texts that are too long.
pub async fn add_media(tx: &TenantTx, item: ItemId, picture: &StoredPicture, alt: &str, alt_en: Option<&str>) -> Result<media::Model> {
    let mut checks = Checks::default();
    let alt = checks.text("alt", alt, ALT);
    let alt_en = checks.optional("alt_en", alt_en, ALT);
    checks.done()?;
    let item = locked(tx, item).await?;
    let standing = tx.all(media::Entity::of_item(item.id)).await?;
    let row = if let Some(same) = standing.iter().find(|row| row.sha256 == picture.sha256) {
        let mut row = same.clone().into_active_model();
        row.alt = Set(alt);
        row.alt_en = Set(alt_en);
        tx.update(row).await?
    } else {
        if standing.len() >= MOST {
            return Err(codes::MEDIA_TOO_MANY.into());
        }
        let row = media::ActiveModel {
            id: Set(MediaId::new()),
            item_id: Set(Some(item.id)),
            keys: Set(picture.keys.clone()),
            sha256: Set(picture.sha256.clone()),
            width: Set(pixels(picture.width)?),
            height: Set(pixels(picture.height)?),
            alt: Set(alt),
            alt_en: Set(alt_en),
            position: Set(standing.last().map_or(0, |last| last.position + 1)),
            created_at: Set(tx.now()),
        };
        tx.insert(row).await?
    };
    touched(tx, item).await?;
    Ok(row)
}

fn pixels(side: u32) -> Result<i32> {
    i32::try_from(side).map_err(Problem::internal)
}

/// Stores a picture and gives it to an item in one go, for callers without a request to keep
/// short; a request stores first and opens its transaction afterwards.
pub async fn add_media_from_bytes(tx: &TenantTx, app: &App, item: ItemId, bytes: Bytes, alt: &str, alt_en: Option<&str>) -> Result<media::Model> {
    let picture = store_picture(app, bytes).await?;
    add_media(tx, item, &picture, alt, alt_en).await
}

/// Takes a picture from its item. Error: not found.
pub async fn delete_media(tx: &TenantTx, id: MediaId) -> Result<()> {
    let row = tx.find(media::Entity::find_by_id(id)).await?;
    let item = row.item_id.ok_or_else(Problem::not_found)?;
    let item = locked(tx, item).await?;
    if tx.delete_many(media::Entity::delete_many().filter(media::Column::Id.eq(id))).await? == 0 {
        return Err(Problem::not_found());
    }
    touched(tx, item).await?;
    Ok(())
}

/// Puts the pictures of an item in another order. Errors: not found; not every picture once.
pub async fn order_media(tx: &TenantTx, item: ItemId, ids: &[MediaId]) -> Result<Vec<media::Model>> {
    let item = locked(tx, item).await?;
    let standing = tx.all(media::Entity::of_item(item.id)).await?;
    let wanted: HashSet<MediaId> = ids.iter().copied().collect();
    let complete = wanted.len() == ids.len() && wanted == standing.iter().map(|row| row.id).collect();
    if !complete {
        return Err(Problem::invalid("ids", "incomplete"));
    }
    for row in standing {
        let place = ids.iter().position(|id| *id == row.id).and_then(|place| i32::try_from(place).ok()).unwrap_or(0);
        let mut row = row.into_active_model();
        row.position = Set(place);
        tx.update(row).await?;
    }
    let id = item.id;
    touched(tx, item).await?;
    tx.all(media::Entity::of_item(id)).await
}
