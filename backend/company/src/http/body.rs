//! JSON shapes.

mod api_key;

pub(super) use crate::actions::{NewApiKey, Rotation};
pub use api_key::ApiKey;

use crate::{
    entity::{company, fee_rule},
    rules,
};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Currency, FeeRuleId, Locale, Money, PageQuery};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Where payouts go; of the account number only the last digits are shown.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct MaskedAccount {
    /// Name or code of the bank.
    pub bank: String,
    /// Account number with its last four digits.
    #[schema(example = "***-***-**7890")]
    pub account_masked: String,
    /// Name of the account's holder.
    pub holder: String,
}

/// A company, as its members and the operator see it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Company {
    /// The company.
    pub id: CompanyId,
    /// The address of its shop.
    pub slug: String,
    /// Registered name.
    pub name: String,
    /// Name on English screens.
    pub name_en: Option<String>,
    /// ISO 3166-1 code of its country.
    #[schema(example = "KR")]
    pub country: String,
    /// Its currency.
    pub currency: Currency,
    /// Its time zone, which decides business days.
    #[schema(example = "Asia/Seoul")]
    pub time_zone: String,
    /// Its language.
    pub locale: Locale,
    /// Business registration number, digits only.
    #[schema(example = "1208147521")]
    pub business_number: String,
    /// The person who represents it by law.
    pub representative: String,
    /// Mail-order report number.
    pub mail_order_number: Option<String>,
    /// Postcode.
    pub postcode: String,
    /// Street address.
    pub address1: String,
    /// Floor, room.
    pub address2: Option<String>,
    /// Telephone.
    pub phone: String,
    /// Contact address.
    pub email: String,
    /// What the shop says of itself.
    pub about: Option<String>,
    /// The same in English.
    pub about_en: Option<String>,
    /// The functions it has chosen.
    pub functions: Vec<company::Function>,
    /// Where it stands with the operator.
    pub status: company::Status,
    /// Why it was refused or stopped.
    pub status_reason: Option<String>,
    /// Its plan.
    #[schema(example = "standard")]
    pub plan: String,
    /// How often it is settled with.
    pub settlement_cycle: company::SettlementCycle,
    /// What one delivery costs its buyer.
    pub delivery_fee: Money,
    /// The goods amount from which delivery is free.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub free_delivery_from: Option<Money>,
    /// Purchase orders are requested as soon as an order is paid.
    pub auto_request: bool,
    /// Purchase orders are accepted as soon as they arrive.
    pub auto_accept: bool,
    /// Where payouts go.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payout_account: Option<MaskedAccount>,
    /// Its logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo_url: Option<String>,
    /// Its shop's banner.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub banner_url: Option<String>,
    /// When it signed up.
    pub created_at: DateTime<Utc>,
    /// Grows with every change; sent back as `If-Match`.
    pub version: i64,
}

impl From<company::Model> for Company {
    fn from(row: company::Model) -> Self {
        let masked = |account: company::BankAccount| MaskedAccount {
            bank: account.bank,
            account_masked: rules::masked(&account.account),
            holder: account.holder,
        };
        Self {
            delivery_fee: row.delivery_fee(),
            free_delivery_from: row.free_delivery_from(),
            logo_url: row.logo_url(),
            banner_url: row.banner_url(),
            payout_account: row.payout_account().map(masked),
            id: row.id,
            slug: row.slug,
            name: row.name,
            name_en: row.name_en,
            country: row.country,
            currency: row.currency,
            time_zone: row.time_zone,
            locale: row.locale,
            business_number: row.business_number,
            representative: row.representative,
            mail_order_number: row.mail_order_number,
            postcode: row.postcode,
            address1: row.address1,
            address2: row.address2,
            phone: row.phone,
            email: row.email,
            about: row.about,
            about_en: row.about_en,
            functions: row.functions.0,
            status: row.status,
            status_reason: row.status_reason,
            plan: row.plan,
            settlement_cycle: row.settlement_cycle,
            auto_request: row.auto_request,
            auto_accept: row.auto_accept,
            created_at: row.created_at,
            version: row.version,
        }
    }
}

/// A shop, for visitors who look for one.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct ShopCard {
    /// Its address.
    slug: String,
    /// Its name.
    name: String,
    /// Its name on English screens.
    #[serde(skip_serializing_if = "Option::is_none")]
    name_en: Option<String>,
    /// What it says of itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    /// The same in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    about_en: Option<String>,
    /// Its logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    logo_url: Option<String>,
    /// Its banner.
    #[serde(skip_serializing_if = "Option::is_none")]
    banner_url: Option<String>,
}

impl From<company::Model> for ShopCard {
    fn from(row: company::Model) -> Self {
        Self {
            logo_url: row.logo_url(),
            banner_url: row.banner_url(),
            slug: row.slug,
            name: row.name,
            name_en: row.name_en,
            about: row.about,
            about_en: row.about_en,
        }
    }
}

/// A fee rule.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct FeeRule {
    /// The rule.
    pub(super) id: FeeRuleId,
    /// The company that it is for, if it is for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) company_id: Option<CompanyId>,
    /// That company's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) company_name: Option<String>,
    /// The plan that it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) plan: Option<String>,
    /// The category of goods that it is for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) category: Option<String>,
    /// The rate; `0.03` is three per cent.
    #[schema(value_type = String, example = "0.030000")]
    pub(super) rate: Decimal,
    /// From when on.
    pub(super) valid_from: DateTime<Utc>,
    /// Until when; open-ended without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) valid_to: Option<DateTime<Utc>>,
}

impl FeeRule {
    pub(super) fn new(row: fee_rule::Model, company_name: Option<String>) -> Self {
        let mut rate = row.rate;
        rate.rescale(6);
        Self {
            id: row.id,
            company_id: row.company_id,
            company_name,
            plan: row.plan,
            category: row.category,
            rate,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
        }
    }
}

/// Why the operator decides so.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Reason {
    /// In words that the company will read.
    #[schema(min_length = 1, max_length = 500, example = "사업자등록증의 대표자와 다릅니다.")]
    pub(super) reason: String,
}

/// Nothing: `{}`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Empty {}

/// A page of a list.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct ListQuery {
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

impl ListQuery {
    pub(super) fn page(&self) -> PageQuery {
        PageQuery { limit: self.limit, cursor: self.cursor.clone() }
    }
}

/// Which companies.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct CompanyQuery {
    /// Only those in this status.
    pub(super) status: Option<company::Status>,
    /// Part of a name or shop address, or a business number.
    pub(super) q: Option<String>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

impl CompanyQuery {
    pub(super) fn page(&self) -> PageQuery {
        PageQuery { limit: self.limit, cursor: self.cursor.clone() }
    }
}
