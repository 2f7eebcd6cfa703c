//! JSON shapes.

mod webhooks;

pub(super) use webhooks::{DeliveryQuery, WebhookDelivery, WebhookDeliveryDetail, WebhookEndpoint, WebhookGap, WebhookReplayed};

use crate::{entity::mail, queries::MailHead, template::Template};
use chrono::{DateTime, Utc};
use kernel::{MailId, PageQuery, TradeId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// A mail in a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct MailRow {
    /// The mail.
    id: MailId,
    /// Its occasion.
    template: Template,
    /// To whom.
    #[schema(example = "kim@example.com")]
    recipient: String,
    /// Subject line.
    subject: String,
    /// Where it is on its way.
    state: mail::State,
    /// Tries so far.
    attempts: i32,
    /// What the last failed try said.
    #[serde(skip_serializing_if = "Option::is_none")]
    last_error: Option<String>,
    /// When it was written.
    created_at: DateTime<Utc>,
    /// When the server took it.
    #[serde(skip_serializing_if = "Option::is_none")]
    sent_at: Option<DateTime<Utc>>,
}

impl From<MailHead> for MailRow {
    fn from(row: MailHead) -> Self {
        Self {
            id: row.id,
            template: row.template,
            recipient: row.recipient,
            subject: row.subject,
            state: row.state,
            attempts: row.attempts,
            last_error: row.last_error,
            created_at: row.created_at,
            sent_at: row.sent_at,
        }
    }
}

/// A whole mail.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct Mail {
    #[serde(flatten)]
    row: MailRow,
    /// The trade that it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    trade_id: Option<TradeId>,
    /// Plain text; empty where only the recipient may read it.
    text: String,
    /// HTML; empty where only the recipient may read it.
    html: String,
}

impl Mail {
    /// The shape of a mail. Where mail leaves the house, nobody else may read one whose link lets
    /// whoever has it act as its recipient; in the local mailbox, it can be read nowhere else.
    pub(super) fn new(row: mail::Model, leaves_the_house: bool) -> Self {
        let secret = leaves_the_house && row.template.carries_secret();
        let shown = |body: String| if secret { String::new() } else { body };
        Self {
            trade_id: row.trade_id,
            text: shown(row.body_text),
            html: shown(row.body_html),
            row: MailRow {
                id: row.id,
                template: row.template,
                recipient: row.recipient,
                subject: row.subject,
                state: row.state,
                attempts: row.attempts,
                last_error: row.last_error,
                created_at: row.created_at,
                sent_at: row.sent_at,
            },
        }
    }
}

/// Which mails.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct MailQuery {
    /// Part of an address or a subject.
    pub(super) q: Option<String>,
    /// Only those in this state.
    pub(super) state: Option<mail::State>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

impl MailQuery {
    pub(super) fn page(&self) -> PageQuery {
        PageQuery { limit: self.limit, cursor: self.cursor.clone() }
    }
}

/// Nothing: `{}`.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct Empty {}
