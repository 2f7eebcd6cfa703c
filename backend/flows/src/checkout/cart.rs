//! The cart as a buyer sees it: lines with their present prices and troubles, parts, total.

use super::quote::{Quote, Wanted, quote};
use crate::{Flows, codes};
use kernel::{CompanyId, Currency, Money, Result};
use platform::TenantTx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A company by name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct CompanyName {
    /// The company.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
}

/// A line of a cart.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct CartLine {
    /// The variant in this shop.
    pub variant_id: Uuid,
    /// Address of the product.
    pub product_slug: String,
    /// Name of the product.
    pub title: String,
    /// English name.
    pub title_en: Option<String>,
    /// Name of the variant.
    pub variant_name: String,
    /// English name of the variant.
    pub variant_name_en: Option<String>,
    /// Picture.
    pub picture_url: Option<String>,
    /// How many.
    pub quantity: i32,
    /// Selling price of one.
    pub unit_price: Money,
    /// Selling price times quantity.
    pub amount: Money,
    /// `in`, `low` or `out`.
    #[schema(example = "in")]
    pub stock: String,
    /// How many are left, where few are.
    pub left: Option<i32>,
    /// The most that can be ordered at once.
    pub max_quantity: Option<i32>,
    /// Code of what stands in the way of ordering this line.
    pub problem: Option<String>,
    /// Who supplies it.
    pub supplier: CompanyName,
}

/// One supplier's part of a cart.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PartView {
    /// The supplier.
    pub supplier: CompanyName,
    /// Sum of its lines.
    pub goods: Money,
    /// Its delivery fee.
    pub delivery: Money,
}

/// A cart.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Cart)]
pub struct CartView {
    /// Send it as `Madang-Cart` from now on; given when the cart is made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    /// The lines.
    pub lines: Vec<CartLine>,
    /// By supplier.
    pub parts: Vec<PartView>,
    /// Sum of the lines.
    pub goods: Money,
    /// Sum of the delivery fees.
    pub delivery: Money,
    /// VAT contained in the total.
    pub vat_included: Money,
    /// What there is to pay.
    pub total: Money,
    /// Number of pieces.
    pub count: i32,
}

/// The view of wanted lines.
pub async fn view(flows: &Flows, shop: &TenantTx, currency: Currency, wanted: &[Wanted], token: Option<String>) -> Result<CartView> {
    let quote = quote(flows, shop, currency, wanted).await?;
    Ok(shape(&quote, token))
}

fn shape(quote: &Quote, token: Option<String>) -> CartView {
    let name = |id: CompanyId| quote.parts.iter().find(|part| part.supplier.id == id).map(|part| part.supplier.name.clone());
    let lines = quote.lines.iter().map(|line| {
        let item = &line.item;
        let stock = catalog::rules::stock_class(item.available);
        CartLine {
            variant_id: item.listing_variant_id,
            product_slug: item.slug.clone(),
            title: item.title.clone(),
            title_en: item.title_en.clone(),
            variant_name: item.variant_name.clone(),
            variant_name_en: item.variant_name_en.clone(),
            picture_url: item.picture_key.as_ref().map(|key| format!("/api/v1/files/{key}")),
            quantity: line.quantity,
            unit_price: item.currency.minor(item.selling_price_minor),
            amount: line.amount,
            stock: stock.to_owned(),
            left: (stock == "low").then_some(item.available),
            max_quantity: item.max_quantity,
            problem: trouble(line.quantity, item).map(|code| code.name.to_owned()),
            supplier: CompanyName { id: item.supplier_id, name: name(item.supplier_id).unwrap_or_default() },
        }
    });
    let parts = quote.parts.iter().map(|part| PartView {
        supplier: CompanyName { id: part.supplier.id, name: part.supplier.name.clone() },
        goods: part.goods,
        delivery: part.delivery,
    });
    CartView {
        token,
        lines: lines.collect(),
        parts: parts.collect(),
        goods: quote.goods,
        delivery: quote.delivery,
        vat_included: quote.vat,
        total: quote.total,
        count: quote.lines.iter().map(|line| line.quantity).sum(),
    }
}

/// What stands in the way of ordering a line, if anything does.
pub fn trouble(quantity: i32, item: &catalog::queries::Sellable) -> Option<kernel::Code> {
    if !item.on_sale {
        Some(codes::LINE_NOT_ON_SALE)
    } else if quantity < item.min_quantity || item.max_quantity.is_some_and(|most| quantity > most) {
        Some(codes::LINE_QUANTITY)
    } else if quantity > item.available {
        Some(stock::UNAVAILABLE)
    } else {
        None
    }
}
