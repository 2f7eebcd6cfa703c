//! A mail is written, in the transaction of its occasion.

use crate::{entity::mail, template::Template, words};
use kernel::{Locale, MailId, Result, TradeId};
use platform::PlatformTx;
use sea_orm::Set;

/// What to write, and to whom.
#[derive(Clone, Debug)]
pub struct Message {
    /// Two mails with the same key are one mail.
    pub key: String,
    /// The occasion.
    pub template: Template,
    /// The recipient's language.
    pub locale: Locale,
    /// The recipient's address.
    pub recipient: String,
    /// The trade that it is about, if any.
    pub trade_id: Option<TradeId>,
    /// What the template is told; see [`Template`].
    pub data: serde_json::Value,
}

/// Writes a mail and puts it in the queue; one with the same key is left as it is.
pub async fn enqueue(tx: &PlatformTx, message: Message) -> Result<()> {
    if tx.one(mail::by_key(&message.key)).await?.is_some() {
        return Ok(());
    }
    let words = words::write(message.template, message.locale, &message.data)?;
    let row = mail::ActiveModel {
        id: Set(MailId::new()),
        key: Set(message.key),
        template: Set(message.template),
        locale: Set(message.locale),
        recipient: Set(message.recipient),
        subject: Set(words.subject),
        body_text: Set(words.text),
        body_html: Set(words.html),
        trade_id: Set(message.trade_id),
        state: Set(mail::State::Queued),
        attempts: Set(0),
        next_at: Set(tx.now()),
        last_error: Set(None),
        created_at: Set(tx.now()),
        sent_at: Set(None),
    };
    tx.insert_new(row).await?;
    Ok(())
}
