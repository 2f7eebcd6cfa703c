//! Reads of the ledger, always limited.

mod balances;
mod journal;
mod payouts;
mod proof;
mod settlements;

pub use balances::{AccountBalance, AccountsQuery, CompanyMoney, accounts, balance, company_money, payable};
pub use journal::{TransferRow, TransfersQuery, captured_by_payment, trade_journal, trade_money, transfers, TradeBalance};
pub use payouts::{PayoutsQuery, Unpaid, batch_payouts, batches, payout, payout_due, payouts, unpaid};
pub use settlements::{SettlementRow, SettlementsQuery, settlement, lines_after, settlement_lines, settlements, unreleased_line};
pub use proof::{ChainRow, Odd, chain_after, payouts_unlike_journal, repeated_keys, rows_without_shard, settlements_unlike_lines};
