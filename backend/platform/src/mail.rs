//! Mail transport: SMTP where a server is configured, else a local mailbox folder that the
//! operator console shows. What is sent, to whom and when, is the notify context's business.

use crate::config::Config;
use kernel::{Problem, Result};
use lettre::{
    AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor,
    message::{Mailbox, MultiPart},
};
use std::{path::PathBuf, sync::Arc, time::Duration};

/// A mail ready to go.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Unique; the Message-ID is made from it, so that a repeated sending can be recognised.
    pub id: String,
    /// Address of the recipient.
    pub to: String,
    /// Subject line.
    pub subject: String,
    /// Plain text part.
    pub text: String,
    /// HTML part.
    pub html: String,
}

/// Why a letter did not go out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unsent {
    /// The server or the address says that this letter will never be taken.
    Refused(String),
    /// The server cannot take this letter now; it may take others.
    Deferred(String),
    /// The server cannot be reached or takes nothing from us.
    Down(String),
}

impl std::fmt::Display for Unsent {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Refused(why) | Self::Deferred(why) | Self::Down(why) => f.write_str(why),
        }
    }
}

enum Way {
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    Folder(PathBuf),
}

/// The configured way out.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    way: Arc<Way>,
}

impl Mailer {
    /// Opens the configured way. Error: a wrong URL or sender, or a folder that cannot be made.
    pub fn open(config: &Config) -> Result<Self> {
        let from = config.mail.from.parse().map_err(Problem::internal)?;
        let way = if config.mail.smtp_url.is_empty() {
            let dir = std::path::Path::new(&config.storage.dir).join("mailbox");
            std::fs::create_dir_all(&dir).map_err(Problem::internal)?;
            Way::Folder(dir)
        } else {
            let smtp = AsyncSmtpTransport::<Tokio1Executor>::from_url(&config.mail.smtp_url).map_err(Problem::internal)?;
            Way::Smtp(Box::new(smtp.timeout(Some(Duration::from_secs(10))).build()))
        };
        Ok(Self { from, way: Arc::new(way) })
    }

    /// Sends a letter. Error: why it did not go out, which says whether trying again makes sense.
    pub async fn send(&self, letter: &Letter) -> Result<(), Unsent> {
        let message = self.message(letter).map_err(Unsent::Refused)?;
        match self.way.as_ref() {
            Way::Smtp(smtp) => {
                smtp.send(message).await.map(drop).map_err(|error| unsent(error.status().map(|code| code.to_string()).as_deref(), said(&error)))
            }
            Way::Folder(dir) => {
                let path = dir.join(format!("{}.eml", letter.id));
                tokio::fs::write(path, message.formatted()).await.map_err(|error| Unsent::Down(error.to_string()))
            }
        }
    }

    fn message(&self, letter: &Letter) -> Result<Message, String> {
        let to: Mailbox = letter.to.parse().map_err(|error| format!("{}: {error}", letter.to))?;
        Message::builder()
            .message_id(Some(format!("<{}@{}>", letter.id, self.from.email.domain())))
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject.clone())
            .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()))
            .map_err(|error| error.to_string())
    }
}

/// What the server's code means (RFC 5321, section 4.2). A server that shuts us out or does not
/// know our name and password says nothing about the letter: that is mended at the server.
fn unsent(code: Option<&str>, why: String) -> Unsent {
    match code {
        None | Some("421" | "454" | "500" | "502" | "503" | "504" | "530" | "534" | "535" | "538") => Unsent::Down(why),
        Some(code) if code.starts_with('5') => Unsent::Refused(why),
        Some(_) => Unsent::Deferred(why),
    }
}

/// An error with what the server itself said.
fn said(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(inner) = source {
        let more = inner.to_string();
        if !text.contains(&more) {
            text = format!("{text}: {more}");
        }
        source = inner.source();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_of_the_letter_is_told_from_a_server_that_is_down() {
        let meaning = |code| unsent(code, String::new());
        for code in ["501", "550", "551", "552", "553", "554"] {
            assert_eq!(meaning(Some(code)), Unsent::Refused(String::new()), "{code}");
        }
        for code in ["450", "451", "452"] {
            assert_eq!(meaning(Some(code)), Unsent::Deferred(String::new()), "{code}");
        }
        for code in [None, Some("421"), Some("535"), Some("530")] {
            assert_eq!(meaning(code), Unsent::Down(String::new()), "{code:?}");
        }
    }
}
