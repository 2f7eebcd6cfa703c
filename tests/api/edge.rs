//! The edge, over plain HTTP: what every kind of answer carries, which hosts are answered, whose
//! pages may call, and which bodies are refused.

use kernel::{Problem, Result};
use madang_tests::{Market, Setting, TestApp};
use reqwest::{Client, Method, redirect::Policy};
use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

/// What every answer carries, whatever it is.
const ALWAYS: &[(&str, &str)] = &[
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("referrer-policy", "strict-origin-when-cross-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("x-permitted-cross-domain-policies", "none"),
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
];

/// An installation with a page and an asset to serve, reached by https as far as it knows.
async fn with_screens() -> Result<(TestApp, std::path::PathBuf)> {
    let setting = Setting {
        change: Some(|config| {
            let dir = std::env::temp_dir().join("madang-edge-screens");
            config.server.public_url = "https://madang.test".into();
            config.server.web_dir = dir.to_string_lossy().into_owned();
            config.server.body_timeout_s = 1;
            config.server.upload_limit = 500_000;
        }),
        ..Setting::default()
    };
    let dir = std::env::temp_dir().join("madang-edge-screens");
    std::fs::create_dir_all(dir.join("assets")).map_err(Problem::internal)?;
    let page = "<!doctype html><html><head><title>x</title><script nonce=\"__CSP_NONCE__\"></script></head></html>";
    for entry in ["index.html", "company.html", "operator.html"] {
        std::fs::write(dir.join(entry), page).map_err(Problem::internal)?;
    }
    std::fs::write(dir.join("assets/app-1.js"), "export {};").map_err(Problem::internal)?;
    Ok((TestApp::with(setting).await?, dir))
}

fn client() -> Result<Client> {
    Client::builder().redirect(Policy::none()).build().map_err(Problem::internal)
}

#[actix_web::test]
async fn every_kind_of_answer_carries_the_headers() -> Result<()> {
    let (t, _dir) = with_screens().await?;
    let m = Market::on(t).await?;
    let picture = include_bytes!("../../infra/demo/pictures/hb-bagel.webp").to_vec();
    let uploaded = m.bakery.send(Method::POST, &format!("/company/items/{}/media", m.bread.item), Some(picture)).await.is(201);
    let file = uploaded.pointer("/urls/800").and_then(|url| url.as_str()).unwrap_or_default().to_owned();
    assert!(file.starts_with("/api/v1/files/"), "{uploaded}");
    let http = client()?;
    let nothing = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    for (what, method, path, status, policy, resource) in [
        ("a page", Method::GET, "/", 200, "script-src 'self' 'nonce-", "same-origin"),
        ("a page of the workspace", Method::GET, "/company/items", 200, "script-src 'self' 'nonce-", "same-origin"),
        ("an asset", Method::GET, "/assets/app-1.js", 200, nothing, "same-origin"),
        ("an answer", Method::GET, "/api/v1/meta", 200, nothing, "same-origin"),
        ("the document", Method::GET, "/api/v1/openapi.json", 200, nothing, "same-origin"),
        ("the reference", Method::GET, "/api/v1/docs/", 200, "default-src 'none'; script-src 'self'; style-src 'self'", "same-origin"),
        ("a redirect", Method::GET, "/api/v1/docs", 307, nothing, "same-origin"),
        ("a picture", Method::GET, file.as_str(), 200, "default-src 'none'; sandbox", "cross-origin"),
        ("a refusal", Method::GET, "/api/v1/company/items", 401, nothing, "same-origin"),
        ("an unknown address", Method::GET, "/api/v1/nothing", 404, nothing, "same-origin"),
        ("another method", Method::DELETE, "/api/v1/meta", 405, nothing, "same-origin"),
        ("a body that is none", Method::POST, "/api/v1/account/session", 400, nothing, "same-origin"),
        ("a sign of life", Method::GET, "/healthz", 200, nothing, "same-origin"),
    ] {
        let answer = http.request(method, format!("{}{path}", m.t.base)).header("content-type", "application/json").body("{").send().await;
        let answer = answer.map_err(Problem::internal)?;
        assert_eq!(answer.status().as_u16(), status, "{what}");
        let header = |name: &str| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        for (name, value) in ALWAYS {
            assert_eq!(&header(name), value, "{what}: {name}");
        }
        let found = header("content-security-policy");
        assert!(found.starts_with(policy) || found.contains(policy), "{what}: {found}");
        assert!(!found.contains("unsafe"), "{what}: {found}");
        assert!(found.contains("frame-ancestors 'none'") || found.contains("sandbox"), "{what}: {found}");
        assert_eq!(header("cross-origin-resource-policy"), resource, "{what}");
        assert!(header("permissions-policy").contains("camera=()"), "{what}");
        if path.starts_with("/api/") && status != 307 {
            assert!(!header("cache-control").is_empty(), "{what}: nobody says whether it may be kept");
        }
    }
    m.finish().await
}

#[actix_web::test]
async fn a_page_has_a_nonce_of_its_own() -> Result<()> {
    let (t, _dir) = with_screens().await?;
    let http = client()?;
    let mut nonces = Vec::new();
    for _ in 0..2 {
        let answer = http.get(&t.base).send().await.map_err(Problem::internal)?;
        let policy = answer.headers().get("content-security-policy").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        let nonce = policy.split("'nonce-").nth(1).and_then(|rest| rest.split('\'').next()).unwrap_or_default().to_owned();
        assert!(answer.text().await.map_err(Problem::internal)?.contains(&format!("nonce=\"{nonce}\"")));
        nonces.push(nonce);
    }
    assert_ne!(nonces[0], nonces[1]);
    t.finish().await
}

#[actix_web::test]
async fn a_name_that_is_not_ours_is_answered_by_nobody() -> Result<()> {
    let t = TestApp::start().await?;
    let ask = async |host: &str, path: &str| t.anyone().with("host", host).get(path).await;
    for host in ["madang.test", "madang.test:80", "MADANG.test.", "hanbit.madang.test", "127.0.0.1:1", "localhost:8080", "hanbit.localhost"] {
        ask(host, "/meta").await.ok();
    }
    for host in ["evil.example", "madang.test.evil.example", "a.b.madang.test", "notmadang.test"] {
        let refused = ask(host, "/meta").await;
        refused.refused(421, "request.unknown_host");
    }
    let probe = client()?.get(format!("{}/healthz", t.base)).header("host", "10-0-0-7.pod").send().await.map_err(Problem::internal)?;
    assert_eq!(probe.status().as_u16(), 200);
    t.finish().await
}

#[actix_web::test]
async fn only_pages_of_our_own_shops_may_read_the_api() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let allowed = async |origin: &str| {
        let answer = t.anyone().with("origin", origin).get("/meta").await;
        assert_eq!(answer.header("access-control-allow-credentials"), "", "cookies never go along");
        assert!(answer.headers.get_all("vary").iter().any(|value| value.to_str().is_ok_and(|vary| vary.contains("Origin"))));
        answer.header("access-control-allow-origin").to_owned()
    };
    for origin in ["http://madang.test".to_owned(), format!("http://{}.madang.test", firm.slug)] {
        assert_eq!(allowed(&origin).await, origin);
    }
    for origin in [
        "http://evil.example",
        "https://madang.test",
        "http://nobody.madang.test",
        "http://madang.test:81",
        "null",
        "http://127.0.0.1",
        "http://localhost",
    ] {
        assert_eq!(allowed(origin).await, "", "{origin}");
    }
    // What a browser asks beforehand.
    let ask = async |origin: &str| {
        let asked = t.anyone().with("origin", origin).with("access-control-request-method", "POST");
        asked.send(Method::OPTIONS, "/account/session", None).await
    };
    let friend = ask("http://madang.test").await;
    assert_eq!((friend.status, friend.header("access-control-allow-origin")), (204, "http://madang.test"));
    assert!(friend.header("access-control-allow-headers").contains("Idempotency-Key"));
    assert_eq!(ask("http://evil.example").await.header("access-control-allow-methods"), "");
    t.finish().await
}

