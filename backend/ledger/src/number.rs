//! Numbers of settlements, payouts and files, as people read them out: `P20260301-4F7K2Q`.

use chrono::NaiveDate;
use uuid::Uuid;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A number out of a day and the random part of an id: 30 bits, Crockford's base 32.
pub fn number(prefix: char, day: NaiveDate, id: Uuid) -> String {
    let random = id.as_u128();
    let tail: String = (0..6)
        .rev()
        .filter_map(|place| usize::try_from((random >> (5 * place)) & 31).ok())
        .filter_map(|index| LETTERS.get(index).map(|letter| char::from(*letter)))
        .collect();
    format!("{prefix}{}-{tail}", day.format("%Y%m%d"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_tells_its_day() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap_or_default();
        assert_eq!(number('P', day, Uuid::from_u128(31)), "P20260301-00000Z");
    }
}
