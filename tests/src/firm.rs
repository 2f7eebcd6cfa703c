//! Companies and what they sell, made as their people make them: over HTTP.

use crate::{Answer, Caller, Person, TestApp, answer::text};
use catalog::snapshot::registered_item_id;
use kernel::{AccountId, CompanyId, Currency, ItemId, ListingId, Locale, Problem, RegisteredItemId, Result, VariantId};
use serde_json::{Value, json};
use std::ops::Deref;
use uuid::Uuid;

/// The contract of a distributor that buys and sells again.
pub const RESALE: &str = "resale";

/// An amount in won, as the API writes it.
#[must_use]
pub fn won(minor: i64) -> Value {
    json!(Currency::KRW.minor(minor))
}

/// A verified company; it calls as its owner.
#[derive(Clone, Debug)]
pub struct Firm {
    /// The company.
    pub id: CompanyId,
    /// Its name.
    pub name: String,
    /// The address of its shop.
    pub slug: String,
    /// Its contact address.
    pub email: String,
    /// The owner.
    pub owner: AccountId,
    /// The owner, who acts for the company.
    pub caller: Caller,
    /// The operator who verified it, and is the second person of a company with one owner.
    pub second: Option<Caller>,
}

impl Deref for Firm {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.caller
    }
}

/// A product to be made.
#[derive(Clone, Copy, Debug)]
pub struct NewProduct {
    /// What a buyer pays in the company's own shop.
    pub selling: i64,
    /// What a distributor owes.
    pub supply: i64,
    /// What is on hand.
    pub stock: i32,
}

/// 22,000 won, supplied for 16,500, fifty on hand.
impl Default for NewProduct {
    fn default() -> Self {
        Self { selling: 22_000, supply: 16_500, stock: 50 }
    }
}

/// A product in a shop.
#[derive(Clone, Debug)]
pub struct Product {
    /// The supplier's item.
    pub item: ItemId,
    /// Its variant.
    pub variant: VariantId,
    /// The item as the operator knows it.
    pub registered: RegisteredItemId,
    /// The listing in the shop.
    pub listing: ListingId,
    /// The variant in that listing: what buyers order.
    pub listed: Uuid,
}

impl TestApp {
    /// A company that has signed up and was verified.
    pub async fn firm(&self, operator: &Person, name: &str) -> Result<Firm> {
        let mut firm = self.unverified_firm(name).await?;
        operator.post(&format!("/operator/companies/{}/verification", firm.id), json!({})).await.ok();
        firm.second = Some(operator.caller.clone());
        Ok(firm)
    }

    /// A company that has signed up.
    pub async fn unverified_firm(&self, name: &str) -> Result<Firm> {
        let owner = self.person(Locale::Ko).await?;
        let number = self.number();
        let slug = format!("shop-{number}");
        let email = format!("office{number}@firms.example");
        let body = json!({
            "name": name, "business_number": business_number(number)?, "representative": "김한빛", "postcode": "04524",
            "address1": "서울특별시 중구 세종대로 110", "phone": "02-1234-5678", "email": email, "functions": ["shop", "sales", "supply", "resale"],
            "slug": slug,
        });
        let company = owner.post("/company-registrations", body).await.is(201);
        let id: CompanyId = text(&company, "/id").parse().map_err(Problem::internal)?;
        let chosen = owner.post("/account/session/company", json!({"company_id": id})).await.ok();
        let caller = self.anyone().token(&text(&chosen, "/access_token"));
        Ok(Firm { id, name: name.to_owned(), slug, email, owner: owner.id, caller, second: None })
    }
}

impl Firm {
    /// Invites a person in a role, built-in or own, who accepts and calls as a member from then on.
    pub async fn hire(&self, t: &TestApp, person: &Person, role: &str) -> Result<Caller> {
        self.post("/company/invitations", json!({"email": person.email, "role": role})).await.is(201);
        let token = t.invitation(&person.email).await?;
        person.post("/account/invitation/acceptance", json!({"token": token})).await.is(201);
        self.chosen_by(t, person).await
    }

    /// A member, with a token for this company.
    pub async fn chosen_by(&self, t: &TestApp, person: &Person) -> Result<Caller> {
        let chosen = person.post("/account/session/company", json!({"company_id": self.id})).await.ok();
        Ok(t.anyone().token(&text(&chosen, "/access_token")))
    }

    /// The owner, signed in anew: tokens do not outlive long stretches of a story.
    pub async fn chosen_again(&self, t: &TestApp) -> Result<Caller> {
        let tx = t.madang.app.platform().await?;
        let owner = identity::queries::account(&tx, self.owner).await?.ok_or_else(Problem::not_found)?;
        drop(tx);
        Ok(t.sign_in(&owner.email).await)
    }

    /// Switches functions on and all others off.
    pub async fn functions(&self, on: &[&str]) -> Value {
        let seen = self.profile().await["version"].as_i64().unwrap_or_default();
        self.having_seen(seen).patch("/company/profile", json!({"functions": on})).await.ok()
    }

