//! What may be reached and what may not.

use super::*;
use std::net::TcpListener;

const STRICT: WebhookConfig = WebhookConfig { allow_http: false, allow_private: false, timeout_ms: 2_000 };

#[test]
fn only_the_public_internet_is_reached() -> std::result::Result<(), std::net::AddrParseError> {
    for inside in [
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "100.127.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "fe80::1",
        "fc00::1",
        "fd00:ec2::254",
        "ff02::1",
        "64:ff9b::7f00:1",
        "2001:db8::1",
        "2001::1",
        "2002:7f00:1::",
        "3fff::1",
        "fec0::1",
    ] {
        assert!(!is_public(inside.parse()?), "{inside}");
    }
    for outside in [
        "8.8.8.8",
        "1.1.1.1",
        "172.15.0.1",
        "172.32.0.1",
        "100.63.0.1",
        "100.128.0.1",
        "198.20.0.1",
        "2606:4700::1111",
        "::ffff:8.8.8.8",
        "2a00::1",
        "2001:200::1",
    ] {
        assert!(is_public(outside.parse()?), "{outside}");
    }
    Ok(())
}

#[test]
fn an_address_is_https_and_leads_out() {
    for (text, reason) in [
        ("http://hooks.example/x", "https_required"),
        ("ftp://hooks.example/x", "https_required"),
        ("file:///etc/passwd", "https_required"),
        ("hooks.example", "malformed"),
        ("https://", "malformed"),
        ("https://me:secret@hooks.example/x", "malformed"),
        ("https://hooks.example/x#part", "malformed"),
        ("https://127.0.0.1/x", "private_address"),
        ("https://2130706433/x", "private_address"),
        ("https://0x7f.1/x", "private_address"),
        ("https://0177.0.0.1/x", "private_address"),
        ("https://[::1]/x", "private_address"),
        ("https://[::ffff:10.0.0.1]/x", "private_address"),
        ("https://169.254.169.254/latest/meta-data", "private_address"),
        (&format!("https://hooks.example/{}", "x".repeat(500)), "too_long"),
    ] {
        assert_eq!(acceptable(&STRICT, text), Err(reason), "{text}");
    }
    assert_eq!(acceptable(&STRICT, " https://hooks.example/x?y=1 ").as_deref(), Ok("https://hooks.example/x?y=1"));
    let open = WebhookConfig { allow_http: true, allow_private: true, timeout_ms: 1 };
    assert_eq!(acceptable(&open, "http://127.0.0.1:9/x").as_deref(), Ok("http://127.0.0.1:9/x"));
}

/// A name that leads in is refused when it is looked up, and nobody ever connects.
#[tokio::test]
async fn a_name_that_leads_in_is_not_followed() -> Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(Problem::internal)?;
    listener.set_nonblocking(true).map_err(Problem::internal)?;
    let port = listener.local_addr().map_err(Problem::internal)?.port();
    let strict = Courier::new(&WebhookConfig { allow_http: true, ..STRICT })?;
    let headers = || [("webhook-id", "x".to_owned()), ("webhook-timestamp", "1".to_owned()), ("webhook-signature", "v1,x".to_owned())];
    for url in [format!("http://localhost:{port}/"), format!("http://127.0.0.1:{port}/"), format!("http://[::ffff:127.0.0.1]:{port}/")] {
        let outcome = strict.bring(&url, headers(), "{}".into()).await;
        assert_eq!((outcome.status, outcome.error), (None, Some("address_refused")), "{url}");
    }
    assert!(listener.accept().is_err(), "somebody connected");
    // Without the refusal the same name connects: the test would see it.
    let open = Courier::new(&WebhookConfig { allow_http: true, allow_private: true, timeout_ms: 200 })?;
    let outcome = open.bring(&format!("http://localhost:{port}/"), headers(), "{}".into()).await;
    assert_eq!(outcome.error, Some("timed_out"));
    assert!(listener.accept().is_ok());
    // Where TLS is required, none is tried without it.
    let tls = Courier::new(&WebhookConfig { allow_private: true, ..STRICT })?;
    assert!(tls.bring(&format!("http://localhost:{port}/"), headers(), "{}".into()).await.status.is_none());
    assert!(listener.accept().is_err());
    Ok(())
}
