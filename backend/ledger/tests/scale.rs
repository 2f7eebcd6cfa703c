//! The proof over a large journal: `MADANG_PROOF_TRADES` says how many trades; passed over without.

mod support;

use kernel::{Money, PaymentId, Result};
use ledger::{Account, Entry, EntryKind, post, proof};
use support::{Ledger, money};

#[tokio::test]
async fn a_large_journal_is_proven_in_steps() -> Result<()> {
    let Some(trades) = std::env::var("MADANG_PROOF_TRADES").ok().and_then(|text| text.parse::<usize>().ok()) else { return Ok(()) };
    let Some(l) = Ledger::open().await? else { return Ok(()) };
    let seller = money(0, 0, 0, 0).seller;
    let mut left = trades;
    while left > 0 {
        let now = left.min(500);
        let mut entries = Vec::new();
        for _ in 0..now {
            let trade = ledger::TradeMoney { seller, ..money(22_000, 0, 16_500, 660) };
            let id = trade.trade_id;
            entries.extend(ledger::plan::hold(PaymentId::new(), id, Money::won(22_000)));
            for leg in trade.legs()? {
                let key = format!("{id}:reserve:1:{}", leg.name);
                let amount = Money::won(leg.minor);
                entries.push(Entry::new(&key, EntryKind::Pending, leg.debit, leg.credit, amount, "reserved").of_trade(id));
                entries.push(Entry::new(format!("{key}:post"), EntryKind::Post { of: key }, leg.debit, leg.credit, amount, "released").of_trade(id));
            }
        }
        l.tx(async |tx| post(tx, &entries).await).await?;
        left -= now;
    }
    let proof = l.tx_fresh(async |tx| proof::prove(tx).await).await?;
    assert_eq!((proof.transfers, proof.fault_count), (u64::try_from(trades * 9).unwrap_or(0), 0));
    let fees = l.balance(Account::PlatformFee).await?;
    assert_eq!(Some(fees), i64::try_from(trades * 600).ok());
    Ok(())
}
