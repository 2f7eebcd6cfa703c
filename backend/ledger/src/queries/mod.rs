//! Reads of the ledger, always limited.

mod balances;
mod journal;
mod payouts;
mod settlements;

pub use balances::{AccountBalance, AccountsQuery, CompanyMoney, accounts, balance, company_money, payable};
pub use journal::{TransferRow, TransfersQuery, captured_by_payment, trade_journal, trade_money, transfers, TradeBalance};
pub use payouts::{PayoutsQuery, Unpaid, batch_payouts, batches, payout, payout_due, payouts, unpaid};
pub use settlements::{SettlementRow, SettlementsQuery, settlement, lines_after, settlement_lines, settlements, unreleased_line};
