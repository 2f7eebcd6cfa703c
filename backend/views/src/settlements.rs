//! One settlement for the operator: the trades that it sums with their amounts, what was carried
//! over from before, and the payouts that carried its money.

use crate::names::{CompanyName, names};
use actix_web::{HttpResponse, get, web::Data};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Currency, Money, Page, PageQuery, Problem, Result, SettlementId, TradeId, need};
use ledger::{
    PayoutState, SettlementRole,
    entity::{payout, settlement, settlement_line},
    http::body::{Payout, Settlement},
    queries,
};
use platform::{
    App, PlatformTx,
    http::{self, Operator, PathId, Query},
};
use sea_orm::{FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use trade::entity::trade::{self as trade_row, Model as Trade};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Payouts shown with a settlement.
const PAYOUTS: u64 = 20;

/// A settlement with what it sums, and where its money went.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct SettlementReport {
    /// The settlement.
    #[serde(flatten)]
    settlement: Settlement,
    /// The sums over its trades.
    sums: SettlementSums,
    /// How its sum was netted with what stood open before.
    netting: Netting,
    /// The payouts that carried its money, the first one first; several where one came back.
    payouts: Vec<Payout>,
    /// Whether each line and the sums agree with the trades, to the last unit.
    adds_up: bool,
}

/// Sums over the trades of a settlement. Goods − supply price − fee = margin; margin + supply
/// price earned + delivery = net.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct SettlementSums {
    /// What its shop sold.
    goods: Money,
    /// Supply price of what it sold, which its suppliers get.
    supply_paid: Money,
    /// Platform fees with VAT.
    fee: Money,
    /// Of these, the supply value.
    fee_net: Money,
    /// Of these, the VAT.
    fee_vat: Money,
    /// What is left to it as a seller.
    margin: Money,
    /// Supply price that it earned as a supplier.
    supply_earned: Money,
    /// Delivery fees that it earned as a supplier.
    delivery: Money,
    /// What the settlement comes to.
    net: Money,
}

/// What was carried over. `carried` + `net` = `due`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct Netting {
    /// What earlier settlements had left unpaid; negative where the company owed it.
    carried: Money,
    /// What this settlement comes to.
    net: Money,
    /// What could be paid out; negative: netted from the next settlement.
    due: Money,
}

/// A trade in one role, with its amounts.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct SettledTrade {
    /// The trade.
    trade_id: TradeId,
    /// The trade's number.
    trade_number: String,
    /// The order's number.
    order_number: String,
    /// The company's part in the trade.
    role: SettlementRole,
    /// The other side: the supplier of a seller, the seller of a supplier.
    other: CompanyName,
    /// Goods sold (seller).
    #[serde(skip_serializing_if = "Option::is_none")]
    goods: Option<Money>,
    /// Supply price: what it paid as a seller, or earned as a supplier.
    supply: Money,
    /// Delivery fee (supplier).
    #[serde(skip_serializing_if = "Option::is_none")]
    delivery: Option<Money>,
    /// Platform fee with VAT (seller).
    #[serde(skip_serializing_if = "Option::is_none")]
    fee: Option<Money>,
    /// Of it, the VAT (seller).
    #[serde(skip_serializing_if = "Option::is_none")]
    fee_vat: Option<Money>,
    /// What is left (seller); negative where it sold at a loss.
    #[serde(skip_serializing_if = "Option::is_none")]
    margin: Option<Money>,
    /// What the company gets.
    net: Money,
    /// When the purchase was confirmed.
    confirmed_at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Sums {
    lines: i64,
    goods: i64,
    supply_paid: i64,
    fee: i64,
    fee_vat: i64,
    margin: i64,
    supply_earned: i64,
    delivery: i64,
    net: i64,
    agrees: bool,
}

