//! Permissions, and the roles as sets of them. A handler states its permission in its signature
//! through a marker type that implements [`Need`].

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
            BooksView, CatalogManage, CompanyManage, MembersManage, OrdersManage, PayoutAccountManage, PricesManage, StockManage, SupplyManage,
            WorkspaceView,
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
            ],
            Self::Sales => &[WorkspaceView, CatalogManage, PricesManage, OrdersManage, SupplyManage],
            Self::Accounting => &[WorkspaceView, BooksView],
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
        use Permission::{ConsoleView, PlatformManage, Settle, TradesOperate, Verify};
        match self {
            Self::Chief => &[ConsoleView, Verify, TradesOperate, Settle, PlatformManage],
            Self::Desk => &[ConsoleView, Verify, TradesOperate],
            Self::Treasurer => &[ConsoleView, Settle],
            Self::Observer => &[ConsoleView],
        }
    }
}

/// A permission as a type, for handler signatures (`Member<ManagePrices>`).
pub trait Need: 'static {
    /// The permission that the handler needs.
    const PERMISSION: Permission;
}

/// The permissions as types.
pub mod need {
    use super::{Need, Permission};
    macro_rules! needs {
        ($($(#[$doc:meta])* $name:ident = $permission:ident;)*) => {$(
            $(#[$doc])*
            pub struct $name;
            impl Need for $name {
                const PERMISSION: Permission = Permission::$permission;
            }
        )*};
    }
    needs! {
        /// Any member.
        ViewWorkspace = WorkspaceView;
        /// Company profile, rules and functions.
        ManageCompany = CompanyManage;
        /// Members and roles.
        ManageMembers = MembersManage;
        /// Payout account.
        ManagePayoutAccount = PayoutAccountManage;
        /// Items, listings, offers.
        ManageCatalog = CatalogManage;
        /// Prices.
        ManagePrices = PricesManage;
        /// Stock.
        ManageStock = StockManage;
        /// Orders as seller.
        ManageOrders = OrdersManage;
        /// Purchase orders received.
        ManageSupply = SupplyManage;
        /// Revenue, tax, settlements.
        ViewBooks = BooksView;
        /// Any person of the operator.
        ViewConsole = ConsoleView;
        /// Verification.
        CanVerify = Verify;
        /// Trades.
        OperateTrades = TradesOperate;
        /// Settlement and payouts.
        CanSettle = Settle;
        /// Platform rules and jobs.
        ManagePlatform = PlatformManage;
    }
}
