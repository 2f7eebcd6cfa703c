//! What others learn of accounts. The secrets in them go into mails and are good for one use.

use kernel::{AccountId, Locale};
use platform::Event;
use serde::{Deserialize, Serialize};

/// Declares an event about one account's mail.
macro_rules! account_events {
    ($($(#[$doc:meta])* $name:ident = $event:literal { $($(#[$field_doc:meta])* $field:ident: $type:ty),* };)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Serialize, Deserialize)]
        pub struct $name {
            /// The account.
            pub account_id: AccountId,
            /// Its e-mail address.
            pub email: String,
            /// The person's name.
            pub name: String,
            /// The person's language.
            pub locale: Locale,
            $($(#[$field_doc])* pub $field: $type,)*
        }

        impl Event for $name {
            const NAME: &'static str = $event;
            fn key(&self) -> String {
                format!("account:{}", self.account_id)
            }
        }
    )*};
}

account_events! {
    /// A person has made an account; its address waits to be verified. Told again, with another
    /// token, when the mail is asked for once more.
    AccountRegistered = "identity.account_registered" {
        /// Proves that the address is theirs.
        token: String
    };
    /// Somebody tried to make an account with the address of one.
    AddressTaken = "identity.address_taken" {};
    /// A person has forgotten the password.
    PasswordResetRequested = "identity.password_reset_requested" {
        /// Allows to set another.
        token: String
    };
    /// A password is different now; every device was signed out.
    PasswordChanged = "identity.password_changed" {};
}