impl Sums {
    /// Every line as its trade says, and the head as its lines do.
    fn add_up(&self, head: &settlement::Model) -> bool {
        self.agrees
            && self.lines == i64::from(head.trades)
            && self.goods - self.supply_paid - self.fee == self.margin
            && self.margin + self.supply_earned + self.delivery == self.net
            && (self.goods, self.supply_earned, self.delivery) == (head.sales_minor, head.supply_minor, head.delivery_minor)
            && (self.fee, self.net) == (head.fee_minor, head.net_minor)
    }

    const fn shown(&self, currency: Currency) -> SettlementSums {
        SettlementSums {
            goods: currency.minor(self.goods),
            supply_paid: currency.minor(self.supply_paid),
            fee: currency.minor(self.fee),
            fee_net: currency.minor(self.fee - self.fee_vat),
            fee_vat: currency.minor(self.fee_vat),
            margin: currency.minor(self.margin),
            supply_earned: currency.minor(self.supply_earned),
            delivery: currency.minor(self.delivery),
            net: currency.minor(self.net),
        }
    }
}

async fn sums(tx: &PlatformTx, id: SettlementId) -> Result<Sums> {
    let sql = "SELECT count(*) AS lines,
                      coalesce(sum(t.goods_minor) FILTER (WHERE l.role = 'seller'), 0)::bigint AS goods,
                      coalesce(sum(t.supply_minor) FILTER (WHERE l.role = 'seller'), 0)::bigint AS supply_paid,
                      coalesce(sum(t.fee_minor) FILTER (WHERE l.role = 'seller'), 0)::bigint AS fee,
                      coalesce(sum(t.fee_vat_minor) FILTER (WHERE l.role = 'seller'), 0)::bigint AS fee_vat,
                      coalesce(sum(t.margin_minor) FILTER (WHERE l.role = 'seller'), 0)::bigint AS margin,
                      coalesce(sum(t.supply_minor) FILTER (WHERE l.role = 'supplier'), 0)::bigint AS supply_earned,
                      coalesce(sum(t.delivery_minor) FILTER (WHERE l.role = 'supplier'), 0)::bigint AS delivery,
                      coalesce(sum(l.net_minor), 0)::bigint AS net,
                      coalesce(bool_and(CASE l.role
                        WHEN 'seller' THEN l.gross_minor = t.goods_minor AND l.fee_minor = t.fee_minor AND l.net_minor = t.margin_minor
                                       AND t.goods_minor = t.supply_minor + t.fee_minor + t.margin_minor
                        ELSE l.net_minor = t.supply_minor + t.delivery_minor AND l.gross_minor = l.net_minor END), true) AS agrees
                 FROM settlement_line l JOIN trade t ON t.id = l.trade_id WHERE l.settlement_id = $1";
    tx.row(sql, [id.into()]).await?.ok_or_else(Problem::not_found)
}

#[derive(FromQueryResult)]
struct Before {
    settled: i64,
    paid: i64,
}

/// What stood open when the settlement was made: settled on earlier days, less the payouts of
/// before that had not come back by then.
async fn carried(tx: &PlatformTx, head: &settlement::Model) -> Result<i64> {
    let sql =
        "SELECT coalesce((SELECT sum(net_minor) FROM settlement WHERE company_id = $1 AND currency = $2 AND settled_on < $3), 0)::bigint AS settled,
                      coalesce((SELECT sum(amount_minor) FROM payout WHERE company_id = $1 AND currency = $2 AND created_at < $4
                                   AND settlement_id IS DISTINCT FROM $5 AND NOT (state = 'returned' AND ended_at <= $4)), 0)::bigint AS paid";
    let values = [head.company_id.into(), head.currency.into(), head.settled_on.into(), head.created_at.into(), head.id.into()];
    let before: Before = tx.row(sql, values).await?.ok_or_else(Problem::not_found)?;
    Ok(before.settled - before.paid)
}

