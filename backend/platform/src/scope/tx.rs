//! Transactions of one scope. Statements are built by SeaORM or are static text with bound
//! values, so they travel by the extended protocol and no value ever becomes SQL.

use crate::{audit::Cause, event::Event, wake::Wake};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, EventId, Problem, Result, code};
use sea_orm::{
    ActiveModelBehavior, ActiveModelTrait, ConnectionTrait, DatabaseTransaction, DbBackend, DeleteMany, EntityTrait, FromQueryResult, Insert,
    IntoActiveModel, PaginatorTrait, Select, Statement, TryInsertResult, UpdateMany, Value, sea_query::OnConflict,
};
use std::{
    marker::PhantomData,
    sync::atomic::{AtomicBool, AtomicI16, Ordering},
};

/// A part of the database.
pub trait Scope: Send + Sync + 'static {
    /// The outbox that events of this scope leave by.
    const OUTBOX: &'static str;
}

/// The platform's part.
pub struct Platform;
/// One tenant's part.
pub struct Tenant;

impl Scope for Platform {
    const OUTBOX: &'static str =
        "INSERT INTO platform.outbox (id, name, key, company_id, payload, created_at, next_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
}
impl Scope for Tenant {
    const OUTBOX: &'static str =
        "INSERT INTO cell.outbox (id, name, key, company_id, payload, created_at, next_at) VALUES ($1, $2, $3, $4, $5, $6, $7)";
}

/// Declares that an entity's table lies in a scope: `impl In<Tenant> for Entity {}`.
pub trait In<S: Scope>: EntityTrait {}

/// A transaction of the platform's part.
pub type PlatformTx = Tx<Platform>;
/// A transaction of one tenant's part.
pub type TenantTx = Tx<Tenant>;

/// A transaction of one scope. Dropped without [`Tx::commit`], it is rolled back.
pub struct Tx<S: Scope> {
    inner: DatabaseTransaction,
    now: DateTime<Utc>,
    company: Option<CompanyId>,
    wake: Wake,
    emitted: AtomicBool,
    cause: Cause,
    /// The chain of the audit log that this transaction writes; negative while it writes none.
    audit_shard: AtomicI16,
    scope: PhantomData<S>,
}

impl Tx<Tenant> {
    /// The tenant that this transaction belongs to.
    #[must_use]
    pub fn company(&self) -> CompanyId {
        self.company.unwrap_or(CompanyId(uuid::Uuid::nil()))
    }
}

impl<S: Scope> Tx<S> {
    pub(crate) fn new(inner: DatabaseTransaction, now: DateTime<Utc>, company: Option<CompanyId>, wake: Wake) -> Self {
        Self {
            inner,
            now,
            company,
            wake,
            emitted: AtomicBool::new(false),
            cause: Cause::current(),
            audit_shard: AtomicI16::new(-1),
            scope: PhantomData,
        }
    }

    /// Who is behind this transaction, and from where.
    #[must_use]
    pub const fn cause(&self) -> &Cause {
        &self.cause
    }

    pub(crate) fn audit_shard(&self) -> Option<i16> {
        Some(self.audit_shard.load(Ordering::Relaxed)).filter(|shard| *shard >= 0)
    }

    pub(crate) fn keep_audit_shard(&self, shard: i16) {
        self.audit_shard.store(shard, Ordering::Relaxed);
    }

    /// For the other files of this folder.
    pub(super) const fn inner(&self) -> &DatabaseTransaction {
        &self.inner
    }

    /// The moment at which this transaction began, by the application's clock.
    #[must_use]
    pub const fn now(&self) -> DateTime<Utc> {
        self.now
    }

    /// The first row, if any.
    pub async fn one<E: In<S>>(&self, query: Select<E>) -> Result<Option<E::Model>> {
        Ok(query.one(&self.inner).await?)
    }

    /// The first row; [`code::NOT_FOUND`] if there is none.
    pub async fn find<E: In<S>>(&self, query: Select<E>) -> Result<E::Model> {
        self.one(query).await?.ok_or_else(Problem::not_found)
    }

    /// All rows; the query states its own limit.
    pub async fn all<E: In<S>>(&self, query: Select<E>) -> Result<Vec<E::Model>> {
        Ok(query.all(&self.inner).await?)
    }

    /// All rows in another shape (`select_only`, aggregates).
    pub async fn all_as<E: In<S>, T: FromQueryResult>(&self, query: Select<E>) -> Result<Vec<T>> {
        Ok(query.into_model::<T>().all(&self.inner).await?)
    }

    /// The number of rows.
    pub async fn count<E>(&self, query: Select<E>) -> Result<u64>
    where
        E: In<S>,
        E::Model: Send + Sync,
    {
        Ok(query.count(&self.inner).await?)
    }

