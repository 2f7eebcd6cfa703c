//! States, actions and the table that joins them.

use crate::codes::{ACTOR_REFUSED, TRANSITION_REFUSED};
use kernel::{ActorKind, Problem, Result};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a trade stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[schema(as = TradeState)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// The payment is captured; the money is in escrow.
    Paid,
    /// The seller asked for a purchase order.
    PoRequested,
    /// The operator issued it.
    PoIssued,
    /// The supplier accepted it.
    PoAccepted,
    /// The supplier filed the delivery confirmation.
    DeliveryFiled,
    /// The operator approved the shipment.
    ShipmentApproved,
    /// The goods are on their way.
    InTransit,
    /// The goods are with the buyer.
    Arrived,
    /// The buyer confirmed, or was silent past the deadline.
    Confirmed,
    /// Both companies are settled.
    Settled,
    /// Cancelled and refunded.
    Cancelled,
}

impl State {
    /// The stable name, as stored and shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paid => "paid",
            Self::PoRequested => "po_requested",
            Self::PoIssued => "po_issued",
            Self::PoAccepted => "po_accepted",
            Self::DeliveryFiled => "delivery_filed",
            Self::ShipmentApproved => "shipment_approved",
            Self::InTransit => "in_transit",
            Self::Arrived => "arrived",
            Self::Confirmed => "confirmed",
            Self::Settled => "settled",
            Self::Cancelled => "cancelled",
        }
    }

    /// Whether nothing can follow.
    #[must_use]
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Settled | Self::Cancelled)
    }

    /// Whether the purchase order stands, so that its money is set aside for the companies.
    #[must_use]
    pub const fn has_purchase_order(self) -> bool {
        matches!(self, Self::PoIssued | Self::PoAccepted | Self::DeliveryFiled | Self::ShipmentApproved | Self::InTransit | Self::Arrived)
    }
}

/// What moves a trade on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[schema(as = TradeAction)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Action {
    /// The captured payment opens the trade; only the first entry of a timeline has it.
    Open,
    /// The seller asks for a purchase order.
    RequestPo,
    /// The operator, or its rule, issues the purchase order.
    IssuePo,
    /// The supplier accepts it.
    AcceptPo,
    /// The supplier refuses it.
    DeclinePo,
    /// The supplier files the delivery confirmation.
    FileDelivery,
    /// The operator sends a wrong delivery confirmation back.
    ReturnDelivery,
    /// The operator, or its rule, approves the shipment.
    ApproveShipment,
    /// The goods were handed to the carrier.
    MarkInTransit,
    /// The goods are with the buyer.
    MarkArrived,
    /// The buyer confirms the purchase, or the deadline does.
    Confirm,
    /// The whole trade is cancelled.
    Cancel,
    /// Some whole lines are cancelled; the trade goes on with the others.
    CancelLines,
    /// The settlement run has settled both companies.
    Settle,
}

impl Action {
    /// The stable name, as stored and shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::RequestPo => "request_po",
            Self::IssuePo => "issue_po",
            Self::AcceptPo => "accept_po",
            Self::DeclinePo => "decline_po",
            Self::FileDelivery => "file_delivery",
            Self::ReturnDelivery => "return_delivery",
            Self::ApproveShipment => "approve_shipment",
            Self::MarkInTransit => "mark_in_transit",
            Self::MarkArrived => "mark_arrived",
            Self::Confirm => "confirm",
            Self::Cancel => "cancel",
            Self::CancelLines => "cancel_lines",
            Self::Settle => "settle",
        }
    }

    /// Whether screens offer it as a button of its own. Cancelling lines is offered as `cancel`.
    #[must_use]
    pub const fn is_offered(self) -> bool {
        !matches!(self, Self::Open | Self::CancelLines | Self::Settle)
    }

    /// Whether a person has to say why.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::DeclinePo | Self::ReturnDelivery | Self::Cancel | Self::CancelLines)
    }
}

/// One line of the machine.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The state it starts from.
    pub from: State,
    /// What happens.
    pub action: Action,
    /// Who may do it.
    pub actors: &'static [ActorKind],
    /// The state it leads to.
    pub to: State,
    /// The deadline that begins with it, in words.
    pub clock: &'static str,
    /// What moves in the ledger.
    pub money: &'static str,
    /// Who gets which mail.
    pub mail: &'static str,
}

/// The state in which a trade is opened by a captured payment.
pub const INITIAL: State = State::Paid;

/// What a cancellation moves before a purchase order stands.
const BACK: &str = "escrow to refunds clearing";
/// What a cancellation moves while a purchase order stands.
const VOID_AND_BACK: &str = "pending shares voided; escrow to refunds clearing";
/// What cancelling lines moves while a purchase order stands.
const RESERVE_ANEW: &str = "pending shares voided and set aside anew for what is left; escrow to refunds clearing";
const SUPPLY_CLOCK: &str = "supply within 3 business days of payment (E-Commerce Act art. 15)";
const CANCELLED_MAIL: &str = "trade_cancelled to buyer, seller, supplier";

