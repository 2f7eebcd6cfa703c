//! Registered items, the contracts for them, and what is offered to a company.

use crate::entity::{
    contract,
    registered_item::{self, Column, Status},
    registered_version,
};
use kernel::{CompanyId, Page, PageQuery, Problem, RegisteredItemId, Result, VariantId};
use platform::PlatformTx;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait,
    sea_query::{Expr, LikeExpr, extension::postgres::PgExpr},
};
use std::collections::{HashMap, HashSet};

/// What a distributor asks of the offers.
#[derive(Clone, Debug, Default)]
pub struct OfferFilter {
    /// Words in the name.
    pub q: Option<String>,
    /// Only those of a supplier.
    pub supplier_id: Option<CompanyId>,
    /// Only those that the company has listed, or only those that it has not.
    pub listed: Option<bool>,
}

/// An item that is offered to a company.
#[derive(Clone, Debug)]
pub struct OfferRow {
    /// The item.
    pub item: registered_item::Model,
    /// Its current version.
    pub version: registered_version::Model,
    /// The company's running contract for it, if it sells it.
    pub contract: Option<contract::Model>,
}

/// The running contract of a seller for an item.
pub async fn contract(tx: &PlatformTx, seller: CompanyId, item: RegisteredItemId) -> Result<Option<contract::Model>> {
    tx.one(contract::running(seller, item)).await
}

/// An item with its current version.
pub async fn registered(tx: &PlatformTx, id: RegisteredItemId) -> Result<Option<(registered_item::Model, registered_version::Model)>> {
    let Some(item) = tx.one(registered_item::Entity::find_by_id(id)).await? else { return Ok(None) };
    Ok(version(tx, id, item.version).await?.map(|version| (item, version)))
}

/// One version of an item.
pub async fn version(tx: &PlatformTx, id: RegisteredItemId, version: i64) -> Result<Option<registered_version::Model>> {
    tx.one(registered_version::Entity::find_by_id((id, version))).await
}

/// The companies that sell an item of another, at most 1,000.
pub async fn sellers_of(tx: &PlatformTx, item: RegisteredItemId) -> Result<Vec<CompanyId>> {
    let contracts = tx.all(contract::resellers(item).limit(1_000)).await?;
    Ok(contracts.into_iter().map(|contract| contract.seller_id).collect())
}

/// The companies that sell a variant of a supplier, the supplier aside, at most 1,000.
pub async fn sellers_of_variant(tx: &PlatformTx, supplier: CompanyId, variant: VariantId) -> Result<Vec<CompanyId>> {
    #[derive(FromQueryResult)]
    struct Seller {
        seller_id: CompanyId,
    }
    let sql = "SELECT DISTINCT contract.seller_id
               FROM registered_item AS item
               JOIN registered_version AS version ON version.registered_item_id = item.id AND version.version = item.version
               JOIN contract ON contract.registered_item_id = item.id AND contract.ended_at IS NULL
               WHERE item.supplier_id = $1 AND contract.seller_id <> $1
                 AND version.variants @> jsonb_build_array(jsonb_build_object('variant_id', $2::text))
               LIMIT 1000";
    let sellers: Vec<Seller> = tx.rows(sql, [supplier.into(), variant.to_string().into()]).await?;
    Ok(sellers.into_iter().map(|row| row.seller_id).collect())
}

/// An offer to a company. Error: no such item, or not offered to it and not sold by it either.
pub async fn offer(tx: &PlatformTx, company: CompanyId, id: RegisteredItemId) -> Result<OfferRow> {
    let (item, version) = registered(tx, id).await?.ok_or_else(Problem::not_found)?;
    let contract = contract(tx, company, id).await?;
    if item.is_open_to(company) || (contract.is_some() && item.supplier_id != company) {
        Ok(OfferRow { item, version, contract })
    } else {
        Err(Problem::not_found())
    }
}

/// What other companies offer to a company, the latest first.
pub async fn offers_for(tx: &PlatformTx, company: CompanyId, filter: &OfferFilter, page: &PageQuery) -> Result<Page<OfferRow>> {
    let limit = page.limit()?;
    let chosen = Expr::cust_with_values("$1 = ANY (companies)", [company.uuid()]);
    let open = Condition::any()
        .add(Column::Visibility.eq(crate::Visibility::All))
        .add(Condition::all().add(Column::Visibility.eq(crate::Visibility::Chosen)).add(chosen));
    let mut query = registered_item::Entity::find().filter(Column::Status.eq(Status::Active)).filter(Column::SupplierId.ne(company)).filter(open);
    if let Some(supplier) = filter.supplier_id {
        query = query.filter(Column::SupplierId.eq(supplier));
    }
    if let Some(words) = filter.q.as_deref().map(str::trim).filter(|words| !words.is_empty()) {
        let like = || LikeExpr::new(format!("%{}%", words.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_")));
        query = query.filter(Condition::any().add(Expr::col(Column::Name).ilike(like())).add(Expr::col(Column::NameEn).ilike(like())));
    }
    if let Some(listed) = filter.listed {
        let mine = contract::Entity::find()
            .select_only()
            .column(contract::Column::RegisteredItemId)
            .filter(contract::Column::SellerId.eq(company))
            .filter(contract::Column::EndedAt.is_null())
            .into_query();
        query = query.filter(if listed { Column::Id.in_subquery(mine) } else { Column::Id.not_in_subquery(mine) });
    }
    if let Some(after) = page.position::<RegisteredItemId>()? {
        query = query.filter(Column::Id.gt(after));
    }
    let items = tx.all(query.order_by_asc(Column::Id).limit(limit + 1)).await?;
    let page = Page::from_surplus(items, limit, |item| item.id);
    Ok(Page { items: with_versions(tx, company, page.items).await?, next: page.next })
}

async fn with_versions(tx: &PlatformTx, company: CompanyId, items: Vec<registered_item::Model>) -> Result<Vec<OfferRow>> {
    let current: Vec<_> = items.iter().map(|item| (item.id, item.version)).collect();
    let ids: Vec<_> = items.iter().map(|item| item.id).collect();
    let mut versions: HashMap<_, _> = tx.all(registered_version::of(&current)).await?.into_iter().map(|row| (row.registered_item_id, row)).collect();
    let mut contracts: HashMap<_, _> =
        tx.all(contract::running_at(company, &ids, tx.now())).await?.into_iter().map(|row| (row.registered_item_id, row)).collect();
    let mut seen = HashSet::new();
    Ok(items
        .into_iter()
        .filter(|item| seen.insert(item.id))
        .filter_map(|item| {
            let version = versions.remove(&item.id)?;
            let contract = contracts.remove(&item.id);
            Some(OfferRow { item, version, contract })
        })
        .collect())
}
