//! The ledger on a real database: moves, settlement, payouts, and what the proof finds. Each test
//! makes a database of its own on the server of `TEST_DATABASE_URL`.

mod support;

use kernel::{CompanyId, Currency, Money, PaymentId, RefundId, Result, TradeId};
use ledger::{Account, Entry, EntryKind, PayoutState, TradeMoney, moves, payout, post, proof, queries, settlement};
use support::{Ledger, input, money, settling, wish};

#[tokio::test]
async fn the_example_of_22000_won_from_payment_to_payout() -> Result<()> {
    let l = Ledger::open().await?;
    let trade = money(22_000, 0, 16_500, 660);
    l.tx(async |tx| moves::hold(tx, PaymentId::new(), trade.trade_id, Money::won(22_000)).await).await?;
    for _ in 0..2 {
        l.tx(async |tx| moves::reserve(tx, &trade).await).await?;
    }
    l.proven(22_000, 0).await?;
    let before = l.tx(async |tx| queries::company_money(tx, trade.supplier, Currency::KRW).await).await?;
    assert_eq!((before.reserved, before.payable), (Money::won(16_500), Money::won(0)));
    for _ in 0..2 {
        l.tx(async |tx| moves::release(tx, &trade).await).await?;
    }
    assert_eq!(l.payable(trade.supplier).await?, 16_500);
    assert_eq!(l.payable(trade.seller).await?, 4_840);
    assert_eq!(l.balance(Account::PlatformFee).await?, 600);
    assert_eq!(l.balance(Account::VatPayable).await?, 60);
    assert_eq!(l.balance(Account::GatewayClearing).await?, 22_000);
    l.tx(async |tx| moves::provider_paid(tx, "2026-03-02", Money::won(22_000), Money::won(638)).await).await?;
    assert_eq!(l.balance(Account::Bank).await?, 21_362);

    let lines = [input(&trade, ledger::SettlementRole::Supplier)];
    let settled = l.tx(async |tx| settlement::settle(tx, &settling(trade.supplier), &lines).await).await?;
    let settled = settled.map(|settled| (settled.settlement.net_minor, settled.lines.len(), settled.settlement.id));
    assert_eq!(settled.map(|(net, lines, _)| (net, lines)), Some((16_500, 1)));
    let again = l.tx(async |tx| settlement::settle(tx, &settling(trade.supplier), &lines).await).await?;
    assert_eq!(again.map(|settled| settled.lines.len()), Some(0));

    let wish = wish(trade.supplier, settled.map(|(.., id)| id));
    let opened = l.tx(async |tx| payout::open(tx, &wish).await).await?;
    let opened = opened.ok_or_else(kernel::Problem::not_found)?;
    assert_eq!((opened.amount_minor, opened.state), (16_500, PayoutState::Pending));
    assert!(l.tx(async |tx| payout::open(tx, &wish).await).await?.is_none());
    assert!(l.tx(async |tx| payout::confirm(tx, opened.id).await).await.is_err());
    let (batch, csv) = l.tx(async |tx| payout::batch(tx, None, None).await).await?;
    assert_eq!((batch.count, batch.total_minor), (1, 16_500));
    assert!(csv.contains("\r\n국민은행,110-123-456789,'=한빛제빵,16500,KRW,P"), "{csv}");
    let (_, again) = l.tx(async |tx| payout::file(tx, batch.id).await).await?;
    assert_eq!(again, csv);
    for _ in 0..2 {
        let paid = l.tx(async |tx| payout::confirm(tx, opened.id).await).await?;
        assert_eq!(paid.state, PayoutState::Paid);
    }
    assert_eq!(l.payable(trade.supplier).await?, 0);
    let proof = l.proven(22_000, 16_500).await?;
    assert_eq!((proof.trades, proof.faults.len()), (1, 0));
    Ok(())
}

