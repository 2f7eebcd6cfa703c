//! An item as it is registered with the operator and as distributors copy it: everything that an
//! order of it is later checked against, under one version number.

use crate::entity::{OfferContract, OfferVisibility, Picture};
use kernel::{CompanyId, Currency, ItemId, RegisteredItemId, TaxClass, VariantId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// One version of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegisteredSnapshot {
    /// The company that supplies it.
    pub supplier_id: CompanyId,
    /// The item at the supplier.
    pub item_id: ItemId,
    /// Its id at the operator, derived from the two above.
    pub registered_item_id: RegisteredItemId,
    /// Grows with every change; an older one never replaces a newer one.
    pub version: i64,
    /// Name in Korean.
    pub name: String,
    /// Name in English.
    pub name_en: Option<String>,
    /// Description in Korean.
    pub description: String,
    /// Description in English.
    pub description_en: Option<String>,
    /// Unit of quantity.
    pub unit: String,
    /// How it is taxed.
    pub tax_class: TaxClass,
    /// Code of the supplier's item category.
    pub category_code: Option<String>,
    /// What a distributor's sale of it is. An item that is not offered says `resale`, and its
    /// visibility says that nobody may use it.
    pub contract: OfferContract,
    /// Currency of all its prices.
    pub currency: Currency,
    /// Who may list it.
    pub visibility: OfferVisibility,
    /// The companies chosen, where the visibility says so.
    pub companies: Vec<CompanyId>,
    /// Least quantity of an order line.
    pub min_quantity: i32,
    /// Greatest quantity of an order line.
    pub max_quantity: Option<i32>,
    /// Its variants in use, in order.
    pub variants: Vec<SnapshotVariant>,
    /// Its pictures, in order.
    pub media: Vec<Picture>,
    /// Whether the item was put away.
    pub ended: bool,
}

/// A variant in a snapshot, with the prices of that moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SnapshotVariant {
    /// The variant at the supplier.
    pub variant_id: VariantId,
    /// Stock keeping unit.
    pub sku: String,
    /// Name in Korean.
    pub name: String,
    /// Name in English.
    pub name_en: Option<String>,
    /// List price.
    pub list_price_minor: i64,
    /// The supplier's own selling price.
    pub selling_price_minor: i64,
    /// What a distributor owes for it.
    pub supply_price_minor: i64,
    /// The lowest selling price that the supplier allows a distributor.
    pub price_floor_minor: i64,
}

impl RegisteredSnapshot {
    /// Whether a company may list the item: its supplier, or a distributor to whom it is offered.
    #[must_use]
    pub fn is_open_to(&self, company: CompanyId) -> bool {
        let offered = match self.visibility {
            OfferVisibility::Own => false,
            OfferVisibility::All => true,
            OfferVisibility::Chosen => self.companies.contains(&company),
        };
        !self.ended && (offered || company == self.supplier_id)
    }
}

/// The operator's id of an item: the same wherever it is computed.
#[must_use]
pub fn registered_item_id(supplier: CompanyId, item: ItemId) -> RegisteredItemId {
    RegisteredItemId(Uuid::new_v5(&supplier.uuid(), item.uuid().as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_registered_id_depends_on_supplier_and_item_alone() {
        let (supplier, item) = (CompanyId::new(), ItemId::new());
        assert_eq!(registered_item_id(supplier, item), registered_item_id(supplier, item));
        assert_ne!(registered_item_id(supplier, item), registered_item_id(CompanyId::new(), item));
        assert_ne!(registered_item_id(supplier, item), registered_item_id(supplier, ItemId::new()));
    }
}
