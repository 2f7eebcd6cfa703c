//! The keys of a picture's sizes, as JSON columns and snapshots hold them.

use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// Keys of the stored sizes, by their greatest width in pixels.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct MediaKeys {
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

/// A picture as others copy it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Picture {
    /// Keys of its sizes.
    pub keys: MediaKeys,
    /// What it shows, in Korean.
    pub alt: String,
    /// What it shows, in English.
    pub alt_en: Option<String>,
}

/// The pictures of a product, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Pictures(pub Vec<Picture>);

impl Pictures {
    /// The key that lists show: the middle size of the first picture.
    #[must_use]
    pub fn cover(&self) -> Option<String> {
        self.0.first().map(|picture| picture.keys.medium.clone())
    }
}
