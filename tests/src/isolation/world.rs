//! Two markets side by side: one whose data is to be kept, and one whose people try to reach it.

use super::{digest::Digest, document::Operation, harvest::Harvest};
use crate::{Caller, Firm, Market, NewProduct, Order, TestApp, Token, account::Person, answer::text};
use chrono::Duration;
use identity::actions::make_operator;
use kernel::{Locale, OperatorRole, Permission, Problem, Result};
use reqwest::Method;
use sea_orm::Iterable;
use serde_json::json;
use trade::rules::State;

/// The roles of members, but for the owner's.
const ROLES: [&str; 8] = ["sales", "accounting", "purchasing", "logistics", "production", "marketing", "support", "viewer"];

/// Somebody who tries to reach what is not theirs.
pub struct Attacker {
    /// Who it is.
    pub name: String,
    /// How they call.
    pub caller: Caller,
    /// The role of somebody of the operator's, who may see much in the console.
    pub operator: Option<OperatorRole>,
    /// What they may see.
    pub own: Harvest,
}

/// The two markets.
pub struct World {
    /// The installation.
    pub t: TestApp,
    /// The shop of those whose data is to be kept.
    pub shop: String,
    /// The attackers' shop.
    pub own_shop: String,
    /// All that its people see.
    pub kept: Harvest,
    /// The texts that nobody else may see.
    pub secrets: std::collections::BTreeSet<String>,
    /// Who tries.
    pub attackers: Vec<Attacker>,
    /// Their rows.
    pub digest: Digest,
}

/// A market in which something of every kind has happened: trades before, in and after their way,
/// a settlement and a payout.
pub(crate) async fn lively(m: &Market) -> Result<(Order, Order)> {
    m.bakery.bank().await;
    m.mart.bank().await;
    let done = m.paid(1).await?;
    m.walk(&done, &done.part(&m.bakery), State::Confirmed).await?;
    m.t.pass(Duration::days(1)).await?;
    let open = m.paid(2).await?;
    let part = open.part(&m.bakery);
    m.walk(&open, &part, State::PoAccepted).await?;
    let note = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n".to_vec();
    let file = m.bakery.send(Method::POST, "/company/files?name=note.pdf", Some(note)).await.is(201);
    let lines: Vec<_> = part.lines.iter().map(|(line, quantity)| json!({"line_id": line, "quantity": quantity})).collect();
    let filed = json!({"carrier": "CJ대한통운", "tracking_number": "612345678901", "lines": lines, "file_id": text(&file, "/id")});
    m.bakery.step(part.trade, "delivery-confirmation", filed).await.ok();
    m.t.work().await?;
    for firm in [&m.mart, &m.bakery] {
        let category = firm.post("/company/shop-categories", json!({"name": "빵", "name_en": "Bread", "slug": "bread"})).await;
        let item = firm.post("/company/item-categories", json!({"code": "BREAD", "name": "빵"})).await;
        assert!(category.status < 300 && item.status < 300, "{} {}", category.text, item.text);
        firm.product(&m.t, NewProduct::default()).await?;
        firm.post("/company/roles", json!({"name": format!("{} 매장 담당", firm.name), "permissions": ["orders_manage"]})).await.is(201);
        let invited = format!("guest-of-{}@people.example", firm.slug);
        firm.post("/company/invitations", json!({"email": invited, "role": "viewer"})).await.is(201);
    }
    let picture = include_bytes!("../../../infra/demo/pictures/hb-bagel.webp").to_vec();
    m.bakery.send(Method::POST, &format!("/company/items/{}/media", m.bread.item), Some(picture)).await.is(201);
    // The bakery supplies nobody but this mart.
    let chosen = json!({"contract": crate::RESALE, "visibility": "chosen", "companies": [m.mart.id]});
    m.bakery.put(&format!("/company/items/{}/offer", m.bread.item), chosen).await.ok();
    let key = json!({"name": "창고 프로그램", "permissions": ["workspace_view"], "expires_at": m.t.now() + Duration::days(90)});
    m.bakery.post("/company/api-keys", key).await.is(201);
    let endpoint = json!({"url": "https://hooks.invalid/madang", "description": "창고 프로그램", "event_types": ["order.paid"]});
    let endpoint = m.bakery.post("/company/webhook-endpoints", endpoint).await.is(201);
    m.bakery.post(&format!("/company/webhook-endpoints/{}/test", text(&endpoint, "/id")), json!({})).await.is(202);
    let asked = m.bakery.post("/account/passkeys/challenge", json!(null)).await.is(201);
    m.bakery.post("/account/passkeys", Token::new(&asked)?.registration(&asked, "제빵실 태블릿")?).await.is(201);
    m.t.pass(Duration::seconds(2)).await?;
    m.bakery.post("/company/exports", json!({})).await.is(201);
    m.bakery.propose_account("110-555-666777").await.is(201);
    // The worker looks for an export to make every other second.
    m.t.pass(Duration::seconds(3)).await?;
    Ok((done, open))
}

