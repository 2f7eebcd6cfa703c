//! What others learn of accounts. The secrets in them go into mails and are good for one use.

use chrono::{DateTime, Utc};
use kernel::{AccountId, Locale};
use platform::Event;
use serde::{Deserialize, Serialize};

/// What became of a second factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondFactorChange {
    /// It is on.
    On,
    /// It is off.
    Off,
    /// There is no app any more; passkeys are still asked for.
    AppOff,
    /// There are other recovery codes.
    RecoveryCodes,
    /// A recovery code was used.
    RecoveryCodeUsed,
}

/// What became of a passkey.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PasskeyChange {
    /// There is one more.
    Added,
    /// It is gone.
    Removed,
    /// Its counter went back, as that of a copy would; it was not accepted.
    Refused,
}

/// What a link by mail is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkFor {
    /// To prove the address once more.
    Verification,
    /// To set another password.
    PasswordReset,
}

/// Somebody asked for a link to an address. Whether it has an account is looked up afterwards, so that
/// the answer does the same work, and takes as long, for every address.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct LinkAsked {
    /// The address.
    pub email: String,
    /// What for.
    pub wants: LinkFor,
}

impl Event for LinkAsked {
    const NAME: &'static str = "identity.link_asked";
    fn key(&self) -> String {
        format!("address:{}", self.email)
    }
}

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
    /// A password is different now; every device was signed out, or every other one.
    PasswordChanged = "identity.password_changed" {
        /// Whether the device on which it was changed is still signed in.
        #[serde(default)]
        kept_here: bool
    };
    /// A person has left; the address is free again.
    AccountDeleted = "identity.account_deleted" {
        /// Whether something of the person is kept because the law says so.
        kept: bool
    };
    /// Something about the second factor is different now.
    SecondFactorChanged = "identity.second_factor_changed" {
        /// What.
        what: SecondFactorChange,
        /// Recovery codes that are left.
        codes_left: u64
    };
    /// Something about a passkey is different now, or one was refused that may be a copy.
    PasskeyChanged = "identity.passkey_changed" {
        /// What.
        what: PasskeyChange,
        /// What the person calls it.
        passkey: String,
        /// Whether something beside the password is asked for at the sign-in from now on.
        second_factor: bool
    };
    /// Somebody who knows the password wants the account to have another address; for the old one.
    EmailChangeAsked = "identity.email_change_asked" {
        /// The address that it is to have.
        new_email: String
    };
    /// The same, for the new address, which is proven by the link.
    EmailChangeLink = "identity.email_change_link" {
        /// Makes the address the account's own.
        token: String
    };
    /// An account has another address now; every device was signed out.
    EmailChanged = "identity.email_changed" {
        /// The address that it had.
        old_email: String
    };
    /// A person signed in on a device that the account has not been seen on.
    SignedInOnNewDevice = "identity.signed_in_on_new_device" {
        /// What its browser calls itself.
        user_agent: String,
        /// The address that it called from.
        address: String,
        /// When.
        at: DateTime<Utc>
    };
}
