//! People: anybody with an account, and those of the operator.

use crate::{Caller, TestApp, answer::text};
use identity::actions::{Consent, NewAccount, consents_in_force, make_operator, register_verified};
use kernel::{AccountId, Locale, OperatorRole, Result};
use serde_json::json;
use std::{
    ops::Deref,
    sync::atomic::{AtomicU32, Ordering},
};

/// The password of everybody.
pub const PASSWORD: &str = "seven green lanterns";

/// No two people of a process share an address, because a process remembers who guessed passwords.
static NUMBER: AtomicU32 = AtomicU32::new(0);

/// A signed-in person.
#[derive(Clone, Debug)]
pub struct Person {
    /// The account.
    pub id: AccountId,
    /// The address to sign in with.
    pub email: String,
    /// How the person calls.
    pub caller: Caller,
}

impl Deref for Person {
    type Target = Caller;

    fn deref(&self) -> &Caller {
        &self.caller
    }
}

impl TestApp {
    /// A person with a verified address, signed in, who has agreed to everything.
    pub async fn person(&self, locale: Locale) -> Result<Person> {
        self.person_with(locale, consents_in_force(&self.madang.app.config().legal)).await
    }

    /// A person who has agreed to these editions of documents.
    pub async fn person_who_agreed(&self, locale: Locale, given: &[(&str, &str)]) -> Result<Person> {
        let consents = given.iter().map(|(document, edition)| Consent { document: (*document).to_owned(), edition: (*edition).to_owned() });
        self.person_with(locale, consents.collect()).await
    }

    async fn person_with(&self, locale: Locale, consents: Vec<Consent>) -> Result<Person> {
        let email = format!("person{}@people.example", self.number());
        let new = NewAccount { email: email.clone(), password: PASSWORD.into(), name: "김하늘".into(), locale, consents };
        let tx = self.madang.app.platform().await?;
        let id = register_verified(&tx, &self.madang.app.config().auth, new).await?;
        tx.commit().await?;
        Ok(Person { id, caller: self.sign_in(&email).await, email })
    }

    /// What somebody sends to make an account.
    #[must_use]
    pub fn sign_up_body(&self, email: &str, password: &str) -> serde_json::Value {
        json!({"email": email, "password": password, "name": "새사람", "locale": "ko", "consents": consents_in_force(&self.madang.app.config().legal)})
    }

    /// A person of the operator with every right.
    pub async fn operator(&self) -> Result<Person> {
        let person = self.person(Locale::Ko).await?;
        let tx = self.madang.app.platform().await?;
        make_operator(&tx, person.id, OperatorRole::Chief).await?;
        tx.commit().await?;
        Ok(person)
    }

    /// A caller with a token of its own, for the company of its last session.
    pub async fn sign_in(&self, email: &str) -> Caller {
        let session = self.anyone().post("/account/session", json!({"email": email, "password": PASSWORD})).await.ok();
        self.anyone().token(&text(&session, "/access_token"))
    }

    /// A number that nothing else has.
    pub(crate) fn number(&self) -> u32 {
        NUMBER.fetch_add(1, Ordering::Relaxed) + 1
    }
}
