//! What each money move of a trade writes, out of what its journal holds already. Pure: the same
//! journal and the same wish always give the same entries, and a wish that is already fulfilled
//! gives none.

use crate::{
    account::Account,
    codes,
    entry::{Entry, EntryKind, TransferKind},
    trade_money::{Leg, TradeMoney},
};
use kernel::{Money, PaymentId, Problem, Result, TradeId};
use std::collections::BTreeMap;

/// A journal row of a trade, with its accounts by name.
#[derive(Clone, Debug)]
pub struct JournalRow {
    /// Idempotency key.
    pub key: String,
    /// What it does.
    pub kind: TransferKind,
    /// Key of the pending row that it ends.
    pub ends: Option<String>,
    /// The account debited.
    pub debit: Account,
    /// The account credited.
    pub credit: Account,
    /// How much.
    pub amount: Money,
}

/// A reserved amount that is neither posted nor void.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// Key of the pending row.
    pub key: String,
    /// The account that it will debit.
    pub debit: Account,
    /// The account that it will credit.
    pub credit: Account,
    /// How much.
    pub amount: Money,
}

/// What the journal says of one trade.
#[derive(Clone, Debug)]
pub struct TradeJournal {
    trade: TradeId,
    escrow_minor: i64,
    open: Vec<Open>,
    reserved_before: usize,
    released: bool,
    keys: Vec<String>,
}

impl TradeJournal {
    /// Reads the rows of one trade, in their order.
    #[must_use]
    pub fn read(trade: TradeId, rows: &[JournalRow]) -> Self {
        let escrow = Account::Escrow(trade);
        let mut escrow_minor = 0_i64;
        let mut open = BTreeMap::new();
        let mut generations = std::collections::BTreeSet::new();
        let mut released = false;
        for (place, row) in rows.iter().enumerate() {
            match row.kind {
                TransferKind::Pending => {
                    generations.insert(generation_of(&row.key));
                    let pending = Open { key: row.key.clone(), debit: row.debit, credit: row.credit, amount: row.amount };
                    open.insert(row.key.clone(), (place, pending));
                }
                TransferKind::Post | TransferKind::Void => {
                    open.remove(row.ends.as_deref().unwrap_or_default());
                }
                TransferKind::Posted => {}
            }
            if matches!(row.kind, TransferKind::Posted | TransferKind::Post) {
                released |= row.kind == TransferKind::Post || row.key.starts_with(&release_prefix(trade));
                if row.credit == escrow {
                    escrow_minor = escrow_minor.saturating_add(row.amount.minor);
                }
                if row.debit == escrow {
                    escrow_minor = escrow_minor.saturating_sub(row.amount.minor);
                }
            }
        }
        let mut open: Vec<(usize, Open)> = open.into_values().collect();
        open.sort_by_key(|(place, _)| *place);
        Self {
            trade,
            escrow_minor,
            open: open.into_iter().map(|(_, pending)| pending).collect(),
            reserved_before: generations.len(),
            released,
            keys: rows.iter().map(|row| row.key.clone()).collect(),
        }
    }

    /// What lies in the escrow, reserved amounts included.
    #[must_use]
    pub const fn escrow_minor(&self) -> i64 {
        self.escrow_minor
    }

    /// What is reserved.
    #[must_use]
    pub fn open(&self) -> &[Open] {
        &self.open
    }

    /// Whether the parties have got their shares.
    #[must_use]
    pub const fn released(&self) -> bool {
        self.released
    }

    fn free_minor(&self) -> i64 {
        let escrow = Account::Escrow(self.trade);
        let reserved: i64 = self.open.iter().filter(|open| open.debit == escrow).map(|open| open.amount.minor).sum();
        self.escrow_minor - reserved
    }

    fn void_all(&self) -> Vec<Entry> {
        self.open.iter().map(|open| self.void(open)).collect()
    }

    fn void(&self, open: &Open) -> Entry {
        let kind = EntryKind::Void { of: open.key.clone() };
        Entry::new(format!("{}:void", open.key), kind, open.debit, open.credit, open.amount, "reservation lifted").of_trade(self.trade)
    }

    fn suffices(&self, legs: &[Leg]) -> Result<()> {
        let escrow = Account::Escrow(self.trade);
        let wanted: i64 = legs.iter().filter(|leg| leg.debit == escrow).map(|leg| leg.minor).sum();
        if wanted <= self.escrow_minor { Ok(()) } else { Err(self.short(wanted)) }
    }

    fn short(&self, wanted: i64) -> Problem {
        Problem::new(codes::ESCROW_SHORT).detail(format!("{}: {wanted} wanted, {} held", self.trade, self.escrow_minor))
    }
}

fn release_prefix(trade: TradeId) -> String {
    format!("{trade}:release:")
}

/// `trade_…:reserve:2:fee` is of the second generation.
fn generation_of(key: &str) -> Option<String> {
    key.rsplit_once(':').map(|(head, _)| head.to_owned())
}

/// The buyer's money comes in: gateway clearing → escrow. A free trade writes nothing.
#[must_use]
pub fn hold(payment: PaymentId, trade: TradeId, amount: Money) -> Vec<Entry> {
    if amount.minor == 0 {
        return Vec::new();
    }
    let entry =
        Entry::new(format!("{trade}:hold"), EntryKind::Posted, Account::GatewayClearing, Account::Escrow(trade), amount, "payment held in escrow");
    vec![entry.of_trade(trade).of_payment(payment)]
}

