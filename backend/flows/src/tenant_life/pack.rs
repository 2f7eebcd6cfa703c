//! Writing a package: on a thread of its own, fed in pieces, so that neither the whole nor a table
//! of it is ever in memory, and no request waits for the packing.

use super::package::PackedFile;
use kernel::{Problem, Result};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{BufReader, BufWriter, Read, Write},
    path::{Path, PathBuf},
};
use tokio::{
    sync::mpsc::{Receiver, Sender, channel},
    task::JoinHandle,
};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

/// Pieces that wait to be written.
const WAITING: usize = 16;
/// Bytes of lines gathered into a piece.
const PIECE: usize = 64 * 1024;

enum Piece {
    Begin { name: String, lines: bool },
    Bytes(Vec<u8>),
    Finish(Box<dyn FnOnce(Vec<PackedFile>) -> Result<(String, Vec<u8>)> + Send>),
}

/// A finished package.
#[derive(Clone, Debug)]
pub struct Packed {
    /// Where it lies.
    pub path: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes, in hex.
    pub sha256: String,
}

/// Writes a package.
pub struct Packer {
    pieces: Sender<Piece>,
    thread: JoinHandle<Result<Packed>>,
    gathered: Vec<u8>,
}

impl Packer {
    /// Begins a package at a path.
    pub fn begin(path: PathBuf) -> Self {
        let (pieces, coming) = channel(WAITING);
        Self { pieces, thread: tokio::task::spawn_blocking(move || write(&path, coming)), gathered: Vec::new() }
    }

    /// Begins a file of lines.
    pub async fn lines(&mut self, name: impl Into<String>) -> Result<()> {
        self.send(Piece::Begin { name: name.into(), lines: true }).await
    }

    /// Begins a file of bytes.
    pub async fn file(&mut self, name: impl Into<String>) -> Result<()> {
        self.send(Piece::Begin { name: name.into(), lines: false }).await
    }

    /// One line of the file that was begun.
    pub async fn line(&mut self, line: &str) -> Result<()> {
        self.gathered.extend_from_slice(line.as_bytes());
        self.gathered.push(b'\n');
        if self.gathered.len() >= PIECE { self.flush().await } else { Ok(()) }
    }

    /// Bytes of the file that was begun.
    pub async fn bytes(&mut self, bytes: &[u8]) -> Result<()> {
        self.send(Piece::Bytes(bytes.to_vec())).await
    }

    /// Ends the package with a file that describes the others.
    pub async fn finish(mut self, last: impl FnOnce(Vec<PackedFile>) -> Result<(String, Vec<u8>)> + Send + 'static) -> Result<Packed> {
        self.send(Piece::Finish(Box::new(last))).await?;
        self.thread.await.map_err(Problem::internal)?
    }

    async fn flush(&mut self) -> Result<()> {
        let gathered = std::mem::take(&mut self.gathered);
        if gathered.is_empty() { Ok(()) } else { self.give(Piece::Bytes(gathered)).await }
    }

    async fn send(&mut self, piece: Piece) -> Result<()> {
        self.flush().await?;
        self.give(piece).await
    }

    async fn give(&mut self, piece: Piece) -> Result<()> {
        if self.pieces.send(piece).await.is_ok() {
            return Ok(());
        }
        // The writer has gone: what it died of is the answer.
        match (&mut self.thread).await.map_err(Problem::internal)? {
            Ok(_) => Err(Problem::internal("the package was ended already")),
            Err(problem) => Err(problem),
        }
    }
}

/// The file that is being written.
struct Current {
    name: String,
    size: u64,
    hash: Sha256,
    rows: Option<u64>,
}

impl Current {
    fn ended(self) -> PackedFile {
        PackedFile { name: self.name, size: self.size, sha256: hex::encode(self.hash.finalize()), rows: self.rows }
    }
}

fn write(path: &Path, mut coming: Receiver<Piece>) -> Result<Packed> {
    // The same rows make the same bytes: no file bears the time of its packing.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
    let mut zip = ZipWriter::new(BufWriter::new(File::create(path).map_err(Problem::internal)?));
    let mut files: Vec<PackedFile> = Vec::new();
    let mut current: Option<Current> = None;
    while let Some(piece) = coming.blocking_recv() {
        match piece {
            Piece::Begin { name, lines } => {
                files.extend(current.take().map(Current::ended));
                zip.start_file(name.as_str(), options).map_err(Problem::internal)?;
                current = Some(Current { name, size: 0, hash: Sha256::new(), rows: lines.then_some(0) });
            }
            Piece::Bytes(bytes) => {
                zip.write_all(&bytes).map_err(Problem::internal)?;
                if let Some(current) = &mut current {
                    current.size += u64::try_from(bytes.len()).map_err(Problem::internal)?;
                    current.hash.update(&bytes);
                    if let Some(rows) = &mut current.rows {
                        *rows += u64::try_from(bytes.iter().filter(|byte| **byte == b'\n').count()).map_err(Problem::internal)?;
                    }
                }
            }
            Piece::Finish(last) => {
                files.extend(current.take().map(Current::ended));
                let (name, bytes) = last(files)?;
                zip.start_file(name.as_str(), options).map_err(Problem::internal)?;
                zip.write_all(&bytes).map_err(Problem::internal)?;
                zip.finish().map_err(Problem::internal)?.flush().map_err(Problem::internal)?;
                return measured(path);
            }
        }
    }
    Err(Problem::internal("the package was given up"))
}

fn measured(path: &Path) -> Result<Packed> {
    let mut file = BufReader::new(File::open(path).map_err(Problem::internal)?);
    let (mut hash, mut size, mut part) = (Sha256::new(), 0, vec![0; PIECE]);
    loop {
        let count = file.read(&mut part).map_err(Problem::internal)?;
        if count == 0 {
            break;
        }
        hash.update(part.get(..count).unwrap_or_default());
        size += u64::try_from(count).map_err(Problem::internal)?;
    }
    Ok(Packed { path: path.to_owned(), size, sha256: hex::encode(hash.finalize()) })
}
