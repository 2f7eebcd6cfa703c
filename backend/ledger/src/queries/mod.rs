//! Reads of the ledger, always limited.

mod balances;
mod journal;
mod payouts;
mod proof;
mod settlements;

pub use balances::{AccountBalance, AccountsQuery, CompanyMoney, accounts, balance, company_money, payable};
pub use journal::{TradeBalance, TransferRow, TransfersQuery, captured_by_payment, trade_journal, trade_money, transfers};
pub use payouts::{PayoutsQuery, Unpaid, batch_payouts, batches, payout, payout_due, payouts, unpaid};
pub use proof::{ChainRow, Odd, chain_after, payouts_unlike_journal, repeated_keys, rows_without_shard, settlements_unlike_lines};
pub use settlements::{SettlementRow, SettlementsQuery, lines_after, settlement, settlement_lines, settlements, unreleased_line};
