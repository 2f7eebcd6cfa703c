//! Registered items, contracts, lists and the gate's own facts.

use crate::support::{Desk, draft, registration};
use chrono::Duration;
use kernel::{Actor, CompanyId, PageQuery, Result};
use trade::{
    ContractKind, State, Visibility, actions, codes,
    gate::Check,
    queries::{self, CompanyFilter, CompanyRole, OfferFilter, OperatorFilter, Sort},
    registration::Registration,
};

fn page(limit: u64, cursor: Option<String>) -> PageQuery {
    PageQuery { limit: Some(limit), cursor }
}

#[tokio::test]
async fn an_older_version_never_replaces_a_newer_one() -> Result<()> {
    let desk = Desk::open().await?;
    let first = registration(CompanyId::new());
    let id = first.registered_item_id;
    let newer = Registration { version: 5, name: "호밀빵".to_owned(), ..first.clone() };
    let late = Registration { version: 4, name: "옛 이름".to_owned(), ..first.clone() };
    let mut current = Vec::new();
    for version in [&first, &first, &newer, &late, &newer] {
        current.push(desk.tx(async |tx| actions::register_item(tx, version).await).await?);
    }
    assert_eq!(current, [true, false, true, false, false]);
    let (item, version) = desk.tx(async |tx| queries::registered(tx, id).await).await?.ok_or_else(kernel::Problem::not_found)?;
    assert_eq!((item.version, item.name.as_str(), version.version), (5, "호밀빵", 5));
    assert_eq!(Registration::of(&item, &version)?, newer);
    assert_eq!(version.cover(), Some("b"));
    assert!(desk.tx(async |tx| queries::version(tx, id, 4).await).await?.is_some());
    Ok(())
}

#[tokio::test]
async fn offers_are_seen_by_those_they_are_open_to_and_contracts_follow() -> Result<()> {
    let desk = Desk::open().await?;
    let (supplier, chosen, other) = (CompanyId::new(), CompanyId::new(), CompanyId::new());
    let open = registration(supplier);
    let closed = Registration { visibility: Visibility::Own, ..registration(supplier) };
    let narrow = Registration { visibility: Visibility::Chosen, companies: vec![chosen], name: "우유 식빵".to_owned(), ..registration(supplier) };
    for item in [&open, &closed, &narrow] {
        desk.tx(async |tx| actions::register_item(tx, item).await).await?;
    }
    let offered = async |company, filter: OfferFilter| -> Result<usize> {
        Ok(desk.tx(async |tx| queries::offers_for(tx, company, &filter, &page(10, None)).await).await?.items.len())
    };
    assert_eq!(offered(chosen, OfferFilter::default()).await?, 2);
    assert_eq!(offered(other, OfferFilter::default()).await?, 1);
    assert_eq!(offered(supplier, OfferFilter::default()).await?, 0);
    assert_eq!(offered(chosen, OfferFilter { q: Some("우유".to_owned()), ..OfferFilter::default() }).await?, 1);
    assert_eq!(offered(chosen, OfferFilter { q: Some("100%_".to_owned()), ..OfferFilter::default() }).await?, 0);

    let item = narrow.registered_item_id;
    let opened = desk.tx(async |tx| actions::open_contract(tx, chosen, supplier, item, ContractKind::Resale).await).await?;
    let again = desk.tx(async |tx| actions::open_contract(tx, chosen, supplier, item, ContractKind::Resale).await).await?;
    assert_eq!(opened, again);
    let refused = desk.tx(async |tx| actions::open_contract(tx, other, supplier, item, ContractKind::Resale).await).await;
    assert_eq!(refused.map_err(|problem| problem.code).err(), Some(codes::OFFER_CLOSED));
    assert_eq!(offered(chosen, OfferFilter { listed: Some(true), ..OfferFilter::default() }).await?, 1);
    assert_eq!(offered(chosen, OfferFilter { listed: Some(false), ..OfferFilter::default() }).await?, 1);
    assert_eq!(desk.tx(async |tx| queries::sellers_of(tx, item).await).await?, [chosen]);
    let variant = narrow.variants[1].variant_id;
    assert_eq!(desk.tx(async |tx| queries::sellers_of_variant(tx, supplier, variant).await).await?, [chosen]);
    assert!(desk.tx(async |tx| actions::end_contract(tx, chosen, item).await).await?);
    assert!(!desk.tx(async |tx| actions::end_contract(tx, chosen, item).await).await?);
    assert!(desk.tx(async |tx| queries::sellers_of_variant(tx, supplier, variant).await).await?.is_empty());
    Ok(())
}

#[tokio::test]
async fn lists_are_paged_in_every_order_without_gaps_or_repetitions() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let mut all = Vec::new();
    for _ in 0..7 {
        all.push(desk.paid(&market).await?.id);
        desk.forward(Duration::hours(7));
    }
    desk.tx(async |tx| actions::cancel_lines(tx, all[2], Actor::SYSTEM, None, "").await).await?;
    for sort in [Sort::Newest, Sort::Oldest, Sort::Due, Sort::Updated] {
        let filter = CompanyFilter { sort, ..CompanyFilter::default() };
        let (mut seen, mut cursor) = (Vec::new(), None);
        loop {
            let found = desk.tx(async |tx| queries::for_company(tx, market.seller, &filter, &page(2, cursor.clone())).await).await?;
            seen.extend(found.items.iter().map(|trade| trade.id));
            cursor = found.next;
            if cursor.is_none() {
                break;
            }
        }
        let mut sorted = seen.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, all, "{sort:?}");
        match sort {
            Sort::Newest => assert_eq!(seen.first(), all.last()),
            Sort::Oldest => assert_eq!(seen, all),
            // What owes nothing comes last; what moved last comes first.
            Sort::Due => assert_eq!(seen.last(), Some(&all[2])),
            Sort::Updated => assert_eq!(seen.first(), Some(&all[2])),
        }
    }
    Ok(())
}

