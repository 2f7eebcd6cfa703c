//! Logos and banners: judged by content, decoded within limits, made small, and encoded anew, so
//! that nothing of the uploaded file but its picture is ever served.

use crate::{actions::PictureKind, codes};
use bytes::Bytes;
use image::{DynamicImage, ImageFormat, ImageReader, Limits, codecs::jpeg::JpegEncoder};
use kernel::{CompanyId, Problem, Result, code};
use platform::App;
use sha2::{Digest, Sha256};
use std::io::Cursor;

/// Bytes of an uploaded picture at the most.
const LARGEST: usize = 2 * 1024 * 1024;
/// Width and height of an uploaded picture at the most.
const WIDEST: u32 = 6000;
/// Memory that decoding may take.
const DECODE_LIMIT: u64 = 192 * 1024 * 1024;
/// Quality of a banner without transparency.
const QUALITY: u8 = 86;

/// A picture ready to be stored.
struct Ready {
    key: String,
    bytes: Bytes,
}

/// Stores an uploaded picture and returns its key; done before a transaction begins, because it is
/// slow. Errors: too large, not a picture, a picture too wide.
pub async fn store(app: &App, company: CompanyId, kind: PictureKind, bytes: Bytes) -> Result<String> {
    let ready = ready(company, kind, bytes).await?;
    app.storage().put(&ready.key, ready.bytes).await?;
    Ok(ready.key)
}

async fn ready(company: CompanyId, kind: PictureKind, bytes: Bytes) -> Result<Ready> {
    if bytes.len() > LARGEST {
        return Err(Problem::new(code::TOO_LARGE).detail("a picture may have 2 MB"));
    }
    let (encoded, extension) = tokio::task::spawn_blocking(move || encode(kind, &bytes)).await.map_err(Problem::internal)??;
    let name = match kind {
        PictureKind::Logo => "logo",
        PictureKind::Banner => "banner",
    };
    // The name follows from the content: an address never changes what it shows.
    let digest: String = hex::encode(Sha256::digest(&encoded)).chars().take(32).collect();
    Ok(Ready { key: format!("company/{company}/{name}-{digest}.{extension}"), bytes: encoded.into() })
}

fn encode(kind: PictureKind, bytes: &[u8]) -> Result<(Vec<u8>, &'static str)> {
    let refused = |detail: &str| Problem::new(codes::PICTURE_REFUSED).detail(detail).field("body", "picture");
    let format = match infer::get(bytes).map(|kind| kind.mime_type()) {
        Some("image/png") => ImageFormat::Png,
        Some("image/jpeg") => ImageFormat::Jpeg,
        Some("image/webp") => ImageFormat::WebP,
        _ => return Err(refused("PNG, JPEG and WebP are accepted")),
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(WIDEST);
    limits.max_image_height = Some(WIDEST);
    limits.max_alloc = Some(DECODE_LIMIT);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let picture = reader.decode().map_err(|error| refused(&error.to_string()))?;
    let (width, height) = match kind {
        PictureKind::Logo => (512, 512),
        PictureKind::Banner => (1920, 800),
    };
    let fits = picture.width() <= width && picture.height() <= height;
    let picture = if fits { picture } else { picture.resize(width, height, image::imageops::FilterType::Lanczos3) };
    let mut out = Vec::new();
    if kind == PictureKind::Banner && !picture.color().has_alpha() {
        let encoder = JpegEncoder::new_with_quality(&mut out, QUALITY);
        DynamicImage::ImageRgb8(picture.into_rgb8()).write_with_encoder(encoder).map_err(Problem::internal)?;
        return Ok((out, "jpg"));
    }
    DynamicImage::ImageRgba8(picture.into_rgba8()).write_to(&mut Cursor::new(&mut out), ImageFormat::WebP).map_err(Problem::internal)?;
    Ok((out, "webp"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Result<Vec<u8>> {
        let mut out = Vec::new();
        DynamicImage::new_rgb8(width, height).write_to(&mut Cursor::new(&mut out), ImageFormat::Png).map_err(Problem::internal)?;
        Ok(out)
    }

    #[test]
    fn pictures_become_small_and_others_are_refused() -> Result<()> {
        let (logo, extension) = encode(PictureKind::Logo, &png(1000, 500)?)?;
        let logo = image::load_from_memory(&logo).map_err(Problem::internal)?;
        assert_eq!((logo.width(), logo.height(), extension), (512, 256, "webp"));
        assert_eq!(encode(PictureKind::Banner, &png(40, 20)?)?.1, "jpg");
        for bad in [b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), b"GIF89a".to_vec(), png(10, 10)?[..30].to_vec(), Vec::new()] {
            assert!(encode(PictureKind::Logo, &bad).is_err_and(|problem| problem.code == codes::PICTURE_REFUSED));
        }
        Ok(())
    }
}
