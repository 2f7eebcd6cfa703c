//! Who is written to when somebody proposes what another has to approve, and when it ends. Who leads
//! the money of a company is told of every try to lead it elsewhere, at their own addresses, so that
//! a stolen session cannot do it unseen.

use super::mails::{day_text, enqueue, money_text};
use crate::{Flows, names::Company};
use approval::{Kind, Proposal, Side, State, events::ProposalMoved};
use chrono::{DateTime, Utc};
use identity::queries::Person;
use kernel::{AccountId, Locale, Money, Permission, Problem, Result};
use notify::Template;
use platform::{Delivery, PlatformTx};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// Where the operator's people live, by whose clock deadlines are told them.
const OPERATOR_TIME_ZONE: &str = "Asia/Seoul";

/// A proposal was made, decided, or is over.
pub async fn moved(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ProposalMoved = delivery.read()?;
    let tx = flows.app.platform().await?;
    let proposal = approval::queries::proposal(&tx, event.proposal_id).await?;
    let letters = Letters::of(&flows, &tx, &delivery, proposal).await?;
    match event.state {
        // One that ended before this mail was written waits for nobody any more.
        State::Pending if letters.proposal.state == State::Pending => letters.made().await?,
        State::Pending | State::Withdrawn => {}
        ended @ (State::Approved | State::Refused | State::Expired | State::Stale) => letters.ended(ended).await?,
    }
    tx.commit().await
}

struct Letters<'a> {
    tx: &'a PlatformTx,
    key: String,
    public_url: String,
    proposal: Proposal,
    company: Option<Company>,
    proposer: Option<Person>,
    /// Those who lead the company's money, with whether they may approve.
    entitled: Vec<(Person, bool)>,
}

impl<'a> Letters<'a> {
    async fn of(flows: &Flows, tx: &'a PlatformTx, delivery: &Delivery, proposal: Proposal) -> Result<Self> {
        let company = match proposal.company_id {
            Some(id) => Some(company::queries::by_id(tx, id).await?.ok_or_else(Problem::not_found)?),
            None => None,
        };
        let entitled = match (proposal.kind, &company) {
            (Kind::PayoutAccount, Some(company)) => company::queries::entitled(tx, company.id, Permission::PayoutAccountManage).await?,
            _ => Vec::new(),
        };
        let accounts: Vec<AccountId> = entitled.iter().map(|one| one.account).collect();
        let people = identity::queries::people(tx, &accounts).await?;
        let second = |account: AccountId| {
            proposal.decider == Side::Company
                && account != proposal.proposed_by
                && entitled.iter().any(|one| one.account == account && one.since <= proposal.second_since)
        };
        Ok(Self {
            tx,
            key: delivery.id.to_string(),
            public_url: flows.app.config().public_url(),
            proposer: identity::queries::account(tx, proposal.proposed_by).await?,
            entitled: people.into_iter().map(|person| (second(person.id), person)).map(|(second, person)| (person, second)).collect(),
            company,
            proposal,
        })
    }

    /// Those who may approve are asked; the others of the company are told, and whoever made it too,
    /// who may not know of it.
    async fn made(&self) -> Result<()> {
        for person in self.deciders().await? {
            let mut data = self.data(person.locale);
            data["name"] = person.name.into();
            data["link"] = self.link(self.proposal.decider).into();
            self.write(Template::ProposalWaiting, person.locale, person.email, data).await?;
        }
        if self.proposal.kind == Kind::PayoutAccount {
            self.tell(Template::PayoutAccountProposed, "/company/proposals", |second| !second).await?;
        }
        Ok(())
    }

