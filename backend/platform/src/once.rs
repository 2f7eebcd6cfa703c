//! Idempotency keys: a repeated request gets the first answer, stored in the same transaction as
//! the change itself. The same key with another request is refused, and so is one still under way.

use crate::scope::{Scope, Tx};
use chrono::{DateTime, Utc};
use kernel::{Problem, Result, code};
use sea_orm::{FromQueryResult, Value};
use serde::{Serialize, de::DeserializeOwned};

/// The key that a caller sent, if any, and a fingerprint of the request.
#[derive(Clone, Debug, Default)]
pub struct Once {
    /// The caller's key, prefixed by who sent it.
    pub key: Option<String>,
    /// SHA-256 of method, path and body, in hex.
    pub fingerprint: String,
}

#[derive(FromQueryResult)]
struct Stored {
    fingerprint: String,
    answer: serde_json::Value,
}

#[derive(FromQueryResult)]
struct Locked {
    locked: bool,
}

impl Once {
    /// Runs `work` in `tx` and commits, unless the key was used before: then the first answer is
    /// given again. `owner` names the caller, so that two callers never share a key.
    pub async fn run<S, T, F>(&self, owner: impl ToString, mut tx: Tx<S>, work: F) -> Result<T>
    where
        S: Scope,
        T: Serialize + DeserializeOwned,
        F: AsyncFnOnce(&mut Tx<S>) -> Result<T>,
    {
        let Some(key) = self.key.as_ref().map(|key| format!("{}:{key}", owner.to_string())) else {
            let answer = work(&mut tx).await?;
            tx.commit().await?;
            return Ok(answer);
        };
        let lock: Option<Locked> = tx.row("SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS locked", [key.clone().into()]).await?;
        if !lock.is_some_and(|lock| lock.locked) {
            let mut problem = Problem::new(code::IN_FLIGHT);
            problem.retry_after = Some(1);
            return Err(problem);
        }
        if let Some(stored) = tx.row::<Stored>("SELECT fingerprint, answer FROM idempotency WHERE key = $1", [key.clone().into()]).await? {
            if stored.fingerprint != self.fingerprint {
                return Err(code::KEY_REUSED.into());
            }
            return serde_json::from_value(stored.answer).map_err(Problem::internal);
        }
        let answer = work(&mut tx).await?;
        let now: DateTime<Utc> = tx.now();
        let json = serde_json::to_value(&answer).map_err(Problem::internal)?;
        let values: [Value; 4] = [key.into(), self.fingerprint.clone().into(), json.into(), now.into()];
        tx.run("INSERT INTO idempotency (key, fingerprint, answer, created_at) VALUES ($1, $2, $3, $4)", values).await?;
        tx.commit().await?;
        Ok(answer)
    }
}
