//! What a server takes on, and how it ends: too much is refused at once and clearly, and a process
//! that is asked to stop says so, answers what is under way, and only then is gone.

use kernel::{Problem, Result};
use madang_tests::{Setting, TestApp};
use server::{Load, serve};
use std::net::TcpListener;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

const BODY: &str = r#"{"email": "nobody@people.example", "password": "seven green lanterns"}"#;

/// A request whose body has not come yet: it is under way until the body comes.
async fn begun(base: &str) -> Result<TcpStream> {
    let mut stream = TcpStream::connect(base.trim_start_matches("http://")).await.map_err(Problem::internal)?;
    let head = format!(
        "POST /api/v1/account/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
        BODY.len()
    );
    stream.write_all(head.as_bytes()).await.map_err(Problem::internal)?;
    Ok(stream)
}

/// The body comes; the answer's first bytes.
async fn finished(mut stream: TcpStream) -> Result<String> {
    stream.write_all(BODY.as_bytes()).await.map_err(Problem::internal)?;
    let mut answer = vec![0; 4096];
    let size = stream.read(&mut answer).await.map_err(Problem::internal)?;
    Ok(String::from_utf8_lossy(answer.get(..size).unwrap_or_default()).to_lowercase())
}

#[actix_web::test]
async fn what_is_too_much_is_refused_at_once_and_the_rest_is_answered() -> Result<()> {
    let t = TestApp::with(Setting { change: Some(|config| config.server.in_flight = 2), ..Setting::default() }).await?;
    let (one, two) = (begun(&t.base).await?, begun(&t.base).await?);
    // The two are under way as soon as the server has read them.
    let mut refused = t.anyone().get("/meta").await;
    for _ in 0..500 {
        if refused.status != 200 {
            break;
        }
        refused = t.anyone().get("/meta").await;
    }
    assert_eq!(refused.header("retry-after"), "1");
    assert_eq!(refused.header("x-content-type-options"), "nosniff");
    refused.refused(503, "server.unavailable");
    // Whoever looks after the process is answered all the same.
    let http = reqwest::Client::new();
    for path in ["/healthz", "/readyz"] {
        let answer = http.get(format!("{}{path}", t.base)).send().await.map_err(Problem::internal)?;
        assert_eq!(answer.status(), 200, "{path}");
    }
    // What is under way is answered, and then there is room again.
    assert!(finished(one).await?.starts_with("http/1.1 401"));
    t.anyone().get("/meta").await.ok();
    drop(two);
    t.finish().await
}

/// A database that is away is not a failure of ours: whoever asks is told to come again.
#[test]
fn a_database_that_is_away_is_told_as_such() {
    use sea_orm::{DbErr, RuntimeErr, SqlxError};
    let query = |error| Problem::from(DbErr::Query(RuntimeErr::SqlxError(std::sync::Arc::new(error))));
    let cut = std::io::Error::from(std::io::ErrorKind::UnexpectedEof);
    for away in [query(SqlxError::Io(cut)), query(SqlxError::PoolTimedOut), Problem::from(DbErr::ConnectionAcquire(sea_orm::ConnAcquireErr::Timeout))]
    {
        assert_eq!((away.code.name, away.retry_after), ("server.unavailable", Some(2)));
    }
    assert_eq!(query(SqlxError::RowNotFound).code.name, "server.internal");
}

#[actix_web::test]
async fn a_server_that_is_asked_to_stop_says_so_and_answers_what_is_under_way() -> Result<()> {
    let t = TestApp::start().await?;
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(Problem::internal)?;
    let base = format!("http://{}", listener.local_addr().map_err(Problem::internal)?);
    let load = Load::at_most(100);
    let server = serve::start_under(&t.madang, listener, load.clone())?;
    let handle = server.handle();
    let ended = actix_web::rt::spawn(server);
    let http = reqwest::Client::new();
    let get = async |path: &str| http.get(format!("{base}{path}")).send().await.map_err(Problem::internal);
    assert_eq!(get("/readyz").await?.status(), 200);
    let kept = get("/api/v1/meta").await?;
    assert!(kept.status() == 200 && kept.headers().get("connection").is_none(), "a connection is kept while nobody wants to stop");

    load.drain();
    let ready = get("/readyz").await?;
    assert_eq!((ready.status().as_u16(), ready.text().await.unwrap_or_default()), (503, r#"{"stopping":true}"#.to_owned()));
    // It still serves whoever comes, and lets every connection go.
    let last = get("/api/v1/meta").await?;
    assert_eq!((last.status().as_u16(), last.headers().get("connection").map(|value| value.as_bytes())), (200, Some(b"close".as_slice())));

    let under_way = begun(&base).await?;
    // It is read before the stop: the order of two connections is the server's.
    assert_eq!(get("/healthz").await?.status(), 200);
    let stopping = actix_web::rt::spawn(handle.stop(true));
    assert!(finished(under_way).await?.starts_with("http/1.1 401"));
    stopping.await.map_err(Problem::internal)?;
    ended.await.map_err(Problem::internal)?.map_err(Problem::internal)?;
    assert!(TcpStream::connect(base.trim_start_matches("http://")).await.is_err(), "nobody listens any more");
    t.finish().await
}
