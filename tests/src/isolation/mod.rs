//! The walk that tries every operation of the OpenAPI document as everybody whom its data does not
//! concern, with ids that belong to others in path, query, body and headers.
//!
//! It knows no operation by name: a new one is walked because it is documented. What it holds
//! against the answers: an id of others is answered as an id that never was; nothing that only
//! they know is in an answer; and none of their rows has changed.

mod digest;
pub mod document;
pub(crate) mod harvest;
pub(crate) mod world;

use crate::{Answer, Caller};
use document::{Operation, UUID, operations, sample};
use kernel::Result;
use serde_json::Value;
use world::{Attacker, World};

/// What the walk found.
#[derive(Debug, Default)]
pub struct Report {
    /// Operations of the document.
    pub operations: usize,
    /// Requests that were made to reach something foreign.
    pub attempts: usize,
    /// What was revealed or changed.
    pub leaks: Vec<String>,
    /// Where nothing foreign was at hand to try with, or not even its owner got an answer.
    pub blind: Vec<String>,
}

impl Report {
    /// The last line.
    #[must_use]
    pub fn line(&self) -> String {
        format!("isolation: {} operations, {} attempts, {} leaks", self.operations, self.attempts, self.leaks.len())
    }
}

struct Walk {
    world: World,
    document: Value,
    report: Report,
}

/// Builds the markets and walks.
pub async fn walk() -> Result<Report> {
    let (world, operations, document) = World::build(operations).await?;
    let report = Report { operations: operations.len(), ..Report::default() };
    let mut walk = Walk { world, document, report };
    if walk.world.secrets.len() < 50 {
        walk.report.blind.push(format!("only {} secrets are at hand", walk.world.secrets.len()));
    }
    let mut before = walk.world.digest.now(&walk.world.t).await?;
    for operation in &operations {
        walk.operation(operation).await;
        let after = walk.world.digest.now(&walk.world.t).await?;
        if !public(operation) {
            for (old, new) in before.iter().zip(&after).filter(|(old, new)| old != new) {
                walk.report.leaks.push(format!("{} changed {}", operation.name(), new.split(' ').next().unwrap_or(old)));
            }
        }
        before = after;
    }
    let Walk { world, report, .. } = walk;
    world.t.finish().await?;
    Ok(report)
}

impl Walk {
    async fn operation(&mut self, operation: &Operation) {
        let kinds: Vec<String> = operation.kinds().map(str::to_owned).collect();
        // In the console it does not matter whose an id is: whoever is not of the operator is refused.
        let console = operation.path.starts_with("/operator/");
        let missing: Vec<&String> = kinds.iter().filter(|kind| self.world.kept.id(kind).is_none()).collect();
        if !missing.is_empty() && !console {
            self.report.blind.push(format!("{}: nobody has a {missing:?}", operation.name()));
            return;
        }
        if operation.reads() && !console && !kinds.is_empty() && !self.world.kept.answered.contains(&operation.name()) {
            self.report.blind.push(format!("{}: not even its owner reads it", operation.name()));
        }
        for place in 0..self.world.attackers.len() {
            let Some(attacker) = self.world.attackers.get(place) else { break };
            if attacker.operator && console {
                continue;
            }
            let found = self.attack(attacker, operation).await;
            self.report.attempts += found.0;
            self.report.leaks.extend(found.1);
        }
    }

    /// Tries an operation as one attacker; returns how often, and what leaked.
    async fn attack(&self, attacker: &Attacker, operation: &Operation) -> (usize, Vec<String>) {
        let mut tries = Vec::new();
        let foreign = |kind: &str| self.world.kept.id(kind).unwrap_or_else(|| nobody(kind));
        let in_path = operation.kinds().next().is_some();
        if in_path {
            for shop in if operation.path.contains("{shop}") { vec![&self.world.shop, &self.world.own_shop] } else { vec![&self.world.shop] } {
                tries.push((
                    operation.at(foreign, |name| word(name, shop)),
                    operation.at(nobody, |name| word(name, shop)),
                    self.body(operation, &nobody),
                ));
            }
        }
        // What is one's own in the path, and what belongs to others elsewhere.
        let own = |kind: &str| attacker.own.id(kind).unwrap_or_else(|| nobody(kind));
        let mine = operation.at(own, |name| word(name, &self.world.own_shop));
        let (mut found, mut count) = (Vec::new(), 0);
        for (name, kind) in &operation.in_query {
            tries.push((format!("{mine}?{name}={}", foreign(kind)), format!("{mine}?{name}={}", nobody(kind)), None));
        }
        for (theirs, nobodys, body) in tries {
            count += 1;
            let seen = send(&attacker.caller, operation, &theirs, body.clone()).await;
            let never = send(&attacker.caller, operation, &nobodys, body).await;
            found.extend(self.compare(attacker, operation, &theirs, &seen, &never));
        }
        if let (Some(theirs), Some(nobodys)) = (self.body_with_ids(operation, &foreign), self.body_with_ids(operation, &nobody)) {
            count += 1;
            let sent = String::from_utf8_lossy(&theirs).into_owned();
            let seen = send(&attacker.caller, operation, &mine, Some(theirs)).await;
            let never = send(&attacker.caller, operation, &mine, Some(nobodys)).await;
            found.extend(self.compare(attacker, operation, &format!("{mine} {sent}"), &seen, &never));
        }
        if operation.reads() && !in_path {
            for company in ["madang-company", "x-company-id", "x-tenant"] {
                count += 1;
                let seen = send(&attacker.caller.with(company, foreign("company")), operation, &mine, None).await;
                found.extend(self.tells(attacker, operation, &mine, &seen));
            }
        }
        (count, found)
    }

