//! `make overload`: what two servers answer when five times as many orders come as they can take.
//! Buyers come by the clock and do not wait for each other, so that the queue is not hidden.

use super::{Plan, stage::Stage, world};
use crate::{Answer, Caller, order_body};
use kernel::{Problem, Result};
use std::{
    cell::{Cell, RefCell},
    collections::BTreeMap,
    rc::Rc,
    time::{Duration, Instant},
};

/// Buyers at a time while the servers are at their best.
const AT_BEST: usize = 24;
/// Requests that a server takes on at once in this run.
const TAKEN_ON: &str = "16";
/// How long each part lasts.
const PART: Duration = Duration::from_secs(8);
/// How many times too much.
const TIMES: u64 = 5;

/// What was measured, in answers per second.
#[derive(Clone, Copy, Debug)]
pub struct Overload {
    /// Orders placed, at best.
    pub peak: u64,
    /// Orders placed while five times as many came.
    pub under: u64,
    /// Of these refused at once, with 503 and Retry-After.
    pub refused: u64,
    /// Answered in any other way, or not at all.
    pub otherwise: u64,
    /// Orders placed at once afterwards.
    pub after: u64,
}

impl Overload {
    /// The last line.
    #[must_use]
    pub fn line(&self) -> String {
        let Self { peak, under, refused, otherwise, after } = self;
        let share = under * 100 / peak.max(&1);
        format!(
            "overload: {peak} orders/s at best, {under}/s ({share} %) while {TIMES} times as many came, {refused}/s refused with 503 and Retry-After, {otherwise}/s otherwise, {after}/s afterwards"
        )
    }

    /// At least four fifths are still done, the rest is refused clearly, and it passes.
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.under * 100 >= self.peak * 80 && self.otherwise == 0 && self.after * 100 >= self.peak * 80
    }
}

/// Measures. Error: it could not be carried out.
pub async fn measure(plan: &Plan) -> Result<Overload> {
    let founded = world::found().await?;
    let mut stage = Stage::open_with(&founded, &plan.program, &plan.dir, &[("MADANG_SERVER__IN_FLIGHT", TAKEN_ON)]).await?;
    let world = founded.signed_in(&stage.base()).await?;
    let goods = world.goods.first().cloned().ok_or_else(|| Problem::internal("nothing is on sale"))?;
    let shopper = Rc::new(Shopper { caller: world.anyone.clone(), goods, number: Cell::new(0) });
    // Pools and plans are warm before it counts.
    at_best(&shopper, Duration::from_secs(4)).await;
    let peak = at_best(&shopper, PART).await;
    (plan.tell)(&format!("at best {peak} orders/s"));
    let told = too_many(&shopper, peak * TIMES).await;
    let after = at_best(&shopper, PART).await;
    stage.close().await?;
    let of = |kind: Kind| told.get(&kind).copied().unwrap_or_default() / PART.as_secs();
    let otherwise = told.get(&Kind::Otherwise).copied().unwrap_or_default();
    Ok(Overload { peak, under: of(Kind::Placed), refused: of(Kind::Refused), otherwise, after })
}

struct Shopper {
    caller: Caller,
    goods: world::Goods,
    number: Cell<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    Placed,
    Refused,
    Otherwise,
}

impl Shopper {
    async fn order(&self) -> Kind {
        self.number.set(self.number.get() + 1);
        let body = order_body(&[(self.goods.listed, 1)], self.goods.price, &format!("rush{}@chaos.example", self.number.get()), "ko");
        kind(&self.caller.post(&format!("/shop/{}/orders", self.goods.shop), body).await)
    }
}

fn kind(answer: &Answer) -> Kind {
    match answer.status {
        201 => Kind::Placed,
        503 if !answer.header("retry-after").is_empty() && !answer.code().is_empty() => Kind::Refused,
        _ => Kind::Otherwise,
    }
}

/// Orders per second of buyers of whom each comes when the one before is served.
async fn at_best(shopper: &Rc<Shopper>, lasts: Duration) -> u64 {
    let (began, placed) = (Instant::now(), Rc::new(Cell::new(0_u64)));
    let all = (0..AT_BEST).map(|_| {
        let (shopper, placed) = (Rc::clone(shopper), Rc::clone(&placed));
        async move {
            while began.elapsed() < lasts {
                if shopper.order().await == Kind::Placed {
                    placed.set(placed.get() + 1);
                }
            }
        }
    });
    futures_util::future::join_all(all).await;
    placed.get() / lasts.as_secs().max(1)
}

/// So many come each second, whatever becomes of those before; what became of them.
async fn too_many(shopper: &Rc<Shopper>, per_second: u64) -> BTreeMap<Kind, u64> {
    let told: Rc<RefCell<BTreeMap<Kind, u64>>> = Rc::default();
    let (began, mut come, mut all) = (Instant::now(), 0, Vec::new());
    while began.elapsed() < PART {
        let due = u64::try_from(began.elapsed().as_millis()).unwrap_or(0) * per_second / 1_000;
        for _ in come..due {
            let (shopper, told) = (Rc::clone(shopper), Rc::clone(&told));
            all.push(actix_web::rt::spawn(async move {
                let kind = shopper.order().await;
                // What comes after the end is no longer within the seconds that are counted.
                if began.elapsed() < PART || kind == Kind::Otherwise {
                    *told.borrow_mut().entry(kind).or_default() += 1;
                }
            }));
        }
        come = due.max(come);
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    for one in all {
        // A task that broke off has told nothing, and is missed in the sums.
        drop(one.await);
    }
    told.take()
}
