//! Offering an item to distributors, and ending the offer.

use super::register::{locked, locked_active, touched};
use crate::{
    audit, codes,
    entity::{ItemStatus, OfferStatus, OfferVisibility, supply_offer, variant},
    http::body::NewSupplyOffer,
    rules::check::Checks,
};
use kernel::{CompanyId, ItemId, Problem, Result, SupplyOfferId};
use platform::{TenantTx, audit::Entry, scope::same_version};
use rust_decimal::Decimal;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Most companies chosen.
const MOST: usize = 200;

/// Offers an item, or changes its offer. Errors: invalid fields, a stale version, another contract
/// while the offer stands.
pub async fn put_offer(tx: &TenantTx, item: ItemId, seen: Option<i64>, new: &NewSupplyOffer) -> Result<supply_offer::Model> {
    let companies = check(tx.company(), new)?;
    let item = locked_active(tx, item).await?;
    let active = variant::Entity::find().filter(variant::Column::ItemId.eq(item.id)).filter(variant::Column::Status.eq(ItemStatus::Active));
    if tx.count(active).await? == 0 {
        return Err(codes::ITEM_NOT_ACTIVE.into());
    }
    let rate = new.price_floor_rate.map(|rate| rate.normalize());
    let standing = of_item(tx, item.id).await?;
    let before = standing.as_ref().map_or(Value::Null, audit::offer);
    let offer = match standing {
        None => {
            let row = supply_offer::ActiveModel {
                id: Set(SupplyOfferId::new()),
                item_id: Set(item.id),
                contract: Set(new.contract),
                visibility: Set(new.visibility),
                companies: Set(companies),
                min_quantity: Set(new.min_quantity.unwrap_or(1)),
                max_quantity: Set(new.max_quantity),
                price_floor_rate: Set(rate),
                status: Set(OfferStatus::Active),
                updated_at: Set(tx.now()),
                version: Set(1),
            };
            tx.insert(row).await?
        }
        Some(standing) => {
            same_version(seen, standing.version)?;
            if standing.status == OfferStatus::Active && standing.contract != new.contract {
                return Err(Problem::new(codes::OFFER_CONTRACT_FIXED).field("contract", "fixed"));
            }
            let version = standing.version + 1;
            let mut row = standing.into_active_model();
            row.contract = Set(new.contract);
            row.visibility = Set(new.visibility);
            row.companies = Set(companies);
            row.min_quantity = Set(new.min_quantity.unwrap_or(1));
            row.max_quantity = Set(new.max_quantity);
            row.price_floor_rate = Set(rate);
            row.status = Set(OfferStatus::Active);
            row.updated_at = Set(tx.now());
            row.version = Set(version);
            tx.update(row).await?
        }
    };
    tx.record(Entry::new(audit::OFFER_SET, item.id, &item.name).changed(before, audit::offer(&offer))).await?;
    touched(tx, item).await?;
    Ok(offer)
}

/// Ends the offer of an item; distributors' listings end with it. Errors: not found, not offered.
pub async fn end_offer(tx: &TenantTx, item: ItemId) -> Result<()> {
    let item = locked(tx, item).await?;
    let offer = of_item(tx, item.id).await?.filter(|offer| offer.status == OfferStatus::Active);
    let offer = offer.ok_or(codes::OFFER_NOT_ACTIVE)?;
    let version = offer.version + 1;
    let mut row = offer.into_active_model();
    row.status = Set(OfferStatus::Ended);
    row.updated_at = Set(tx.now());
    row.version = Set(version);
    let row = tx.update(row).await?;
    let entry = Entry::new(audit::OFFER_ENDED, item.id, &item.name);
    tx.record(entry.changed(json!({"status": OfferStatus::Active}), json!({"status": row.status}))).await?;
    touched(tx, item).await?;
    Ok(())
}

pub(super) async fn of_item(tx: &TenantTx, item: ItemId) -> Result<Option<supply_offer::Model>> {
    tx.one(supply_offer::Entity::find().filter(supply_offer::Column::ItemId.eq(item)).lock_exclusive()).await
}

/// Checks a body; returns the companies chosen, each once.
fn check(own: CompanyId, new: &NewSupplyOffer) -> Result<Vec<Uuid>> {
    let mut checks = Checks::default();
    let chosen: BTreeSet<CompanyId> = new.companies.iter().flatten().copied().collect();
    match new.visibility {
        OfferVisibility::Own => checks.fault("visibility", "unsupported"),
        OfferVisibility::All => checks.hold(chosen.is_empty(), "companies", "unexpected"),
        OfferVisibility::Chosen => checks.hold((1..=MOST).contains(&chosen.len()), "companies", "out_of_range"),
    }
    checks.hold(!chosen.contains(&own), "companies", "own_company");
    let least = checks.quantity("min_quantity", new.min_quantity.unwrap_or(1), 1);
    if let Some(most) = new.max_quantity {
        checks.quantity("max_quantity", most, least.max(1));
    }
    if let Some(rate) = new.price_floor_rate {
        let right = rate >= Decimal::ZERO && rate <= Decimal::ONE && rate.normalize().scale() <= 4;
        checks.hold(right, "price_floor_rate", "out_of_range");
    }
    checks.done()?;
    Ok(chosen.into_iter().map(CompanyId::uuid).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::OfferContract;

    fn body() -> NewSupplyOffer {
        NewSupplyOffer {
            contract: OfferContract::Resale,
            visibility: OfferVisibility::All,
            companies: None,
            min_quantity: None,
            max_quantity: None,
            price_floor_rate: None,
        }
    }

    #[test]
    fn an_offer_is_to_all_or_to_companies_named() {
        let (own, other) = (CompanyId::new(), CompanyId::new());
        let fault = |new: NewSupplyOffer| check(own, &new).err().map(|p| p.fields.into_iter().map(|f| f.field).collect::<Vec<_>>());
        assert_eq!(fault(body()), None);
        assert_eq!(fault(NewSupplyOffer { visibility: OfferVisibility::Own, ..body() }), Some(vec!["visibility".into()]));
        assert_eq!(fault(NewSupplyOffer { visibility: OfferVisibility::Chosen, ..body() }), Some(vec!["companies".into()]));
        assert_eq!(
            fault(NewSupplyOffer { visibility: OfferVisibility::Chosen, companies: Some(vec![own]), ..body() }),
            Some(vec!["companies".into()])
        );
        let chosen = NewSupplyOffer { visibility: OfferVisibility::Chosen, companies: Some(vec![other, other]), ..body() };
        assert_eq!(check(own, &chosen).ok(), Some(vec![other.uuid()]));
    }

    #[test]
    fn quantities_and_the_floor_have_bounds() {
        let own = CompanyId::new();
        let bad = [
            NewSupplyOffer { min_quantity: Some(0), ..body() },
            NewSupplyOffer { min_quantity: Some(5), max_quantity: Some(4), ..body() },
            NewSupplyOffer { price_floor_rate: Some(Decimal::new(11, 1)), ..body() },
            NewSupplyOffer { price_floor_rate: Some(Decimal::new(12345, 5)), ..body() },
            NewSupplyOffer { price_floor_rate: Some(Decimal::new(-1, 1)), ..body() },
        ];
        for body in bad {
            assert!(check(own, &body).is_err(), "{body:?}");
        }
        assert!(check(own, &NewSupplyOffer { price_floor_rate: Some(Decimal::new(80_000, 5)), max_quantity: Some(1), ..body() }).is_ok());
    }
}