/// Reserves every share of the trade. What was reserved with other amounts before is void first.
/// A trade that was released is left alone. Error: the escrow does not hold that much.
pub fn reserve(journal: &TradeJournal, money: &TradeMoney) -> Result<Vec<Entry>> {
    let legs = money.legs()?;
    if journal.released || same(&journal.open, &legs) {
        return Ok(Vec::new());
    }
    journal.suffices(&legs)?;
    let generation = journal.reserved_before + 1;
    let mut entries = journal.void_all();
    entries.extend(legs.into_iter().map(|leg| {
        let key = format!("{}:reserve:{generation}:{}", money.trade_id, leg.name);
        let reason = format!("reserved: {}", leg.name);
        Entry::new(key, EntryKind::Pending, leg.debit, leg.credit, money.currency.minor(leg.minor), reason).of_trade(money.trade_id)
    }));
    Ok(entries)
}

fn same(open: &[Open], legs: &[Leg]) -> bool {
    open.len() == legs.len()
        && legs.iter().all(|leg| open.iter().any(|open| open.debit == leg.debit && open.credit == leg.credit && open.amount.minor == leg.minor))
}

/// Frees all that is reserved.
#[must_use]
pub fn unreserve(journal: &TradeJournal) -> Vec<Entry> {
    journal.void_all()
}

/// Pays every share. Reserved amounts are posted, less where the delivery was short; what no share
/// needs any more is void; a share that was not reserved is moved at once. A released trade is left
/// alone. Error: the escrow does not hold that much.
pub fn release(journal: &TradeJournal, money: &TradeMoney) -> Result<Vec<Entry>> {
    let legs = money.legs()?;
    if journal.released {
        return Ok(Vec::new());
    }
    journal.suffices(&legs)?;
    let mut ends = Vec::new();
    let mut direct = Vec::new();
    let mut open: Vec<&Open> = journal.open.iter().collect();
    for leg in legs {
        let amount = money.currency.minor(leg.minor);
        let reason = format!("released: {}", leg.name);
        let found = open.iter().position(|open| open.debit == leg.debit && open.credit == leg.credit && open.amount.minor >= leg.minor);
        match found.map(|index| open.swap_remove(index)) {
            Some(open) => {
                let kind = EntryKind::Post { of: open.key.clone() };
                ends.push(Entry::new(format!("{}:post", open.key), kind, leg.debit, leg.credit, amount, reason).of_trade(money.trade_id));
            }
            None => {
                let key = format!("{}{}", release_prefix(money.trade_id), leg.name);
                direct.push(Entry::new(key, EntryKind::Posted, leg.debit, leg.credit, amount, reason).of_trade(money.trade_id));
            }
        }
    }
    ends.extend(open.into_iter().map(|open| journal.void(open)));
    ends.extend(direct);
    Ok(ends)
}

/// Gives money back to the buyer: escrow → refunds clearing. Where all of it is reserved, the
/// reservation is lifted first; the trade is reserved again, with its smaller amounts, by whoever
/// made them smaller. Error: the escrow does not hold that much.
pub fn refund(journal: &TradeJournal, key: &str, amount: Money) -> Result<Vec<Entry>> {
    if amount.minor == 0 {
        return Ok(Vec::new());
    }
    let trade = journal.trade;
    let entry = Entry::new(
        format!("{trade}:refund:{key}"),
        EntryKind::Posted,
        Account::Escrow(trade),
        Account::RefundsClearing,
        amount,
        "refund to the buyer",
    )
    .of_trade(trade);
    if journal.keys.contains(&entry.key) {
        return Ok(vec![entry]);
    }
    if amount.minor < 0 || amount.minor > journal.escrow_minor {
        return Err(journal.short(amount.minor));
    }
    let mut entries = if journal.free_minor() < amount.minor { journal.void_all() } else { Vec::new() };
    entries.push(entry);
    Ok(entries)
}

/// The provider pays the operator: bank and cost ← gateway clearing.
/// Error: a cost above the gross amount.
pub fn provider_paid(key: &str, gross: Money, cost: Money) -> Result<Vec<Entry>> {
    let net = gross.minus(cost)?;
    if net.minor < 0 || cost.minor < 0 {
        return Err(Problem::invalid("cost", "out_of_range"));
    }
    let parts = [("bank", Account::Bank, net, "provider paid"), ("cost", Account::PaymentCost, cost, "provider's cost")];
    let entry = |(name, account, amount, reason)| {
        Entry::new(format!("provider:{key}:{name}"), EntryKind::Posted, account, Account::GatewayClearing, amount, reason)
    };
    Ok(parts.into_iter().filter(|(_, _, amount, _)| amount.minor > 0).map(entry).collect())
}

/// A captured payment without an order: gateway clearing → refunds clearing.
#[must_use]
pub fn refund_unmatched(payment: PaymentId, amount: Money) -> Vec<Entry> {
    if amount.minor == 0 {
        return Vec::new();
    }
    let entry = Entry::new(
        format!("{payment}:unmatched"),
        EntryKind::Posted,
        Account::GatewayClearing,
        Account::RefundsClearing,
        amount,
        "payment without an order",
    );
    vec![entry.of_payment(payment)]
}
