//! Permissions, and the roles as sets of them. A handler states its permission in its signature
//! through a marker type that implements [`Need`], and with it the functions of the company in which
//! the operation lives.

use crate::Function;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a member of a company, or a person of the operator, may do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter)]
#[serde(rename_all = "snake_case")]
pub enum Permission {
    /// Anything that every member may see.
    WorkspaceView,
    /// Company profile, rules and functions.
    CompanyManage,
    /// Members and roles.
    MembersManage,
    /// Payout account.
    PayoutAccountManage,
    /// Items, categories, listings, offers.
    CatalogManage,
    /// Prices.
    PricesManage,
    /// Stock levels.
    StockManage,
    /// Orders and purchase requests as seller.
    OrdersManage,
    /// Purchase orders received, as supplier.
    SupplyManage,
    /// Revenue, tax, settlements.
    BooksView,
    /// The company's part of the audit log.
    AuditView,
    /// Webhooks: where they go, and what was sent.
    WebhooksManage,
    /// API keys of programs.
    ApiKeysManage,
    /// Operator: see the console.
    ConsoleView,
    /// Operator: verify companies and items.
    Verify,
    /// Operator: issue purchase orders, confirm deliveries, approve shipments.
    TradesOperate,
    /// Operator: settle, pay out, fees.
    Settle,
    /// Operator: rules, jobs, mailbox.
    PlatformManage,
    /// Operator: the whole audit log.
    AuditViewAll,
}

impl Permission {
    /// Whether a program with an API key may have it. Who belongs to a company, where its money goes
    /// and which programs speak for it are decided by a person who is there.
    #[must_use]
    pub const fn for_programs(self) -> bool {
        match self {
            Self::WorkspaceView
            | Self::CompanyManage
            | Self::CatalogManage
            | Self::PricesManage
            | Self::StockManage
            | Self::OrdersManage
            | Self::SupplyManage
            | Self::BooksView
            | Self::AuditView
            | Self::WebhooksManage => true,
            Self::MembersManage
            | Self::PayoutAccountManage
            | Self::ApiKeysManage
            | Self::ConsoleView
            | Self::Verify
            | Self::TradesOperate
            | Self::Settle
            | Self::PlatformManage
            | Self::AuditViewAll => false,
        }
    }
}

impl Permission {
    /// Whether it is a permission to change what a company sells and at what price. A company that is
    /// stopped keeps the others: what is under way is finished.
    #[must_use]
    pub const fn sells(self) -> bool {
        matches!(self, Self::CatalogManage | Self::PricesManage)
    }
}

/// Roles of company members.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Role {
    /// Everything.
    Owner,
    /// Prices, orders, activities.
    Sales,
    /// Revenue, tax, closing.
    Accounting,
    /// Supply offers of others, purchase orders given.
    Purchasing,
    /// Stock and deliveries.
    Logistics,
    /// Production.
    Production,
    /// Events and campaigns.
    Marketing,
    /// Orders and claims of buyers.
    Support,
    /// May look.
    Viewer,
}

impl Role {
    /// The permissions of the role.
    #[must_use]
    pub const fn permissions(self) -> &'static [Permission] {
        use Permission::{
            ApiKeysManage, AuditView, BooksView, CatalogManage, CompanyManage, MembersManage, OrdersManage, PayoutAccountManage, PricesManage,
            StockManage, SupplyManage, WebhooksManage, WorkspaceView,
        };
        match self {
            Self::Owner => &[
                WorkspaceView,
                CompanyManage,
                MembersManage,
                PayoutAccountManage,
                CatalogManage,
                PricesManage,
                StockManage,
                OrdersManage,
                SupplyManage,
                BooksView,
                AuditView,
                WebhooksManage,
                ApiKeysManage,
            ],
            Self::Sales => &[WorkspaceView, CatalogManage, PricesManage, OrdersManage, SupplyManage],
            Self::Accounting => &[WorkspaceView, BooksView, AuditView],
            Self::Purchasing => &[WorkspaceView, CatalogManage, OrdersManage],
            Self::Logistics => &[WorkspaceView, StockManage, SupplyManage],
            Self::Production => &[WorkspaceView, StockManage],
            Self::Marketing => &[WorkspaceView, CatalogManage],
            Self::Support => &[WorkspaceView, OrdersManage],
            Self::Viewer => &[WorkspaceView],
        }
    }
}

