//! Random sequences of money moves, legal and illegal, over a journal in memory: whatever is asked
//! for in whatever order, the books balance and no escrow falls below zero.

use kernel::{CompanyId, Currency, Money, PaymentId, TradeId};
use ledger::{
    Account, Entry, EntryKind, TradeMoney, TransferKind,
    plan::{self, JournalRow, TradeJournal},
};
use proptest::prelude::*;
use std::collections::{BTreeMap, HashMap, HashSet};

/// A journal in memory that refuses what the database refuses.
struct Books {
    trade: TradeId,
    rows: Vec<JournalRow>,
    keys: HashMap<String, Entry>,
    open: HashMap<String, Entry>,
    balances: BTreeMap<Account, i64>,
}

impl Books {
    fn new(trade: TradeId) -> Self {
        Self { trade, rows: Vec::new(), keys: HashMap::new(), open: HashMap::new(), balances: BTreeMap::new() }
    }

    fn journal(&self) -> TradeJournal {
        TradeJournal::read(self.trade, &self.rows)
    }

    fn append(&mut self, entries: Vec<Entry>) -> Result<(), TestCaseError> {
        for entry in entries {
            if let Some(known) = self.keys.get(&entry.key) {
                prop_assert_eq!(known, &entry, "a key was used twice with other content");
                continue;
            }
            prop_assert!(entry.amount.minor > 0 && entry.debit != entry.credit, "an entry moves nothing: {entry:?}");
            let ends = entry.kind.ends().map(str::to_owned);
            if let Some(of) = &ends {
                let pending = self.open.remove(of);
                prop_assert!(
                    pending.is_some_and(|p| p.debit == entry.debit && p.credit == entry.credit && entry.amount.minor <= p.amount.minor),
                    "{} ends what is not reserved",
                    entry.key
                );
            }
            match entry.kind.transfer_kind() {
                TransferKind::Pending => drop(self.open.insert(entry.key.clone(), entry.clone())),
                TransferKind::Void => {}
                TransferKind::Posted | TransferKind::Post => {
                    *self.balances.entry(entry.debit).or_default() -= entry.amount.minor;
                    *self.balances.entry(entry.credit).or_default() += entry.amount.minor;
                }
            }
            self.rows.push(JournalRow {
                key: entry.key.clone(),
                kind: entry.kind.transfer_kind(),
                ends,
                debit: entry.debit,
                credit: entry.credit,
                amount: entry.amount,
            });
            self.keys.insert(entry.key.clone(), entry);
        }
        self.sound()
    }

    fn of(&self, account: Account) -> i64 {
        self.balances.get(&account).copied().unwrap_or_default()
    }

    /// Credits minus debits are zero over all accounts; the escrow covers what is reserved.
    fn sound(&self) -> Result<(), TestCaseError> {
        prop_assert_eq!(self.balances.values().sum::<i64>(), 0);
        let escrow = Account::Escrow(self.trade);
        let reserved: i64 = self.open.values().filter(|entry| entry.debit == escrow).map(|entry| entry.amount.minor).sum();
        prop_assert!(self.of(escrow) >= 0, "the escrow is below zero");
        prop_assert!(self.of(escrow) >= reserved, "more is reserved than held");
        let companies: i64 = self.balances.iter().filter(|(account, _)| matches!(account, Account::Payable(_))).map(|(_, minor)| minor).sum();
        let rest = self.of(escrow) + companies + self.of(Account::PlatformFee) + self.of(Account::VatPayable) + self.of(Account::RefundsClearing);
        prop_assert_eq!(-self.of(Account::GatewayClearing), rest, "captured is not what became of it");
        Ok(())
    }
}

/// What may be asked for at any time.
#[derive(Clone, Debug)]
enum Wish {
    Hold,
    Reserve(u8),
    Unreserve,
    Release(u8),
    Refund(u8, i64),
}

fn wishes() -> impl Strategy<Value = Vec<Wish>> {
    let wish = prop_oneof![
        1 => Just(Wish::Hold),
        3 => (0_u8..4).prop_map(Wish::Reserve),
        1 => Just(Wish::Unreserve),
        2 => (0_u8..4).prop_map(Wish::Release),
        3 => (0_u8..4, 0_i64..40_000).prop_map(|(key, minor)| Wish::Refund(key, minor)),
    ];
    prop::collection::vec(wish, 1..40)
}

prop_compose! {
    fn trades()(goods in 0_i64..100_000, delivery in 0_i64..5_000, supply in 0_i64..140_000, fee_percent in 0_i64..30, own in any::<bool>()) -> TradeMoney {
        let fee = goods * fee_percent / 100;
        let seller = CompanyId::new();
        TradeMoney {
            trade_id: TradeId::new(),
            seller,
            supplier: if own { seller } else { CompanyId::new() },
            currency: Currency::KRW,
            goods_minor: goods,
            delivery_minor: delivery,
            supply_minor: supply,
            fee_minor: fee,
            fee_vat_minor: fee * 10 / 110,
            margin_minor: goods - supply - fee,
        }
    }
}

