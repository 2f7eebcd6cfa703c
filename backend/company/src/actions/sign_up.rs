//! A company signs up: it takes a schema made in advance, so its workspace is there at once.

use crate::{
    audit, codes,
    entity::{company, member, spare_schema},
    events::CompanySignedUp,
    rules::{self, Fields},
};
use kernel::{AccountId, CompanyId, MemberId, Problem, Result, Role};
use platform::{App, PlatformTx};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

/// The plan of a company that has just signed up.
const FIRST_PLAN: &str = "standard";

/// What a company says of itself when it signs up.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCompany {
    /// Registered name.
    #[schema(min_length = 1, max_length = 80, example = "한빛제빵")]
    pub name: String,
    /// Name on English screens.
    #[schema(max_length = 80, example = "Hanbit Bakery")]
    pub name_en: Option<String>,
    /// Business registration number; separators are ignored.
    #[schema(max_length = 20, example = "120-81-47521")]
    pub business_number: String,
    /// The person who represents it by law.
    #[schema(min_length = 1, max_length = 40, example = "김한빛")]
    pub representative: String,
    /// Postcode.
    #[schema(pattern = "^[0-9]{5}$", example = "04524")]
    pub postcode: String,
    /// Street address.
    #[schema(min_length = 1, max_length = 120, example = "서울특별시 중구 세종대로 110")]
    pub address1: String,
    /// Floor, room.
    #[schema(max_length = 120)]
    pub address2: Option<String>,
    /// Mail-order report number, where it sells to consumers.
    #[schema(max_length = 40, example = "2026-서울중구-0001")]
    pub mail_order_number: Option<String>,
    /// Telephone.
    #[schema(max_length = 20, example = "02-1234-5678")]
    pub phone: String,
    /// Contact address of the company.
    #[schema(max_length = 254, example = "hello@hanbit.example")]
    pub email: String,
    /// The functions it wants; at least one.
    #[schema(min_items = 1, max_items = 4)]
    pub functions: Vec<company::Function>,
    /// The address of its shop.
    #[schema(min_length = 3, max_length = 40, pattern = "^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$", example = "hanbit")]
    pub slug: String,
    /// The cell it has to live on; any, unless told. Not part of the API.
    #[serde(skip)]
    pub cell: Option<i16>,
}

/// Signs a company up in the name of a person, who becomes its owner.
/// Errors: fields at fault; address or number taken; [`codes::NO_SPARE_SCHEMA`] when no schema is
/// ready, upon which the caller makes one with `add_spare` and tries again.
pub async fn sign_up(tx: &PlatformTx, account: AccountId, new: NewCompany) -> Result<company::Model> {
    let new = checked(new)?;
    let market = rules::MARKETS.first().ok_or_else(|| Problem::internal("no market"))?;
    free(tx, market.country, &new).await?;
    let spare = tx.one(spare_schema::oldest_free(new.cell)).await?.ok_or(codes::NO_SPARE_SCHEMA)?;
    tx.delete_many(spare_schema::Entity::delete_many().filter(spare_schema::Column::SchemaName.eq(spare.schema_name.clone()))).await?;
    let now = tx.now();
    let row = company::ActiveModel {
        id: Set(CompanyId::new()),
        cell: Set(spare.cell),
        schema_name: Set(spare.schema_name),
        slug: Set(new.slug),
        name: Set(new.name),
        name_en: Set(new.name_en),
        country: Set(market.country.to_owned()),
        currency: Set(market.currency),
        time_zone: Set(market.time_zone.to_owned()),
        locale: Set(market.locale),
        business_number: Set(new.business_number),
        representative: Set(new.representative),
        mail_order_number: Set(new.mail_order_number),
        postcode: Set(new.postcode),
        address1: Set(new.address1),
        address2: Set(new.address2),
        phone: Set(new.phone),
        email: Set(new.email),
        about: Set(None),
        about_en: Set(None),
        logo_key: Set(None),
        banner_key: Set(None),
        functions: Set(company::Functions(new.functions)),
        status: Set(company::Status::Pending),
        status_reason: Set(None),
        verified_at: Set(None),
        plan: Set(FIRST_PLAN.to_owned()),
        auto_request: Set(false),
        auto_accept: Set(false),
        delivery_fee_minor: Set(0),
        free_delivery_from_minor: Set(None),
        delivery_rule_set_at: Set(None),
        settlement_cycle: Set(company::SettlementCycle::Daily),
        payout_bank: Set(None),
        payout_account: Set(None),
        payout_holder: Set(None),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    };
    let row = tx.insert(row).await?;
    let owner = member::ActiveModel {
        id: Set(MemberId::new()),
        company_id: Set(row.id),
        account_id: Set(account),
        role: Set(Some(Role::Owner)),
        role_id: Set(None),
        created_at: Set(now),
        role_since: Set(now),
        version: Set(1),
    };
    tx.insert(owner).await?;
    let event = CompanySignedUp {
        company_id: row.id,
        name: row.name.clone(),
        slug: row.slug.clone(),
        account_id: account,
        email: row.email.clone(),
        locale: row.locale,
    };
    tx.emit(&event).await?;
    let made = json!({"name": row.name, "slug": row.slug, "business_number": row.business_number, "status": row.status});
    tx.record(audit::about(audit::COMPANY_SIGNED_UP, &row).changed(Value::Null, made)).await?;
    Ok(row)
}