    /// Inserts a row and returns it.
    pub async fn insert<A>(&self, row: A) -> Result<<A::Entity as EntityTrait>::Model>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        A::Entity: In<S>,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        Ok(row.insert(&self.inner).await?)
    }

    /// Inserts many rows in one statement.
    pub async fn insert_many<A>(&self, rows: Vec<A>) -> Result<()>
    where
        A: ActiveModelTrait + Send,
        A::Entity: In<S>,
    {
        if !rows.is_empty() {
            Insert::<A>::many(rows).exec_without_returning(&self.inner).await?;
        }
        Ok(())
    }

    /// Inserts a row unless one with the same key stands already; tells whether it was inserted.
    pub async fn insert_new<A>(&self, row: A) -> Result<bool>
    where
        A: ActiveModelTrait + Send,
        A::Entity: In<S>,
    {
        let insert = Insert::<A>::one(row).on_conflict(OnConflict::new().do_nothing().to_owned()).try_insert();
        Ok(match insert.exec_without_returning(&self.inner).await? {
            TryInsertResult::Inserted(rows) => rows > 0,
            TryInsertResult::Conflicted | TryInsertResult::Empty => false,
        })
    }

    /// Updates a row by its primary key and returns it.
    pub async fn update<A>(&self, row: A) -> Result<<A::Entity as EntityTrait>::Model>
    where
        A: ActiveModelTrait + ActiveModelBehavior + Send,
        A::Entity: In<S>,
        <A::Entity as EntityTrait>::Model: IntoActiveModel<A>,
    {
        Ok(row.update(&self.inner).await?)
    }

    /// Updates the rows that match; returns how many did.
    pub async fn update_many<E: In<S>>(&self, update: UpdateMany<E>) -> Result<u64> {
        Ok(update.exec(&self.inner).await?.rows_affected)
    }

    /// Deletes the rows that match; returns how many did.
    pub async fn delete_many<E: In<S>>(&self, delete: DeleteMany<E>) -> Result<u64> {
        Ok(delete.exec(&self.inner).await?.rows_affected)
    }

    /// Rows of a static statement with bound values; for `queries.rs` and views.
    pub async fn rows<T: FromQueryResult>(&self, sql: &'static str, values: impl IntoIterator<Item = Value>) -> Result<Vec<T>> {
        Ok(T::find_by_statement(statement(sql, values)).all(&self.inner).await?)
    }

    /// The first row of a static statement with bound values.
    pub async fn row<T: FromQueryResult>(&self, sql: &'static str, values: impl IntoIterator<Item = Value>) -> Result<Option<T>> {
        Ok(T::find_by_statement(statement(sql, values)).one(&self.inner).await?)
    }

    /// Runs a static statement with bound values; returns the number of rows touched.
    pub async fn run(&self, sql: &'static str, values: impl IntoIterator<Item = Value>) -> Result<u64> {
        Ok(self.inner.execute_raw(statement(sql, values)).await?.rows_affected())
    }

    /// Puts an event in the outbox; it is delivered after, and only if, this transaction commits.
    pub async fn emit<E: Event>(&self, event: &E) -> Result<EventId> {
        // Due whatever a worker's clock says: clocks differ, and none of them has to wait here.
        self.emit_at(event, DateTime::UNIX_EPOCH).await
    }

    /// Puts an event in the outbox that is delivered at `at` at the earliest; for deadlines.
    pub async fn emit_at<E: Event>(&self, event: &E, at: DateTime<Utc>) -> Result<EventId> {
        let id = EventId::new();
        let payload = serde_json::to_value(event).map_err(Problem::internal)?;
        let values: [Value; 7] =
            [id.into(), E::NAME.into(), event.key().into(), self.company.map(|c| c.uuid()).into(), payload.into(), self.now.into(), at.into()];
        self.run(S::OUTBOX, values).await?;
        self.emitted.store(true, Ordering::Relaxed);
        Ok(id)
    }

    /// Marks a reaction to an event as done in this transaction; `false` if it was done before.
    pub async fn first_time(&self, event: EventId, reaction: &str) -> Result<bool> {
        let sql = "INSERT INTO handled (event_id, reaction, handled_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
        Ok(self.run(sql, [event.into(), reaction.into(), self.now.into()]).await? == 1)
    }

    /// Commits, and wakes the worker if events were put in the outbox.
    pub async fn commit(self) -> Result<()> {
        self.inner.commit().await?;
        if self.emitted.load(Ordering::Relaxed) {
            self.wake.worker();
        }
        Ok(())
    }
}

fn statement(sql: &'static str, values: impl IntoIterator<Item = Value>) -> Statement {
    Statement::from_sql_and_values(DbBackend::Postgres, sql, values)
}

/// Compares the version that a caller saw with the row's. Error: [`code::VERSION_MISMATCH`].
pub fn same_version(seen: Option<i64>, actual: i64) -> Result<()> {
    match seen {
        Some(seen) if seen != actual => Err(code::VERSION_MISMATCH.into()),
        _ => Ok(()),
    }
}
