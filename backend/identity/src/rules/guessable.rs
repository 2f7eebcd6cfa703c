//! Which passwords are tried first by everyone who guesses: those of the known lists, a well-known
//! word with digits and signs around it, walks over the keyboard, runs, and one thing repeated.
//! How a password looks is not judged beyond that (NIST SP 800-63B, 5.1.1.2).

/// Passwords of ten characters and more from the lists of those most used, and their Korean
/// keyboard cousins, where no rule below finds them.
const LISTED: &[&str] = &[
    "1q2w3e4r5t",
    "1q2w3e4r5t6y",
    "1q2w3e4r5t6y7u",
    "1qaz2wsx3edc",
    "1qaz2wsx3edc4rfv",
    "q1w2e3r4t5",
    "q1w2e3r4t5y6",
    "zaq12wsxcde3",
    "zaq1xsw2cde3",
    "a1b2c3d4e5",
    "a1b2c3d4e5f6",
    "abc123abc123",
    "asd123asd123",
    "qwe123qwe123",
    "qweasdzxc123",
    "qwer1234asdf",
    "asdf1234qwer",
    "qwertasdfgzxcvb",
    "rkskekfk123",
    "dkssudgktpdy",
    "tkfkdgody123",
    "gksrnrdjgksrnrdj",
    "thankyou123",
    "letmein123",
    "letmeinnow",
    "trustno1234",
    "trustnoone",
    "correcthorsebatterystaple",
    "nevergiveup",
    "mypassword1",
    "jesuschrist",
    "godisgood1",
    "christopher",
    "basketball",
    "manchester",
    "liverpoolfc",
    "chelsea123",
    "skateboard",
    "volleyball",
    "motorcycle",
];

/// Words that are a password of many, whatever digits and signs stand around them.
const WORDS: &[&str] = &[
    "password",
    "passwort",
    "passwd",
    "pass",
    "qwerty",
    "qwertz",
    "azerty",
    "qwer",
    "asdf",
    "asdfgh",
    "asdfghjkl",
    "zxcvbn",
    "zxcvbnm",
    "abc",
    "abcd",
    "abcdef",
    "admin",
    "administrator",
    "root",
    "user",
    "test",
    "guest",
    "login",
    "welcome",
    "letmein",
    "changeme",
    "secret",
    "default",
    "temp",
    "hello",
    "iloveyou",
    "loveyou",
    "lovely",
    "sunshine",
    "princess",
    "dragon",
    "monkey",
    "football",
    "baseball",
    "superman",
    "batman",
    "master",
    "shadow",
    "michael",
    "jordan",
    "killer",
    "freedom",
    "whatever",
    "starwars",
    "pokemon",
    "naruto",
    "samsung",
    "google",
    "naver",
    "daum",
    "kakao",
    "korea",
    "seoul",
    "madang",
    "summer",
    "winter",
    "spring",
    "autumn",
    "love",
    "gksrnr",
    "tkfkd",
    "tkfkdgo",
    "dkssud",
    "qlalfqjsgh",
    "비밀번호",
    "사랑해",
    "안녕하세요",
    "마당",
];

/// Rows and columns of keys, the alphabet and the digits, along which fingers walk.
const WALKS: &[&str] = &[
    "1234567890",
    "0123456789",
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiop[]",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "!@#$%^&*()",
    "가나다라마바사아자차카타파하",
    "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ",
    "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ",
];

/// Whether a password is one of those that are tried first.
pub(super) fn guessable(password: &str) -> bool {
    let lower = password.to_lowercase();
    let core = lower.trim_matches(|c: char| !c.is_alphabetic());
    let words = [core.to_owned(), unmasked(core), unmasked(&lower)];
    LISTED.iter().any(|listed| *listed == lower)
        || WORDS.iter().any(|word| words.iter().any(|found| found == word))
        || repeated(&lower)
        || walked(&lower)
}

/// The letters that signs and digits often stand for.
fn unmasked(text: &str) -> String {
    let letter = |c| match c {
        '0' => 'o',
        '1' | '!' => 'i',
        '3' => 'e',
        '4' | '@' => 'a',
        '5' | '$' => 's',
        '7' => 't',
        other => other,
    };
    text.chars().map(letter).collect()
}

/// One piece of at most half its length over and over, the last time perhaps in part.
fn repeated(text: &str) -> bool {
    let all: Vec<char> = text.chars().collect();
    (1..=all.len() / 3).any(|piece| all.iter().zip(all.iter().skip(piece)).all(|(one, next)| one == next))
}

/// Whether it falls into at most two walks, forwards or backwards.
fn walked(text: &str) -> bool {
    let all: Vec<char> = text.chars().collect();
    let first = reach(&all);
    first == all.len() || first + reach(all.get(first..).unwrap_or_default()) == all.len() && first >= 3 && all.len() - first >= 3
}

/// How many characters at the beginning are one walk.
fn reach(text: &[char]) -> usize {
    let along = |walk: &[char]| {
        let places = text.iter().map(|c| walk.iter().position(|place| place == c));
        let mut reached = 0;
        let mut before: Option<usize> = None;
        for place in places {
            let Some(place) = place else { break };
            let goes_on = before.is_none_or(|before| (before + 1) % walk.len() == place);
            if !goes_on {
                break;
            }
            before = Some(place);
            reached += 1;
        }
        reached
    };
    let walks = WALKS.iter().map(|walk| walk.chars().collect::<Vec<_>>());
    walks.map(|walk| along(&walk).max(along(&walk.iter().rev().copied().collect::<Vec<_>>()))).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everyone_tries_first_is_seen() {
        for password in [
            "Password123",
            "P@ssw0rd2026!",
            "iloveyou!!!!",
            "qwerty12345",
            "1234567890",
            "0987654321",
            "abcdefghij",
            "qwertyuiop",
            "aaaaaaaaaaaa",
            "abcabcabcabc",
            "12121212121",
            "1q2w3e4r5t",
            "welcome2026",
            "Administrator",
            "9876543210",
            "abcdef123456",
            "!!!admin!!!123",
            "madang2026!",
            "사랑해1234567",
            "가나다라마바사아자차",
            "QWER1234asdf",
            "changeme123",
        ] {
            assert!(guessable(password), "{password}");
        }
    }

    #[test]
    fn what_somebody_thought_of_is_not() {
        for password in [
            "correct horse battery",
            "seven green lanterns",
            "a river of stones",
            "봄날의 마당 2026",
            "마당에서 만나요 오늘",
            "x7Kp-2mQz-9vLd",
            "summer in my seoul flat",
            "another password 9",
            "1234 steps to the river",
        ] {
            assert!(!guessable(password), "{password}");
        }
    }
}
