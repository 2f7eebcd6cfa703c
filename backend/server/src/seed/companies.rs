//! The companies: signed up by their owners, verified by the operator, set up by themselves.

use super::{
    catalog::{Company, Profile},
    people,
    world::{Place, World},
};
use company::{
    actions::{self, CompanyRules, Invited, NewCompany, NewInvitation, PayoutAccount, PictureKind, ProfileChange},
    picture,
    rules::Grantor,
};
use kernel::{AccountId, CompanyId, Currency, HeldRole, Locale, OperatorRole, Problem, ProposalId, Result, Role};
use platform::audit::{Actor, acting};
use std::collections::HashMap;

/// Signs the companies up and makes them ready to sell.
pub(super) async fn make(world: &mut World) -> Result<()> {
    for facts in world.catalog.companies.clone() {
        let place = one(world, &facts).await?;
        world.companies.push(place);
    }
    rules_of_operator(world).await
}

async fn one(world: &mut World, facts: &Company) -> Result<Place> {
    let owner = facts.members.iter().find(|person| person.role == Role::Owner).ok_or_else(|| Problem::internal("a company without an owner"))?;
    let owner_id = people::account(world, &owner.email, &owner.name_ko, Locale::Ko).await?;
    let id = sign_up(world, owner_id, &facts.profile).await?;
    world.pass(600, 2400);
    let mut place = Place {
        id,
        slug: facts.profile.slug.clone(),
        tenant: world.app().directory().tenant(id).await?,
        people: HashMap::from([(Role::Owner, owner_id)]),
        shelf: Vec::new(),
    };
    for person in facts.members.iter().filter(|person| person.role != Role::Owner) {
        let account = people::account(world, &person.email, &person.name_ko, Locale::Ko).await?;
        let tx = world.app().platform().await?;
        let by = Grantor { account: owner_id, company: id, permissions: Role::Owner.permissions() };
        let offered = NewInvitation { email: person.email.clone(), role: HeldRole::BuiltIn(person.role), locale: None };
        let (_, token) = actions::invite(&tx, by, &offered).await?;
        actions::accept_invitation(&tx, Invited { account, email: &person.email }, &token).await?;
        tx.commit().await?;
        place.people.insert(person.role, account);
    }
    set_up(world, id, owner_id, facts).await?;
    let tx = world.app().platform().await?;
    actions::verify(&tx, id).await?;
    tx.commit().await?;
    Ok(place)
}

/// Signs a company up in the name of its owner.
pub(super) async fn sign_up(world: &World, owner: AccountId, profile: &Profile) -> Result<CompanyId> {
    let new = NewCompany {
        name: profile.name_ko.clone(),
        name_en: Some(profile.name_en.clone()),
        business_number: profile.registration_number.clone(),
        representative: profile.representative_ko.clone(),
        postcode: profile.address.postal_code.clone(),
        address1: profile.address.line1_ko.clone(),
        address2: Some(profile.address.line2_ko.clone()),
        mail_order_number: Some(profile.mail_order_report_number.clone()),
        phone: profile.phone.clone(),
        email: profile.email.clone(),
        functions: profile.functions.clone(),
        slug: profile.slug.clone(),
        cell: None,
    };
    let id = actions::enrol(world.app(), owner, new).await?.id;
    let tx = world.app().platform().await?;
    let about = ProfileChange { about: Some(profile.about_ko.clone()), about_en: Some(profile.about_en.clone()), ..ProfileChange::default() };
    actions::change_profile(&tx, id, 1, about).await?;
    tx.commit().await?;
    Ok(id)
}

/// Pictures, rules, delivery and the account for payouts.
async fn set_up(world: &World, id: CompanyId, owner: AccountId, facts: &Company) -> Result<()> {
    let app = world.app();
    for (kind, file) in [(PictureKind::Logo, &facts.logo), (PictureKind::Banner, &facts.banner)] {
        let bytes = std::fs::read(world.dir.join("pictures").join(file)).map_err(Problem::internal)?;
        let key = picture::store(app, id, kind, bytes.into()).await?;
        let tx = app.platform().await?;
        actions::set_picture(&tx, id, kind, key).await?;
        tx.commit().await?;
    }
    let won = |minor| Currency::KRW.minor(minor);
    let rules = CompanyRules {
        auto_request: facts.rules.auto_request,
        auto_accept: facts.rules.auto_accept,
        delivery_fee: won(facts.delivery.fee_minor),
        free_delivery_from: Some(won(facts.delivery.free_from_minor)),
    };
    let account = PayoutAccount {
        bank: facts.payout_account.bank.clone(),
        account: facts.payout_account.account.clone(),
        holder: facts.payout_account.holder.clone(),
    };
    let tx = app.platform().await?;
    let seen = company::queries::by_id(&tx, id).await?.ok_or_else(Problem::not_found)?.version;
    let seen = actions::set_rules(&tx, id, seen, rules).await?.version;
    let cycle = ProfileChange { settlement_cycle: Some(facts.rules.settlement_cycle), ..ProfileChange::default() };
    actions::change_profile(&tx, id, seen, cycle).await?;
    tx.commit().await?;
    // The company is new: the operator is its second person.
    let proposal = acting(Actor::member(owner, id, &HeldRole::BuiltIn(Role::Owner)), async {
        let tx = app.platform().await?;
        let proposal = flows::propose_payout_account(&world.madang.flows, &tx, id, owner, &account, "첫 지급 계좌").await?;
        tx.commit().await?;
        Ok::<_, Problem>(proposal)
    })
    .await?;
    approved(world, proposal.id, OperatorRole::Treasurer).await
}

/// Somebody of the operator approves.
async fn approved(world: &World, id: ProposalId, role: OperatorRole) -> Result<()> {
    let who = world.operator(role)?;
    acting(Actor::operator(who, role), async {
        let tx = world.app().platform().await?;
        flows::approve(&tx, id, &flows::Person::operator(&tx, who, role).await?).await?;
        tx.commit().await
    })
    .await
}

/// What is green is ordered at once; each shipment is looked at by the operator's desk.
async fn rules_of_operator(world: &World) -> Result<()> {
    let chief = world.operator(OperatorRole::Chief)?;
    let tx = world.app().platform().await?;
    let seen = trade::queries::rules(&tx).await?.version;
    trade::actions::set_rules(&tx, seen, trade::actions::NewRules { auto_issue: true, auto_approve: false, confirm_after_days: 8 }).await?;
    // Grain and flour leave small margins: their fee is lower.
    let rate = "0.02".parse().map_err(Problem::internal)?;
    let mut proposed = Vec::new();
    for category in ["grain", "wheat"] {
        let rule = actions::NewFeeRule { category: Some(category.to_owned()), rate, ..actions::NewFeeRule::default() };
        proposed.push(flows::propose_fee(&world.madang.flows, &tx, chief, &rule, "곡물은 마진이 작습니다").await?.id);
    }
    tx.commit().await?;
    for id in proposed {
        approved(world, id, OperatorRole::Treasurer).await?;
    }
    Ok(())
}