#[tokio::test]
async fn a_payout_that_came_back_is_paid_again_with_the_next() -> Result<()> {
    let l = Ledger::open().await?;
    let company = CompanyId::new();
    l.settled(company, 10_000, 1).await?;
    let first = l.opened(company).await?;
    l.tx(async |tx| payout::batch(tx, Some(&[first.id]), None).await).await?;
    l.tx(async |tx| payout::return_(tx, first.id, "account closed").await).await?;
    assert_eq!(l.payable(company).await?, 10_000);
    let unpaid = l.tx(async |tx| queries::unpaid(tx, None, 10).await).await?;
    assert_eq!(unpaid.iter().map(|row| (row.company_id, row.due_minor)).collect::<Vec<_>>(), [(company, 10_000)]);
    let second = l.opened(company).await?;
    assert_eq!(second.amount_minor, 10_000);
    l.tx(async |tx| payout::batch(tx, None, None).await).await?;
    l.tx(async |tx| payout::confirm(tx, second.id).await).await?;
    l.tx(async |tx| payout::return_(tx, second.id, "holder differs").await).await?;
    assert_eq!(l.payable(company).await?, 10_000);
    l.settled(company, 5_000, 2).await?;
    assert_eq!(l.opened(company).await?.amount_minor, 15_000);
    l.proven(15_000, 0).await?;
    Ok(())
}

#[tokio::test]
async fn a_loss_is_netted_until_the_balance_is_positive() -> Result<()> {
    let l = Ledger::open().await?;
    let mut loss = money(10_000, 0, 12_000, 300);
    l.released(&loss).await?;
    assert_eq!(l.payable(loss.seller).await?, -2_300);
    l.tx(async |tx| settlement::settle(tx, &settling(loss.seller), &[input(&loss, ledger::SettlementRole::Seller)]).await).await?;
    assert!(l.tx(async |tx| payout::open(tx, &wish(loss.seller, None)).await).await?.is_none());
    let seller = loss.seller;
    loss = money(10_000, 0, 6_000, 300);
    loss.seller = seller;
    l.released(&loss).await?;
    let mut next = settling(seller);
    next.settled_on = next.settled_on.succ_opt().unwrap_or(next.settled_on);
    l.tx(async |tx| settlement::settle(tx, &next, &[input(&loss, ledger::SettlementRole::Seller)]).await).await?;
    assert_eq!(l.opened(seller).await?.amount_minor, 1_400);
    l.proven(20_000, 0).await?;
    Ok(())
}

#[tokio::test]
async fn a_short_delivery_is_refunded_in_part_and_the_rest_released() -> Result<()> {
    let l = Ledger::open().await?;
    let mut trade = money(22_000, 3_000, 16_500, 660);
    l.tx(async |tx| moves::hold(tx, PaymentId::new(), trade.trade_id, Money::won(25_000)).await).await?;
    l.tx(async |tx| moves::reserve(tx, &trade).await).await?;
    // Half of it is missing. The refund may come before the smaller reservation, or after.
    l.tx(async |tx| moves::refund(tx, trade.trade_id, "claim_1", Money::won(11_000)).await).await?;
    trade = TradeMoney { goods_minor: 11_000, supply_minor: 8_250, fee_minor: 330, fee_vat_minor: 30, margin_minor: 2_420, ..trade };
    l.tx(async |tx| moves::reserve(tx, &trade).await).await?;
    l.tx(async |tx| moves::refund(tx, trade.trade_id, "claim_1", Money::won(11_000)).await).await?;
    let refused = l.tx(async |tx| moves::refund(tx, trade.trade_id, "claim_1", Money::won(10_999)).await).await;
    assert_eq!(refused.err().map(|problem| problem.code.name), Some("ledger.key_conflict"));
    let refused = l.tx(async |tx| moves::refund(tx, trade.trade_id, "claim_2", Money::won(14_001)).await).await;
    assert_eq!(refused.err().map(|problem| problem.code.name), Some("ledger.escrow_short"));
    l.tx(async |tx| moves::release(tx, &trade).await).await?;
    l.tx(async |tx| moves::refund_paid(tx, RefundId::new(), Money::won(11_000)).await).await?;
    let where_it_is = l.tx(async |tx| queries::trade_money(tx, trade.trade_id, Currency::KRW).await).await?;
    assert_eq!((where_it_is.escrow, where_it_is.refunded, where_it_is.released), (Money::won(0), Money::won(11_000), Money::won(14_000)));
    assert_eq!(l.payable(trade.supplier).await?, 11_250);
    let proof = l.proven(25_000, 0).await?;
    assert_eq!(proof.totals.get(&Currency::KRW).map(|totals| totals.refunded), Some(11_000));
    Ok(())
}

