//! Accounts: who a person is, how they prove it, and on which devices they are signed in.
//!
//! It owns the tables `account`, `account_token`, `session`, `refresh_token`, `signing_key`,
//! `second_factor`, `recovery_code`, `passkey`, `passkey_challenge`, `consent`, `departed_account`
//! and `operator_member` of the platform's part, and it alone sees passwords and signs
//! tokens. It refuses to know companies: which of them a person belongs to is asked through
//! [`Companies`].
//!
//! Nobody signs in before their e-mail address is verified, so that every signed-in person has
//! a verified one.

pub mod actions;
mod audit;
mod codes;
mod companies;
pub mod entity;
pub mod events;
pub mod http;
mod me;
mod passkeys;
mod password;
pub mod queries;
mod rules;
mod throttle;
pub mod tokens;
mod totp;

pub use audit::AUDIT;
pub use codes::CODES;
pub use companies::{Companies, Membership};
pub use http::mount;
pub use me::{Me, me};
pub use queries::Person;
pub use tokens::Keys;

use platform::secret;
