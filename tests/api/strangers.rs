//! What a stranger is told about an address is the same whether or not it has an account: the status,
//! the words, and the work that the answer takes.

use kernel::{Locale, Result};
use madang_tests::{Setting, TestApp};
use serde_json::{Value, json};
use std::time::Duration;

/// How often each question is put; the quickest answer counts, so that a busy machine tells nothing.
const TIMES: usize = 15;
/// How many times as long the quicker answer the slower one may take by chance.
const BY_CHANCE: u32 = 2;

#[derive(Default)]
struct Asked {
    quickest: Option<Duration>,
    said: Vec<(u16, String, Value)>,
}

impl Asked {
    async fn ask(&mut self, t: &TestApp, path: &str, body: Value) {
        let watch = t.madang.app.clock().stopwatch();
        let answer = t.anyone().post(path, body).await;
        let took = watch.elapsed();
        self.quickest = Some(self.quickest.map_or(took, |quickest| quickest.min(took)));
        self.said.push((answer.status, answer.code(), answer.json()["title"].clone()));
        self.said.dedup();
    }

    fn quickest(&self) -> Duration {
        self.quickest.unwrap_or_default()
    }
}

#[actix_web::test]
async fn nobody_learns_from_an_answer_who_has_an_account() -> Result<()> {
    // Passwords cost what they cost in production, so that work that is left out would show.
    let cost = |config: &mut platform::config::Config| {
        config.auth.argon2_memory_kib = 19_456;
        config.auth.argon2_passes = 2;
    };
    let t = TestApp::with(Setting { change: Some(cost), ..Setting::default() }).await?;
    let mut known = Vec::new();
    for _ in 0..TIMES {
        known.push(t.person(Locale::Ko).await?.email);
    }
    let unknown: Vec<String> = (0..TIMES).map(|number| format!("nobody{number}@people.example")).collect();
    let sign_up = |address: &str| t.sign_up_body(address, "a river of stones");
    let questions: [(&str, &dyn Fn(&str) -> Value); 4] = [
        ("/account/session", &|address| json!({"email": address, "password": "not the password"})),
        ("/account/password-reset", &|address| json!({"email": address})),
        ("/account/email-verification/resend", &|address| json!({"email": address})),
        ("/account", &sign_up),
    ];
    for (path, body) in questions {
        let (mut knows, mut does_not) = (Asked::default(), Asked::default());
        // In turns, so that both meet the machine in the same mood.
        for (known, unknown) in known.iter().zip(&unknown) {
            knows.ask(&t, path, body(known)).await;
            does_not.ask(&t, path, body(unknown)).await;
        }
        t.work().await?;
        assert_eq!(knows.said, does_not.said, "{path}");
        assert_eq!(knows.said.len(), 1, "{path} answers in more than one way");
        let (one, other) = (knows.quickest(), does_not.quickest());
        assert!(
            one < other * BY_CHANCE && other < one * BY_CHANCE,
            "{path} takes {one:?} where there is an account, and {other:?} where there is none"
        );
    }
    // Only those who have one are written to, and those who are new.
    t.work().await?;
    let written: Vec<_> = known.first().map(|address| t.mails_to(address)).into_iter().collect();
    for mails in futures_util::future::join_all(written).await {
        let mut mails = mails?;
        mails.sort();
        assert_eq!(mails, ["address_taken", "reset_password"]);
    }
    assert_eq!(t.mails_to("nobody0@people.example").await?, ["verify_email"]);
    // A passkey is asked for in the same words of everybody, and names nobody.
    let asked = t.anyone().post("/account/session/passkey/challenge", Value::Null).await.is(201);
    assert_eq!(asked["options"]["allowCredentials"], json!([]));
    t.finish().await
}
