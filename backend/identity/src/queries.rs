//! Reads of accounts and sessions. No password hash leaves this context.

use crate::{
    entity::{account, consent, operator_member, passkey, recovery_code, refresh_token, second_factor, session},
    secret,
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, Locale, OperatorRole, Page, PageQuery, Result, SessionId};
use platform::PlatformTx;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait, Func},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A person, as others may see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Person {
    /// The account.
    pub id: AccountId,
    /// Its e-mail address.
    pub email: String,
    /// The person's name.
    pub name: String,
    /// Telephone, if it was given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Language of screens and mails.
    pub locale: Locale,
    /// Whether the address was verified.
    pub email_verified: bool,
    /// When the account was made.
    pub created_at: DateTime<Utc>,
}

impl From<account::Model> for Person {
    fn from(row: account::Model) -> Self {
        Self {
            id: row.id,
            email: row.email,
            name: row.name,
            phone: row.phone,
            locale: row.locale,
            email_verified: row.email_verified_at.is_some(),
            created_at: row.created_at,
        }
    }
}

/// A person by account.
pub async fn account(tx: &PlatformTx, id: AccountId) -> Result<Option<Person>> {
    Ok(tx.one(account::Entity::find_by_id(id)).await?.map(Into::into))
}

/// Persons by account; those that do not exist are missing.
pub async fn people(tx: &PlatformTx, ids: &[AccountId]) -> Result<Vec<Person>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = tx.all(account::Entity::find().filter(account::Column::Id.is_in(ids.iter().copied()))).await?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// A person by e-mail address.
pub async fn by_email(tx: &PlatformTx, email: &str) -> Result<Option<Person>> {
    Ok(tx.one(account::by_email(email)).await?.map(Into::into))
}

/// A person's role with the platform operator.
pub async fn operator_role(tx: &PlatformTx, account: AccountId) -> Result<Option<OperatorRole>> {
    Ok(tx.one(operator_member::Entity::find_by_id(account)).await?.map(|row| row.role))
}

/// The operator's people, for mail that concerns all of them; at most 100.
pub async fn operators(tx: &PlatformTx) -> Result<Vec<(Person, OperatorRole)>> {
    let rows = tx.all(operator_member::Entity::find().order_by_asc(operator_member::Column::CreatedAt).limit(100)).await?;
    let ids: Vec<AccountId> = rows.iter().map(|row| row.account_id).collect();
    let people = people(tx, &ids).await?;
    let person = |id: AccountId| people.iter().find(|person| person.id == id).cloned();
    Ok(rows.into_iter().filter_map(|row| person(row.account_id).map(|person| (person, row.role))).collect())
}

/// Accounts for the operator, the newest first; `q` is part of a name or an address.
pub async fn search(tx: &PlatformTx, q: Option<&str>, page: &PageQuery) -> Result<Page<Person>> {
    let limit = page.limit()?;
    let mut query = account::Entity::find().filter(account::Column::DeletedAt.is_null()).order_by_desc(account::Column::Id).limit(limit + 1);
    if let Some(position) = page.position::<AccountId>()? {
        query = query.filter(account::Column::Id.lt(position));
    }
    if let Some(text) = q.map(str::trim).filter(|text| !text.is_empty()) {
        let pattern = format!("%{}%", text.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_"));
        let contains = |column: account::Column| Expr::expr(Func::lower(Expr::col(column))).like(pattern.clone());
        query = query.filter(Condition::any().add(contains(account::Column::Name)).add(contains(account::Column::Email)));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id).map(Into::into))
}

/// A person's live sessions, the newest first.
pub async fn sessions(tx: &PlatformTx, account: AccountId, since: DateTime<Utc>, page: &PageQuery) -> Result<Page<session::Model>> {
    let limit = page.limit()?;
    let mut query = session::live(account).filter(session::Column::LastSeenAt.gte(since)).limit(limit + 1);
    if let Some(position) = page.position::<SessionId>()? {
        query = query.filter(session::Column::Id.lt(position));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id))
}

/// What a person has agreed to, the latest first; at most 100.
pub async fn consents(tx: &PlatformTx, account: AccountId) -> Result<Vec<consent::Model>> {
    let query = consent::Entity::find().filter(consent::Column::AccountId.eq(account)).order_by_desc(consent::Column::GivenAt).limit(100);
    tx.all(query).await
}

/// Since when a person has an app that makes codes, if they have one.
pub async fn second_factor(tx: &PlatformTx, account: AccountId) -> Result<Option<DateTime<Utc>>> {
    Ok(tx.one(second_factor::in_use(account)).await?.and_then(|row| row.confirmed_at))
}

/// A person's passkeys, the newest first; there are no more than [`crate::actions::PASSKEYS_MOST`].
pub async fn passkeys(tx: &PlatformTx, account: AccountId) -> Result<Vec<passkey::Model>> {
    tx.all(passkey::of(account).order_by_desc(passkey::Column::Id).limit(crate::actions::PASSKEYS_MOST)).await
}

/// Whether something beside the password is asked of a person: an app or a passkey.
pub async fn has_second_factor(tx: &PlatformTx, account: AccountId) -> Result<bool> {
    Ok(second_factor(tx, account).await?.is_some() || has_passkey(tx, account).await?)
}

/// Whether a person has a passkey.
pub async fn has_passkey(tx: &PlatformTx, account: AccountId) -> Result<bool> {
    Ok(tx.one(passkey::of(account).limit(1)).await?.is_some())
}

/// How many of a person's recovery codes were not used.
pub async fn recovery_codes_left(tx: &PlatformTx, account: AccountId) -> Result<u64> {
    tx.count(recovery_code::unused(account)).await
}

/// The session that a refresh token belongs to, whatever the token is worth.
pub(crate) async fn session_of(tx: &PlatformTx, token: &str) -> Result<Option<session::Model>> {
    match tx.one(refresh_token::Entity::find_by_id(secret::hash(token))).await? {
        Some(link) => tx.one(session::Entity::find_by_id(link.session_id)).await,
        None => Ok(None),
    }
}

/// Lets one sign-up at a time work on an address, until its transaction ends.
pub(crate) async fn lock_address(tx: &PlatformTx, email: &str) -> Result<()> {
    let key = format!("identity.address:{email}");
    tx.run("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", [key.into()]).await.map(drop)
}
