//! Sixty days of trade, half a day at a time: people do what waits for them, buyers order, and
//! the worker does the rest.

use super::{
    changes,
    fate::Fate,
    goods::Made,
    money, orders,
    orders::Wish,
    steps::{self, After},
    world::World,
};
use catalog::entity::PriceKind;
use chrono::{DateTime, Datelike, Duration, NaiveDate, Utc, Weekday};
use kernel::Result;
use platform::clock::{business_day, day_begins};

pub(super) const ZONE: &str = "Asia/Seoul";
/// How long the world has been trading.
pub(super) const DAYS: i64 = 60;
/// The last hours belong to [`super::last_hours`].
const KEPT_FREE: Duration = Duration::minutes(150);

/// Which shop, in so many of a hundred orders: the mart, the bakery, the mill.
const SHOPS: [(&str, i64); 3] = [("dure", 48), ("hanbit", 34), ("saebyeok", 18)];
/// Buyers by how often they order.
const REGULAR: [&str; 4] = ["minji", "goyocafe", "seoyeon", "emma"];

/// Half a day.
struct Half {
    number: i64,
    day: i64,
    date: NaiveDate,
    begins: DateTime<Utc>,
    ends: DateTime<Utc>,
    morning: bool,
}

/// Lives through the days; ends a few hours before today's moment.
pub(super) async fn live(world: &mut World, made: &Made) -> Result<()> {
    let first = business_day(world.today, ZONE) - Duration::days(DAYS - 1);
    for number in 0..(DAYS * 2) {
        let date = first + Duration::days(number / 2);
        let morning = number % 2 == 0;
        let (from, to) = if morning { (8 * 60, 13 * 60) } else { (14 * 60, 22 * 60 + 30) };
        let midnight = day_begins(date, ZONE);
        let half =
            Half { number, day: number / 2, date, begins: midnight + Duration::minutes(from), ends: midnight + Duration::minutes(to), morning };
        if half.ends > world.today - KEPT_FREE {
            break;
        }
        world.until(half.begins);
        one(world, made, &half).await?;
        if morning && half.day % 5 == 0 {
            world.tell(format!("day {} of {DAYS}: {} trades under way", half.day + 1, world.running.len()))?;
        }
    }
    Ok(())
}

async fn one(world: &mut World, made: &Made, half: &Half) -> Result<()> {
    let weekday = half.date.weekday();
    let open = weekday != Weekday::Sun;
    if half.morning {
        happenings(world, made, half).await?;
    }
    people(world, half.number, open).await?;
    world.until(half.begins + Duration::minutes(60));
    let count = orders_of(world, half, weekday);
    for place in 0..count {
        let span = (half.ends - half.begins).num_minutes() - 100;
        world.until(half.begins + Duration::minutes(70 + span * place / count.max(1)));
        let (shop, buyer) = (shop(world)?, buyer(world, half, place)?);
        orders::happen(world, shop, buyer, half.number).await?;
    }
    world.until(half.ends);
    world.work().await
}

/// How many order in this half of the day: a little more every week, few at the weekend.
fn orders_of(world: &mut World, half: &Half, weekday: Weekday) -> i64 {
    let usual = match weekday {
        Weekday::Mon | Weekday::Fri => 4,
        Weekday::Tue | Weekday::Wed | Weekday::Thu => 3,
        Weekday::Sat => 2,
        Weekday::Sun => 1,
    };
    let grown = usual * 7 + half.day / 5;
    let share = if half.morning { 4 } else { 6 };
    let tenths = grown * share / 10 + world.dice.between(0, 9);
    tenths / 10
}

fn shop(world: &mut World) -> Result<usize> {
    let mut throw = world.dice.between(1, 100);
    let found = SHOPS.into_iter().find(|(_, share)| {
        throw -= share;
        throw <= 0
    });
    let slug = found.map_or("dure", |(slug, _)| slug);
    let id = world.place(slug)?.id;
    Ok(world.companies.iter().position(|place| place.id == id).unwrap_or_default())
}