    async fn ended(&self, state: State) -> Result<()> {
        if let Some(person) = self.proposer.clone() {
            let side = if self.proposal.kind == Kind::PayoutAccount { Side::Company } else { Side::Operator };
            let reason = self.proposal.end_reason.clone();
            let mut data = json!({"name": person.name, "kind": self.proposal.kind, "outcome": state, "reason": reason, "link": self.link(side)});
            data["about"] = self.proposal.label.clone().into();
            self.write(Template::ProposalEnded, person.locale, person.email, data).await?;
        }
        if state == State::Approved && self.proposal.kind == Kind::PayoutAccount {
            self.tell(Template::PayoutAccountChanged, "/company/settings?tab=payout", |_| true).await?;
        }
        Ok(())
    }

    async fn deciders(&self) -> Result<Vec<Person>> {
        if self.proposal.decider == Side::Company {
            return Ok(self.entitled.iter().filter(|(_, second)| *second).map(|(person, _)| person.clone()).collect());
        }
        let mut deciders = Vec::new();
        for (person, role) in identity::queries::operators(self.tx).await? {
            let seen = crate::approvals::Person::operator(self.tx, person.id, role).await?;
            if seen.may_approve(&self.proposal).is_ok() {
                deciders.push(person);
            }
        }
        Ok(deciders)
    }

    /// Writes to the company's address and to those who lead its money, each address once.
    async fn tell(&self, template: Template, place: &str, whom: impl Fn(bool) -> bool) -> Result<()> {
        let Some(company) = &self.company else { return Ok(()) };
        let mut written = BTreeSet::new();
        let people = self.entitled.iter().filter(|(_, second)| whom(*second)).map(|(person, _)| (person.locale, &person.email, Some(&person.name)));
        for (locale, address, name) in people.chain([(company.locale, &company.email, None)]) {
            if written.insert(address.to_lowercase()) {
                let mut data = self.data(locale);
                data["name"] = name.cloned().into();
                data["company_name"] = called(company, locale).into();
                data["link"] = format!("{}{place}", self.public_url).into();
                self.write(template, locale, address.clone(), data).await?;
            }
        }
        Ok(())
    }

    /// What is proposed, in words.
    fn data(&self, locale: Locale) -> Value {
        let proposal = &self.proposal;
        let at = |field: &str| proposal.changes.0.iter().find(|change| change.field == field);
        let after = |field: &str| at(field).map(|change| change.after.clone()).unwrap_or_default();
        let time = |at: DateTime<Utc>| day_text(at, self.company.as_ref().map_or(OPERATOR_TIME_ZONE, |company| &company.time_zone), locale);
        let from: Option<DateTime<Utc>> = serde_json::from_value(after("valid_from")).ok();
        json!({
            "kind": proposal.kind, "about": proposal.label, "reason": proposal.reason,
            "proposer": self.proposer.as_ref().map(|person| person.name.clone()),
            "bank": after("bank"), "account_masked": after("account"), "holder": after("holder"),
            "rate_before_text": at("rate").and_then(|change| percent(&change.before)), "rate_text": percent(&after("rate")),
            "from_text": from.map(time),
            "amount_text": proposal.amount().map(|amount: Money| money_text(amount, locale)),
            "until_text": time(proposal.expires_at),
        })
    }

    fn link(&self, side: Side) -> String {
        let face = match side {
            Side::Company => "company",
            Side::Operator => "operator",
        };
        format!("{}/{face}/proposals", self.public_url)
    }

    async fn write(&self, template: Template, locale: Locale, to: String, data: Value) -> Result<()> {
        let key = format!("{}:{}:{to}", self.key, template.name());
        enqueue(self.tx, key, template, locale, to, None, data).await
    }
}

fn called(company: &Company, locale: Locale) -> String {
    match locale {
        Locale::En => company.name_en.clone().unwrap_or_else(|| company.name.clone()),
        Locale::Ko => company.name.clone(),
    }
}

/// `0.05` as `5%`.
fn percent(rate: &Value) -> Option<String> {
    let rate: Decimal = rate.as_str()?.parse().ok()?;
    Some(format!("{}%", rate.checked_mul(Decimal::ONE_HUNDRED)?.normalize()))
}