/// The same trade with only some quarters of it left.
fn part(of: &TradeMoney, quarters: u8) -> TradeMoney {
    let part = |minor: i64| minor * i64::from(quarters) / 4;
    let (goods, supply, fee) = (part(of.goods_minor), part(of.supply_minor), part(of.fee_minor));
    TradeMoney { goods_minor: goods, supply_minor: supply, fee_minor: fee, fee_vat_minor: fee * 10 / 110, margin_minor: goods - supply - fee, ..*of }
}

proptest! {
    #[test]
    fn no_sequence_of_moves_unbalances_the_books(trade in trades(), wishes in wishes()) {
        let mut books = Books::new(trade.trade_id);
        let mut refunds: HashMap<u8, i64> = HashMap::new();
        let mut released = false;
        for wish in wishes {
            let journal = books.journal();
            let entries = match wish {
                Wish::Hold => Ok(plan::hold(PaymentId(trade.trade_id.uuid()), trade.trade_id, Money::won(trade.total_minor()))),
                Wish::Reserve(quarters) => plan::reserve(&journal, &part(&trade, quarters + 1)),
                Wish::Unreserve => Ok(plan::unreserve(&journal)),
                Wish::Release(quarters) => plan::release(&journal, &part(&trade, quarters + 1)),
                // A key stands for one amount, as its caller promises.
                Wish::Refund(key, minor) => plan::refund(&journal, &key.to_string(), Money::won(*refunds.entry(key).or_insert(minor))),
            };
            let before = books.rows.len();
            if let Ok(entries) = entries {
                books.append(entries)?;
            }
            if released {
                let moved = books.rows[before..].iter().any(|row| matches!(row.credit, Account::Payable(_) | Account::PlatformFee | Account::VatPayable));
                prop_assert!(!moved, "a released trade was released again");
            }
            released |= books.journal().released();
        }
    }

    #[test]
    fn a_trade_is_paid_out_to_the_last_won(trade in trades(), reserved in any::<bool>()) {
        let mut books = Books::new(trade.trade_id);
        books.append(plan::hold(PaymentId::new(), trade.trade_id, Money::won(trade.total_minor())))?;
        if reserved {
            let entries = plan::reserve(&books.journal(), &trade).map_err(|e| TestCaseError::fail(e.to_string()))?;
            books.append(entries)?;
            prop_assert!(plan::reserve(&books.journal(), &trade).is_ok_and(|again| again.is_empty()));
        }
        let entries = plan::release(&books.journal(), &trade).map_err(|e| TestCaseError::fail(e.to_string()))?;
        books.append(entries)?;
        prop_assert!(books.open.is_empty());
        let due = |company: CompanyId| {
            let supplied = if company == trade.supplier { trade.supply_minor + trade.delivery_minor } else { 0 };
            let sold = if company == trade.seller { trade.margin_minor } else { 0 };
            supplied + sold
        };
        prop_assert_eq!(books.of(Account::Escrow(trade.trade_id)), 0);
        prop_assert_eq!(books.of(Account::Payable(trade.seller)), due(trade.seller));
        prop_assert_eq!(books.of(Account::Payable(trade.supplier)), due(trade.supplier));
        prop_assert_eq!(books.of(Account::PlatformFee) + books.of(Account::VatPayable), trade.fee_minor);
    }

    #[test]
    fn a_cancelled_trade_goes_back_to_the_last_won(trade in trades(), quarters in 0_u8..4) {
        let mut books = Books::new(trade.trade_id);
        let total = trade.total_minor();
        books.append(plan::hold(PaymentId::new(), trade.trade_id, Money::won(total)))?;
        let some = part(&trade, quarters);
        for money in [&trade, &some] {
            if let Ok(entries) = plan::reserve(&books.journal(), money) {
                books.append(entries)?;
            }
        }
        for (key, minor) in [("lines", trade.goods_minor - some.goods_minor), ("rest", some.goods_minor + trade.delivery_minor)] {
            let entries = plan::refund(&books.journal(), key, Money::won(minor)).map_err(|e| TestCaseError::fail(e.to_string()))?;
            books.append(entries)?;
        }
        prop_assert_eq!(books.of(Account::Escrow(trade.trade_id)), 0);
        prop_assert_eq!(books.of(Account::RefundsClearing), total);
        prop_assert!(books.keys.values().map(|entry| &entry.key).collect::<HashSet<_>>().len() == books.rows.len());
        prop_assert!(!matches!(books.rows.last().map(|row| row.kind), Some(TransferKind::Pending)) || total == 0);
    }
}

#[test]
fn an_entry_says_what_it_ends() {
    let of = || "k".to_owned();
    assert_eq!(EntryKind::Post { of: of() }.ends(), Some("k"));
    assert_eq!(EntryKind::Void { of: of() }.ends(), Some("k"));
    assert_eq!(EntryKind::Pending.ends(), None);
}
