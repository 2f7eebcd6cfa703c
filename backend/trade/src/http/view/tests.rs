//! Each viewer sees its own side of a trade and no more.

use super::*;
use crate::{
    contract::{Address, Buyer, ContractKind},
    entity::{delivery_confirmation, purchase_order},
    gate::{Check, Finding, Findings},
    rules::State,
};
use chrono::{DateTime, Utc};
use kernel::{
    AccountId, Currency, DeliveryConfirmationId, ListingId, Locale, OrderId, OrderLineId, PaymentId, PurchaseOrderId, RegisteredItemId, TaxClass,
    TradeId, VariantId,
};
use rust_decimal::Decimal;

const NOW: DateTime<Utc> = DateTime::<Utc>::UNIX_EPOCH;

fn trade(seller: CompanyId, supplier: CompanyId) -> trade::Model {
    trade::Model {
        id: TradeId::new(),
        number: "T20261122-7K3QXM".to_owned(),
        order_id: OrderId::new(),
        order_number: "20261122-AAAAAA".to_owned(),
        payment_id: PaymentId::new(),
        seller_id: seller,
        supplier_id: supplier,
        buyer_account_id: None,
        contract: ContractKind::Resale,
        state: State::PoIssued,
        currency: Currency::KRW,
        summary: "식빵".to_owned(),
        paid_minor: 25_000,
        goods_minor: 22_000,
        delivery_minor: 3_000,
        supply_minor: 16_500,
        fee_minor: 660,
        fee_vat_minor: 60,
        margin_minor: 4_840,
        refunded_minor: 0,
        buyer: Buyer {
            name: "김하나".to_owned(),
            email: "hana@example.com".to_owned(),
            phone: "010-1234-5678".to_owned(),
            locale: Locale::Ko,
            account: None,
        },
        ship_to: Address {
            name: "김하나".to_owned(),
            phone: "010-1234-5678".to_owned(),
            postcode: "04524".to_owned(),
            address1: "서울 중구 세종대로 110".to_owned(),
            address2: None,
            country: "KR".to_owned(),
            note: None,
        },
        hold: Some(trade::Hold { at: "po".to_owned(), findings: Findings(vec![Finding::new(Check::PriceFloor, "below")]) }),
        cleared_at: None,
        carrier: None,
        tracking_number: None,
        due_at: None,
        due_by: None,
        confirm_due_at: None,
        warned_at: None,
        paid_at: NOW,
        po_issued_at: Some(NOW + chrono::Duration::hours(2)),
        arrived_at: None,
        confirmed_at: None,
        seller_settled_at: None,
        supplier_settled_at: None,
        updated_at: NOW,
        version: 3,
    }
}

fn full(seller: CompanyId, supplier: CompanyId) -> TradeFull {
    let trade = trade(seller, supplier);
    let id = trade.id;
    let event = |seq: i32, action, to_state, hours| trade_event::Model {
        trade_id: id,
        seq,
        action,
        from_state: None,
        to_state,
        actor_kind: ActorKind::Operator,
        account_id: Some(AccountId::new()),
        company_id: None,
        api_key_id: None,
        reason: None,
        details: (action == Action::IssuePo).then(|| serde_json::json!({ (OVERRIDE_REASON): "checked by telephone" })),
        at: NOW + chrono::Duration::hours(hours),
    };
    let line = trade_line::Model {
        id: OrderLineId::new(),
        trade_id: id,
        registered_item_id: RegisteredItemId::new(),
        registered_version: 1,
        variant_id: VariantId::new(),
        listing_id: ListingId::new(),
        sku: "BREAD-1".to_owned(),
        name: "식빵".to_owned(),
        variant_name: "한 줄".to_owned(),
        unit: "개".to_owned(),
        tax_class: TaxClass::Taxable,
        category: None,
        quantity: 1,
        unit_price_minor: 22_000,
        unit_supply_minor: 16_500,
        goods_minor: 22_000,
        supply_minor: 16_500,
        fee_rate: Decimal::new(3, 2),
        fee_minor: 660,
        cancelled: false,
        delivered: None,
    };
    let confirmation = delivery_confirmation::Model {
        id: DeliveryConfirmationId::new(),
        trade_id: id,
        filed_at: NOW,
        filed_by: None,
        carrier: "CJ대한통운".to_owned(),
        tracking_number: "612345678901".to_owned(),
        document_id: None,
        document_key: Some("documents/x.pdf".to_owned()),
        document_name: Some("납품확인서.pdf".to_owned()),
        document_type: Some("application/pdf".to_owned()),
        document_sha256: Some("00".to_owned()),
        content_sha256: "11".to_owned(),
        approved_at: None,
        approved_by: None,
        returned_at: None,
        return_reason: None,
    };
    TradeFull {
        lines: vec![line],
        events: vec![
            event(0, Action::Open, State::Paid, 0),
            event(1, Action::RequestPo, State::PoRequested, 1),
            event(2, Action::IssuePo, State::PoIssued, 2),
        ],
        po: Some(purchase_order::Model { id: PurchaseOrderId::new(), trade_id: id, number: "PO-1".to_owned(), issued_at: NOW, issued_by: None }),
        delivery: Some(DeliveryFull { confirmation, lines: Vec::new() }),
        claims: Vec::new(),
        checks: Vec::new(),
        trade,
    }
}

