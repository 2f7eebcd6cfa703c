//! Sizes and keys of pictures, and which keys the public may read.

use crate::entity::MediaKeys;

/// Widths that a picture is stored in, in pixels.
pub const WIDTHS: [u32; 3] = [320, 800, 1600];
/// Least width and height of an uploaded picture.
pub const LEAST: u32 = 64;
/// Greatest width and height of an uploaded picture.
pub const GREATEST: u32 = 10_000;
/// Most pictures of an item.
pub const MOST: usize = 20;

/// The width that a size is stored in: never wider than the picture itself.
#[must_use]
pub fn stored_width(size: u32, original: u32) -> u32 {
    size.min(original)
}

/// The key of a picture in one width. It follows from the content, so that the same picture is
/// stored once and an address never changes its content.
#[must_use]
pub fn key(sha256: &str, width: u32) -> String {
    let folder: String = sha256.chars().take(2).collect();
    format!("media/{folder}/{sha256}-{width}.webp")
}

/// The keys of a picture of some original width.
#[must_use]
pub fn keys(sha256: &str, original: u32) -> MediaKeys {
    let [small, medium, large] = WIDTHS.map(|size| key(sha256, stored_width(size, original)));
    MediaKeys { small, medium, large }
}

/// The address at which the public reads a key.
#[must_use]
pub fn url(key: &str) -> String {
    format!("/api/v1/files/{key}")
}

/// The content type of a public picture, or none if the public may not read the key.
#[must_use]
pub fn public_type(key: &str) -> Option<&'static str> {
    let mut parts = key.split('/');
    let folder = matches!(parts.next(), Some("media" | "company"));
    let right = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'_' | b'.');
    let segment = |part: &str| !part.is_empty() && !part.starts_with('.') && part.bytes().all(right);
    let mut rest = parts.peekable();
    if !folder || key.len() > 200 || rest.peek().is_none() || !rest.all(segment) {
        return None;
    }
    match key.rsplit('.').next() {
        Some("webp") => Some("image/webp"),
        Some("png") => Some("image/png"),
        Some("jpg" | "jpeg") => Some("image/jpeg"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_picture_is_not_blown_up() {
        let keys = keys("abcd", 500);
        assert_eq!(keys.small, "media/ab/abcd-320.webp");
        assert_eq!(keys.medium, "media/ab/abcd-500.webp");
        assert_eq!(keys.large, keys.medium);
    }

    #[test]
    fn the_public_reads_pictures_alone() {
        assert_eq!(public_type("media/ab/abcd-320.webp"), Some("image/webp"));
        assert_eq!(public_type("company/company_01h/logo-1.png"), Some("image/png"));
        for bad in [
            "",
            "media",
            "media/",
            "documents/a.webp",
            "media/../trade/a.webp",
            "media//a.webp",
            "/media/a.webp",
            "media/a.pdf",
            "media/.hidden.webp",
            "media/a b.webp",
            "media/%2e%2e/a.webp",
            "media\\a.webp",
            "company",
            "mediax/a.webp",
        ] {
            assert_eq!(public_type(bad), None, "{bad}");
        }
    }
}
