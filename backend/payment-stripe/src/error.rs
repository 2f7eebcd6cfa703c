//! What Stripe's errors mean.

use kernel::Problem;
use stripe::{ApiErrorsType, StripeError};

/// Why a call did not do what was asked.
#[derive(Debug)]
pub enum Failure {
    /// The card was refused.
    Declined {
        /// A short stable word.
        code: String,
        /// Stripe's words.
        message: String,
    },
    /// Stripe refused the request itself, for good.
    Refused(String),
    /// No answer, or none that can be read: it may have happened or not.
    Unknown(String),
}

impl From<StripeError> for Failure {
    fn from(error: StripeError) -> Self {
        match error {
            StripeError::Stripe(error, status) => {
                let message = error.message.clone().unwrap_or_default();
                let code = error.decline_code.clone().or_else(|| error.code.as_ref().map(ToString::to_string));
                match error.type_ {
                    // 402 means that the parameters were right and the card was not.
                    ref kind if matches!(kind, ApiErrorsType::CardError) || status == 402 => {
                        Self::Declined { code: code.unwrap_or_else(|| "card_declined".into()), message }
                    }
                    // Too many requests, a key in use, or trouble at Stripe: another time it may work.
                    _ if status == 409 || status == 429 || status >= 500 => Self::Unknown(message),
                    _ => Self::Refused(format!("{status} {}: {message}", code.unwrap_or_default())),
                }
            }
            StripeError::Timeout => Self::Unknown("no answer in time".into()),
            StripeError::ClientError(message) | StripeError::JSONDeserialize(message) => Self::Unknown(message),
            StripeError::ConfigError(message) => Self::Refused(message),
        }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Unknown(message) => Self::unavailable(format!("Stripe: {message}")),
            Failure::Refused(message) | Failure::Declined { message, .. } => Self::internal(format!("Stripe refused: {message}")),
        }
    }
}
