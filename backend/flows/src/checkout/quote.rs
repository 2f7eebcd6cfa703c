//! What a set of lines costs in a shop: parts by supplier with their delivery fees, the VAT
//! contained, the total. The same figures are shown in the cart and charged at the checkout.

use crate::{Flows, names};
use catalog::queries::Sellable;
use kernel::{CompanyId, Currency, Function, Money, Problem, Result, TaxClass, TaxRule};
use platform::TenantTx;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// A line that a buyer wants.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The variant in this shop.
    pub variant: Uuid,
    /// How many.
    pub quantity: i32,
}

/// A wanted line with what the catalogue says of it.
#[derive(Clone, Debug)]
pub struct QuoteLine {
    /// The product.
    pub item: Sellable,
    /// How many.
    pub quantity: i32,
    /// Selling price times quantity.
    pub amount: Money,
}

/// One supplier's part.
#[derive(Clone, Debug)]
pub struct Part {
    /// The supplier.
    pub supplier: crate::names::Company,
    /// Sum of its lines.
    pub goods: Money,
    /// Its delivery fee, by its own rule.
    pub delivery: Money,
    /// Whether it delivers nothing new: it has to stop, or it leaves.
    pub stops: bool,
}

/// What it costs.
#[derive(Clone, Debug)]
pub struct Quote {
    /// The lines, in the order wanted; a variant that is gone is missing.
    pub lines: Vec<QuoteLine>,
    /// The parts, by supplier.
    pub parts: Vec<Part>,
    /// Sum of all lines.
    pub goods: Money,
    /// Sum of the delivery fees.
    pub delivery: Money,
    /// VAT contained in the total.
    pub vat: Money,
    /// What the buyer pays.
    pub total: Money,
}

/// Computes what the wanted lines cost.
pub async fn quote(flows: &Flows, shop: &TenantTx, currency: Currency, wanted: &[Wanted]) -> Result<Quote> {
    let ids: Vec<Uuid> = wanted.iter().map(|line| line.variant).collect();
    let found = catalog::queries::sellable(shop, &ids).await?;
    let by_id: HashMap<Uuid, Sellable> = found.into_iter().map(|item| (item.listing_variant_id, item)).collect();
    let mut lines = Vec::with_capacity(wanted.len());
    for line in wanted {
        if let Some(item) = by_id.get(&line.variant) {
            let amount = currency.minor(item.selling_price_minor).times(i64::from(line.quantity))?;
            lines.push(QuoteLine { item: item.clone(), quantity: line.quantity, amount });
        }
    }
    let parts = parts(flows, shop.company(), currency, &mut lines).await?;
    // What a supplier who has to stop would deliver is not on sale, in whichever shop it is listed.
    for line in &mut lines {
        line.item.on_sale &= !parts.iter().any(|part| part.supplier.id == line.item.supplier_id && part.stops);
    }
    let zero = Money::zero(currency);
    let goods = lines.iter().try_fold(zero, |sum, line| sum.plus(line.amount))?;
    let delivery = parts.iter().try_fold(zero, |sum, part| sum.plus(part.delivery))?;
    let vat = vat(currency, &lines, delivery)?;
    Ok(Quote { total: goods.plus(delivery)?, lines, parts, goods, delivery, vat })
}

async fn parts(flows: &Flows, seller: CompanyId, currency: Currency, lines: &mut [QuoteLine]) -> Result<Vec<Part>> {
    let mut goods: BTreeMap<CompanyId, Money> = BTreeMap::new();
    for line in lines.iter() {
        let sum = goods.entry(line.item.supplier_id).or_insert(Money::zero(currency));
        *sum = sum.plus(line.amount)?;
    }
    let ids: Vec<CompanyId> = goods.keys().copied().chain([seller]).collect();
    let tx = flows.app.platform().await?;
    let mut companies = names::companies(&tx, &ids).await?;
    let closing = company::queries::closing(&tx, &ids).await?;
    drop(tx);
    // What another company supplies is on sale while both use the functions that it takes.
    let resells = companies.get(&seller).is_some_and(|company| company.has(Function::Resale));
    for line in lines.iter_mut().filter(|line| line.item.supplier_id != seller) {
        let supplies = companies.get(&line.item.supplier_id).is_some_and(|company| company.has(Function::Supply));
        line.item.on_sale &= resells && supplies;
    }
    let mut parts = Vec::with_capacity(goods.len());
    for (id, goods) in goods {
        let supplier = companies.remove(&id).ok_or_else(|| Problem::internal("a supplier is missing"))?;
        let delivery = company::rules::delivery_fee(&supplier, goods);
        let stops = supplier.stopped() || closing.contains(&id);
        parts.push(Part { supplier, goods, delivery, stops });
    }
    Ok(parts)
}

/// The VAT contained, found once per tax class; delivery is taxable.
fn vat(currency: Currency, lines: &[QuoteLine], delivery: Money) -> Result<Money> {
    let mut by_class: BTreeMap<TaxClass, Money> = BTreeMap::from([(TaxClass::Taxable, delivery)]);
    for line in lines {
        let sum = by_class.entry(line.item.tax_class).or_insert(Money::zero(currency));
        *sum = sum.plus(line.amount)?;
    }
    by_class.into_iter().try_fold(Money::zero(currency), |sum, (class, gross)| Ok(sum.plus(TaxRule::KR.included(gross, class)?)?))
}
