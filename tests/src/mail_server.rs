//! A mail server for stories: it takes letters, or refuses those to certain people in certain words.

use kernel::{Problem, Result};
use std::{
    io::{BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
};

/// What the server was told and will say.
#[derive(Default)]
struct Book {
    refusals: Vec<(String, String)>,
    recipients: Vec<String>,
    letters: Vec<String>,
}

/// A mail server on an address of this machine.
#[derive(Clone)]
pub struct MailServer(Arc<Mutex<Book>>);

impl MailServer {
    /// A server that answers a recipient whose address contains the first word of a pair with the second.
    pub fn at(address: SocketAddr, refusals: &[(&str, &str)]) -> Result<Self> {
        let listener = TcpListener::bind(address).map_err(Problem::internal)?;
        let refusals = refusals.iter().map(|(who, answer)| ((*who).to_owned(), (*answer).to_owned())).collect();
        let server = Self(Arc::new(Mutex::new(Book { refusals, ..Book::default() })));
        let answering = server.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = answering.clone();
                std::thread::spawn(move || drop(server.talk(stream)));
            }
        });
        Ok(server)
    }

    /// The letters that it took.
    #[must_use]
    pub fn taken(&self) -> Vec<String> {
        self.read(|book| book.letters.clone())
    }

    /// How often somebody was written to, taken or not.
    #[must_use]
    pub fn tried(&self, who: &str) -> usize {
        self.read(|book| book.recipients.iter().filter(|recipient| recipient.contains(who)).count())
    }

    /// From now on it takes everything.
    pub fn relent(&self) {
        self.read(|book| book.refusals.clear());
    }

    fn read<T>(&self, of: impl FnOnce(&mut Book) -> T) -> T {
        of(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut out = stream.try_clone()?;
        let mut lines = BufReader::new(stream).lines();
        out.write_all(b"220 story\r\n")?;
        while let Some(line) = lines.next() {
            let line = line?;
            if line.eq_ignore_ascii_case("data") {
                out.write_all(b"354 go on\r\n")?;
                let letter: Vec<String> = lines.by_ref().map_while(std::io::Result::ok).take_while(|line| line != ".").collect();
                self.read(|book| book.letters.push(letter.join("\n")));
                out.write_all(b"250 taken\r\n")?;
            } else if line.eq_ignore_ascii_case("quit") {
                return out.write_all(b"221 bye\r\n");
            } else if line.to_lowercase().starts_with("rcpt to:") {
                let answer = self.read(|book| {
                    book.recipients.push(line.clone());
                    book.refusals.iter().find(|(who, _)| line.contains(who.as_str())).map(|(_, answer)| answer.clone())
                });
                out.write_all(format!("{}\r\n", answer.as_deref().unwrap_or("250 story")).as_bytes())?;
            } else {
                out.write_all(b"250 story\r\n")?;
            }
        }
        Ok(())
    }
}
