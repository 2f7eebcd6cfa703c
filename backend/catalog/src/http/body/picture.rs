//! Pictures.

use crate::{
    entity::{MediaKeys, Picture, media},
    rules::picture,
};
use kernel::MediaId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Addresses of a picture's sizes, by their greatest width in pixels.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PictureUrls {
    /// At most 320 wide.
    #[serde(rename = "320")]
    pub small: String,
    /// At most 800 wide.
    #[serde(rename = "800")]
    pub medium: String,
    /// At most 1600 wide.
    #[serde(rename = "1600")]
    pub large: String,
}

impl From<&MediaKeys> for PictureUrls {
    fn from(keys: &MediaKeys) -> Self {
        Self { small: picture::url(&keys.small), medium: picture::url(&keys.medium), large: picture::url(&keys.large) }
    }
}

/// A picture of an item.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Media {
    /// Id.
    pub id: MediaId,
    /// Addresses of its sizes.
    pub urls: PictureUrls,
    /// What it shows, in Korean.
    pub alt: String,
    /// What it shows, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt_en: Option<String>,
    /// Width of the uploaded picture in pixels.
    pub width: i32,
    /// Height of the uploaded picture in pixels.
    pub height: i32,
    /// Place among the item's pictures; the first is the cover.
    pub position: i32,
}

impl From<media::Model> for Media {
    fn from(row: media::Model) -> Self {
        Self {
            id: row.id,
            urls: PictureUrls::from(&row.keys),
            alt: row.alt,
            alt_en: row.alt_en,
            width: row.width,
            height: row.height,
            position: row.position,
        }
    }
}

/// A new order of an item's pictures.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MediaOrder {
    /// Every picture of the item, once, in the new order.
    #[schema(max_items = 20)]
    pub ids: Vec<MediaId>,
}

/// A picture of a product.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ProductPicture {
    /// Addresses of its sizes.
    pub urls: PictureUrls,
    /// What it shows, in Korean.
    pub alt: String,
    /// What it shows, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt_en: Option<String>,
}

impl From<Picture> for ProductPicture {
    fn from(picture: Picture) -> Self {
        Self { urls: PictureUrls::from(&picture.keys), alt: picture.alt, alt_en: picture.alt_en }
    }
}
