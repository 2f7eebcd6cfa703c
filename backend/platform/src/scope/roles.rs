//! The login roles of one installation: what they are called and how they sign in.
//!
//! Roles belong to the whole database server. Their names bear a mark that is derived from the
//! installation's secret, so that two installations on one server have roles of their own and
//! neither changes the other's passwords. It refuses to create them; migrations do.

use hmac::{Hmac, Mac};
use kernel::{Problem, Result};
use sha2::Sha256;

/// Characters of the mark: enough that two secrets do not meet by chance, short enough for a name.
const MARK_LENGTH: usize = 10;

/// The login roles of an installation.
#[derive(Clone)]
pub struct LoginRoles {
    secret: String,
    mark: String,
}

impl LoginRoles {
    /// The roles of the installation with this secret.
    pub fn of(secret: &str) -> Result<Self> {
        let mark = keyed(secret, "mark of the login roles")?.chars().take(MARK_LENGTH).collect();
        Ok(Self { secret: secret.to_owned(), mark })
    }

    /// The role of the platform's part and of the relays.
    #[must_use]
    pub fn platform(&self) -> String {
        format!("madang_{}_platform", self.mark)
    }

    /// The role of a lane.
    #[must_use]
    pub fn lane(&self, lane: u32) -> String {
        format!("madang_{}_lane_{lane}", self.mark)
    }

    /// The password of a role, derived from the secret, so that it need not be kept anywhere.
    pub fn password(&self, role: &str) -> Result<String> {
        keyed(&self.secret, role)
    }

    /// The owner's URL with one of these roles in it.
    pub fn url(&self, owner_url: &str, role: &str) -> Result<String> {
        let mut url = url::Url::parse(owner_url).map_err(Problem::internal)?;
        let refused = |()| Problem::internal("the database URL takes no user name");
        url.set_username(role).map_err(refused)?;
        url.set_password(Some(&self.password(role)?)).map_err(refused)?;
        Ok(url.into())
    }
}

fn keyed(secret: &str, text: &str) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(Problem::internal)?;
    mac.update(text.as_bytes());
    Ok(hex::encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_secret_has_other_roles_and_passwords() -> Result<()> {
        let (one, two) = (LoginRoles::of("one")?, LoginRoles::of("two")?);
        assert_ne!(one.platform(), two.platform());
        assert_ne!(one.lane(0), two.lane(0));
        assert_ne!(one.password("same")?, two.password("same")?);
        assert_eq!(one.platform(), LoginRoles::of("one")?.platform());
        // Names go into SQL as they are.
        assert!(one.lane(12).chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '_'));
        Ok(())
    }
}
