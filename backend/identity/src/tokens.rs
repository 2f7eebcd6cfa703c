//! Access tokens: short-lived JWTs (HS256) signed by a key that lives for thirty days and is known
//! by its `kid`. A token tells who and on which device; the database confirms on every request
//! that the device is still signed in.

use crate::{
    codes,
    entity::{session, signing_key},
    secret,
};
use chrono::{DateTime, Duration, Utc};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use kernel::{AccountId, CompanyId, Problem, Result, SessionId, code};
use platform::{App, http::Session};
use sea_orm::{EntityTrait, Set};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashMap,
    sync::{Arc, PoisonError, RwLock},
};

/// Days for which a key signs new tokens.
const SIGNS_DAYS: i64 = 30;
/// Days after its making from which a key is not believed any more: its last tokens are long gone.
const RETIRES_DAYS: i64 = 31;
/// Who issues our tokens.
const ISSUER: &str = "madang";

#[derive(Serialize, Deserialize)]
struct Claims {
    iss: String,
    sub: AccountId,
    sid: SessionId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cid: Option<CompanyId>,
    iat: i64,
    exp: i64,
}

/// A signed access token.
#[derive(Clone, Debug)]
pub struct AccessToken {
    /// The JWT.
    pub token: String,
    /// Seconds for which it is good.
    pub expires_in: i64,
}

/// The signing keys, as far as this process has seen them. Cheap to clone; one per process.
#[derive(Clone, Default)]
pub struct Keys(Arc<RwLock<HashMap<String, signing_key::Model>>>);

impl Keys {
    /// Keys that are read when they are first needed.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Signs a token for a session.
    pub async fn issue(&self, app: &App, session: &Session) -> Result<AccessToken> {
        let key = self.current(app).await?;
        let now = app.now();
        let lifetime = Duration::minutes(app.config().auth.access_minutes);
        let claims = Claims {
            iss: ISSUER.to_owned(),
            sub: session.account,
            sid: session.session,
            cid: session.company,
            iat: now.timestamp(),
            exp: (now + lifetime).timestamp(),
        };
        let mut header = Header::new(Algorithm::HS256);
        header.kid = Some(key.kid);
        let token = jsonwebtoken::encode(&header, &claims, &EncodingKey::from_secret(&key.secret)).map_err(Problem::internal)?;
        Ok(AccessToken { token, expires_in: lifetime.num_seconds() })
    }

    /// The session behind a token. Errors: forged or malformed, expired, signed out.
    pub async fn verify(&self, app: &App, token: &str) -> Result<Session> {
        let kid = jsonwebtoken::decode_header(token).ok().and_then(|header| header.kid).ok_or(code::UNAUTHENTICATED)?;
        let key = self.named(app, &kid).await?;
        // Expiry is judged below by the application's clock, not by the system's.
        let mut validation = Validation::new(Algorithm::HS256);
        validation.validate_exp = false;
        validation.set_issuer(&[ISSUER]);
        let claims = jsonwebtoken::decode::<Claims>(token, &DecodingKey::from_secret(&key.secret), &validation)
            .map_err(|_| Problem::new(code::UNAUTHENTICATED))?
            .claims;
        if claims.exp <= app.now().timestamp() {
            return Err(code::TOKEN_EXPIRED.into());
        }
        let tx = app.platform().await?;
        let row = tx.one(session::Entity::find_by_id(claims.sid)).await?;
        match row {
            Some(row) if row.revoked_at.is_none() && row.account_id == claims.sub => {
                Ok(Session { account: claims.sub, session: claims.sid, company: claims.cid, proved_at: row.proved_at })
            }
            _ => Err(codes::SESSION_ENDED.into()),
        }
    }

    /// The key that signs now; a new one if the last is thirty days old. Two servers may make one
    /// at the same moment, which does no harm: both are known to everyone by their names.
    async fn current(&self, app: &App) -> Result<signing_key::Model> {
        let now = app.now();
        if let Some(key) = self.newest().filter(|key| signs(key, now)) {
            return Ok(key);
        }
        let tx = app.platform().await?;
        if let Some(key) = tx.one(signing_key::newest()).await?.filter(|key| signs(key, now)) {
            return Ok(self.remember(key));
        }
        let key = signing_key::ActiveModel {
            kid: Set(secret::new().chars().take(16).collect()),
            secret: Set(rand::random::<[u8; 32]>().to_vec()),
            created_at: Set(now),
            retires_at: Set(now + Duration::days(RETIRES_DAYS)),
        };
        let key = tx.insert(key).await?;
        tx.commit().await?;
        Ok(self.remember(key))
    }

    async fn named(&self, app: &App, kid: &str) -> Result<signing_key::Model> {
        let known = self.0.read().unwrap_or_else(PoisonError::into_inner).get(kid).cloned();
        let key = match known {
            Some(key) => key,
            None => {
                let tx = app.platform().await?;
                let found = tx.one(signing_key::Entity::find_by_id(kid)).await?;
                self.remember(found.ok_or(code::UNAUTHENTICATED)?)
            }
        };
        if key.retires_at > app.now() { Ok(key) } else { Err(code::TOKEN_EXPIRED.into()) }
    }

    fn newest(&self) -> Option<signing_key::Model> {
        self.0.read().unwrap_or_else(PoisonError::into_inner).values().max_by_key(|key| key.created_at).cloned()
    }

    fn remember(&self, key: signing_key::Model) -> signing_key::Model {
        self.0.write().unwrap_or_else(PoisonError::into_inner).insert(key.kid.clone(), key.clone());
        key
    }
}

fn signs(key: &signing_key::Model, now: DateTime<Utc>) -> bool {
    key.created_at + Duration::days(SIGNS_DAYS) > now
}
