//! The demo world's catalogue as `catalog.json` holds it. What the seed does not use is left unread.

use catalog::entity::OfferContract;
use company::company::{Function, SettlementCycle};
use kernel::{Locale, OperatorRole, Problem, Result, Role, TaxClass};
use serde::Deserialize;
use std::{collections::BTreeMap, path::Path};

/// Everything that the file says.
#[derive(Deserialize)]
pub(super) struct Catalog {
    pub operator: Operator,
    pub companies: Vec<Company>,
    pub applicant: Applicant,
    pub categories: Categories,
    pub items: Vec<Item>,
    pub resale: BTreeMap<String, Vec<Resale>>,
    pub buyers: Vec<Buyer>,
}

#[derive(Deserialize)]
pub(super) struct Operator {
    pub people: Vec<Person<OperatorRole>>,
}

/// Somebody with a role at the operator or in a company.
#[derive(Clone, Deserialize)]
pub(super) struct Person<R> {
    pub name_ko: String,
    pub role: R,
    pub email: String,
}

/// What a company says of itself when it signs up.
#[derive(Clone, Deserialize)]
pub(super) struct Profile {
    pub slug: String,
    pub name_ko: String,
    pub name_en: String,
    pub registration_number: String,
    pub representative_ko: String,
    pub mail_order_report_number: String,
    pub address: Address,
    pub phone: String,
    pub email: String,
    pub about_ko: String,
    pub about_en: String,
    pub functions: Vec<Function>,
}

#[derive(Clone, Deserialize)]
pub(super) struct Address {
    pub postal_code: String,
    pub country: String,
    pub line1_ko: String,
    pub line2_ko: String,
}

#[derive(Clone, Deserialize)]
pub(super) struct Company {
    #[serde(flatten)]
    pub profile: Profile,
    pub logo: String,
    pub banner: String,
    pub payout_account: PayoutAccount,
    pub rules: Rules,
    pub delivery: Delivery,
    pub members: Vec<Person<Role>>,
}

#[derive(Clone, Deserialize)]
pub(super) struct PayoutAccount {
    pub bank: String,
    pub account: String,
    pub holder: String,
}

#[derive(Clone, Copy, Deserialize)]
pub(super) struct Rules {
    pub auto_request: bool,
    pub auto_accept: bool,
    pub settlement_cycle: SettlementCycle,
}

#[derive(Clone, Copy, Deserialize)]
pub(super) struct Delivery {
    pub fee_minor: i64,
    pub free_from_minor: i64,
}

/// A company that waits to be verified.
#[derive(Clone, Deserialize)]
pub(super) struct Applicant {
    #[serde(flatten)]
    pub profile: Profile,
    pub owner: Person<Role>,
}

#[derive(Deserialize)]
pub(super) struct Categories {
    pub item: Vec<ItemCategory>,
    pub shop: BTreeMap<String, Vec<Shelf>>,
}

#[derive(Deserialize)]
pub(super) struct ItemCategory {
    pub key: String,
    pub name_ko: String,
    pub name_en: String,
    #[serde(default)]
    pub children: Vec<ItemCategory>,
}

/// A category of a shop, and which item categories stand on it.
#[derive(Deserialize)]
pub(super) struct Shelf {
    pub key: String,
    pub name_ko: String,
    pub name_en: String,
    pub item_categories: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Item {
    pub company: String,
    pub code: String,
    pub name_ko: String,
    pub name_en: String,
    pub description_ko: String,
    pub description_en: String,
    pub unit: String,
    pub tax_class: TaxClass,
    pub category: String,
    pub variants: Vec<Variant>,
    pub offer: Offer,
    pub picture: String,
}

#[derive(Deserialize)]
pub(super) struct Variant {
    pub sku: String,
    pub name_ko: String,
    pub name_en: String,
    pub list_price_minor: i64,
    pub selling_price_minor: i64,
    pub supply_price_minor: i64,
    pub barcode: String,
    pub opening_stock: i32,
}

#[derive(Deserialize)]
pub(super) struct Offer {
    pub open: bool,
    pub contract: OfferContract,
    pub min_quantity: Option<i32>,
    pub max_quantity: Option<i32>,
}

/// An item of another company that a shop lists.
#[derive(Deserialize)]
pub(super) struct Resale {
    pub item: String,
    pub shop_category: String,
    pub variants: Vec<ResaleVariant>,
}

#[derive(Deserialize)]
pub(super) struct ResaleVariant {
    pub supplier_sku: String,
    pub selling_price_minor: i64,
}

#[derive(Clone, Deserialize)]
pub(super) struct Buyer {
    pub key: String,
    /// Orders without an account.
    #[serde(default)]
    pub guest: bool,
    pub kind: BuyerKind,
    pub name_ko: String,
    pub name_en: String,
    pub locale: Locale,
    pub email: String,
    pub phone: String,
    pub address: Address,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum BuyerKind {
    Individual,
    Business,
}

impl Buyer {
    /// The name in the buyer's own language.
    pub fn name(&self) -> &str {
        match self.locale {
            Locale::Ko => &self.name_ko,
            Locale::En => &self.name_en,
        }
    }
}

impl Catalog {
    /// Reads the catalogue of a folder. Error: no such file, or one that says something else.
    pub fn read(dir: &Path) -> Result<Self> {
        let path = dir.join("catalog.json");
        let text = std::fs::read_to_string(&path).map_err(|error| {
            Problem::internal(format!("{} cannot be read ({error}); start in the folder of the sources or set MADANG_DEMO_DIR", path.display()))
        })?;
        serde_json::from_str(&text).map_err(|error| Problem::internal(format!("{}: {error}", path.display())))
    }
}
