//! The mails that were written, as the operator's console lists them.

use crate::{Person, TestApp, text};
use kernel::{Problem, Result};
use notify::{Template, entity::mail};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};

/// A mail.
#[derive(Clone, Debug)]
pub struct Mail {
    /// Its occasion.
    pub template: String,
    /// To whom.
    pub recipient: String,
    /// Its subject.
    pub subject: String,
    /// Its text.
    pub text: String,
    /// Where it is on its way.
    pub state: String,
}

/// The secret of the link in a mail.
#[must_use]
pub fn secret_in(mail: &str) -> String {
    mail.split("token=").nth(1).unwrap_or_default().chars().take_while(|c| c.is_ascii_alphanumeric() || "-_".contains(*c)).collect()
}

impl TestApp {
    /// Every mail so far, oldest first, read as the operator reads it.
    pub async fn mails(&self, operator: &Person) -> Result<Vec<Mail>> {
        let tx = self.madang.app.platform().await?;
        let rows = tx.all(mail::Entity::find().order_by_asc(mail::Column::Id)).await?;
        drop(tx);
        let mut mails = Vec::with_capacity(rows.len());
        for row in rows {
            let shown = operator.get(&format!("/operator/mails/{}", row.id)).await.ok();
            mails.push(Mail {
                template: text(&shown, "/template"),
                recipient: text(&shown, "/recipient"),
                subject: text(&shown, "/subject"),
                text: text(&shown, "/text"),
                state: text(&shown, "/state"),
            });
        }
        Ok(mails)
    }

    /// The secret of the latest invitation to an address.
    pub async fn invitation(&self, address: &str) -> Result<String> {
        self.work().await?;
        let tx = self.madang.app.platform().await?;
        let invitations = mail::Entity::find().filter(mail::Column::Template.eq(Template::MemberInvited)).order_by_desc(mail::Column::Id);
        let latest = tx.one(invitations.filter(mail::Column::Recipient.eq(address))).await?.ok_or_else(Problem::not_found)?;
        Ok(secret_in(&latest.body_text))
    }

    /// The occasions of the mails to an address, oldest first.
    pub async fn mails_to(&self, address: &str) -> Result<Vec<String>> {
        let tx = self.madang.app.platform().await?;
        let rows = tx.all(mail::Entity::find().order_by_asc(mail::Column::Id)).await?;
        let name = |row: &mail::Model| serde_json::to_value(row.template).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default();
        Ok(rows.iter().filter(|row| row.recipient == address).map(name).collect())
    }
}
