//! The demo world: who and what is in `infra/demo`, made by the same use cases that requests call,
//! under a clock that is moved from sixty days ago to now. It goes into an empty installation
//! alone; nothing is sent by real mail or to a real payment provider.

mod catalog;
mod changes;
mod companies;
mod days;
mod dice;
mod fate;
mod goods;
mod last_hours;
mod money;
mod orders;
mod people;
mod resale;
mod steps;
mod world;

use crate::boot::Madang;
use chrono::Duration;
use kernel::{Problem, Result};
use platform::{clock::Clock, config::Config};
use std::{collections::HashMap, path::PathBuf};
use world::World;

/// The password of everybody in the demo world.
pub const PASSWORD: &str = "madang-demo-2026";

/// What an installation holds.
enum Found {
    /// No company and nobody of the operator.
    Nothing,
    /// The whole demo world.
    Everything,
    /// Something else.
    Other,
}

/// Fills an empty installation; does nothing to one that holds the demo world. Returns the
/// sign-ins, one per line: what, address, e-mail and password, with tabs between.
/// Errors: an installation that holds something else, or a world that was left half made.
pub async fn run(mut config: Config) -> Result<Vec<String>> {
    config.mail.smtp_url.clear();
    config.payment.stripe_secret_key.clear();
    config.redis.url.clear();
    let dir = PathBuf::from(&config.demo.dir);
    let catalog = catalog::Catalog::read(&dir)?;
    let today = Clock::system().now();
    let clock = Clock::standing_at(today - Duration::days(days::DAYS));
    let madang = Madang::boot(config, clock).await?;
    match found(&madang, &catalog).await? {
        Found::Everything => return Ok(sign_ins(&catalog)),
        Found::Other => return Err(Problem::internal("the database is not empty and holds no complete demo world; seed a new database")),
        Found::Nothing => {}
    }
    let watch = madang.app.clock().stopwatch();
    let mut world = World {
        madang,
        catalog,
        dir,
        dice: dice::Dice::new(),
        today,
        operators: HashMap::new(),
        companies: Vec::new(),
        buyers: Vec::new(),
        running: Vec::new(),
        watch,
    };
    make(&mut world).await?;
    Ok(sign_ins(&world.catalog))
}

async fn make(world: &mut World) -> Result<()> {
    world.tell("people and companies")?;
    people::operators(world).await?;
    people::buyers(world).await?;
    companies::make(world).await?;
    world.work().await?;
    world.tell("items, pictures and shelves")?;
    let made = goods::make(world).await?;
    resale::make(world, &made).await?;
    world.work().await?;
    world.tell(format!("{} days of orders", days::DAYS))?;
    days::live(world, &made).await?;
    world.tell("the last hours")?;
    // Making the world took a while; the last hours are those before the real present.
    world.today = Clock::system().now();
    last_hours::play(world, &made).await?;
    world.until(Clock::system().now());
    world.work().await?;
    world.tell("the demo world is complete")
}

/// The company that signs up last tells a complete world from a broken one.
async fn found(madang: &Madang, catalog: &catalog::Catalog) -> Result<Found> {
    let tx = madang.app.platform().await?;
    if company::queries::by_slug(&tx, &catalog.applicant.profile.slug).await?.is_some() {
        return Ok(Found::Everything);
    }
    let nobody = identity::queries::operators(&tx).await?.is_empty();
    let companies = company::queries::search(&tx, None, None, &kernel::PageQuery::default()).await?.items;
    Ok(if nobody && companies.is_empty() { Found::Nothing } else { Found::Other })
}

fn sign_ins(catalog: &catalog::Catalog) -> Vec<String> {
    let line = |what: &str, address: &str, email: &str| format!("{what}\t{address}\t{email}\t{PASSWORD}");
    let mut lines = Vec::new();
    for company in &catalog.companies {
        let name = &company.profile.name_ko;
        let wanted = company.members.iter().filter(|person| matches!(person.role, kernel::Role::Owner | kernel::Role::Sales));
        lines.extend(wanted.map(|person| {
            let role = if person.role == kernel::Role::Owner { "owner" } else { "sales" };
            line(&format!("{name} {role}"), "/company", &person.email)
        }));
    }
    let people = &catalog.operator.people;
    lines.extend(people.iter().map(|person| line(&format!("operator {:?}", person.role).to_lowercase(), "/operator", &person.email)));
    lines.extend(catalog.buyers.iter().find(|buyer| !buyer.guest).map(|buyer| line(&format!("buyer {}", buyer.name_ko), "/shop/dure", &buyer.email)));
    lines
}
