//! Rust files as the rules read them: code with comments, strings and unit tests blanked out, and
//! the strings apart. A word in a comment is not a use, and SQL stands in strings only.

use crate::tree::{Source, files_under, line_of};

/// A Rust file.
pub struct Rust {
    /// The file as it stands.
    pub source: Source,
    /// The code: same length and lines as the file, all else blanked out.
    pub code: String,
    /// The strings of the code, unit tests left out.
    pub strings: Vec<Literal>,
}

/// A string in the code.
pub struct Literal {
    /// Where it begins.
    pub line: usize,
    /// What stands between its quotes, escapes left as they are.
    pub text: String,
}

/// The Rust files of a folder; files of tests are left out.
pub fn rust_under(folder: &str) -> Vec<Rust> {
    let written = |source: &Source| source.path.ends_with(".rs") && source.name() != "tests.rs" && !source.path.contains("/tests/");
    files_under(folder).into_iter().filter(written).map(read).collect()
}

/// Splits a file into code and strings.
pub fn read(source: Source) -> Rust {
    let (mut code, literals) = split(source.text.as_bytes());
    let tests = blank_tests(&mut code);
    let in_tests = |at: usize| tests.iter().any(|(from, to)| (*from..*to).contains(&at));
    let strings = literals
        .into_iter()
        .filter(|(from, _)| !in_tests(*from))
        .map(|(from, to)| Literal { line: line_of(&source.text, from), text: source.text.get(from..to).unwrap_or_default().to_owned() })
        .collect();
    Rust { code: String::from_utf8_lossy(&code).into_owned(), strings, source }
}

impl Rust {
    /// Where a word or path is used, as `file:line`.
    pub fn uses(&self, word: &str) -> Vec<String> {
        self.positions(word).into_iter().map(|at| format!("{}:{}", self.source.path, line_of(&self.code, at))).collect()
    }

    /// Byte positions at which a word or path is used.
    pub fn positions(&self, word: &str) -> Vec<usize> {
        let bytes = self.code.as_bytes();
        let part = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        let begins = part(word.as_bytes().first());
        let ends = part(word.as_bytes().last());
        self.code
            .match_indices(word)
            .map(|(at, _)| at)
            .filter(|at| !(begins && at.checked_sub(1).is_some_and(|before| part(bytes.get(before)))))
            .filter(|at| !(ends && part(bytes.get(at + word.len()))))
            .collect()
    }
}

/// Code with all else blanked out, and the byte ranges of its strings.
fn split(text: &[u8]) -> (Vec<u8>, Vec<(usize, usize)>) {
    let mut code = text.to_vec();
    let mut strings = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = text.get(at..).unwrap_or_default();
        let before = at.checked_sub(1).and_then(|before| text.get(before)).copied();
        let end = if rest.starts_with(b"//") {
            at + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len())
        } else if rest.starts_with(b"/*") {
            at + comment(rest)
        } else if let Some((from, to, length)) = string(rest, before) {
            strings.push((at + from, at + to));
            at + length
        } else if let Some(length) = character(rest) {
            at + length
        } else {
            at += 1;
            continue;
        };
        blank(&mut code, at, end);
        at = end;
    }
    (code, strings)
}

fn blank(code: &mut [u8], from: usize, to: usize) {
    let to = to.min(code.len());
    for byte in code.get_mut(from..to).unwrap_or_default() {
        if *byte != b'\n' {
            *byte = b' ';
        }
    }
}

/// Length of a block comment; they nest.
fn comment(rest: &[u8]) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while at < rest.len() {
        let here = rest.get(at..).unwrap_or_default();
        if here.starts_with(b"/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with(b"*/") {
            depth = depth.saturating_sub(1);
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += 1;
        }
    }
    rest.len()
}

/// Where the text of a string begins and ends, and the length of all of it.
fn string(rest: &[u8], before: Option<u8>) -> Option<(usize, usize, usize)> {
    let within_word = before.is_some_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let prefix = rest.iter().take_while(|byte| matches!(byte, b'r' | b'b' | b'c')).count();
    if prefix > 2 || (prefix > 0 && within_word) {
        return None;
    }
    let raw = rest.get(..prefix).is_some_and(|prefix| prefix.contains(&b'r'));
    let hashes = rest.iter().skip(prefix).take_while(|byte| **byte == b'#').count();
    let opening = prefix + hashes + 1;
    if rest.get(prefix + hashes) != Some(&b'"') || (hashes > 0 && !raw) {
        return None;
    }
    let mut at = opening;
    while let Some(byte) = rest.get(at) {
        let closes = *byte == b'"' && rest.iter().skip(at + 1).take(hashes).filter(|byte| **byte == b'#').count() == hashes;
        if closes {
            return Some((opening, at, at + 1 + hashes));
        }
        at += if *byte == b'\\' && !raw { 2 } else { 1 };
    }
    Some((opening, rest.len(), rest.len()))
}

/// Length of a character in quotes; a lifetime is none.
fn character(rest: &[u8]) -> Option<usize> {
    if rest.first() != Some(&b'\'') {
        return None;
    }
    let escaped = rest.get(1) == Some(&b'\\');
    let end = rest.iter().skip(if escaped { 3 } else { 2 }).position(|byte| *byte == b'\'')? + if escaped { 3 } else { 2 };
    let inside = std::str::from_utf8(rest.get(1..end)?).ok()?;
    (escaped && end <= 12 || inside.chars().count() == 1).then_some(end + 1)
}

/// Blanks the items under `#[cfg(test)]` and returns where they stood.
fn blank_tests(code: &mut [u8]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let text = String::from_utf8_lossy(code).into_owned();
    for (from, mark) in text.match_indices("#[cfg(test)]") {
        let mut depth = 0_usize;
        let mut to = text.len();
        for (at, byte) in text.bytes().enumerate().skip(from + mark.len()) {
            match byte {
                b'{' => depth += 1,
                b'}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 && matches!(byte, b'}' | b';') {
                to = at + 1;
                break;
            }
        }
        found.push((from, to));
    }
    for (from, to) in &found {
        blank(code, *from, *to);
    }
    found
}

#[test]
fn code_is_told_from_what_only_looks_like_it() {
    let text = "fn a<'x>() { b(\"Utc::now \\\" \", 'c', '\\'', r#\"x\"y\"#) } // Utc::now\n/* a /* b */ Utc::now */ #[cfg(test)]\nmod t { fn d() { Utc::now(\"z\") } }\nUtc::now";
    let file = read(Source { path: "a.rs".into(), text: text.into() });
    assert_eq!(file.code.len(), text.len());
    assert_eq!(file.uses("Utc::now"), ["a.rs:4"]);
    let strings: Vec<_> = file.strings.iter().map(|literal| literal.text.as_str()).collect();
    assert_eq!(strings, ["Utc::now \\\" ", "x\"y"]);
}
