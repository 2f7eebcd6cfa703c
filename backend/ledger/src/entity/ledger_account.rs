//! The accounts that were used at least once.

use crate::account::{Account, AccountKind};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Currency, Result, TradeId};
use platform::{In, Platform, PlatformTx};
use sea_orm::entity::prelude::*;
use std::collections::BTreeSet;

/// An account.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ledger_account")]
pub struct Model {
    /// Derived from the code.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    /// What it stands for.
    pub code: String,
    /// Its kind.
    pub kind: AccountKind,
    /// Its currency.
    pub currency: Currency,
    /// Of a payable.
    pub company_id: Option<CompanyId>,
    /// Of an escrow.
    pub trade_id: Option<TradeId>,
    /// When it was first used.
    pub created_at: DateTime<Utc>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// Makes the accounts that are used for the first time, in one statement.
pub async fn ensure(tx: &PlatformTx, used: &BTreeSet<(Account, Currency)>) -> Result<()> {
    let rows: Vec<serde_json::Value> = used
        .iter()
        .map(|(account, currency)| {
            let (company, trade) = match account {
                Account::Payable(company) => (Some(company.uuid()), None),
                Account::Escrow(trade) => (None, Some(trade.uuid())),
                _ => (None, None),
            };
            serde_json::json!({
                "id": account.id(*currency), "code": account.code(*currency), "kind": account.kind(),
                "currency": currency, "company_id": company, "trade_id": trade, "created_at": tx.now(),
            })
        })
        .collect();
    tx.run(
        "INSERT INTO ledger_account (id, code, kind, currency, company_id, trade_id, created_at)
         SELECT id, code, kind, currency, company_id, trade_id, created_at
           FROM jsonb_to_recordset($1) AS r(id uuid, code text, kind text, currency text, company_id uuid, trade_id uuid, created_at timestamptz)
          ORDER BY id
         ON CONFLICT DO NOTHING",
        [serde_json::Value::Array(rows).into()],
    )
    .await?;
    Ok(())
}
