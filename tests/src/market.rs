//! The market of most stories: a mart that makes nothing, a bakery whose bread it sells, and the
//! operator between them. Bread costs 22,000 won, of which the bakery gets 16,500, the operator
//! 660 with 60 of VAT in them, and the mart 4,840.

use crate::{Firm, NewProduct, Order, Part, Person, Product, TestApp};
use kernel::Result;
use serde_json::json;
use trade::rules::State;

/// The market.
pub struct Market {
    /// The installation.
    pub t: TestApp,
    /// The operator.
    pub operator: Person,
    /// The seller.
    pub mart: Firm,
    /// The supplier.
    pub bakery: Firm,
    /// The bakery's bread in the mart's shop.
    pub bread: Product,
}

impl Market {
    /// A market in one database.
    pub async fn open() -> Result<Self> {
        Self::on(TestApp::start().await?).await
    }

    /// A market on an installation; where there are several cells, seller and supplier live in
    /// different ones.
    pub async fn on(t: TestApp) -> Result<Self> {
        let operator = t.operator().await?;
        let bakery = t.firm(&operator, "한빛제빵").await?;
        let mart = t.firm(&operator, "두레마트").await?;
        if t.databases.len() > 1 {
            assert_ne!(t.cell_of(&mart).await?, t.cell_of(&bakery).await?, "seller and supplier share a cell");
        }
        let bread = mart.supplied_by(&t, &bakery, NewProduct::default()).await?;
        Ok(Self { t, operator, mart, bakery, bread })
    }

    /// A paid order of some bread.
    pub async fn paid(&self, quantity: i32) -> Result<Order> {
        self.t.paid_order(&self.mart, &[(self.bread.listed, quantity)], 22_000 * i64::from(quantity)).await
    }

    /// An order of some bread that waits for its payment.
    pub async fn placed(&self, quantity: i32) -> Result<Order> {
        self.t.order(&self.mart, &[(self.bread.listed, quantity)], 22_000 * i64::from(quantity)).await
    }

    /// Walks a paid part on to a state, everybody doing what is theirs.
    pub async fn walk(&self, order: &Order, part: &Part, to: State) -> Result<()> {
        let way = [
            State::Paid,
            State::PoRequested,
            State::PoIssued,
            State::PoAccepted,
            State::DeliveryFiled,
            State::ShipmentApproved,
            State::InTransit,
            State::Arrived,
            State::Confirmed,
        ];
        let supplier = if part.supplier == self.mart.id { &self.mart } else { &self.bakery };
        for state in way {
            if self.t.state(part.trade).await? == state && state != to {
                match state {
                    State::Paid => self.mart.request(part.trade).await.ok(),
                    State::PoRequested => self.operator.issue(part.trade).await.ok(),
                    State::PoIssued => supplier.accept(part.trade).await.ok(),
                    State::PoAccepted => supplier.deliver(part).await.ok(),
                    State::DeliveryFiled => self.operator.approve(part.trade).await.ok(),
                    State::ShipmentApproved => supplier.hand_over(part.trade).await.ok(),
                    State::InTransit => supplier.arrived(part.trade).await.ok(),
                    _ => order.buyer_step(part.trade, "purchase-confirmation", json!({})).await.ok(),
                };
                self.t.work().await?;
            }
        }
        assert_eq!(self.t.state(part.trade).await?, to);
        Ok(())
    }

    /// How many loaves the bakery can still promise.
    pub async fn bread_left(&self) -> Result<i32> {
        self.t.available(&self.bakery, self.bread.variant).await
    }

    /// The story is over.
    pub async fn finish(self) -> Result<()> {
        self.t.finish().await
    }
}
