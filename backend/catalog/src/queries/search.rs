//! Search words as patterns.

/// A pattern that finds the words anywhere; what people type never acts as a wildcard. None for
/// words that are blank.
pub fn pattern(words: Option<&str>) -> Option<String> {
    let words = words.map(str::trim).filter(|words| !words.is_empty())?;
    let mut pattern = String::from("%");
    for c in words.chars().take(100) {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
    pattern.push('%');
    Some(pattern)
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn typed_wildcards_are_plain_characters() {
        assert_eq!(pattern(Some(" 50%_a\\ ")).as_deref(), Some("%50\\%\\_a\\\\%"));
        assert_eq!(pattern(Some("   ")), None);
        assert_eq!(pattern(None), None);
    }
}