/// Signs a company up in a transaction of its own, making a schema first if none is ready; for
/// callers without a request, such as the demo world.
pub async fn enrol(app: &App, account: AccountId, new: NewCompany) -> Result<company::Model> {
    let tx = app.platform().await?;
    match sign_up(&tx, account, new.clone()).await {
        Err(problem) if problem.code == codes::NO_SPARE_SCHEMA => {
            drop(tx);
            super::add_spare(app, new.cell).await?;
            let tx = app.platform().await?;
            let row = sign_up(&tx, account, new).await?;
            tx.commit().await?;
            Ok(row)
        }
        Err(problem) => Err(problem),
        Ok(row) => {
            tx.commit().await?;
            Ok(row)
        }
    }
}

fn checked(new: NewCompany) -> Result<NewCompany> {
    let mut fields = Fields::default();
    let mut functions = new.functions;
    functions.sort_unstable();
    functions.dedup();
    if functions.is_empty() {
        fields.fault("functions", "required");
    }
    if !rules::business_number_valid(&new.business_number) {
        fields.fault("business_number", "check_digit");
    }
    let slug = new.slug.trim().to_lowercase();
    if !rules::slug_valid(&slug) {
        fields.fault("slug", "address");
    }
    let checked = NewCompany {
        name: fields.text("name", &new.name, 80),
        name_en: fields.optional("name_en", new.name_en.as_deref(), 80),
        business_number: rules::business_number_digits(&new.business_number),
        representative: fields.text("representative", &new.representative, 40),
        postcode: fields.postcode("postcode", &new.postcode),
        address1: fields.text("address1", &new.address1, 120),
        address2: fields.optional("address2", new.address2.as_deref(), 120),
        mail_order_number: fields.optional("mail_order_number", new.mail_order_number.as_deref(), 40),
        phone: fields.phone("phone", &new.phone),
        email: fields.email("email", &new.email),
        functions,
        slug,
        cell: new.cell,
    };
    fields.verdict()?;
    Ok(checked)
}

/// Unique indexes decide in the end; this gives the better answer wherever nobody races.
async fn free(tx: &PlatformTx, country: &str, new: &NewCompany) -> Result<()> {
    super::change_slug::free(tx, &new.slug, None).await?;
    if tx.one(company::by_business_number(country, &new.business_number)).await?.is_some() {
        return Err(Problem::new(codes::BUSINESS_NUMBER_TAKEN).field("business_number", "taken"));
    }
    Ok(())
}
