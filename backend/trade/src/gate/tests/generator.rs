//! Generated orders: clean ones of every kind of contract, and the twelve anomalies that the gate
//! is there to catch. Deterministic by seed.

use crate::{
    contract::{Address, ContractKind, Visibility},
    entity::registered_item::Status,
    gate::{Check, GateFacts, ItemFacts, LineFacts, OtherTrade, PaymentFacts, Standing, TradeFacts, VersionFacts},
    registration::RegisteredVariant,
    rules::amounts::{Amounts, Units, frozen},
};
use chrono::{DateTime, Duration, Utc};
use kernel::{CompanyId, Currency, OrderLineId, RegisteredItemId, Result, TaxClass, TradeId, VariantId};
use rust_decimal::Decimal;
use std::collections::HashMap;

/// A small generator of numbers (SplitMix64): enough for variety, and the same everywhere.
pub(super) struct Chance(pub u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = high.abs_diff(low) + 1;
        low.saturating_add_unsigned(self.next() % span)
    }

    pub fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        let last = i64::try_from(of.len()).unwrap_or(1) - 1;
        of[usize::try_from(self.between(0, last)).unwrap_or(0)]
    }

    fn one_in(&mut self, count: i64) -> bool {
        self.between(1, count) == 1
    }
}

/// The kinds of anomaly: one per check.
pub(super) const ANOMALIES: [Check; 12] = [
    Check::Payment,
    Check::Item,
    Check::SupplyPrice,
    Check::Contract,
    Check::TaxClass,
    Check::PriceFloor,
    Check::Quantity,
    Check::Stock,
    Check::Standing,
    Check::Amount,
    Check::Address,
    Check::DoubleOrder,
];

struct Drawn {
    item: RegisteredItemId,
    facts: ItemFacts,
    version: i64,
    content: VersionFacts,
    line: LineFacts,
}

/// An order with which nothing is wrong.
pub(super) fn clean(chance: &mut Chance) -> Result<GateFacts> {
    let seller = CompanyId::new();
    let contract = chance.pick(&[ContractKind::Own, ContractKind::Resale, ContractKind::Consignment, ContractKind::Agency]);
    let supplier = if contract == ContractKind::Own { seller } else { CompanyId::new() };
    let paid_at = DateTime::<Utc>::UNIX_EPOCH + Duration::minutes(chance.between(29_000_000, 30_000_000));
    let mut drawn: Vec<Drawn> = Vec::new();
    for _ in 0..chance.between(1, 8) {
        drawn.push(draw(chance, seller, supplier, contract, paid_at));
    }
    let rate = Decimal::new(chance.between(0, 120), 3);
    let units: Vec<Units> = drawn
        .iter()
        .map(|one| Units {
            quantity: one.line.quantity,
            price_minor: one.line.unit_price_minor,
            supply_minor: one.line.unit_supply_minor,
            fee_rate: rate,
        })
        .collect();
    let parts = frozen(&units, Currency::KRW)?;
    let delivery_minor = chance.pick(&[0, 2_500, 3_000, 4_000]);
    let whole = Amounts::of(&parts, delivery_minor, Currency::KRW)?;
    for (one, part) in drawn.iter_mut().zip(&parts) {
        (one.line.goods_minor, one.line.supply_minor, one.line.fee_minor) = (part.goods_minor, part.supply_minor, part.fee_minor);
    }
    let paid_minor = whole.total()?;
    // The order may have parts of other suppliers, paid by the same payment.
    let order_total_minor = paid_minor + chance.pick(&[0, 0, 12_000, 55_000]);
    let lines: Vec<LineFacts> = drawn.iter().map(|one| one.line.clone()).collect();
    Ok(GateFacts {
        trade: TradeFacts {
            id: TradeId::new(),
            seller,
            supplier,
            contract,
            currency: Currency::KRW,
            paid_minor,
            refunded_minor: 0,
            goods_minor: whole.goods_minor,
            delivery_minor,
            supply_minor: whole.supply_minor,
            fee_minor: whole.fee_minor,
            margin_minor: whole.margin_minor,
            paid_at,
            ship_to: address(chance),
        },
        contracts: contracts(chance, contract, &drawn),
        stock: lines.iter().map(|line| (line.variant, line.quantity + i32::try_from(chance.between(0, 50)).unwrap_or(0))).collect(),
        others: others(chance, &lines, paid_at),
        items: drawn.iter().map(|one| (one.item, one.facts.clone())).collect(),
        versions: drawn.into_iter().map(|one| ((one.item, one.version), one.content)).collect(),
        lines,
        order_total_minor,
        payment: Some(PaymentFacts { captured: true, held: false, captured_minor: order_total_minor, currency: Currency::KRW }),
        standing: HashMap::from([(seller, Standing::Good), (supplier, Standing::Good)]),
    })
}

