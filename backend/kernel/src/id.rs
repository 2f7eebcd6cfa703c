//! Typed ids. Each is a UUIDv7, shown to the world as a TypeID (`trade_01h455vb4pex5vsknk084sn02q`),
//! so that an id of one thing can never be passed for an id of another.

use mti::prelude::TypeIdSuffix;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Defines an id type with its TypeID prefix.
macro_rules! typed_ids {
    ($($(#[$doc:meta])* $name:ident = $prefix:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, sea_orm::DeriveValueType)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The TypeID prefix.
            pub const PREFIX: &'static str = $prefix;

            /// A new, time-ordered id.
            #[must_use]
            pub fn new() -> Self {
                Self(Uuid::now_v7())
            }

            /// The plain UUID, for keys that are derived from it.
            #[must_use]
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl Default for $name {
            fn default() -> Self {
                Self::new()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let suffix = TypeIdSuffix::from(self.0);
                write!(f, "{}_{}", $prefix, suffix)
            }
        }

        impl std::str::FromStr for $name {
            type Err = &'static str;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let suffix = text
                    .strip_prefix(concat!($prefix, "_"))
                    .ok_or(concat!("expected an id that starts with ", $prefix, "_"))?;
                let suffix: TypeIdSuffix =
                    suffix.parse().map_err(|_| concat!("not a valid ", $prefix, " id"))?;
                Ok(Self(suffix.to_uuid()))
            }
        }

        impl Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                use utoipa::openapi::schema::{ObjectBuilder, Type};
                ObjectBuilder::new()
                    .schema_type(Type::String)
                    .pattern(Some(concat!("^", $prefix, "_[0-7][0-9a-hjkmnp-tv-z]{25}$")))
                    .examples([serde_json::json!(concat!($prefix, "_01h455vb4pex5vsknk084sn02q"))])
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}

        // Required of primary keys; ids are never made from numbers.
        impl sea_orm::TryFromU64 for $name {
            fn try_from_u64(_: u64) -> Result<Self, sea_orm::DbErr> {
                Err(sea_orm::DbErr::ConvertFromU64(stringify!($name)))
            }
        }
    )*};
}

typed_ids! {
    /// A person's account.
    AccountId = "account";
    /// A signed-in device.
    SessionId = "session";
    /// A passkey of a person.
    PasskeyId = "passkey";
    /// A company, that is, a tenant.
    CompanyId = "company";
    /// A member of a company.
    MemberId = "member";
    /// A role that a company made itself.
    RoleId = "role";
    /// An invitation to be a member.
    InvitationId = "invitation";
    /// An API key of a company.
    ApiKeyId = "apikey";
    /// An address of a company to which webhooks go.
    WebhookEndpointId = "webhook";
    /// A webhook on its way to an endpoint.
    WebhookDeliveryId = "msg";
    /// A fee rule.
    FeeRuleId = "fee";
    /// An item category of sales management.
    ItemCategoryId = "itemcat";
    /// A category of a shop.
    ShopCategoryId = "shopcat";
    /// An item: what sales management counts.
    ItemId = "item";
    /// A variant of an item.
    VariantId = "variant";
    /// A price of a variant.
    PriceId = "price";
    /// A supplier's offer of an item.
    SupplyOfferId = "offer";
    /// An item offered in a shop as a product.
    ListingId = "listing";
    /// A picture.
    MediaId = "media";
    /// A stock move.
    StockMoveId = "move";
    /// A stock reservation.
    ReservationId = "reservation";
    /// A customer of a shop.
    CustomerId = "customer";
    /// A cart.
    CartId = "cart";
    /// An order.
    OrderId = "order";
    /// An order line.
    OrderLineId = "line";
    /// A trade; the matching key.
    TradeId = "trade";
    /// An item as registered with the operator.
    RegisteredItemId = "regitem";
    /// A contract between a seller and a supplier.
    ContractId = "contract";
    /// A purchase order.
    PurchaseOrderId = "po";
    /// A delivery confirmation.
    DeliveryConfirmationId = "delivery";
    /// A claim.
    ClaimId = "claim";
    /// A payment.
    PaymentId = "payment";
    /// A refund.
    RefundId = "refund";
    /// A settlement of one company.
    SettlementId = "settlement";
    /// A payout to one company.
    PayoutId = "payout";
    /// A bank-transfer file of payouts.
    PayoutBatchId = "batch";
    /// A ledger transfer.
    TransferId = "transfer";
    /// An entry of a company's books.
    EntryId = "entry";
    /// A mail.
    MailId = "mail";
    /// An event in the outbox.
    EventId = "event";
    /// An entry of the audit log.
    AuditEntryId = "audit";
    /// A change that one person proposes and another approves.
    ProposalId = "proposal";
    /// An uploaded file.
    FileId = "file";
    /// All that a company has, packed into one file.
    ExportId = "export";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_survives_its_text_form() {
        let id = TradeId::new();
        assert_eq!(id.to_string().parse::<TradeId>(), Ok(id));
    }

    #[test]
    fn an_id_of_another_thing_is_refused() {
        let id = TradeId::new().to_string();
        assert!(id.parse::<OrderId>().is_err());
        assert!("trade_".parse::<TradeId>().is_err());
        assert!("trade_zzzzzzzzzzzzzzzzzzzzzzzzzz".parse::<TradeId>().is_err());
    }
}