    fn body(&self, operation: &Operation, id: &impl Fn(&str) -> String) -> Option<Vec<u8>> {
        let (media, schema) = operation.body.as_ref()?;
        Some(if media == "application/json" { sample(&self.document, schema, id, 0).0.to_string().into_bytes() } else { b"x".to_vec() })
    }

    /// A body, if there is an id in it.
    fn body_with_ids(&self, operation: &Operation, id: &impl Fn(&str) -> String) -> Option<Vec<u8>> {
        let (media, schema) = operation.body.as_ref()?;
        let (body, has) = sample(&self.document, schema, id, 0);
        (media == "application/json" && has).then(|| body.to_string().into_bytes())
    }

    /// What belongs to others is answered as what never was.
    fn compare(&self, attacker: &Attacker, operation: &Operation, asked: &str, seen: &Answer, never: &Answer) -> Vec<String> {
        let mut found = self.tells(attacker, operation, asked, seen);
        if !public(operation) && (seen.status, plain(seen)) != (never.status, plain(never)) {
            found.push(format!(
                "{} as {}: {asked} was answered {} {}, and what never was {} {}",
                operation.name(),
                attacker.name,
                seen.status,
                seen.text,
                never.status,
                never.text
            ));
        }
        found
    }

    /// Nothing that only others know is in an answer, and nothing breaks.
    fn tells(&self, attacker: &Attacker, operation: &Operation, asked: &str, seen: &Answer) -> Vec<String> {
        let mut found = Vec::new();
        if seen.status == 0 || seen.status >= 500 {
            found.push(format!("{} as {}: {asked} broke: {} {}", operation.name(), attacker.name, seen.status, seen.text));
        }
        let told = self.world.secrets.iter().find(|secret| seen.text.contains(secret.as_str()) && !asked.contains(secret.as_str()));
        if let Some(told) = told {
            found.push(format!("{} as {}: {asked} tells {told}", operation.name(), attacker.name));
        }
        found
    }
}

/// In a shop everybody may put things into a cart and order them.
fn public(operation: &Operation) -> bool {
    operation.path.starts_with("/shop/{shop}") && operation.kinds().all(|kind| kind == UUID)
}

/// An id of a kind that nothing has.
#[must_use]
pub fn nobody(kind: &str) -> String {
    if kind == UUID { "01a201e1-0000-7000-8000-000000000000".to_owned() } else { format!("{kind}_01kz5b9n4me9v9bmjvhbbyx7a9") }
}

fn word(name: &str, shop: &str) -> String {
    match name {
        "shop" => shop.to_owned(),
        "gateway" => "sandbox".to_owned(),
        _ => "x".to_owned(),
    }
}

/// An answer without what differs from call to call: ids and the number of the trace.
fn plain(answer: &Answer) -> String {
    let is_id = |part: &&str| part.len() >= 26 && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-".contains(&byte));
    answer
        .text
        .split('"')
        .map(|part| part.split(['/', ' ', '?', '=']).map(|piece| if is_id(&piece) { "…" } else { piece }).collect::<Vec<_>>().join(" "))
        .collect::<Vec<_>>()
        .join("\"")
}

async fn send(caller: &Caller, operation: &Operation, path: &str, body: Option<Vec<u8>>) -> Answer {
    let caller = if operation.reads() { caller.clone() } else { caller.having_seen(1) };
    caller.send(operation.method.clone(), path, body).await
}
