//! An item as it is registered with the operator: the picture of it that an order is checked
//! against. Versions are never changed.

use crate::{
    contract::{ContractKind, Visibility},
    entity::{
        registered_item::{self, Status},
        registered_version,
    },
};
use kernel::{CompanyId, Currency, ItemId, Problem, RegisteredItemId, Result, TaxClass, VariantId};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// A version of an item, as its supplier's catalogue tells it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registration {
    /// Whose item it is.
    pub supplier_id: CompanyId,
    /// The item in the supplier's catalogue.
    pub item_id: ItemId,
    /// The item as registered.
    pub registered_item_id: RegisteredItemId,
    /// The version; a later one is greater.
    pub version: i64,
    /// Name.
    pub name: String,
    /// English name.
    pub name_en: Option<String>,
    /// Description.
    pub description: String,
    /// English description.
    pub description_en: Option<String>,
    /// Unit of count.
    pub unit: String,
    /// Tax class.
    pub tax_class: TaxClass,
    /// Category code.
    #[serde(default)]
    pub category_code: Option<String>,
    /// The contract under which it is offered.
    pub contract: ContractKind,
    /// Currency of its prices.
    pub currency: Currency,
    /// Who may resell it.
    pub visibility: Visibility,
    /// The companies named, if only they may.
    #[serde(default)]
    pub companies: Vec<CompanyId>,
    /// Least quantity of one line.
    pub min_quantity: i32,
    /// Greatest quantity of one line.
    pub max_quantity: Option<i32>,
    /// Its variants.
    pub variants: Vec<RegisteredVariant>,
    /// Its pictures, as the catalogue describes them.
    #[serde(default)]
    pub media: Vec<serde_json::Value>,
    /// Whether the supplier has ended it.
    #[serde(default)]
    pub ended: bool,
}

impl Registration {
    /// The registration that these rows were written from. Error: pictures of another shape.
    pub fn of(item: &registered_item::Model, version: &registered_version::Model) -> Result<Self> {
        Ok(Self {
            supplier_id: item.supplier_id,
            item_id: item.item_id,
            registered_item_id: item.id,
            version: version.version,
            name: version.name.clone(),
            name_en: version.name_en.clone(),
            description: version.description.clone(),
            description_en: version.description_en.clone(),
            unit: version.unit.clone(),
            tax_class: version.tax_class,
            category_code: version.category_code.clone(),
            contract: version.contract,
            currency: version.currency,
            visibility: item.visibility,
            companies: item.companies.iter().copied().map(CompanyId).collect(),
            min_quantity: version.min_quantity,
            max_quantity: version.max_quantity,
            variants: version.variants.0.clone(),
            media: serde_json::from_value(version.media.clone()).map_err(Problem::internal)?,
            ended: item.status != Status::Active,
        })
    }
}

/// A variant of a registered version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisteredVariant {
    /// The variant in the supplier's catalogue.
    pub variant_id: VariantId,
    /// Stock-keeping unit.
    pub sku: String,
    /// Name.
    pub name: String,
    /// English name.
    #[serde(default)]
    pub name_en: Option<String>,
    /// List price.
    pub list_price_minor: i64,
    /// The supplier's own selling price.
    #[serde(default)]
    pub selling_price_minor: i64,
    /// What the supplier gets.
    pub supply_price_minor: i64,
    /// The least price at which it may be sold; zero for none.
    #[serde(default)]
    pub price_floor_minor: i64,
}

/// The variants of a registered version, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Variants(pub Vec<RegisteredVariant>);

impl Variants {
    /// One of them.
    #[must_use]
    pub fn get(&self, id: VariantId) -> Option<&RegisteredVariant> {
        self.0.iter().find(|variant| variant.variant_id == id)
    }
}