/// Every step there is. What is not here is refused.
pub const TABLE: &[Row] = {
    use Action::{
        AcceptPo, ApproveShipment, Cancel, CancelLines, Confirm, DeclinePo, FileDelivery, IssuePo, MarkArrived, MarkInTransit, RequestPo,
        ReturnDelivery, Settle,
    };
    use ActorKind::{Buyer, Operator, Seller, Supplier, System};
    use State::{Arrived, Cancelled, Confirmed, DeliveryFiled, InTransit, Paid, PoAccepted, PoIssued, PoRequested, Settled, ShipmentApproved};
    /// Who may cancel before the shipment is approved.
    const CANCELLERS: &[ActorKind] = &[Buyer, Seller, Operator, System];
    const fn row(
        from: State,
        action: Action,
        actors: &'static [ActorKind],
        to: State,
        clock: &'static str,
        money: &'static str,
        mail: &'static str,
    ) -> Row {
        Row { from, action, actors, to, clock, money, mail }
    }
    &[
        row(Paid, RequestPo, &[Seller, System], PoRequested, SUPPLY_CLOCK, "", ""),
        row(Paid, Cancel, CANCELLERS, Cancelled, "", BACK, CANCELLED_MAIL),
        row(Paid, CancelLines, CANCELLERS, Paid, "", BACK, CANCELLED_MAIL),
        row(
            PoRequested,
            IssuePo,
            &[Operator, System],
            PoIssued,
            SUPPLY_CLOCK,
            "escrow to the shares of supplier, seller, fee and VAT (pending)",
            "po_to_accept to supplier",
        ),
        row(PoRequested, Cancel, CANCELLERS, Cancelled, "", BACK, CANCELLED_MAIL),
        row(PoRequested, CancelLines, CANCELLERS, PoRequested, "", BACK, CANCELLED_MAIL),
        row(PoIssued, AcceptPo, &[Supplier, System], PoAccepted, SUPPLY_CLOCK, "", ""),
        row(PoIssued, DeclinePo, &[Supplier], Cancelled, "", VOID_AND_BACK, "trade_declined to buyer, seller"),
        row(PoIssued, Cancel, CANCELLERS, Cancelled, "", VOID_AND_BACK, CANCELLED_MAIL),
        row(PoIssued, CancelLines, CANCELLERS, PoIssued, "", RESERVE_ANEW, CANCELLED_MAIL),
        row(PoAccepted, FileDelivery, &[Supplier], DeliveryFiled, SUPPLY_CLOCK, "", ""),
        row(PoAccepted, Cancel, CANCELLERS, Cancelled, "", VOID_AND_BACK, CANCELLED_MAIL),
        row(PoAccepted, CancelLines, CANCELLERS, PoAccepted, "", RESERVE_ANEW, CANCELLED_MAIL),
        row(
            DeliveryFiled,
            ApproveShipment,
            &[Operator, System],
            ShipmentApproved,
            SUPPLY_CLOCK,
            "what was not delivered: set aside anew; escrow to refunds clearing",
            "",
        ),
        row(DeliveryFiled, ReturnDelivery, &[Operator], PoAccepted, SUPPLY_CLOCK, "", ""),
        row(DeliveryFiled, Cancel, CANCELLERS, Cancelled, "", VOID_AND_BACK, CANCELLED_MAIL),
        row(DeliveryFiled, CancelLines, CANCELLERS, DeliveryFiled, "", RESERVE_ANEW, CANCELLED_MAIL),
        row(ShipmentApproved, MarkInTransit, &[Supplier, System], InTransit, "", "", "shipped to buyer"),
        row(
            InTransit,
            MarkArrived,
            &[Supplier, System, Buyer],
            Arrived,
            "confirmation by silence after the operator's rule, at least 7 days",
            "",
            "arrived to buyer; confirm_warning before the end",
        ),
        row(
            Arrived,
            Confirm,
            &[Buyer, System],
            Confirmed,
            "settlement by the cycle of each company",
            "pending shares posted",
            "trade_confirmed to seller, supplier",
        ),
        row(Confirmed, Settle, &[System], Settled, "", "", "settlement_done to each company"),
    ]
};

/// What any of these actors may do from a state, in the order of the table.
#[must_use]
pub fn allowed(state: State, actors: &[ActorKind]) -> Vec<Action> {
    let rows = TABLE.iter().filter(|row| row.from == state && row.actors.iter().any(|actor| actors.contains(actor)));
    rows.map(|row| row.action).collect()
}

/// The same as screens offer it: cancelling lines is part of cancelling, and settling is nobody's button.
#[must_use]
pub fn offered(state: State, actors: &[ActorKind]) -> Vec<Action> {
    allowed(state, actors).into_iter().filter(|action| action.is_offered()).collect()
}

/// The state that an action leads to. Errors: [`TRANSITION_REFUSED`] if the state does not know the
/// action, [`ACTOR_REFUSED`] if it does but the actor is another.
pub fn next(state: State, action: Action, actor: ActorKind) -> Result<State> {
    let Some(row) = TABLE.iter().find(|row| row.from == state && row.action == action) else {
        return Err(Problem::new(TRANSITION_REFUSED).detail(format!("{} is not possible from {}", action.name(), state.name())));
    };
    if row.actors.contains(&actor) {
        Ok(row.to)
    } else {
        Err(Problem::new(ACTOR_REFUSED).detail(format!("{} from {} is for others", action.name(), state.name())))
    }
}

/// The states in which the next step is one of this actor's own, cancelling aside.
#[must_use]
pub fn waiting_for(actor: ActorKind) -> Vec<State> {
    State::iter()
        .filter(|state| {
            TABLE.iter().any(|row| row.from == *state && row.actors.contains(&actor) && row.action.is_offered() && !row.action.needs_reason())
        })
        .collect()
}

#[cfg(test)]
mod tests;
