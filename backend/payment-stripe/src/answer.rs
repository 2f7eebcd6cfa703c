//! What is read from Stripe's answers, and what it means. Pure.

use kernel::{Currency, Money, Problem, Result};
use miniserde::{
    Deserialize,
    json::{Number, Value},
};
use payment::{ChargeState, Outcome, ProviderState};

/// A payment intent.
#[derive(Clone, Debug, Deserialize)]
pub struct IntentAnswer {
    pub id: String,
    pub status: String,
    pub amount: i64,
    pub amount_received: Option<i64>,
    pub currency: String,
    pub client_secret: Option<String>,
    pub next_action: Option<NextAction>,
    pub last_payment_error: Option<PaymentError>,
    latest_charge: Option<Value>,
}

/// What the payer has to do.
#[derive(Clone, Debug, Deserialize)]
pub struct NextAction {
    redirect_to_url: Option<Redirect>,
}

#[derive(Clone, Debug, Deserialize)]
struct Redirect {
    url: Option<String>,
}

/// Why the last attempt was refused.
#[derive(Clone, Debug, Deserialize)]
pub struct PaymentError {
    code: Option<String>,
    decline_code: Option<String>,
    message: Option<String>,
}

/// A refund.
#[derive(Clone, Debug, Deserialize)]
pub struct RefundAnswer {
    pub id: String,
    pub status: Option<String>,
    pub failure_reason: Option<String>,
    metadata: Option<Value>,
}

/// A page of refunds.
#[derive(Clone, Debug, Deserialize)]
pub struct RefundList {
    pub data: Vec<RefundAnswer>,
}

impl RefundAnswer {
    /// Whether it was made for this refund of ours.
    pub fn is_for(&self, refund: &str) -> bool {
        let Some(Value::Object(metadata)) = &self.metadata else { return false };
        matches!(metadata.get("refund_id"), Some(Value::String(id)) if id == refund)
    }
}

impl PaymentError {
    fn word(&self) -> String {
        self.decline_code.clone().or_else(|| self.code.clone()).unwrap_or_else(|| "card_declined".into())
    }
}

impl IntentAnswer {
    fn money(&self) -> Result<Money> {
        let currency: Currency =
            self.currency.to_ascii_uppercase().parse().map_err(|_| Problem::internal(format!("Stripe's currency {}", self.currency)))?;
        Ok(currency.minor(self.amount_received.filter(|minor| *minor > 0).unwrap_or(self.amount)))
    }

    /// What came of an attempt. Without an address of Stripe's, the extra step is taken on
    /// `return_url`, where the shop's page has the client secret.
    pub fn outcome(&self, return_url: &str) -> Result<Outcome> {
        Ok(match self.status.as_str() {
            "succeeded" => Outcome::Captured { amount: self.money()? },
            "requires_action" => {
                let url = self.next_action.as_ref().and_then(|action| action.redirect_to_url.as_ref()?.url.clone());
                Outcome::Challenge { url: url.unwrap_or_else(|| return_url.to_owned()) }
            }
            "canceled" => Outcome::Declined { code: "payment_cancelled".into(), message: "the payment was given up".into() },
            "requires_payment_method" => match &self.last_payment_error {
                Some(error) => Outcome::Declined { code: error.word(), message: error.message.clone().unwrap_or_default() },
                None => Outcome::Declined { code: "card_declined".into(), message: String::new() },
            },
            _ => Outcome::Pending,
        })
    }

    /// What Stripe's records say.
    pub fn state(&self) -> Result<ProviderState> {
        let money = self.money()?;
        let state = match self.status.as_str() {
            "succeeded" => ChargeState::Captured,
            "canceled" => ChargeState::Cancelled,
            "requires_payment_method" if self.last_payment_error.is_some() => ChargeState::Declined,
            "requires_payment_method" | "requires_confirmation" => ChargeState::Open,
            _ => ChargeState::Processing,
        };
        Ok(ProviderState {
            state,
            captured_minor: if state == ChargeState::Captured { money.minor } else { 0 },
            refunded_minor: self.refunded_minor(),
            currency: money.currency,
            failure: self.last_payment_error.as_ref().map(PaymentError::word),
        })
    }

    fn refunded_minor(&self) -> i64 {
        let Some(Value::Object(charge)) = &self.latest_charge else { return 0 };
        match charge.get("amount_refunded") {
            Some(Value::Number(Number::I64(minor))) => *minor,
            Some(Value::Number(Number::U64(minor))) => i64::try_from(*minor).unwrap_or(i64::MAX),
            _ => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn intent(fields: &str) -> IntentAnswer {
        let text = format!(r#"{{"id":"pi_1","amount":22000,"currency":"krw","unknown":[1],{fields}}}"#);
        miniserde::json::from_str(&text).unwrap_or_else(|_| unreachable!("the test's own text is read"))
    }

    #[test]
    fn every_status_has_its_meaning() -> Result<()> {
        for (status, state) in [
            ("succeeded", ChargeState::Captured),
            ("processing", ChargeState::Processing),
            ("requires_action", ChargeState::Processing),
            ("requires_capture", ChargeState::Processing),
            ("requires_confirmation", ChargeState::Open),
            ("requires_payment_method", ChargeState::Open),
            ("canceled", ChargeState::Cancelled),
        ] {
            assert_eq!(intent(&format!(r#""status":"{status}""#)).state()?.state, state, "{status}");
        }
        Ok(())
    }

    #[test]
    fn a_refusal_names_its_reason() -> Result<()> {
        let declined =
            intent(r#""status":"requires_payment_method","last_payment_error":{"code":"card_declined","decline_code":"insufficient_funds"}"#);
        assert_eq!(declined.state()?.failure.as_deref(), Some("insufficient_funds"));
        assert!(matches!(declined.outcome("/back")?, Outcome::Declined { code, .. } if code == "insufficient_funds"));
        Ok(())
    }

    #[test]
    fn the_amount_received_counts() -> Result<()> {
        let partly = intent(r#""status":"succeeded","amount_received":21000,"latest_charge":{"amount_refunded":500}"#);
        let state = partly.state()?;
        assert_eq!((state.captured_minor, state.refunded_minor), (21_000, 500));
        Ok(())
    }

    #[test]
    fn the_payer_is_sent_to_stripes_page_or_back_to_the_shops() -> Result<()> {
        let redirected = intent(r#""status":"requires_action","next_action":{"redirect_to_url":{"url":"https://bank.example"}}"#);
        assert_eq!(redirected.outcome("/back")?, Outcome::Challenge { url: "https://bank.example".into() });
        let scripted = intent(r#""status":"requires_action","next_action":{"type":"use_stripe_sdk"}"#);
        assert_eq!(scripted.outcome("/back")?, Outcome::Challenge { url: "/back".into() });
        Ok(())
    }
}