    /// The company's own profile.
    pub async fn profile(&self) -> Value {
        self.get("/company/profile").await.ok()
    }

    /// Says what the company does by itself, and what a delivery costs.
    pub async fn rules(&self, auto_request: bool, auto_accept: bool, delivery_fee: i64) {
        let seen = self.profile().await["version"].as_i64().unwrap_or_default();
        let rules = json!({"auto_request": auto_request, "auto_accept": auto_accept, "delivery_fee": won(delivery_fee)});
        self.having_seen(seen).put("/company/rules", rules).await.ok();
    }

    /// Says where the company's money goes.
    pub async fn bank(&self) {
        self.bank_account("110-234-567890").await;
    }

    /// Proposes this account for payouts, and has it approved by the operator.
    pub async fn bank_account(&self, number: &str) {
        let proposal = self.propose_account(number).await.is(201);
        if let Some(second) = &self.second {
            second.post(&format!("/operator/proposals/{}/approval", text(&proposal, "/id")), json!({})).await.ok();
        }
    }

    /// Proposes this account for payouts.
    pub async fn propose_account(&self, number: &str) -> Answer {
        let account = json!({"bank": "한국은행", "account": number, "holder": self.name});
        self.post("/company/payout-account-proposals", json!({"account": account, "reason": "은행을 바꿨습니다"})).await
    }

    /// Makes an item without showing it anywhere.
    pub async fn item(&self, t: &TestApp, new: NewProduct) -> Result<(ItemId, VariantId)> {
        let code = format!("ITEM-{}", t.number());
        let item = self
            .post(
                "/company/items",
                json!({"code": code, "name": format!("통밀 식빵 {code}"), "name_en": format!("Whole-wheat loaf {code}"), "unit": "개", "tax_class": "taxable",
                    "variants": [{"sku": code, "name": "500 g", "list_price": won(new.selling.max(new.supply) + 2_000), "selling_price": won(new.selling),
                        "supply_price": won(new.supply), "opening_stock": new.stock}]}),
            )
            .await
            .is(201);
        t.work().await?;
        Ok((text(&item, "/id").parse().map_err(Problem::internal)?, text(&item, "/variants/0/id").parse().map_err(Problem::internal)?))
    }

    /// A product of the company's own, on sale in its own shop.
    pub async fn product(&self, t: &TestApp, new: NewProduct) -> Result<Product> {
        let (item, _) = self.item(t, new).await?;
        let draft = self.post(&format!("/company/items/{item}/listing"), json!({})).await.is(201);
        let listing = self.post(&format!("/company/listings/{}/publication", text(&draft, "/id")), json!({})).await.ok();
        t.work().await?;
        product(item, registered_item_id(self.id, item), &listing)
    }

    /// An item that the company offers to every distributor.
    pub async fn offer(&self, t: &TestApp, new: NewProduct, contract: &str) -> Result<(ItemId, VariantId)> {
        let (item, variant) = self.item(t, new).await?;
        self.put(&format!("/company/items/{item}/offer"), json!({"contract": contract, "visibility": "all"})).await.ok();
        t.work().await?;
        Ok((item, variant))
    }

    /// Lists the offer of a supplier in this company's shop, at its own price.
    pub async fn resell(&self, t: &TestApp, supplier: &Self, offer: (ItemId, VariantId), price: i64) -> Result<Product> {
        let registered = registered_item_id(supplier.id, offer.0);
        let body = json!({"variants": [{"variant_id": offer.1, "selling_price": won(price)}], "accept_loss": true});
        let listing = self.post(&format!("/company/supply-offers/{registered}/listing"), body).await.is(201);
        t.work().await?;
        product(offer.0, registered, &listing)
    }

    /// A supplier's product on sale in this company's shop: 22,000 won, supplied for 16,500.
    pub async fn supplied_by(&self, t: &TestApp, supplier: &Self, new: NewProduct) -> Result<Product> {
        let offer = supplier.offer(t, new, RESALE).await?;
        self.resell(t, supplier, offer, new.selling).await
    }
}

fn product(item: ItemId, registered: RegisteredItemId, listing: &Value) -> Result<Product> {
    Ok(Product {
        item,
        variant: text(listing, "/variants/0/variant_id").parse().map_err(Problem::internal)?,
        registered,
        listing: text(listing, "/id").parse().map_err(Problem::internal)?,
        listed: text(listing, "/variants/0/id").parse().map_err(Problem::internal)?,
    })
}

/// A business number with the right check digit.
fn business_number(number: u32) -> Result<String> {
    let all = (0..10).map(|digit| format!("{:09}{digit}", 120_800_000 + number));
    all.into_iter().find(|text| company::rules::business_number_valid(text)).ok_or_else(|| Problem::internal("no check digit fits"))
}
