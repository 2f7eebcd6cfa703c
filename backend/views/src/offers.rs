//! What other companies offer to a distributor.

use crate::names::{CompanyName, names};
use actix_web::{HttpResponse, get, web::Data};
use kernel::{CompanyId, Function, Money, Page, PageQuery, Problem, RegisteredItemId, Result, TaxClass, VariantId, need};
use platform::{
    App,
    http::{self, Member, PathId, Query},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use trade::{
    ContractKind,
    queries::{OfferFilter, OfferRow as Found},
};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Which offers.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OffersQuery {
    /// Words in the name.
    q: Option<String>,
    /// Only those of a supplier.
    #[param(value_type = Option<CompanyId>)]
    supplier_id: Option<CompanyId>,
    /// Only those that are listed in the own shop, or only those that are not.
    listed: Option<bool>,
    /// Rows per page.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// An offer in a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct OfferRow {
    /// The registered item.
    registered_item_id: RegisteredItemId,
    /// Its version.
    version: i64,
    /// Name.
    name: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name_en: Option<String>,
    /// Who offers it.
    supplier: CompanyName,
    /// What a sale under it is.
    contract: ContractKind,
    /// Least quantity of a line.
    min_quantity: i32,
    /// Greatest quantity of a line.
    #[serde(skip_serializing_if = "Option::is_none")]
    max_quantity: Option<i32>,
    /// Picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    picture_url: Option<String>,
    /// Lowest supply price of its variants.
    supply_from: Money,
    /// Lowest list price of its variants.
    list_from: Money,
    /// Whether it is listed in the own shop.
    listed: bool,
}

/// An offer with its variants.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct Offer {
    /// As in the list.
    #[serde(flatten)]
    row: OfferRow,
    /// Description.
    description: String,
    /// English description.
    #[serde(skip_serializing_if = "Option::is_none")]
    description_en: Option<String>,
    /// Unit of count.
    unit: String,
    /// Tax class.
    tax_class: TaxClass,
    /// Rate of the platform's fee on sales of the own shop (0.03 is 3 %).
    #[schema(value_type = String, example = "0.030000")]
    fee_rate: rust_decimal::Decimal,
    /// Its variants.
    variants: Vec<OfferVariant>,
}

/// A variant of an offer.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct OfferVariant {
    /// The supplier's variant.
    variant_id: VariantId,
    /// Stock keeping unit.
    sku: String,
    /// Name.
    name: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name_en: Option<String>,
    /// List price.
    list_price: Money,
    /// What the seller owes the supplier.
    supply_price: Money,
    /// The lowest selling price allowed.
    price_floor: Money,
    /// What the supplier has to give.
    available: i32,
}

/// Find what suppliers offer.
#[utoipa::path(operation_id = "company.supply_offer.list", params(OffersQuery), responses((status = 200, body = Page<OfferRow>)))]
#[get("/company/supply-offers")]
async fn list(app: Data<App>, who: Member<need::ViewResale>, query: Query<OffersQuery>) -> Result<HttpResponse> {
    let query = query.0;
    let filter = OfferFilter { q: query.q, supplier_id: query.supplier_id, listed: query.listed };
    let tx = app.platform().await?;
    let mut page = trade::queries::offers_for(&tx, who.company, &filter, &PageQuery { limit: query.limit, cursor: query.cursor }).await?;
    // A page may become shorter than was asked for; the next one follows all the same.
    let ids: Vec<CompanyId> = page.items.iter().map(|offer| offer.item.supplier_id).collect();
    let suppliers = company::queries::by_ids(&tx, &ids).await?;
    page.items.retain(|offer| suppliers.get(&offer.item.supplier_id).is_some_and(|supplier| supplier.has(Function::Supply)));
    let names = names(&tx, page.items.iter().map(|offer| offer.item.supplier_id)).await?;
    Ok(http::ok(&page.map(|offer| row(&offer, &names))))
}

/// See an offer.
#[utoipa::path(operation_id = "company.supply_offer.read", params(("id" = RegisteredItemId, Path)), responses((status = 200, body = Offer)))]
#[get("/company/supply-offers/{id}")]
async fn read(app: Data<App>, who: Member<need::ViewResale>, id: PathId<RegisteredItemId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let found = trade::queries::offer(&tx, who.company, id.0).await?;
    let supplier = company::queries::by_id(&tx, found.item.supplier_id).await?;
    if !supplier.is_some_and(|supplier| supplier.has(Function::Supply)) {
        return Err(Problem::not_found());
    }
    let names = names(&tx, [found.item.supplier_id]).await?;
    let own = company::queries::by_id(&tx, who.company).await?.ok_or_else(Problem::not_found)?;
    let fee_rate = company::queries::fee_rate(&tx, own.id, &own.plan, None, tx.now()).await?;
    drop(tx);
    let ids: Vec<VariantId> = found.version.variants.0.iter().map(|variant| variant.variant_id).collect();
    let tx = app.tenant(found.item.supplier_id).await?;
    let levels = stock::queries::levels(&tx, &ids).await?;
    let currency = found.version.currency;
    let variants = found.version.variants.0.iter().map(|variant| OfferVariant {
        variant_id: variant.variant_id,
        sku: variant.sku.clone(),
        name: variant.name.clone(),
        name_en: variant.name_en.clone(),
        list_price: currency.minor(variant.list_price_minor),
        supply_price: currency.minor(variant.supply_price_minor),
        price_floor: currency.minor(variant.price_floor_minor),
        available: levels.get(&variant.variant_id).map_or(0, |level| level.on_hand - level.reserved),
    });
    Ok(http::ok(&Offer {
        description: found.version.description.clone(),
        description_en: found.version.description_en.clone(),
        unit: found.version.unit.clone(),
        tax_class: found.version.tax_class,
        fee_rate,
        variants: variants.collect(),
        row: row(&found, &names),
    }))
}

fn row(offer: &Found, names: &HashMap<CompanyId, String>) -> OfferRow {
    let version = &offer.version;
    let least = |price: fn(&trade::registration::RegisteredVariant) -> i64| version.variants.0.iter().map(price).min().unwrap_or(0);
    OfferRow {
        registered_item_id: offer.item.id,
        version: version.version,
        name: version.name.clone(),
        name_en: version.name_en.clone(),
        supplier: CompanyName::of(offer.item.supplier_id, names),
        contract: version.contract,
        min_quantity: version.min_quantity,
        max_quantity: version.max_quantity,
        picture_url: version.cover().map(|key| format!("/api/v1/files/{key}")),
        supply_from: version.currency.minor(least(|variant| variant.supply_price_minor)),
        list_from: version.currency.minor(least(|variant| variant.list_price_minor)),
        listed: offer.contract.is_some(),
    }
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(list).service(read);
}
