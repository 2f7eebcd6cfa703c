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

    /// Sends a letter. Errors: an address that cannot be written to (`request.invalid`), a server
    /// that does not answer (`server.unavailable`).
    pub async fn send(&self, letter: &Letter) -> Result<()> {
        let to: Mailbox = letter.to.parse().map_err(|_| Problem::invalid("to", "address"))?;
        let message = Message::builder()
            .message_id(Some(format!("<{}@{}>", letter.id, self.from.email.domain())))
            .from(self.from.clone())
            .to(to)
            .subject(letter.subject.clone())
            .multipart(MultiPart::alternative_plain_html(letter.text.clone(), letter.html.clone()))
            .map_err(Problem::internal)?;
        match self.way.as_ref() {
            Way::Smtp(smtp) => smtp.send(message).await.map(drop).map_err(Problem::unavailable),
            Way::Folder(dir) => {
                let path = dir.join(format!("{}.eml", letter.id));
                tokio::fs::write(path, message.formatted()).await.map_err(Problem::unavailable)
            }
        }
    }
}
