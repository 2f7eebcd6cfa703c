//! Taking in a picture: judged by its content, decoded within limits away from the request
//! threads, turned upright, stripped of what a camera wrote into it, and stored in three widths.
//! Keys follow from the content, so a stored picture is never overwritten with another; nothing is
//! deleted either, because shops of other companies may show the same keys.

use crate::{
    codes,
    entity::MediaKeys,
    rules::picture::{GREATEST, LEAST, WIDTHS, key, keys, stored_width},
};
use bytes::Bytes;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, imageops::FilterType};
use kernel::{Problem, Result};
use platform::App;
use sha2::{Digest, Sha256};
use std::{
    collections::{BTreeMap, btree_map::Entry},
    io::Cursor,
};
use tokio::sync::Semaphore;

/// Most memory that decoding one picture may take, in bytes.
const MEMORY: u64 = 512 * 1024 * 1024;

/// Pictures decoded at once, so that uploads never take the machine's memory.
static DECODING: Semaphore = Semaphore::const_new(2);

/// Quality of the stored pictures, in per cent.
const QUALITY: u8 = 82;

/// A picture in store, not yet anyone's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPicture {
    /// Keys of its sizes.
    pub keys: MediaKeys,
    /// SHA-256 of what was uploaded, in hex.
    pub sha256: String,
    /// Width of the upright original in pixels.
    pub width: u32,
    /// Height of the upright original in pixels.
    pub height: u32,
}

/// The encoded widths of a picture, before they are stored.
struct Encoded {
    picture: StoredPicture,
    files: BTreeMap<String, Vec<u8>>,
}

/// Checks, re-encodes and stores a picture; done before a transaction begins, because it is slow.
/// Errors: not a PNG, JPEG or WebP picture, unreadable, too small or too large.
pub async fn store_picture(app: &App, bytes: Bytes) -> Result<StoredPicture> {
    let format = format_of(&bytes)?;
    let encoded = {
        let _permit = DECODING.acquire().await.map_err(Problem::internal)?;
        tokio::task::spawn_blocking(move || encode(&bytes, format)).await.map_err(Problem::internal)??
    };
    for (key, file) in encoded.files {
        app.storage().put(&key, Bytes::from(file)).await?;
    }
    Ok(encoded.picture)
}

fn format_of(bytes: &[u8]) -> Result<ImageFormat> {
    match infer::get(bytes).map(|kind| kind.mime_type()) {
        Some("image/png") => Ok(ImageFormat::Png),
        Some("image/jpeg") => Ok(ImageFormat::Jpeg),
        Some("image/webp") => Ok(ImageFormat::WebP),
        _ => Err(codes::MEDIA_TYPE.into()),
    }
}

fn encode(bytes: &[u8], format: ImageFormat) -> Result<Encoded> {
    let original = decode(bytes, format)?;
    let (width, height) = (original.width(), original.height());
    let sha256 = hex::encode(Sha256::digest(bytes));
    let mut files = BTreeMap::new();
    for size in WIDTHS {
        let stored = stored_width(size, width);
        if let Entry::Vacant(place) = files.entry(key(&sha256, stored)) {
            place.insert(shrink(&original, stored)?);
        }
    }
    Ok(Encoded { picture: StoredPicture { keys: keys(&sha256, width), sha256, width, height }, files })
}

fn decode(bytes: &[u8], format: ImageFormat) -> Result<DynamicImage> {
    let unreadable = |error: image::ImageError| Problem::new(codes::MEDIA_UNREADABLE).detail(error.to_string());
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    // The size is judged by the header, before a byte of the picture is unpacked.
    let (width, height) = decoder.dimensions();
    if [width, height].iter().any(|side| !(LEAST..=GREATEST).contains(side)) {
        let detail = format!("{width} × {height} pixels; each side must have {LEAST} to {GREATEST}");
        return Err(Problem::new(codes::MEDIA_DIMENSIONS).detail(detail));
    }
    let orientation = decoder.orientation().map_err(unreadable)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn shrink(original: &DynamicImage, width: u32) -> Result<Vec<u8>> {
    let scaled = if width < original.width() { original.resize(width, u32::MAX, FilterType::CatmullRom) } else { original.clone() };
    let pixels = scaled.to_rgba8();
    let encoder = webp::Encoder::from_rgba(pixels.as_raw(), pixels.width(), pixels.height());
    let encoded = encoder.encode_simple(false, QUALITY.into());
    let file = encoded.map_err(|error| Problem::internal(format!("a picture could not be encoded: {error:?}")))?;
    Ok(file.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let picture =
            image::RgbImage::from_fn(width, height, |x, y| image::Rgb([u8::try_from(x % 256).unwrap_or(0), u8::try_from(y % 256).unwrap_or(0), 90]));
        let written = DynamicImage::from(picture).write_to(&mut bytes, ImageFormat::Png);
        assert!(written.is_ok());
        bytes.into_inner()
    }

    #[test]
    fn a_picture_is_stored_in_three_widths() {
        let bytes = png(2000, 1000);
        let encoded = encode(&bytes, ImageFormat::Png).ok();
        assert!(encoded.is_some());
        let Some(encoded) = encoded else { return };
        assert_eq!((encoded.picture.width, encoded.picture.height), (2000, 1000));
        assert_eq!(encoded.files.len(), 3);
        for (size, key) in [(320, &encoded.picture.keys.small), (800, &encoded.picture.keys.medium), (1600, &encoded.picture.keys.large)] {
            let stored = image::load_from_memory_with_format(&encoded.files[key], ImageFormat::WebP).ok();
            assert_eq!(stored.map(|p| (p.width(), p.height())), Some((size, size / 2)));
        }
    }

    #[test]
    fn a_small_picture_is_stored_as_it_is() {
        let encoded = encode(&png(400, 300), ImageFormat::Png).ok();
        assert_eq!(encoded.map(|encoded| encoded.files.len()), Some(2));
    }

    #[test]
    fn only_pictures_of_a_fair_size_are_taken() {
        let code = |result: Result<Encoded>| result.err().map(|problem| problem.code.name);
        assert_eq!(code(encode(&png(63, 500), ImageFormat::Png)), Some("catalog.media.dimensions"));
        let mut torn = png(400, 300);
        torn.truncate(torn.len() / 2);
        assert_eq!(code(encode(&torn, ImageFormat::Png)), Some("catalog.media.unreadable"));
        assert_eq!(format_of(b"<svg xmlns='http://www.w3.org/2000/svg'/>").err().map(|p| p.code.name), Some("catalog.media.type"));
        assert_eq!(format_of(b"%PDF-1.7").err().map(|p| p.code.name), Some("catalog.media.type"));
    }
}