/// Roles of the operator's people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum OperatorRole {
    /// Everything.
    Chief,
    /// Verification and trades.
    Desk,
    /// Settlement and payouts.
    Treasurer,
    /// May look.
    Observer,
}

impl OperatorRole {
    /// The permissions of the role.
    #[must_use]
    pub const fn permissions(self) -> &'static [Permission] {
        use Permission::{AuditViewAll, ConsoleView, PlatformManage, Settle, TradesOperate, Verify};
        match self {
            Self::Chief => &[ConsoleView, Verify, TradesOperate, Settle, PlatformManage, AuditViewAll],
            Self::Desk => &[ConsoleView, Verify, TradesOperate],
            Self::Treasurer => &[ConsoleView, Settle, AuditViewAll],
            Self::Observer => &[ConsoleView, AuditViewAll],
        }
    }
}

/// A permission as a type, for handler signatures (`Member<ManagePrices>`).
pub trait Need: 'static {
    /// The permission that the handler needs.
    const PERMISSION: Permission;
    /// The functions in which the handler lives: it answers a company that uses one of them.
    /// Without any it answers every company.
    const FUNCTIONS: &'static [Function];
}

/// The permissions as types, each with its functions; a new one has to say where it lives.
pub mod need {
    use super::{Function, Need, Permission};
    macro_rules! needs {
        ($($(#[$doc:meta])* $name:ident = $permission:ident in [$($function:ident),*];)*) => {$(
            $(#[$doc])*
            pub struct $name;
            impl Need for $name {
                const PERMISSION: Permission = Permission::$permission;
                const FUNCTIONS: &'static [Function] = &[$(Function::$function),*];
            }
        )*};
    }
    needs! {
        /// Any member.
        ViewWorkspace = WorkspaceView in [];
        /// Any member, in the shop.
        ViewShop = WorkspaceView in [Shop];
        /// Any member, among what other companies supply.
        ViewResale = WorkspaceView in [Resale];
        /// Any member, among purchase orders.
        ViewPurchaseOrders = WorkspaceView in [Sales, Supply, Resale];
        /// Company profile, rules and functions.
        ManageCompany = CompanyManage in [];
        /// How the shop looks.
        ManageShopDesign = CompanyManage in [Shop];
        /// Members and roles.
        ManageMembers = MembersManage in [];
        /// Payout account.
        ManagePayoutAccount = PayoutAccountManage in [];
        /// Items.
        ManageCatalog = CatalogManage in [];
        /// Listings and categories of the shop.
        ManageListings = CatalogManage in [Shop];
        /// Supply offers to other companies.
        ManageOffers = CatalogManage in [Supply];
        /// Listings of what other companies supply.
        ManageResale = CatalogManage in [Resale];
        /// Prices.
        ManagePrices = PricesManage in [];
        /// Stock.
        ManageStock = StockManage in [];
        /// Orders as seller.
        ManageOrders = OrdersManage in [];
        /// Customers of the shop.
        ManageCustomers = OrdersManage in [Shop];
        /// Purchase orders received.
        ManageSupply = SupplyManage in [];
        /// Settlements and payouts: what is owed is seen whatever is switched on.
        ViewBooks = BooksView in [];
        /// Revenue and tax.
        ViewRevenue = BooksView in [Sales];
        /// The company's part of the audit log.
        ViewAudit = AuditView in [];
        /// The whole audit log.
        ViewAllAudit = AuditViewAll in [];
        /// Webhooks.
        ManageWebhooks = WebhooksManage in [];
        /// API keys.
        ManageApiKeys = ApiKeysManage in [];
        /// Any person of the operator.
        ViewConsole = ConsoleView in [];
        /// Verification.
        CanVerify = Verify in [];
        /// Trades.
        OperateTrades = TradesOperate in [];
        /// Settlement and payouts.
        CanSettle = Settle in [];
        /// Platform rules and jobs.
        ManagePlatform = PlatformManage in [];
    }
}
