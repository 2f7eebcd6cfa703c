//! A provider that repeats itself: webhooks of the sandbox, signed as its own are, sent twice, in
//! any order, before the payment was tried, and of payments that nobody knows.

use super::{book::Book, dice::Dice, stage::Stage};
use crate::{Caller, audited::Calls};
use kernel::{Problem, Result};
use serde_json::json;
use std::sync::Mutex;

/// The provider's names of payments that the load has seen; the last ones are enough.
static CHARGES: Mutex<Vec<String>> = Mutex::new(Vec::new());
/// How many are remembered.
const REMEMBERED: usize = 200;

/// Remembers a payment by the provider's name of it.
pub fn remember(charge: &str) {
    let mut charges = CHARGES.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    charges.push(charge.to_owned());
    if charges.len() > REMEMBERED {
        charges.remove(0);
    }
}

/// Tells of many payments, most of them twice.
pub async fn repeat(stage: &Stage, book: &Book, dice: &mut Dice) -> Result<String> {
    let mut told: Vec<String> = CHARGES.lock().unwrap_or_else(std::sync::PoisonError::into_inner).iter().rev().take(20).cloned().collect();
    told.push("sbx_nobody".to_owned());
    let mut letters: Vec<(String, u64)> = told.into_iter().map(|charge| (charge, dice.throw())).collect();
    letters.extend(letters.clone());
    dice.shuffle(&mut letters);
    let provider = Caller::anonymous(reqwest::Client::new(), stage.base(), Calls::default());
    let secret = platform::config::Config::defaults()?.payment.sandbox_webhook_secret;
    for (charge, number) in &letters {
        let body = json!({"id": format!("evt_{charge}_{number}"), "type": "charge.captured", "charge": charge}).to_string();
        let signature = payment::signature::sign(&secret, chrono::Utc::now(), body.as_bytes())?;
        let signed = provider.with(payment::sandbox::SIGNATURE_HEADER, signature);
        let answer = book.judged(signed.send(reqwest::Method::POST, "/webhooks/sandbox", Some(body.into_bytes()))).await;
        if answer.status != 204 {
            return Err(Problem::internal(format!("a webhook was answered with {}: {}", answer.status, answer.text)));
        }
    }
    Ok(format!("{} webhooks, each twice and in any order", letters.len()))
}