/// Nobody orders twice in one half-day, lest it be taken for a double order.
fn buyer(world: &mut World, half: &Half, place: i64) -> Result<usize> {
    let regular = REGULAR.get(world.dice.below(REGULAR.len())).copied().unwrap_or("minji");
    if place == 0 && world.dice.percent(40) {
        return world.buyer(regular);
    }
    let count = i64::try_from(world.buyers.len()).unwrap_or(1).max(1);
    usize::try_from((half.number * 5 + place * 3 + world.dice.between(0, 2)) % count).map_err(kernel::Problem::internal)
}

/// Everybody does what waits for them; on Sundays only carriers and buyers do.
async fn people(world: &mut World, number: i64, open: bool) -> Result<()> {
    let mut running = std::mem::take(&mut world.running);
    let mut left = Vec::with_capacity(running.len());
    for mut trade in running.drain(..) {
        if trade.ready > number || (!open && number - trade.ready < 3) {
            left.push(trade);
            continue;
        }
        match steps::act(world, &mut trade).await? {
            After::Done => {}
            After::Wait(halves) => {
                trade.ready = number + halves;
                left.push(trade);
            }
        }
    }
    left.append(&mut world.running);
    world.running = left;
    Ok(())
}

/// What is special about a day.
async fn happenings(world: &mut World, made: &Made, half: &Half) -> Result<()> {
    if !matches!(half.date.weekday(), Weekday::Sat | Weekday::Sun) && half.day < DAYS - 1 {
        // The bank sends a payout back once long ago, and once just now.
        let returned = match half.day {
            21..=27 => Some("saebyeok"),
            day if day >= DAYS - 4 => Some("dure"),
            _ => None,
        };
        money::morning(world, half.day, returned, half.day >= DAYS - 4).await?;
    }
    if half.date.weekday() == Weekday::Mon || half.date.weekday() == Weekday::Thu {
        changes::fill(world, made).await?;
    }
    match half.day {
        18 => {
            changes::price(world, made, "hanbit", "HB-WHOLE-W", PriceKind::Selling, 6_500, Some(10)).await?;
            changes::price(world, made, "hanbit", "HB-WHOLE-S", PriceKind::Selling, 6_800, Some(10)).await
        }
        // The same order twice within minutes: the gate is red, and the operator's desk decides.
        13 | 29 | 44 => {
            twice(world, half.number).await?;
            twice(world, half.number).await
        }
        33 => changes::price(world, made, "hanbit", "HB-MILK-W", PriceKind::Supply, 4_900, None).await,
        // Two orders of the buyer whose sign-in the start shows, so that one arrives and one travels.
        day if day == DAYS - 7 => minji(world, half.number, 0).await,
        day if day == DAYS - 3 => minji(world, half.number, 5).await,
        _ => Ok(()),
    }
}

async fn minji(world: &mut World, number: i64, index: usize) -> Result<()> {
    let shop = world.companies.iter().position(|place| place.slug == "dure").unwrap_or_default();
    let mut basket = orders::one(world, shop, index, 2);
    basket.extend(orders::one(world, shop, index + 40, 2));
    let wish = Wish { shop, buyer: world.buyer("minji")?, basket, postcode: None };
    let Some(checkout) = orders::place(world, &wish).await? else { return Ok(()) };
    orders::pay(world, shop, &checkout, orders::GOOD_CARD).await?;
    orders::follow(world, &wish, &checkout, number + 1, Some(Fate { silent: true, ..Fate::PLAIN }))
}

async fn twice(world: &mut World, number: i64) -> Result<()> {
    let shop = world.companies.iter().position(|place| place.slug == "hanbit").unwrap_or_default();
    let wish = Wish { shop, buyer: world.buyer("sunnykitchen")?, basket: orders::one(world, shop, 12, 8), postcode: None };
    world.pass(120, 300);
    let Some(checkout) = orders::place(world, &wish).await? else { return Ok(()) };
    orders::pay(world, shop, &checkout, orders::GOOD_CARD).await?;
    orders::follow(world, &wish, &checkout, number + 1, Some(Fate::PLAIN))
}