/// People of a company in every role but the owner's.
async fn members(t: &TestApp, firm: &Firm) -> Result<Vec<(String, Caller)>> {
    let mut all = Vec::new();
    for role in ROLES {
        let person = t.person(Locale::Ko).await?;
        let member = firm.hire(t, &person, role).await?;
        all.push((format!("{role} of another company"), member));
    }
    Ok(all)
}

/// A program of a company that may whatever a program may.
async fn program(t: &TestApp, firm: &Firm) -> Caller {
    let permissions: Vec<Permission> = Permission::iter().filter(|permission| permission.for_programs()).collect();
    let key = json!({"name": "연동 프로그램", "permissions": permissions, "expires_at": t.now() + Duration::days(90)});
    let made = firm.post("/company/api-keys", key).await.is(201);
    t.anyone().token(&text(&made, "/secret"))
}

pub(crate) async fn of_the_operator(t: &TestApp, role: OperatorRole) -> Result<Person> {
    let person = t.person(Locale::Ko).await?;
    let tx = t.madang.app.platform().await?;
    make_operator(&tx, person.id, role).await?;
    tx.commit().await?;
    Ok(person)
}

impl World {
    /// Both markets, and everybody in them.
    pub async fn build(operations: impl Fn(&serde_json::Value) -> Vec<Operation>) -> Result<(Self, Vec<Operation>, serde_json::Value)> {
        let m = Market::open().await?;
        let (done, open) = lively(&m).await?;
        let document = m.t.anyone().get("/openapi.json").await.ok();
        let operations = operations(&document);

        let mut kept = Harvest::default();
        for (caller, held) in [(&m.mart.caller, None), (&m.bakery.caller, None), (&done.buyer, Some(done.id)), (&open.buyer, Some(open.id))] {
            let held: Vec<String> = held.iter().map(ToString::to_string).collect();
            kept.and(Harvest::of(caller, &m.mart.slug, &operations, &held).await);
        }
        let mut desk = Harvest::of(&m.operator, &m.mart.slug, &operations, &[]).await;
        let (shop, owners) = (m.mart.slug.clone(), [m.mart.owner, m.bakery.owner]);
        let (firms, orders) = ([m.mart.id, m.bakery.id], [done.id, open.id]);

        // The second market, in the same installation.
        let Market { t, operator, .. } = m;
        let bakery = t.firm(&operator, "남의제빵").await?;
        let mart = t.firm(&operator, "남의상점").await?;
        let bread = mart.supplied_by(&t, &bakery, NewProduct::default()).await?;
        let other = Market { t, operator, mart, bakery, bread };
        let (_, bought) = lively(&other).await?;
        let Market { t, mart, .. } = other;

        let mut callers = vec![
            ("visitor".to_owned(), t.anyone()),
            ("buyer in another shop".to_owned(), bought.buyer.clone()),
            ("person without a company".to_owned(), t.person(Locale::En).await?.caller),
            ("owner of another company".to_owned(), mart.caller.clone()),
            ("API key of another company".to_owned(), program(&t, &mart).await),
        ];
        callers.extend(members(&t, &mart).await?);
        let mut known = Harvest::of(&t.anyone(), &shop, &operations, &[]).await;
        let mut attackers = Vec::new();
        for (name, caller) in callers {
            let own = Harvest::of(&caller, &mart.slug, &operations, &[]).await;
            known.and(own.clone());
            attackers.push(Attacker { name, caller, operator: None, own });
        }
        for (role, name) in [
            (OperatorRole::Observer, "operator's observer"),
            (OperatorRole::Treasurer, "operator's treasurer"),
            (OperatorRole::Desk, "operator's desk"),
        ] {
            let person = of_the_operator(&t, role).await?;
            attackers.push(Attacker { name: name.to_owned(), caller: person.caller, operator: Some(role), own: Harvest::default() });
        }
        // What the operator alone sees of them is theirs, too: payments, mails, payouts.
        desk.texts.clear();
        let secrets = kept.secrets(&known);
        kept.and(desk);

        let mut schemas = Vec::new();
        let tx = t.madang.app.platform().await?;
        for id in firms {
            schemas.push(company::queries::by_id(&tx, id).await?.ok_or_else(Problem::not_found)?.schema_name);
        }
        drop(tx);
        let ids: Vec<String> = firms
            .iter()
            .map(|id| id.uuid().to_string())
            .chain(owners.iter().map(|id| id.uuid().to_string()))
            .chain(orders.iter().map(|id| id.uuid().to_string()))
            .collect();
        let digest = Digest::of(&t, &schemas, &ids).await?;
        Ok((Self { t, own_shop: mart.slug.clone(), shop, kept, secrets, attackers, digest }, operations, document))
    }
}
