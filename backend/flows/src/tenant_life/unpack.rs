//! Reading a package: every hash is checked before anything is believed.

use super::package::{COMPANY, FORMAT, MANIFEST, Manifest, PackedFile, Profile};
use kernel::{Problem, Result};
use sha2::{Digest, Sha256};
use std::{
    fs::File,
    io::{BufRead, BufReader, Read},
    path::Path,
};
use zip::ZipArchive;

/// Bytes of a description at the most.
const DESCRIPTION_MOST: u64 = 16 * 1024 * 1024;
/// Bytes of a stored file at the most.
const FILE_MOST: u64 = 64 * 1024 * 1024;
/// Rows, and bytes of them, given at once.
const ROWS: usize = 500;
const BYTES: usize = 1024 * 1024;

/// An open package.
pub struct Package {
    archive: ZipArchive<BufReader<File>>,
    /// Its last file.
    pub manifest: Manifest,
}

fn wrong(about: impl std::fmt::Display) -> Problem {
    Problem::internal(format!("the package is not as it was made: {about}"))
}

impl Package {
    /// Opens a package and checks all of it. Errors: no package, another format, a file that is
    /// missing, too many or altered.
    pub fn open(path: &Path) -> Result<Self> {
        let file = File::open(path).map_err(Problem::internal)?;
        let mut archive = ZipArchive::new(BufReader::new(file)).map_err(wrong)?;
        let manifest: Manifest = serde_json::from_slice(&small(&mut archive, MANIFEST, DESCRIPTION_MOST)?).map_err(wrong)?;
        if manifest.format != FORMAT {
            return Err(wrong(format!("its format is {}, and {FORMAT} is known", manifest.format)));
        }
        if archive.len() != manifest.files.len() + 1 {
            return Err(wrong("it has other files than it says"));
        }
        for described in &manifest.files {
            check(&mut archive, described)?;
        }
        Ok(Self { archive, manifest })
    }

    /// What the company says of itself.
    pub fn profile(&mut self) -> Result<Profile> {
        serde_json::from_slice(&small(&mut self.archive, COMPANY, DESCRIPTION_MOST)?).map_err(wrong)
    }

    /// The bytes of a stored file.
    pub fn stored(&mut self, name: &str) -> Result<Vec<u8>> {
        small(&mut self.archive, name, FILE_MOST)
    }

    /// Gives the lines of a file, some at a time, each changed on the way.
    pub async fn lines(&mut self, name: &str, change: impl Fn(String) -> String, mut take: impl AsyncFnMut(Vec<String>) -> Result<()>) -> Result<()> {
        let file = self.archive.by_name(name).map_err(wrong)?;
        let (mut lines, mut bytes) = (Vec::new(), 0);
        for line in BufReader::new(file).lines() {
            let line = change(line.map_err(wrong)?);
            bytes += line.len();
            lines.push(line);
            if lines.len() >= ROWS || bytes >= BYTES {
                bytes = 0;
                take(std::mem::take(&mut lines)).await?;
            }
        }
        if lines.is_empty() { Ok(()) } else { take(lines).await }
    }
}

fn small(archive: &mut ZipArchive<BufReader<File>>, name: &str, most: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    archive.by_name(name).map_err(wrong)?.take(most + 1).read_to_end(&mut bytes).map_err(wrong)?;
    if u64::try_from(bytes.len()).map_err(wrong)? > most { Err(wrong(format!("{name} is too large"))) } else { Ok(bytes) }
}

fn check(archive: &mut ZipArchive<BufReader<File>>, described: &PackedFile) -> Result<()> {
    // No more than was promised is unpacked.
    let mut file = archive.by_name(&described.name).map_err(wrong)?.take(described.size + 1);
    let (mut hash, mut size, mut part) = (Sha256::new(), 0, vec![0; 64 * 1024]);
    loop {
        let count = file.read(&mut part).map_err(wrong)?;
        if count == 0 {
            break;
        }
        hash.update(part.get(..count).unwrap_or_default());
        size += u64::try_from(count).map_err(wrong)?;
    }
    if size == described.size && hex::encode(hash.finalize()) == described.sha256 { Ok(()) } else { Err(wrong(&described.name)) }
}