fn draw(chance: &mut Chance, seller: CompanyId, supplier: CompanyId, contract: ContractKind, paid_at: DateTime<Utc>) -> Drawn {
    let (item, version, variant) = (RegisteredItemId::new(), chance.between(1, 40), VariantId::new());
    let supply = chance.between(100, 90_000);
    let price = supply + chance.between(0, 30_000);
    let tax_class = chance.pick(&[TaxClass::Taxable, TaxClass::Taxable, TaxClass::ZeroRated, TaxClass::Exempt]);
    let quantity = chance.between(1, 30);
    let small = |number: i64| i32::try_from(number).unwrap_or(1);
    let registered = |variant_id, supply_price_minor, price_floor_minor| RegisteredVariant {
        variant_id,
        sku: String::new(),
        name: String::new(),
        name_en: None,
        list_price_minor: price,
        selling_price_minor: price,
        supply_price_minor,
        price_floor_minor,
    };
    let visibility = match contract {
        ContractKind::Own => chance.pick(&[Visibility::Own, Visibility::All]),
        _ => chance.pick(&[Visibility::All, Visibility::Chosen]),
    };
    // Supply that ended, or was narrowed, after the order was paid is still owed.
    let late = chance.one_in(20);
    let changed_at = paid_at + if late { Duration::hours(1) } else { Duration::hours(-5) };
    Drawn {
        item,
        facts: ItemFacts {
            supplier,
            status: if late { Status::Ended } else { Status::Active },
            visibility: if late { Visibility::Own } else { visibility },
            companies: vec![CompanyId::new(), seller],
            changed_at,
        },
        version,
        content: VersionFacts {
            tax_class,
            currency: Currency::KRW,
            min_quantity: small(chance.between(1, quantity)),
            max_quantity: chance.pick(&[None, Some(())]).map(|()| small(quantity + chance.between(0, 100))),
            variants: vec![registered(VariantId::new(), supply + 700, price + 900), registered(variant, supply, chance.between(0, price))],
        },
        line: LineFacts {
            id: OrderLineId::new(),
            item,
            version,
            variant,
            tax_class,
            quantity: small(quantity),
            unit_price_minor: price,
            unit_supply_minor: supply,
            goods_minor: 0,
            supply_minor: 0,
            fee_minor: 0,
        },
    }
}

fn contracts(chance: &mut Chance, contract: ContractKind, drawn: &[Drawn]) -> HashMap<RegisteredItemId, ContractKind> {
    // A company that sells its own goods may have an own contract written down, or none.
    if contract == ContractKind::Own && chance.one_in(2) {
        return HashMap::new();
    }
    drawn.iter().map(|one| (one.item, contract)).collect()
}

fn address(chance: &mut Chance) -> Address {
    let (postcode, address1) = chance.pick(&[
        ("04524", "서울특별시 중구 세종대로 110"),
        ("63122", "제주특별자치도 제주시 문연로 6"),
        ("48058", "부산광역시 해운대구 센텀중앙로 79"),
        ("01000", "서울특별시 강북구 삼양로173길 1"),
        ("06236", "152 Teheran-ro, Gangnam-gu, Seoul"),
    ]);
    Address {
        name: chance.pick(&["김하나", "이두레", "J. Smith"]).to_owned(),
        phone: chance.pick(&["010-1234-5678", "+82 10 1234 5678", "02-120-1234"]).to_owned(),
        postcode: postcode.to_owned(),
        address1: address1.to_owned(),
        address2: chance.pick(&[None, Some("101동 1001호")]).map(str::to_owned),
        country: "KR".to_owned(),
        note: chance.pick(&[None, Some("문 앞에 놓아 주세요")]).map(str::to_owned),
    }
}

/// Earlier orders of the same buyer that look like this one, and are not.
fn others(chance: &mut Chance, lines: &[LineFacts], paid_at: DateTime<Utc>) -> Vec<OtherTrade> {
    let same: Vec<(VariantId, i32)> = lines.iter().map(|line| (line.variant, line.quantity)).collect();
    let more: Vec<(VariantId, i32)> = same.iter().map(|(variant, quantity)| (*variant, quantity + 1)).collect();
    let other = |minutes: i64, same_address, lines: &[(VariantId, i32)]| OtherTrade {
        number: "T20261122-000000".to_owned(),
        paid_at: paid_at - Duration::minutes(minutes),
        same_address,
        lines: lines.to_vec(),
    };
    match chance.between(0, 5) {
        0 => vec![other(600, true, &same)],
        1 => vec![other(5, true, &more)],
        2 => vec![other(5, false, &same), other(3, true, &[(VariantId::new(), 1)])],
        3 => vec![other(31, true, &same)],
        _ => Vec::new(),
    }
}