#[tokio::test]
async fn the_database_itself_refuses_what_the_code_would_not_do() -> Result<()> {
    let l = Ledger::open().await?;
    let trade = TradeId::new();
    l.tx(async |tx| moves::hold(tx, PaymentId::new(), trade, Money::won(1_000)).await).await?;
    let entry = Entry::new("forged", EntryKind::Posted, Account::Escrow(trade), Account::Bank, Money::won(1_001), "forged").of_trade(trade);
    assert!(l.tx(async |tx| post(tx, std::slice::from_ref(&entry)).await).await.is_err());
    for forged in ["UPDATE platform.transfer SET amount_minor = 1", "DELETE FROM platform.transfer", "TRUNCATE platform.transfer CASCADE"] {
        assert!(l.as_owner(forged).await.is_err(), "{forged}");
    }
    l.proven(1_000, 0).await?;
    Ok(())
}

#[tokio::test]
async fn two_refunds_at_once_cannot_both_take_the_last_won() -> Result<()> {
    let l = Ledger::open().await?;
    let trade = TradeId::new();
    l.tx(async |tx| moves::hold(tx, PaymentId::new(), trade, Money::won(1_000)).await).await?;
    let refund = async |key: &str| l.tx(async |tx| moves::refund(tx, trade, key, Money::won(700)).await).await.is_ok();
    let (one, other) = tokio::join!(refund("a"), refund("b"));
    assert!(one != other);
    l.proven(1_000, 0).await?;
    Ok(())
}

#[tokio::test]
async fn an_altered_row_is_named() -> Result<()> {
    let forgeries = [
        ("UPDATE platform.transfer SET amount_minor = amount_minor + 1 WHERE key LIKE '%:hold'", "was altered"),
        ("UPDATE platform.transfer SET reason = 'gift' WHERE key LIKE '%:hold'", "was altered"),
        ("DELETE FROM platform.transfer WHERE key LIKE '%:supplier:post'", "its head says"),
        ("UPDATE platform.ledger_account SET code = 'bank:USD' WHERE code = 'gateway_clearing:KRW'", "is not what its id says"),
        ("UPDATE platform.settlement SET net_minor = net_minor + 1", "its sums are not those of its lines"),
    ];
    for (forgery, says) in forgeries {
        let l = Ledger::open().await?;
        let company = CompanyId::new();
        l.settled(company, 10_000, 1).await?;
        l.as_owner("ALTER TABLE platform.transfer DISABLE TRIGGER ALL").await?;
        l.as_owner(forgery).await?;
        let proof = l.tx_fresh(async |tx| proof::prove(tx).await).await?;
        assert!(!proof.holds(), "{forgery}");
        assert!(proof.faults.iter().any(|fault| fault.what.contains(says)), "{forgery}: {:?}", proof.faults);
    }
    Ok(())
}

/// `MADANG_PROOF_TRADES` says how many trades; passed over without.
#[tokio::test]
async fn a_large_journal_is_proven_in_steps() -> Result<()> {
    let Some(trades) = std::env::var("MADANG_PROOF_TRADES").ok().and_then(|text| text.parse::<usize>().ok()) else { return Ok(()) };
    let l = Ledger::open().await?;
    let seller = money(0, 0, 0, 0).seller;
    let mut left = trades;
    while left > 0 {
        let now = left.min(500);
        let mut entries = Vec::new();
        for _ in 0..now {
            let trade = TradeMoney { seller, ..money(22_000, 0, 16_500, 660) };
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