/// What leaves the server for a viewer, as text.
fn seen(full: &TradeFull, viewer: Viewer) -> String {
    serde_json::to_string(&view(full, &Names::default(), viewer)).unwrap_or_default()
}

#[test]
fn a_supplier_for_another_seller_never_sees_prices_fee_margin_or_findings() {
    let (seller, supplier) = (CompanyId::new(), CompanyId::new());
    let full = full(seller, supplier);
    let text = seen(&full, Viewer::Company(supplier));
    for secret in ["22000", "25000", "4840", "660", "price_floor", "hana@example.com", "checked by telephone", "account_id"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    assert!(text.contains("16500") && text.contains("세종대로"));
    let view = view(&full, &Names::default(), Viewer::Company(supplier));
    assert_eq!(view.my_roles, [CompanyRole::Supplier]);
    assert_eq!(view.allowed_actions, [Action::AcceptPo, Action::DeclinePo]);
    assert_eq!(view.timeline.iter().map(|entry| entry.action).collect::<Vec<_>>(), [Action::IssuePo]);
}

#[test]
fn a_seller_sees_all_of_its_own_but_not_why_a_check_was_passed() {
    let (seller, supplier) = (CompanyId::new(), CompanyId::new());
    let full = full(seller, supplier);
    let text = seen(&full, Viewer::Company(seller));
    for own in ["22000", "16500", "4840", "660", "price_floor", "hana@example.com"] {
        assert!(text.contains(own), "{own}");
    }
    assert!(!text.contains("checked by telephone") && !text.contains("account_id"));
}

#[test]
fn a_buyer_sees_what_it_pays_and_never_what_the_companies_get() {
    let full = full(CompanyId::new(), CompanyId::new());
    let text = seen(&full, Viewer::Buyer);
    for secret in ["16500", "4840", "660", "price_floor", "PO-1", "납품확인서", "checked by telephone"] {
        assert!(!text.contains(secret), "{secret}");
    }
    assert!(text.contains("22000") && text.contains("25000"));
}

#[test]
fn the_operator_sees_everything() {
    let full = full(CompanyId::new(), CompanyId::new());
    let text = seen(&full, Viewer::Operator);
    for all in ["22000", "16500", "4840", "660", "price_floor", "PO-1", "checked by telephone", "account_id", "/api/v1/operator/trades/"] {
        assert!(text.contains(all), "{all}");
    }
}

#[test]
fn a_company_in_both_roles_has_both() {
    let company = CompanyId::new();
    let full = full(company, company);
    let view = view(&full, &Names { companies: HashMap::from([(company, "한빛제빵".to_owned())]), ..Names::default() }, Viewer::Company(company));
    assert_eq!(view.my_roles, [CompanyRole::Seller, CompanyRole::Supplier]);
    assert_eq!(view.allowed_actions, [Action::AcceptPo, Action::DeclinePo, Action::Cancel]);
    assert_eq!(view.seller.name, "한빛제빵");
    assert!(view.margin.is_some());
}

#[test]
fn a_trade_before_its_purchase_order_is_none_of_the_suppliers_business() {
    let (seller, supplier) = (CompanyId::new(), CompanyId::new());
    let mut trade = trade(seller, supplier);
    assert!(trade.is_visible_to(supplier) && trade.is_visible_to(seller) && !trade.is_visible_to(CompanyId::new()));
    trade.po_issued_at = None;
    assert!(!trade.is_visible_to(supplier) && trade.is_visible_to(seller));
}
