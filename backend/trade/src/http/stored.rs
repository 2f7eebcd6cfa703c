//! Uploaded files: their type is judged by content, their key is made of it, and they are handed
//! out in a way that no browser runs them.

use crate::{
    actions::NewDocument,
    codes::{FILE_EMPTY, FILE_TYPE},
};
use actix_web::{
    HttpResponse,
    http::header::{self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue},
    web::Bytes,
};
use kernel::{CompanyId, Problem, Result};
use sha2::{Digest, Sha256};

/// Longest file name that is kept, in characters.
const NAME_LENGTH_MAX: usize = 120;

/// What an upload is. Errors: empty, or neither PDF nor PNG nor JPEG by its content.
pub(super) fn examine(company: CompanyId, name: Option<&str>, bytes: &Bytes) -> Result<NewDocument> {
    if bytes.is_empty() {
        return Err(FILE_EMPTY.into());
    }
    let (media_type, extension) = match infer::get(bytes).map(|kind| kind.mime_type()) {
        Some("application/pdf") => ("application/pdf", "pdf"),
        Some("image/png") => ("image/png", "png"),
        Some("image/jpeg") => ("image/jpeg", "jpg"),
        _ => return Err(FILE_TYPE.into()),
    };
    let sha256 = hex::encode(Sha256::digest(bytes));
    Ok(NewDocument {
        name: plain_name(name.unwrap_or_default(), extension),
        media_type: media_type.to_owned(),
        // The same bytes of the same company lie under the same key, so that a repeated upload
        // leaves nothing behind.
        key: format!("documents/{}/{sha256}.{extension}", company.uuid().simple()),
        sha256,
        size: i64::try_from(bytes.len()).map_err(Problem::internal)?,
    })
}

/// The last part of a name, without what a file system or a header could stumble over.
fn plain_name(name: &str, extension: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain: String = last.chars().filter(|letter| !letter.is_control() && !matches!(letter, '"' | '<' | '>' | ':' | '|' | '?' | '*')).collect();
    let plain: String = plain.trim().chars().take(NAME_LENGTH_MAX).collect();
    if plain.is_empty() { format!("document.{extension}") } else { plain }
}

/// A stored file as a download.
pub(super) fn download(media_type: &str, name: &str, bytes: Bytes) -> HttpResponse {
    let name = ExtendedValue { charset: Charset::Ext("UTF-8".to_owned()), language_tag: None, value: name.as_bytes().to_vec() };
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, media_type))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'"))
        .insert_header((header::CACHE_CONTROL, "private, no-store"))
        .insert_header(ContentDisposition { disposition: DispositionType::Attachment, parameters: vec![DispositionParam::FilenameExt(name)] })
        .body(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bytes(content: &'static [u8]) -> Bytes {
        Bytes::from_static(content)
    }

    #[test]
    fn the_content_decides_the_type() {
        let company = CompanyId::new();
        let pdf = examine(company, Some("paper.png"), &bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"));
        assert_eq!(pdf.map(|file| file.media_type).ok().as_deref(), Some("application/pdf"));
        let png = examine(company, None, &bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"));
        assert_eq!(png.map(|file| file.name).ok().as_deref(), Some("document.png"));
        for wrong in [&b"<html>"[..], b"MZ\x90\x00", b"hello", b"PK\x03\x04", b"GIF89a"] {
            let refused = examine(company, Some("paper.pdf"), &Bytes::copy_from_slice(wrong));
            assert_eq!(refused.map_err(|problem| problem.code).err(), Some(FILE_TYPE));
        }
        assert_eq!(examine(company, None, &bytes(b"")).map_err(|problem| problem.code).err(), Some(FILE_EMPTY));
    }

    #[test]
    fn a_name_never_becomes_a_path() {
        assert_eq!(plain_name("../../etc/passwd", "pdf"), "passwd");
        assert_eq!(plain_name("C:\\papers\\납품확인서.pdf", "pdf"), "납품확인서.pdf");
        assert_eq!(plain_name(" \n\t ", "pdf"), "document.pdf");
        assert_eq!(plain_name(&"a".repeat(500), "pdf").len(), NAME_LENGTH_MAX);
    }

    #[test]
    fn keys_are_made_of_company_and_content_alone() {
        let company = CompanyId::new();
        let one = examine(company, Some("a.pdf"), &bytes(b"%PDF-1.7")).map(|file| file.key).ok();
        let two = examine(company, Some("../b.pdf"), &bytes(b"%PDF-1.7")).map(|file| file.key).ok();
        assert!(one.is_some() && one == two);
        assert_ne!(one, examine(CompanyId::new(), None, &bytes(b"%PDF-1.7")).map(|file| file.key).ok());
    }
}
