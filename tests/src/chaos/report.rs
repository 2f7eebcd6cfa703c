//! What a run has found, and its last line.

use super::{book::Book, checks::Findings, faults::Fault};
use std::{collections::BTreeMap, time::Duration};

/// What a run has found.
#[derive(Debug)]
pub struct Report {
    /// The seed that repeats it.
    pub seed: u64,
    /// Faults that were brought about.
    pub faults: usize,
    /// Orders that were acknowledged.
    pub orders: usize,
    /// What is wrong.
    pub findings: Findings,
    /// Answers that were no clear ones.
    pub unclear: Vec<String>,
    /// What the program's proof said last.
    pub proof: String,
    /// The longest recovery of each kind of fault, and how often it happened.
    pub recoveries: BTreeMap<String, (usize, Duration)>,
    /// Answers by status.
    pub answers: BTreeMap<u16, u64>,
}

impl Report {
    pub(super) fn new(seed: u64) -> Self {
        Self {
            seed,
            faults: 0,
            orders: 0,
            findings: Findings::default(),
            unclear: Vec::new(),
            proof: String::new(),
            recoveries: BTreeMap::new(),
            answers: BTreeMap::new(),
        }
    }

    pub(super) fn fault(&mut self, recovered: Duration, fault: Fault) {
        self.faults += 1;
        let (times, longest) = self.recoveries.entry(format!("{fault:?}")).or_default();
        *times += 1;
        *longest = recovered.max(*longest);
    }

    pub(super) fn read(&mut self, book: &Book) {
        self.orders = book.count();
        self.findings.stuck.extend(book.take_stuck());
        self.unclear.extend(book.take_unclear());
        self.answers = book.answers();
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub const fn clean(&self) -> bool {
        self.findings.none() && self.unclear.is_empty()
    }

    /// What there is to tell before the last line.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.findings.lines().collect();
        lines.extend(self.unclear.iter().map(|what| format!("unclear: {what}")));
        lines.extend(self.recoveries.iter().map(|(fault, (times, longest))| format!("{fault}: {times} times, longest recovery {longest:.1?}")));
        let answers: Vec<String> = self.answers.iter().map(|(status, count)| format!("{status}: {count}")).collect();
        lines.push(format!("answers by status (0: cut by a fault): {}", answers.join(", ")));
        lines.push(self.proof.clone());
        if !self.clean() {
            lines.push(format!("{} answers were unclear; repeat with SEED={}", self.unclear.len(), self.seed));
        }
        lines
    }

    /// `chaos: K faults, N orders acknowledged, 0 lost, 0 doubled, 0 stuck, proof clean`.
    #[must_use]
    pub fn line(&self) -> String {
        let found = &self.findings;
        let proof = if found.wrong.is_empty() { "clean".to_owned() } else { format!("not clean ({})", found.wrong.len()) };
        format!(
            "chaos: {} faults, {} orders acknowledged, {} lost, {} doubled, {} stuck, proof {proof}",
            self.faults,
            self.orders,
            found.lost.len(),
            found.doubled.len(),
            found.stuck.len()
        )
    }
}
