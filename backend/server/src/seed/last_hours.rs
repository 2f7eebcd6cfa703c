//! The last hours before now: work is left waiting for everybody, so that each workspace's first
//! page has something to say.

use super::{
    changes, companies,
    fate::{Fate, Special},
    goods::Made,
    orders::{self, Wish},
    people,
    steps::{self, After},
    world::{Running, World},
};
use chrono::Duration;
use kernel::{Locale, Problem, Result};
use trade::State;

/// Shop, buyer, and the state in which the order stays.
const SCENES: [(&str, &str, State); 16] = [
    ("dure", "minji", State::Paid),
    ("dure", "goyocafe", State::Paid),
    ("dure", "nari", State::Paid),
    ("dure", "junho", State::PoIssued),
    ("hanbit", "haeun", State::PoIssued),
    ("saebyeok", "dohyun", State::PoIssued),
    ("saebyeok", "emma", State::PoIssued),
    ("hanbit", "jihoon", State::PoAccepted),
    ("saebyeok", "sumin", State::PoAccepted),
    ("saebyeok", "yejin", State::PoAccepted),
    ("hanbit", "taeyang", State::DeliveryFiled),
    ("saebyeok", "goyocafe", State::DeliveryFiled),
    ("dure", "seoyeon", State::DeliveryFiled),
    ("saebyeok", "lucas", State::ShipmentApproved),
    ("dure", "emma", State::ShipmentApproved),
    ("hanbit", "minji", State::Confirmed),
];
/// The scene whose supplier files less than was ordered.
const SHORT_SCENE: usize = 11;
/// Steps from payment to confirmation, with one to spare.
const ROUNDS: i64 = 9;

/// A trade that stops somewhere.
struct Scene {
    running: Running,
    stays: State,
}

/// Plays the last hours; ends with the clock at today's moment.
pub(super) async fn play(world: &mut World, made: &Made) -> Result<()> {
    world.until(world.today - Duration::minutes(135));
    let mut scenes = Vec::new();
    for (index, (shop, buyer, stays)) in SCENES.into_iter().enumerate() {
        world.pass(90, 200);
        let fate = if index == SHORT_SCENE { Fate { special: Special::Short, ..Fate::PLAIN } } else { Fate::PLAIN };
        let before = world.running.len();
        ordered(world, shop, buyer, index * 3, 3, None, fate).await?;
        scenes.extend(world.running.drain(before..).map(|running| Scene { running, stays }));
    }
    red(world).await?;
    advance(world, &mut scenes).await?;
    shelves(world, made).await?;
    world.until(world.today - Duration::minutes(12));
    unfinished_payments(world).await?;
    applicant(world).await?;
    world.until(world.today);
    world.work().await
}

/// Moves each scene on until it stands where it is to stay.
async fn advance(world: &mut World, scenes: &mut [Scene]) -> Result<()> {
    for _ in 0..ROUNDS {
        world.work().await?;
        for scene in scenes.iter_mut() {
            let tx = world.app().platform().await?;
            let state = trade::queries::trade(&tx, scene.running.id).await?.map(|trade| trade.state);
            drop(tx);
            if state.is_some_and(|state| state != scene.stays)
                && let After::Done = steps::act(world, &mut scene.running).await?
            {
                scene.stays = State::Confirmed;
            }
        }
        world.pass(60, 120);
    }
    Ok(())
}

/// Orders that do not pass the gate: the same one twice, and one to a postcode that does not exist.
async fn red(world: &mut World) -> Result<()> {
    for _ in 0..2 {
        world.pass(100, 240);
        ordered(world, "hanbit", "sunnykitchen", 7, 6, None, Fate::PLAIN).await?;
    }
    world.pass(60, 240);
    ordered(world, "saebyeok", "jihoon", 2, 2, Some("99999"), Fate::PLAIN).await?;
    world.running.clear();
    Ok(())
}

async fn ordered(world: &mut World, shop: &str, buyer: &str, index: usize, quantity: i32, postcode: Option<&str>, fate: Fate) -> Result<()> {
    let wish = wish(world, shop, buyer, index, quantity, postcode)?;
    let checkout = orders::place(world, &wish).await?.ok_or_else(|| Problem::internal(format!("{buyer} could not order at {shop}")))?;
    orders::pay(world, wish.shop, &checkout, orders::GOOD_CARD).await?;
    orders::follow(world, &wish, &checkout, 0, Some(fate))
}

fn wish(world: &World, shop: &str, buyer: &str, index: usize, quantity: i32, postcode: Option<&str>) -> Result<Wish> {
    let shop = world.companies.iter().position(|place| place.slug == shop).ok_or_else(Problem::not_found)?;
    let basket = orders::one(world, shop, index, quantity);
    Ok(Wish { shop, buyer: world.buyer(buyer)?, basket, postcode: postcode.map(str::to_owned) })
}

/// Some goods are nearly gone, and some are.
async fn shelves(world: &World, made: &Made) -> Result<()> {
    changes::count(world, made, "hanbit", "HB-CHEST-1", 4, "진열 중 눌린 것을 뺐습니다").await?;
    changes::count(world, made, "hanbit", "HB-WHOLE-W", 0, "오늘 구운 것이 모두 나갔습니다").await?;
    changes::count(world, made, "saebyeok", "SB-RYE-1", 6, "포대가 터져 폐기했습니다").await
}

/// A refused card, a payment whose outcome is not known yet, an order not paid yet, and money that
/// is held because it is not what was asked for.
async fn unfinished_payments(world: &mut World) -> Result<()> {
    for (buyer, card) in [("haeun", Some(orders::DECLINED_CARD)), ("junho", Some(orders::SILENT_CARD)), ("seoyeon", None)] {
        world.pass(20, 60);
        let wish = wish(world, "dure", buyer, 11, 2, None)?;
        let Some(checkout) = orders::place(world, &wish).await? else { continue };
        if let Some(card) = card {
            orders::pay(world, wish.shop, &checkout, card).await?;
        }
    }
    let wish = wish(world, "hanbit", "dohyun", 21, 2, None)?;
    if let Some(checkout) = orders::place(world, &wish).await? {
        let order = &checkout.order.order;
        let tx = world.app().platform().await?;
        payment::actions::captured(&tx, checkout.payment, order.total_minor - 1_000, order.currency, tx.now()).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// A company waits to be verified. It comes last: where it is, the world is complete.
async fn applicant(world: &mut World) -> Result<()> {
    let facts = world.catalog.applicant.clone();
    let owner = people::account(world, &facts.owner.email, &facts.owner.name_ko, Locale::Ko).await?;
    world.work().await?;
    companies::sign_up(world, owner, &facts.profile).await.map(drop)
}