/// Puts one anomaly into a clean order.
pub(super) fn spoil(facts: &mut GateFacts, with: Check, chance: &mut Chance) {
    let last = i64::try_from(facts.lines.len()).unwrap_or(1) - 1;
    let index = usize::try_from(chance.between(0, last)).unwrap_or(0);
    let line = facts.lines[index].clone();
    match with {
        Check::Payment => payment(facts, chance),
        Check::Item => item(facts, &line, chance),
        Check::SupplyPrice => variant(facts, &line, |variant| variant.supply_price_minor += 10),
        Check::PriceFloor => variant(facts, &line, |variant| variant.price_floor_minor = line.unit_price_minor + 1),
        Check::Contract => contract(facts, &line, chance),
        Check::TaxClass => {
            let other = if line.tax_class == TaxClass::Exempt { TaxClass::Taxable } else { TaxClass::Exempt };
            version(facts, &line, |version| version.tax_class = other);
        }
        Check::Quantity => {
            let many = chance.one_in(2);
            version(facts, &line, |version| {
                if many {
                    version.max_quantity = Some(line.quantity - 1);
                } else {
                    version.min_quantity = line.quantity + 1;
                }
            });
        }
        Check::Stock => {
            if chance.one_in(4) {
                facts.stock.remove(&line.variant);
            } else {
                facts.stock.insert(line.variant, line.quantity - 1);
            }
        }
        Check::Standing => standing(facts, chance),
        Check::Amount => amount(facts, index, chance),
        Check::Address => place(&mut facts.trade.ship_to, chance),
        Check::DoubleOrder => {
            let mut same: Vec<_> = facts.lines.iter().map(|line| (line.variant, line.quantity)).collect();
            same.reverse();
            let paid_at = facts.trade.paid_at - Duration::seconds(chance.between(0, 29 * 60));
            facts.others.push(OtherTrade { number: "T20261122-DOUBLE".to_owned(), paid_at, same_address: true, lines: same });
        }
    }
}

fn payment(facts: &mut GateFacts, chance: &mut Chance) {
    let kind = chance.between(0, 3);
    if kind == 0 {
        facts.payment = None;
    } else if let Some(payment) = &mut facts.payment {
        match kind {
            1 => payment.captured = false,
            2 => payment.held = true,
            _ => payment.currency = Currency::USD,
        }
    }
}

fn item(facts: &mut GateFacts, line: &LineFacts, chance: &mut Chance) {
    let long_before = facts.trade.paid_at - Duration::days(1);
    let kind = chance.between(0, 4);
    match kind {
        0 => {
            facts.items.remove(&line.item);
        }
        1 => variant(facts, line, |variant| variant.variant_id = VariantId::new()),
        2 => {
            facts.versions.remove(&(line.item, line.version));
        }
        _ => {
            if let Some(item) = facts.items.get_mut(&line.item) {
                item.changed_at = long_before;
                item.status = if kind == 3 { Status::Blocked } else { Status::Ended };
            }
        }
    }
}

fn contract(facts: &mut GateFacts, line: &LineFacts, chance: &mut Chance) {
    match (facts.trade.contract, chance.one_in(2)) {
        (ContractKind::Own, _) => facts.trade.contract = ContractKind::Resale,
        (_, true) => {
            facts.contracts.remove(&line.item);
        }
        (kind, false) => {
            let other = if kind == ContractKind::Agency { ContractKind::Resale } else { ContractKind::Agency };
            facts.contracts.insert(line.item, other);
        }
    }
}

fn standing(facts: &mut GateFacts, chance: &mut Chance) {
    let company = chance.pick(&[facts.trade.seller, facts.trade.supplier]);
    match chance.pick(&[None, Some(Standing::Unverified), Some(Standing::Suspended)]) {
        None => {
            facts.standing.remove(&company);
        }
        Some(standing) => {
            facts.standing.insert(company, standing);
        }
    }
}

fn amount(facts: &mut GateFacts, index: usize, chance: &mut Chance) {
    match chance.between(0, 4) {
        0 => facts.payment.iter_mut().for_each(|payment| payment.captured_minor -= 1),
        1 => facts.trade.margin_minor += 1,
        2 => facts.lines[index].goods_minor -= 100,
        3 => facts.trade.paid_minor += 10,
        _ => facts.lines[index].fee_minor += 1,
    }
}

fn place(to: &mut Address, chance: &mut Chance) {
    match chance.between(0, 5) {
        0 => to.postcode = chance.pick(&["", "0452", "99999", "00999", "ABCDE", "135-080"]).to_owned(),
        1 => to.country = chance.pick(&["US", "kr", ""]).to_owned(),
        2 => to.address1 = chance.pick(&["", "   ", "110-1", "12345678"]).to_owned(),
        3 => to.phone = chance.pick(&["", "없음", "1234567"]).to_owned(),
        4 => to.name = " ".to_owned(),
        _ => to.address1 = "서울".to_owned(),
    }
}

fn version(facts: &mut GateFacts, line: &LineFacts, change: impl FnOnce(&mut VersionFacts)) {
    if let Some(version) = facts.versions.get_mut(&(line.item, line.version)) {
        change(version);
    }
}

fn variant(facts: &mut GateFacts, line: &LineFacts, change: impl FnOnce(&mut RegisteredVariant)) {
    version(facts, line, |version| version.variants.iter_mut().filter(|variant| variant.variant_id == line.variant).for_each(change_once(change)));
}

/// A change that is made to the first that comes.
fn change_once(change: impl FnOnce(&mut RegisteredVariant)) -> impl FnMut(&mut RegisteredVariant) {
    let mut change = Some(change);
    move |variant| {
        if let Some(change) = change.take() {
            change(variant);
        }
    }
}