#[tokio::test]
async fn each_company_finds_its_own_trades_by_role_state_words_and_what_waits() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let paid = desk.paid(&market).await?;
    let accepted = desk.accepted(&market).await?;
    let found = async |company, filter: CompanyFilter| -> Result<Vec<kernel::TradeId>> {
        let page = desk.tx(async |tx| queries::for_company(tx, company, &filter, &page(20, None)).await).await?;
        Ok(page.items.into_iter().map(|trade| trade.id).collect())
    };
    let all = CompanyFilter::default;
    assert_eq!(found(market.seller, all()).await?.len(), 2);
    assert_eq!(found(market.supplier, all()).await?, [accepted.id]);
    assert!(found(CompanyId::new(), all()).await?.is_empty());
    assert!(found(market.seller, CompanyFilter { role: Some(CompanyRole::Supplier), ..all() }).await?.is_empty());
    assert_eq!(found(market.seller, CompanyFilter { waiting: true, ..all() }).await?, [paid.id]);
    assert_eq!(found(market.supplier, CompanyFilter { waiting: true, ..all() }).await?, [accepted.id]);
    assert_eq!(found(market.seller, CompanyFilter { states: vec![State::PoAccepted], ..all() }).await?, [accepted.id]);
    for words in [paid.number.as_str(), paid.order_number.as_str()] {
        assert_eq!(found(market.seller, CompanyFilter { q: Some(words.to_lowercase()), ..all() }).await?, [paid.id]);
    }
    assert_eq!(found(market.seller, CompanyFilter { q: Some("김하".to_owned()), ..all() }).await?.len(), 2);
    assert!(found(market.seller, CompanyFilter { q: Some("%".to_owned()), ..all() }).await?.is_empty());

    let waiting = desk.tx(async |tx| queries::waiting_counts(tx, market.seller).await).await?;
    assert_eq!(waiting.iter().map(|row| (row.action.name(), row.count, row.amount_minor)).collect::<Vec<_>>(), [("request_po", 1, 40_000)]);
    let waiting = desk.tx(async |tx| queries::waiting_counts(tx, market.supplier).await).await?;
    assert_eq!(waiting.iter().map(|row| (row.action.name(), row.count, row.amount_minor)).collect::<Vec<_>>(), [("file_delivery", 1, 30_000)]);

    let held = desk.checked(&market, &[trade::Finding::new(Check::Stock, "short")]).await?;
    let filter = OperatorFilter { hold: Some(true), seller_id: Some(market.seller), ..OperatorFilter::default() };
    let found = desk.tx(async |tx| queries::for_operator(tx, &filter, &page(20, None)).await).await?;
    assert_eq!(found.items.iter().map(|trade| trade.id).collect::<Vec<_>>(), [held.id]);
    Ok(())
}

#[tokio::test]
async fn the_gate_knows_a_second_order_of_the_same_and_a_version_that_differs() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let first = draft(&market);
    let mut second = draft(&market);
    second.buyer = first.buyer.clone();
    desk.tx(async |tx| actions::open(tx, &first).await).await?;
    desk.forward(Duration::minutes(5));
    desk.tx(async |tx| actions::open(tx, &second).await).await?;
    assert_eq!(desk.gate(first.trade_id).await?, []);
    let found: Vec<_> = desk.gate(second.trade_id).await?.into_iter().map(|finding| finding.check).collect();
    assert_eq!(found, [Check::DoubleOrder]);

    let mut dear = draft(&market);
    dear.lines[0].unit_supply_minor += 100;
    desk.tx(async |tx| actions::open(tx, &dear).await).await?;
    let found: Vec<_> = desk.gate(dear.trade_id).await?.into_iter().map(|finding| finding.check).collect();
    assert_eq!(found, [Check::SupplyPrice]);
    Ok(())
}

#[tokio::test]
async fn a_company_settles_what_was_confirmed_before_in_its_own_role() -> Result<()> {
    let desk = Desk::open().await?;
    let market = desk.market().await?;
    let id = desk.filed(&market, &[2, 3]).await?.id;
    desk.tx(async |tx| {
        actions::approve_shipment(tx, id, Actor::SYSTEM).await?;
        actions::mark_in_transit(tx, id, Actor::SYSTEM).await?;
        actions::mark_arrived(tx, id, Actor::SYSTEM).await?;
        actions::confirm(tx, id, Actor::buyer(None)).await
    })
    .await?;
    let due = async |company, minutes| -> Result<usize> {
        Ok(desk.tx(async |tx| queries::settleable(tx, company, tx.now() + Duration::minutes(minutes), 10).await).await?.len())
    };
    assert_eq!((due(market.seller, 0).await?, due(market.seller, 1).await?, due(market.supplier, 1).await?), (0, 1, 1));
    desk.tx(async |tx| actions::mark_settled(tx, id, true).await).await?;
    assert_eq!((due(market.seller, 1).await?, due(market.supplier, 1).await?), (0, 1));
    Ok(())
}