#[actix_web::test]
async fn a_page_of_another_site_moves_no_cookie() -> Result<()> {
    let t = TestApp::start().await?;
    for (name, value) in [("origin", "http://evil.example"), ("sec-fetch-site", "cross-site"), ("sec-fetch-site", "same-site")] {
        for (method, path) in [(Method::POST, "/account/session"), (Method::POST, "/account/session/refresh"), (Method::DELETE, "/account/session")] {
            let body = br#"{"email":"a@people.example","password":"whatever it is"}"#.to_vec();
            let body = if path.ends_with("refresh") { b"{}".to_vec() } else { body };
            let caller = t.anyone().with(name, value).with("cookie", "madang_refresh=x");
            assert_eq!(caller.send(method.clone(), path, Some(body)).await.code(), "identity.request.cross_site", "{method} {path} {name}");
        }
    }
    t.finish().await
}

/// What the server says to raw bytes.
fn raw(base: &str, request: &[u8], wait: Duration) -> Result<String> {
    let address = base.trim_start_matches("http://");
    let mut stream = TcpStream::connect(address).map_err(Problem::internal)?;
    stream.set_read_timeout(Some(wait)).map_err(Problem::internal)?;
    stream.write_all(request).map_err(Problem::internal)?;
    let mut answer = vec![0; 4096];
    let count = stream.read(&mut answer).map_err(Problem::internal)?;
    Ok(String::from_utf8_lossy(answer.get(..count).unwrap_or_default()).into_owned())
}

#[actix_web::test]
async fn a_body_that_is_packed_too_large_or_too_slow_is_refused() -> Result<()> {
    let (t, _dir) = with_screens().await?;
    let m = Market::on(t).await?;
    // A bomb: a megabyte of zeros packed into a thousand bytes.
    let bomb = include_bytes!("zeros.gz").to_vec();
    for path in ["/account/session", "/company/files", "/webhooks/sandbox"] {
        let packed = m.bakery.with("content-encoding", "gzip").send(Method::POST, path, Some(bomb.clone())).await;
        packed.refused(415, "request.media_type");
    }
    let large = vec![b' '; m.t.madang.app.config().server.body_limit + 1];
    m.t.anyone().send(Method::POST, "/account/session", Some(large)).await.refused(413, "request.too_large");
    let large = vec![0; m.t.madang.app.config().server.upload_limit + 1];
    m.bakery.send(Method::POST, "/company/files", Some(large)).await.refused(413, "request.too_large");
    // A body that never comes is given up after a second.
    let base = m.t.base.clone();
    let slow = b"POST /api/v1/account/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{".to_vec();
    let said = tokio::task::spawn_blocking(move || raw(&base, &slow, Duration::from_secs(20))).await.map_err(Problem::internal)??;
    assert!(said.starts_with("HTTP/1.1 408") && said.contains("request.too_slow"), "{said}");
    m.finish().await
}
