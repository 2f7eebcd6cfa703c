//! Two installations with different secrets on one database server: each works, and neither gets
//! into the other's database nor takes its password.

use kernel::{Locale, Result};
use madang_tests::{Setting, TestApp};
use platform::scope::LoginRoles;
use sea_orm::{ConnectOptions, Database};

/// The neighbour's secret. It is the same in every run, so that runs leave no roles behind each other.
const NEIGHBOUR: &str = "the neighbour's secret";

/// The secret that it changes to.
const CHANGED: &str = "the neighbour's other secret";

async fn gets_in(url: String) -> bool {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.is_ok()
}

#[actix_web::test]
async fn two_installations_share_a_server() -> Result<()> {
    let ours = TestApp::start().await?;
    let theirs = TestApp::with(Setting { secret: Some(NEIGHBOUR.into()), ..Setting::default() }).await?;
    // The neighbour was installed last; both still sign in and make companies.
    for t in [&ours, &theirs] {
        let firm = t.unverified_firm("이웃").await?;
        assert_eq!(firm.profile().await["name"], "이웃");
        t.person(Locale::En).await?;
        t.work().await?;
    }
    let url = |t: &TestApp| t.madang.app.config().database.url.clone();
    let (us, them) = (LoginRoles::of(&ours.madang.app.config().secret.key)?, LoginRoles::of(NEIGHBOUR)?);
    assert!(gets_in(us.url(&url(&ours), &us.platform())?).await, "with its own name and password");
    for role in [us.platform(), us.lane(0)] {
        assert!(!gets_in(them.url(&url(&ours), &role)?).await, "the neighbour's secret does not open {role}");
    }
    for role in [them.platform(), them.lane(0)] {
        assert!(!gets_in(us.url(&url(&theirs), &role)?).await, "our secret does not open {role}");
    }
    // Nor does the right name and password of one installation open the other's database.
    assert!(!gets_in(us.url(&url(&theirs), &us.platform())?).await);
    theirs.finish().await?;
    ours.finish().await
}

#[actix_web::test]
async fn a_changed_secret_shuts_the_former_roles_out() -> Result<()> {
    let t = TestApp::with(Setting { secret: Some(NEIGHBOUR.into()), ..Setting::default() }).await?;
    let firm = t.unverified_firm("이사").await?;
    let former = t.madang.app.config().clone();
    let mut config = former.clone();
    config.secret.key = CHANGED.into();
    migrations::install(&config).await?;
    let (old, new) = (LoginRoles::of(NEIGHBOUR)?, LoginRoles::of(CHANGED)?);
    for role in [old.platform(), old.lane(0), old.lane(1)] {
        assert!(!gets_in(old.url(&config.database.url, &role)?).await, "the former secret still opens {role}");
    }
    assert!(gets_in(new.url(&config.database.url, &new.platform())?).await);
    // The company's schema is entered by its new lane.
    let moved = server::Madang::boot(config, t.madang.app.clock().clone()).await?;
    let tx = moved.app.tenant(firm.id).await?;
    assert!(catalog::queries::home(&tx, 1).await?.newest.is_empty());
    drop(tx);
    drop(moved);
    migrations::install(&former).await?;
    t.finish().await
}
