//! Passwords at rest: argon2id at the configured cost, computed on a thread where it holds nobody
//! up.

use argon2::{
    Algorithm, Argon2, Params, Version,
    password_hash::{PasswordHasher, PasswordVerifier},
};
use kernel::{Problem, Result};
use platform::config::AuthConfig;

/// The hash of a password, with its salt and parameters (PHC string).
pub(crate) async fn hash(config: &AuthConfig, password: &str) -> Result<String> {
    let params = Params::new(config.argon2_memory_kib, config.argon2_passes, 1, None).map_err(Problem::internal)?;
    let password = password.to_owned();
    off_thread(move || {
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        argon2.hash_password(password.as_bytes()).map(|hash| hash.to_string()).map_err(Problem::internal)
    })
    .await
}

/// Whether a password is the one that was hashed. Without a hash (there is no such account) the
/// same work is done for nothing, so that the time of the answer does not tell who has an account.
pub(crate) async fn matches(config: &AuthConfig, password: &str, stored: Option<&str>) -> Result<bool> {
    let Some(stored) = stored else {
        hash(config, password).await?;
        return Ok(false);
    };
    let (password, stored) = (password.to_owned(), stored.to_owned());
    off_thread(move || Ok(Argon2::default().verify_password(password.as_bytes(), stored.as_str()).is_ok())).await
}

async fn off_thread<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_known_again_and_another_is_not() -> Result<()> {
        let config = AuthConfig {
            access_minutes: 10,
            refresh_days: 30,
            second_factor_required: false,
            step_up_minutes: 10,
            passkey_host: String::new(),
            passkey_origins: String::new(),
            argon2_memory_kib: 64,
            argon2_passes: 1,
        };
        let stored = hash(&config, "봄날의 마당 2026").await?;
        assert!(stored.starts_with("$argon2id$v=19$m=64,t=1,p=1$"), "{stored}");
        assert!(matches(&config, "봄날의 마당 2026", Some(&stored)).await?);
        assert!(!matches(&config, "봄날의 마당 2027", Some(&stored)).await?);
        assert!(!matches(&config, "봄날의 마당 2026", None).await?);
        Ok(())
    }
}
