//! What the buyers were told, and what answers there were: an order that was acknowledged has to
//! stand at the end, and an answer that went wrong has to say so clearly.

use crate::Answer;
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

/// For how long after a fault that cuts connections a missing answer is put down to it.
const AFTERWARDS: Duration = Duration::from_secs(3);

/// What a buyer was told of an order.
#[derive(Clone, Debug)]
pub struct Told {
    /// The buyer's address, which no other order has.
    pub email: String,
    /// The shop.
    pub shop: String,
    /// Whether the buyer was told that it is paid.
    pub paid: bool,
    /// How far the trade was said to have come, if it was seen.
    pub seen: Option<String>,
}

#[derive(Default)]
struct Pages {
    orders: BTreeMap<String, Told>,
    stuck: Vec<String>,
    unclear: Vec<String>,
    answers: BTreeMap<u16, u64>,
    cutting: bool,
    cut_until: Option<Instant>,
}

/// The book of a run.
#[derive(Clone, Default)]
pub struct Book(Arc<Mutex<Pages>>);

impl Book {
    fn with<T>(&self, of: impl FnOnce(&mut Pages) -> T) -> T {
        of(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits for an answer and judges it: it is there, or we have cut the connection ourselves; and
    /// a refusal is a problem document that is no failure of the server.
    pub async fn judged(&self, call: impl Future<Output = Answer>) -> Answer {
        let began = Instant::now();
        let answer = call.await;
        let clear = match answer.status {
            0 => self.with(|pages| pages.cutting || pages.cut_until.is_some_and(|until| began < until)),
            200..400 => true,
            500 => false,
            _ => answer.header("content-type").starts_with("application/problem+json") && !answer.code().is_empty(),
        };
        self.with(|pages| {
            *pages.answers.entry(answer.status).or_default() += 1;
            if !clear {
                let after = began.elapsed().as_millis();
                let text: String = answer.text.chars().take(300).collect();
                pages.unclear.push(format!("{} answered {} after {after} ms: {text}", answer.asked, answer.status));
            }
        });
        answer
    }

    /// Connections are being cut from now on, or no longer.
    pub fn cutting(&self, cutting: bool) {
        self.with(|pages| {
            pages.cutting = cutting;
            pages.cut_until = Some(Instant::now() + AFTERWARDS);
        });
    }

    /// An order was acknowledged.
    pub fn ordered(&self, id: &str, told: Told) {
        self.with(|pages| pages.orders.insert(id.to_owned(), told));
    }

    /// The buyer was told that the order is paid.
    pub fn paid(&self, id: &str) {
        self.with(|pages| {
            if let Some(told) = pages.orders.get_mut(id) {
                told.paid = true;
            }
        });
    }

    /// A trade was seen in a state.
    pub fn seen(&self, order: &str, state: &str) {
        self.with(|pages| {
            if let Some(told) = pages.orders.get_mut(order) {
                told.seen = Some(state.to_owned());
            }
        });
    }

    /// Something does not go on.
    pub fn stuck(&self, what: String) {
        self.with(|pages| pages.stuck.push(what));
    }

    /// Takes what did not go on out of the book.
    #[must_use]
    pub fn take_stuck(&self) -> Vec<String> {
        self.with(|pages| std::mem::take(&mut pages.stuck))
    }

    /// Takes the unclear answers out of the book.
    #[must_use]
    pub fn take_unclear(&self) -> Vec<String> {
        self.with(|pages| std::mem::take(&mut pages.unclear))
    }

    /// Orders that were acknowledged.
    #[must_use]
    pub fn orders(&self) -> BTreeMap<String, Told> {
        self.with(|pages| pages.orders.clone())
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.with(|pages| pages.orders.len())
    }

    /// Answers by status; 0 are the connections that were cut.
    #[must_use]
    pub fn answers(&self) -> BTreeMap<u16, u64> {
        self.with(|pages| pages.answers.clone())
    }
}