/// The payouts that carried the money: the first one since, and after each that came back the next.
async fn carriers(tx: &PlatformTx, head: &settlement::Model) -> Result<Vec<payout::Model>> {
    let since = payout::Entity::find()
        .filter(payout::Column::CompanyId.eq(head.company_id))
        .filter(payout::Column::Currency.eq(head.currency))
        .filter(payout::Column::CreatedAt.gte(head.created_at))
        .order_by_asc(payout::Column::Id)
        .limit(PAYOUTS);
    let rows = tx.all(since).await?;
    let back = rows.iter().take_while(|row| row.state == PayoutState::Returned).count();
    Ok(rows.into_iter().take(back + 1).collect())
}

/// Show a settlement of any company.
#[utoipa::path(operation_id = "operator.settlement.show", params(("id" = SettlementId, Path)), responses((status = 200, body = SettlementReport)))]
#[get("/operator/settlements/{id}")]
async fn show(app: Data<App>, _who: Operator<need::ViewConsole>, id: PathId<SettlementId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let row = queries::settlement(&tx, id.0, None).await?;
    let (head, currency) = (row.settlement.clone(), row.settlement.currency);
    let sums = sums(&tx, id.0).await?;
    let carried = carried(&tx, &head).await?;
    let due = carried + head.net_minor;
    let payouts = if due > 0 { carriers(&tx, &head).await? } else { Vec::new() };
    Ok(http::ok(&SettlementReport {
        settlement: row.into(),
        sums: sums.shown(currency),
        netting: Netting { carried: currency.minor(carried), net: currency.minor(head.net_minor), due: currency.minor(due) },
        payouts: payouts.into_iter().map(Payout::from).collect(),
        adds_up: sums.add_up(&head),
    }))
}

/// List the trades of a settlement of any company.
#[utoipa::path(operation_id = "operator.settlement_line.list", params(("id" = SettlementId, Path), PageQuery), responses((status = 200, body = Page<SettledTrade>)))]
#[get("/operator/settlements/{id}/lines")]
async fn line_list(app: Data<App>, _who: Operator<need::ViewConsole>, id: PathId<SettlementId>, page: Query<PageQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let currency = queries::settlement(&tx, id.0, None).await?.settlement.currency;
    let rows = queries::settlement_lines(&tx, id.0, &page.0).await?;
    let ids = rows.items.iter().map(|line| line.trade_id);
    let trades: HashMap<TradeId, Trade> =
        tx.all(trade_row::Entity::find().filter(trade_row::Column::Id.is_in(ids))).await?.into_iter().map(|row| (row.id, row)).collect();
    let names = names(&tx, trades.values().flat_map(|row| [row.seller_id, row.supplier_id])).await?;
    let shown = |line| settled(line, &trades, currency, &names);
    let items = rows.items.into_iter().map(shown).collect::<Result<Vec<_>>>()?;
    Ok(http::ok(&Page { items, next: rows.next }))
}

fn settled(
    line: settlement_line::Model,
    trades: &HashMap<TradeId, Trade>,
    currency: Currency,
    names: &HashMap<CompanyId, String>,
) -> Result<SettledTrade> {
    let row = trades.get(&line.trade_id).ok_or_else(|| Problem::internal("a settled trade is gone"))?;
    let sells = line.role == SettlementRole::Seller;
    let seller = |minor: i64| sells.then(|| currency.minor(minor));
    Ok(SettledTrade {
        trade_id: line.trade_id,
        trade_number: line.trade_number,
        order_number: line.order_number,
        role: line.role,
        other: CompanyName::of(if sells { row.supplier_id } else { row.seller_id }, names),
        goods: seller(row.goods_minor),
        supply: currency.minor(row.supply_minor),
        delivery: (!sells).then(|| currency.minor(row.delivery_minor)),
        fee: seller(row.fee_minor),
        fee_vat: seller(row.fee_vat_minor),
        margin: seller(row.margin_minor),
        net: currency.minor(line.net_minor),
        confirmed_at: line.confirmed_at,
    })
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(line_list).service(show);
}
