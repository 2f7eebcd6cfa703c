//! A receiver of webhooks, on a port of this machine: it notes what comes, and answers as the first
//! word of the path says.

use kernel::{Problem, Result};
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// A webhook as it came.
#[derive(Clone, Debug)]
pub struct Received {
    /// The path.
    pub path: String,
    /// The headers, by their names in small letters.
    pub headers: BTreeMap<String, String>,
    /// The body.
    pub body: String,
}

impl Received {
    /// A header; empty if it did not come.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }

    /// The payload.
    #[must_use]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_default()
    }
}

#[derive(Default)]
struct Book {
    received: Vec<Received>,
    /// What a path answers from now on, instead of what it says.
    answers: BTreeMap<String, String>,
}

/// A receiver.
#[derive(Clone)]
pub struct Receiver {
    /// Its port.
    pub port: u16,
    book: Arc<Mutex<Book>>,
}

impl Receiver {
    /// A receiver that is there until the process ends.
    pub fn open() -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(Problem::internal)?;
        let port = listener.local_addr().map_err(Problem::internal)?.port();
        let receiver = Self { port, book: Arc::default() };
        let answering = receiver.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let receiver = answering.clone();
                std::thread::spawn(move || drop(receiver.talk(stream)));
            }
        });
        Ok(receiver)
    }

    /// An address of it: `/ok`, `/fail`, `/gone`, `/redirect`, `/later`, `/slow`, `/big`.
    #[must_use]
    pub fn at(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// From now on a path answers as another.
    pub fn answer(&self, path: &str, like: &str) {
        self.read(|book| book.answers.insert(path.to_owned(), like.to_owned()));
    }

    /// What came to a path, oldest first.
    #[must_use]
    pub fn received(&self, path: &str) -> Vec<Received> {
        self.read(|book| book.received.iter().filter(|one| one.path == path).cloned().collect())
    }

    fn read<T>(&self, of: impl FnOnce(&mut Book) -> T) -> T {
        of(&mut self.book.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn talk(&self, stream: TcpStream) -> std::io::Result<()> {
        let mut out = stream.try_clone()?;
        let mut input = BufReader::new(stream);
        loop {
            let mut first = String::new();
            if input.read_line(&mut first)? == 0 {
                return Ok(());
            }
            let path = first.split(' ').nth(1).unwrap_or_default().to_owned();
            let mut headers = BTreeMap::new();
            loop {
                let mut line = String::new();
                input.read_line(&mut line)?;
                let Some((name, value)) = line.trim().split_once(": ") else { break };
                headers.insert(name.to_lowercase(), value.to_owned());
            }
            let length = headers.get("content-length").and_then(|length| length.parse().ok()).unwrap_or(0);
            let mut body = vec![0; length];
            input.read_exact(&mut body)?;
            let body = String::from_utf8_lossy(&body).into_owned();
            let like = self.read(|book| {
                book.received.push(Received { path: path.clone(), headers, body });
                book.answers.get(&path).cloned().unwrap_or_else(|| path.clone())
            });
            answer(&mut out, &like)?;
        }
    }
}

fn answer(out: &mut TcpStream, like: &str) -> std::io::Result<()> {
    let (status, header, body) = match like {
        "/fail" => ("500 Oops", "", "it broke \u{0} here".to_owned()),
        "/gone" => ("410 Gone", "", String::new()),
        "/redirect" => ("307 Temporary Redirect", "Location: /ok\r\n", String::new()),
        "/later" => ("429 Too Many Requests", "Retry-After: 600\r\n", String::new()),
        "/slow" => {
            std::thread::sleep(Duration::from_secs(2));
            ("200 OK", "", String::new())
        }
        "/big" => ("200 OK", "", "x".repeat(3_000_000)),
        _ => ("200 OK", "", "taken".to_owned()),
    };
    out.write_all(format!("HTTP/1.1 {status}\r\n{header}Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes())
}
