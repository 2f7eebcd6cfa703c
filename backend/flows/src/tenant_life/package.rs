//! What a package of a company's data is made of; `docs/export.md` says the same in prose.

use chrono::{DateTime, Utc};
use kernel::CompanyId;
use serde::{Deserialize, Serialize};

/// The format's name and edition; a reader refuses what it does not know.
pub const FORMAT: &str = "madang.company/1";
/// The last file of a package, which describes the others.
pub const MANIFEST: &str = "manifest.json";
/// What the company says of itself.
pub const COMPANY: &str = "company.json";
/// Its people.
pub const MEMBERS: &str = "records/members.ndjson";
/// What its people uploaded as papers of trades.
pub const DOCUMENTS: &str = "records/documents.ndjson";

/// Where a table's rows lie.
#[must_use]
pub fn table_file(table: &str) -> String {
    format!("tables/{table}.ndjson")
}

/// Where a stored file lies.
#[must_use]
pub fn stored_file(key: &str) -> String {
    format!("files/{key}")
}

/// The last file of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// [`FORMAT`].
    pub format: String,
    /// The program that made it.
    pub made_by: String,
    /// The moment that it shows.
    pub made_at: DateTime<Utc>,
    /// The company.
    pub company_id: CompanyId,
    /// The last migration of the tables in it.
    pub schema_version: String,
    /// All other files, in order.
    pub files: Vec<PackedFile>,
}

/// A file of a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PackedFile {
    /// Its name in the package.
    pub name: String,
    /// Its size in bytes, unpacked.
    pub size: u64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
    /// Its lines, where it is a table or a list.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rows: Option<u64>,
}

/// What a company says of itself, without what the platform decides about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    pub id: CompanyId,
    pub slug: String,
    pub name: String,
    pub name_en: Option<String>,
    pub country: String,
    pub currency: kernel::Currency,
    pub time_zone: String,
    pub locale: kernel::Locale,
    pub business_number: String,
    pub representative: String,
    pub mail_order_number: Option<String>,
    pub postcode: String,
    pub address1: String,
    pub address2: Option<String>,
    pub phone: String,
    pub email: String,
    pub about: Option<String>,
    pub about_en: Option<String>,
    pub logo_key: Option<String>,
    pub banner_key: Option<String>,
    pub functions: company::company::Functions,
    pub auto_request: bool,
    pub auto_accept: bool,
    pub delivery_fee_minor: i64,
    pub free_delivery_from_minor: Option<i64>,
    pub settlement_cycle: company::Cycle,
    pub payout_bank: Option<String>,
    pub payout_account: Option<String>,
    pub payout_holder: Option<String>,
    pub created_at: DateTime<Utc>,
}

impl From<company::Company> for Profile {
    fn from(row: company::Company) -> Self {
        Self {
            id: row.id,
            slug: row.slug,
            name: row.name,
            name_en: row.name_en,
            country: row.country,
            currency: row.currency,
            time_zone: row.time_zone,
            locale: row.locale,
            business_number: row.business_number,
            representative: row.representative,
            mail_order_number: row.mail_order_number,
            postcode: row.postcode,
            address1: row.address1,
            address2: row.address2,
            phone: row.phone,
            email: row.email,
            about: row.about,
            about_en: row.about_en,
            logo_key: row.logo_key,
            banner_key: row.banner_key,
            functions: row.functions,
            auto_request: row.auto_request,
            auto_accept: row.auto_accept,
            delivery_fee_minor: row.delivery_fee_minor,
            free_delivery_from_minor: row.free_delivery_from_minor,
            settlement_cycle: row.settlement_cycle,
            payout_bank: row.payout_bank,
            payout_account: row.payout_account,
            payout_holder: row.payout_holder,
            created_at: row.created_at,
        }
    }
}
