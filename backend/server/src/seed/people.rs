//! The people of the demo world, each with an account that is verified.

use super::{
    PASSWORD,
    world::{Shopper, World},
};
use identity::actions::{NewAccount, consents_in_force, make_operator, register_verified};
use kernel::{AccountId, Locale, Result};

/// Makes an account with the demo password.
pub(super) async fn account(world: &World, email: &str, name: &str, locale: Locale) -> Result<AccountId> {
    let tx = world.app().platform().await?;
    let new = NewAccount {
        email: email.to_owned(),
        password: PASSWORD.to_owned(),
        name: name.to_owned(),
        locale,
        consents: consents_in_force(&world.app().config().legal),
    };
    let id = register_verified(&tx, &world.app().config().auth, new).await?;
    tx.commit().await?;
    Ok(id)
}

/// The operator's people.
pub(super) async fn operators(world: &mut World) -> Result<()> {
    for person in world.catalog.operator.people.clone() {
        let id = account(world, &person.email, &person.name_ko, Locale::Ko).await?;
        let tx = world.app().platform().await?;
        make_operator(&tx, id, person.role).await?;
        tx.commit().await?;
        world.operators.insert(person.role, id);
    }
    Ok(())
}

/// The buyers; guests are known by name, but have no account.
pub(super) async fn buyers(world: &mut World) -> Result<()> {
    for facts in world.catalog.buyers.clone() {
        let account = if facts.guest { None } else { Some(account(world, &facts.email, facts.name(), facts.locale).await?) };
        world.buyers.push(Shopper { facts, account });
    }
    Ok(())
}
