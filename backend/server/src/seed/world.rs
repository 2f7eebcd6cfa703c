//! What the seed knows while it works: the installation under its moved clock, who is who, what
//! stands on which shelf, and the trades that are under way.

use super::{
    catalog::{Buyer, Catalog},
    dice::Dice,
    fate::Fate,
};
use crate::boot::Madang;
use chrono::{DateTime, Duration, Utc};
use flows::Flows;
use kernel::{AccountId, CompanyId, OperatorRole, Problem, Result, Role, TradeId};
use platform::{App, clock::Stopwatch, http::Shop, scope::TenantRef};
use std::{collections::HashMap, io::Write, path::PathBuf};
use uuid::Uuid;

/// Everything in one place.
pub(super) struct World {
    pub madang: Madang,
    pub catalog: Catalog,
    pub dir: PathBuf,
    pub dice: Dice,
    /// The moment at which the seed began: where its clock ends.
    pub today: DateTime<Utc>,
    pub operators: HashMap<OperatorRole, AccountId>,
    pub companies: Vec<Place>,
    pub buyers: Vec<Shopper>,
    pub running: Vec<Running>,
    pub watch: Stopwatch,
}

/// A company, its people and its shop.
pub(super) struct Place {
    pub id: CompanyId,
    pub slug: String,
    pub tenant: TenantRef,
    pub people: HashMap<Role, AccountId>,
    pub shelf: Vec<Good>,
}

/// A variant that a shop sells.
#[derive(Clone)]
pub(super) struct Good {
    pub variant: Uuid,
    pub price_minor: i64,
    pub least: i32,
}

/// A buyer; a guest has no account.
pub(super) struct Shopper {
    pub facts: Buyer,
    pub account: Option<AccountId>,
}

/// A trade that goes on.
pub(super) struct Running {
    pub id: TradeId,
    pub seller: CompanyId,
    pub supplier: CompanyId,
    pub buyer: Option<AccountId>,
    pub fate: Fate,
    /// The half-day from which its next step may be taken.
    pub ready: i64,
}

impl World {
    pub fn app(&self) -> &App {
        &self.madang.app
    }

    pub fn flows(&self) -> &Flows {
        &self.madang.flows
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.madang.app.now()
    }

    /// Moves the clock on to a moment; never back.
    pub fn until(&self, at: DateTime<Utc>) {
        if at > self.now() {
            self.app().clock().set(at);
        }
    }

    /// Lets some time pass.
    pub fn pass(&mut self, least_s: i64, most_s: i64) {
        let seconds = self.dice.between(least_s, most_s);
        self.app().clock().forward(Duration::seconds(seconds));
    }

    /// One line of progress.
    pub fn tell(&self, text: impl std::fmt::Display) -> Result<()> {
        writeln!(std::io::stderr(), "{:>5} s  {text}", self.watch.elapsed().as_secs()).map_err(Problem::internal)
    }

    /// Lets the worker do everything that is due.
    pub async fn work(&self) -> Result<()> {
        self.madang.worker().drain().await.map(drop)
    }

    pub fn operator(&self, role: OperatorRole) -> Result<AccountId> {
        self.operators.get(&role).copied().ok_or_else(|| Problem::internal(format!("nobody is {role:?} at the operator")))
    }

    pub fn place(&self, slug: &str) -> Result<&Place> {
        self.companies.iter().find(|place| place.slug == slug).ok_or_else(|| Problem::internal(format!("there is no company {slug}")))
    }

    pub fn company(&self, id: CompanyId) -> Result<&Place> {
        self.companies.iter().find(|place| place.id == id).ok_or_else(|| Problem::internal(format!("there is no company {id}")))
    }

    pub fn buyer(&self, key: &str) -> Result<usize> {
        self.buyers.iter().position(|buyer| buyer.facts.key == key).ok_or_else(|| Problem::internal(format!("there is no buyer {key}")))
    }
}

impl Place {
    /// Who does this in the company: the person of that role, or its owner.
    pub fn person(&self, role: Role) -> Result<AccountId> {
        let found = self.people.get(&role).or_else(|| self.people.get(&Role::Owner));
        found.copied().ok_or_else(|| Problem::internal(format!("{} has no owner", self.slug)))
    }

    /// Its shop, as a buyer's request names it.
    pub fn shop(&self) -> Shop {
        Shop { tenant: self.tenant.clone(), slug: self.slug.clone(), selling: true, open: true, paused: false }
    }
}
