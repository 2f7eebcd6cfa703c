//! Buyers order and pay, as the shop's pages would let them.

use super::{
    catalog::BuyerKind,
    fate::Fate,
    world::{Running, World},
};
use chrono::Duration;
use flows::{Card, Checkout, Instrument, NewOrder, Wanted};
use kernel::{Currency, Problem, Result};
use payment::work::PayState;
use sales::{Address, Buyer};

/// The sandbox's cards.
pub(super) const GOOD_CARD: &str = "4242 4242 4242 4242";
pub(super) const DECLINED_CARD: &str = "4000 0000 0000 0002";
const POOR_CARD: &str = "4000 0000 0000 9995";
const LATE_CARD: &str = "4000 0000 0000 0077";
pub(super) const SILENT_CARD: &str = "4000 0000 0000 0127";

/// Half-days after payment at which the first step may be taken.
const FIRST_STEP: i64 = 1;

/// Words to the carrier.
const NOTES: [&str; 5] =
    ["문 앞에 놓아 주세요", "경비실에 맡겨 주세요", "벨을 누르지 말아 주세요", "오기 전에 전화 주세요", "무인 택배함에 넣어 주세요"];

/// An order to be placed.
pub(super) struct Wish {
    /// Index of the shop.
    pub shop: usize,
    /// Index of the buyer.
    pub buyer: usize,
    /// What is ordered.
    pub basket: Vec<Wanted>,
    /// Another postcode than the buyer's own.
    pub postcode: Option<String>,
}

/// A buyer looks around, orders and pays; `half` is the half-day of it.
pub(super) async fn happen(world: &mut World, shop: usize, buyer: usize, half: i64) -> Result<()> {
    let basket = basket(world, shop, buyer);
    let wish = Wish { shop, buyer, basket, postcode: None };
    let Some(checkout) = place(world, &wish).await? else { return Ok(()) };
    world.pass(20, 120);
    let throw = world.dice.between(1, 100);
    match throw {
        // Some are never paid; some cards are refused, and most of those buyers take another one.
        1..=2 => return Ok(()),
        3..=6 => {
            let card = if throw % 2 == 0 { DECLINED_CARD } else { POOR_CARD };
            pay(world, shop, &checkout, card).await?;
            world.pass(30, 90);
            if throw == 3 {
                return Ok(());
            }
            pay(world, shop, &checkout, GOOD_CARD).await?;
        }
        7..=9 => {
            pay(world, shop, &checkout, LATE_CARD).await?;
        }
        _ => {
            pay(world, shop, &checkout, GOOD_CARD).await?;
        }
    }
    follow(world, &wish, &checkout, half + FIRST_STEP, None)
}

/// Keeps the trades of an order in view.
pub(super) fn follow(world: &mut World, wish: &Wish, checkout: &Checkout, ready: i64, fate: Option<Fate>) -> Result<()> {
    let buyer = world.buyers.get(wish.buyer).and_then(|buyer| buyer.account);
    let Some(seller) = world.companies.get(wish.shop).map(|place| place.id) else { return Ok(()) };
    for part in &checkout.order.parts {
        let fate = fate.unwrap_or_else(|| Fate::thrown(&mut world.dice));
        world.running.push(Running { id: part.trade_id, seller, supplier: part.supplier_id, buyer, fate, ready });
    }
    Ok(())
}

/// A few things that this buyer would take.
pub(super) fn basket(world: &mut World, shop: usize, buyer: usize) -> Vec<Wanted> {
    let Some(place) = world.companies.get(shop) else { return Vec::new() };
    let business = world.buyers.get(buyer).is_some_and(|buyer| buyer.facts.kind == BuyerKind::Business);
    let dice = &mut world.dice;
    let lines = dice.between(1, if business { 5 } else { 4 });
    let mut basket: Vec<Wanted> = Vec::new();
    for _ in 0..lines {
        let Some(good) = place.shelf.get(dice.favourite(place.shelf.len())) else { continue };
        if basket.iter().any(|line| line.variant == good.variant) {
            continue;
        }
        let most = match (business, good.price_minor) {
            (true, _) => 10,
            (false, ..6_000) => 4,
            (false, ..15_000) => 2,
            (false, _) => 1,
        };
        let wanted = if business { dice.between(4, most) } else { dice.between(1, most) };
        let quantity = i32::try_from(wanted).unwrap_or(1).max(good.least);
        basket.push(Wanted { variant: good.variant, quantity });
    }
    basket
}

/// Places the order; `None` where the goods are gone or the basket is empty.
pub(super) async fn place(world: &mut World, wish: &Wish) -> Result<Option<Checkout>> {
    let (Some(place), Some(buyer)) = (world.companies.get(wish.shop), world.buyers.get(wish.buyer)) else { return Ok(None) };
    if wish.basket.is_empty() {
        return Ok(None);
    }
    let facts = &buyer.facts;
    let note = if world.dice.percent(35) { NOTES.get(world.dice.below(NOTES.len())).map(|note| (*note).to_owned()) } else { None };
    let to = Address {
        name: facts.name().to_owned(),
        phone: facts.phone.clone(),
        postcode: wish.postcode.clone().unwrap_or_else(|| facts.address.postal_code.clone()),
        address1: facts.address.line1_ko.clone(),
        address2: Some(facts.address.line2_ko.clone()),
        country: facts.address.country.clone(),
        note,
    };
    let who = Buyer { name: facts.name().to_owned(), email: facts.email.clone(), phone: facts.phone.clone() };
    let tx = world.madang.app.tenant_at(&place.tenant).await?;
    let quote = flows::quote(&world.madang.flows, &tx, Currency::KRW, &wish.basket).await?;
    drop(tx);
    let new = NewOrder {
        key: None,
        account: buyer.account,
        buyer: who,
        ship_to: to,
        locale: facts.locale,
        expected_total: quote.total,
        lines: wish.basket.clone(),
        cart: None,
    };
    match flows::place(&world.madang.flows, &place.shop(), new).await {
        Ok(checkout) => Ok(Some(checkout)),
        Err(problem) if problem.code == stock::UNAVAILABLE => Ok(None),
        Err(problem) => Err(problem),
    }
}

/// Pays an order by a test card.
pub(super) async fn pay(world: &World, shop: usize, checkout: &Checkout, number: &str) -> Result<PayState> {
    let Some(place) = world.companies.get(shop) else { return Ok(PayState::Failed) };
    let expiry = (world.today + Duration::days(900)).format("%m/%y").to_string();
    let card = Card { card_number: number.to_owned(), expiry, cvc: "123".to_owned() };
    let instrument = Instrument { card: Some(card), payment_method: None };
    let tx = world.app().tenant_at(&place.tenant).await?;
    let order = sales::queries::order(&tx, checkout.order.order.id).await?.ok_or_else(Problem::not_found)?;
    drop(tx);
    let answer = flows::pay(world.flows(), place.id, &place.slug, &order, &instrument).await?;
    Ok(answer.state)
}

/// One variant of a shop, by its place on the shelf.
pub(super) fn one(world: &World, shop: usize, index: usize, quantity: i32) -> Vec<Wanted> {
    let shelf = world.companies.get(shop).map(|place| place.shelf.as_slice()).unwrap_or_default();
    let good = shelf.get(index % shelf.len().max(1));
    good.map(|good| Wanted { variant: good.variant, quantity: quantity.max(good.least) }).into_iter().collect()
}
