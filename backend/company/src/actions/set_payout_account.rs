//! A company says where its money goes.

use super::{changing, locked, store};
use crate::{
    audit,
    entity::company::{self, BankAccount},
    rules::Fields,
};
use kernel::{CompanyId, Result};
use platform::PlatformTx;
use sea_orm::Set;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A bank account.
#[derive(Clone, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PayoutAccount {
    /// Name or code of the bank.
    #[schema(min_length = 1, max_length = 40, example = "한국은행")]
    pub bank: String,
    /// Account number; digits and hyphens.
    #[schema(min_length = 6, max_length = 30, pattern = "^[0-9-]+$", example = "110-234-567890")]
    pub account: String,
    /// Name of the account's holder.
    #[schema(min_length = 1, max_length = 60, example = "한빛제빵")]
    pub holder: String,
}

impl PayoutAccount {
    /// The account as it would be kept. Error: fields at fault.
    pub fn checked(&self) -> Result<BankAccount> {
        let mut fields = Fields::default();
        let bank = fields.text("bank", &self.bank, 40);
        let holder = fields.text("holder", &self.holder, 60);
        let account = self.account.trim().to_owned();
        let digits = account.bytes().filter(u8::is_ascii_digit).count();
        if !(6..=20).contains(&digits) || account.len() > 30 || !account.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            fields.fault("account", "account_number");
        }
        fields.verdict()?;
        Ok(BankAccount { bank, account, holder })
    }
}

/// Sets the account to which payouts go. It is what one person proposed and another approved.
pub async fn set_payout_account(tx: &PlatformTx, id: CompanyId, new: &PayoutAccount) -> Result<company::Model> {
    let new = new.checked()?;
    let row = locked(tx, id, None).await?;
    let before = audit::payout_account(row.payout_account().as_ref());
    let mut change = changing(row, tx.now());
    change.payout_bank = Set(Some(new.bank));
    change.payout_account = Set(Some(new.account));
    change.payout_holder = Set(Some(new.holder));
    let row = store(tx, change).await?;
    let after = audit::payout_account(row.payout_account().as_ref());
    tx.record(audit::about(audit::PAYOUT_ACCOUNT_SET, &row).changed(before, after)).await?;
    Ok(row)
}
