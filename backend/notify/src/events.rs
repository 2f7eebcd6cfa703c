//! Facts about webhooks that others react to.

use crate::entity::webhook_endpoint::OffReason;
use kernel::{CompanyId, WebhookEndpointId};
use platform::Event;
use serde::{Deserialize, Serialize};

/// An endpoint was switched off, not by a person.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WebhookSwitchedOff {
    /// The endpoint.
    pub endpoint_id: WebhookEndpointId,
    /// Its company.
    pub company_id: CompanyId,
    /// Its address.
    pub url: String,
    /// Why.
    pub reason: OffReason,
}

impl Event for WebhookSwitchedOff {
    const NAME: &'static str = "notify.webhook_switched_off";
    fn key(&self) -> String {
        format!("webhook:{}", self.endpoint_id)
    }
}
