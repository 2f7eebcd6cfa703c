//! The files of the project, and how a rule says what it found.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// Folders that hold nothing written by hand.
const SKIPPED: &[&str] = &["target", ".git", ".local", "node_modules", "dist", "results"];

/// A text file.
pub struct Source {
    /// Its path from the root of the project, with slashes.
    pub path: String,
    /// Its text.
    pub text: String,
}

impl Source {
    /// The file's name without folders.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Whether it lies in a folder, or is the file itself.
    pub fn lies_in(&self, place: &str) -> bool {
        self.path == place || self.path.strip_prefix(place.trim_end_matches('/')).is_some_and(|rest| rest.starts_with('/'))
    }

    /// The crate under `backend/` that it belongs to.
    pub fn krate(&self) -> Option<&str> {
        self.path.strip_prefix("backend/")?.split('/').next()
    }
}

/// The root of the project.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map(Path::to_path_buf).unwrap_or_default()
}

/// Every text file below a folder, sorted by path.
pub fn files_under(folder: &str) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    walk(&root, &root.join(folder), &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if path.is_dir() {
            if !SKIPPED.contains(&name) && !path.is_symlink() {
                walk(root, &path, found);
            }
        } else if SKIPPED.contains(&name) {
            // In a second working tree `.git` is a file.
        } else if let (Ok(relative), Ok(text)) = (path.strip_prefix(root), fs::read_to_string(&path)) {
            found.push(Source { path: relative.to_string_lossy().replace('\\', "/"), text });
        }
    }
}

/// The crates that are a context: each has its own tables, and the table of edges names it.
pub fn contexts() -> Vec<String> {
    crate::edges::CONTEXTS.iter().filter(|name| root().join("backend").join(name).is_dir()).map(|name| (*name).to_owned()).collect()
}

/// Fails with every place found, one per line, under the rule that they break.
pub fn none(rule: &str, found: &[String]) {
    assert!(found.is_empty(), "{rule}\n\n  {}\n", found.join("\n  "));
}

/// Line of a byte position, counted from one.
pub fn line_of(text: &str, at: usize) -> usize {
    text.as_bytes().iter().take(at).filter(|byte| **byte == b'\n').count() + 1
}
