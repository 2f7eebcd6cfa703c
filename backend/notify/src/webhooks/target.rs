//! The way out of the house. A company chooses where webhooks go, so the address must not lead back
//! in: not to this machine, to the network it stands in, or to a cloud's metadata.
//!
//! A name is looked up here and the connection is made to the very addresses that were judged, so
//! that a name cannot change its mind in between. No redirect is followed, no proxy asked, and the
//! answer is read no further than it is shown.

use kernel::{Problem, Result};
use platform::config::WebhookConfig;
use reqwest::{
    Client, Url,
    dns::{Addrs, Name, Resolve, Resolving},
    redirect::Policy,
};
use std::{
    error::Error,
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
    time::{Duration, Instant},
};
use url::Host;

/// Characters of an address.
const LONGEST_URL: usize = 500;
/// Bytes of an answer that are kept.
const SHOWN: usize = 1_000;

/// What came of one try.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    /// The HTTP status, if there was an answer.
    pub status: Option<u16>,
    /// Why there was none: a stable word.
    pub error: Option<&'static str>,
    /// How the answer begins.
    pub answer: String,
    /// How long it took.
    pub duration: Duration,
    /// Seconds after which the receiver wants to be asked again.
    pub retry_after_s: Option<i64>,
}

impl Outcome {
    /// Whether the receiver has taken it.
    pub fn taken(&self) -> bool {
        self.status.is_some_and(|status| (200..300).contains(&status))
    }
}

/// The one who goes out.
pub(crate) struct Courier {
    client: Client,
    allow_private: bool,
}

impl Courier {
    /// A courier by these settings.
    pub fn new(config: &WebhookConfig) -> Result<Self> {
        let timeout = Duration::from_millis(config.timeout_ms);
        let client = Client::builder()
            .user_agent(concat!("Madang-Webhooks/", env!("CARGO_PKG_VERSION")))
            .dns_resolver(Arc::new(Judge { allow_private: config.allow_private }))
            .redirect(Policy::none())
            .no_proxy()
            .https_only(!config.allow_http)
            .connect_timeout(timeout.min(Duration::from_secs(5)))
            .timeout(timeout)
            .build()
            .map_err(Problem::internal)?;
        Ok(Self { client, allow_private: config.allow_private })
    }

    /// Brings a payload to an address.
    pub async fn bring(&self, url: &str, headers: [(&'static str, String); 3], payload: String) -> Outcome {
        let began = Instant::now();
        let mut outcome = self.post(url, headers, payload).await.unwrap_or_else(|error| Outcome {
            status: None,
            error: Some(error),
            answer: String::new(),
            duration: Duration::ZERO,
            retry_after_s: None,
        });
        outcome.duration = began.elapsed();
        outcome
    }

    async fn post(&self, url: &str, headers: [(&'static str, String); 3], payload: String) -> Result<Outcome, &'static str> {
        let url = Url::parse(url).map_err(|_| "url_refused")?;
        // An address written as a number is never looked up, so it is judged here.
        if !self.allow_private && literal(&url).is_some_and(|address| !is_public(address)) {
            return Err("address_refused");
        }
        let mut request = self.client.post(url).header("content-type", "application/json").body(payload);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        let mut response = request.send().await.map_err(|error| fault(&error))?;
        let retry_after = response.headers().get("retry-after").and_then(|value| value.to_str().ok()?.trim().parse().ok());
        let mut bytes = Vec::new();
        while bytes.len() < SHOWN {
            match response.chunk().await {
                Ok(Some(chunk)) => bytes.extend_from_slice(&chunk),
                // The status has come and decides; an answer that breaks off is shown as far as it came.
                Ok(None) | Err(_) => break,
            }
        }
        bytes.truncate(SHOWN);
        // PostgreSQL cannot store the NUL character.
        let answer = String::from_utf8_lossy(&bytes).replace('\0', "\u{fffd}");
        Ok(Outcome { status: Some(response.status().as_u16()), error: None, answer, duration: Duration::ZERO, retry_after_s: retry_after })
    }
}

/// Why there was no answer, as a stable word.
fn fault(error: &reqwest::Error) -> &'static str {
    let mut source: Option<&(dyn Error + 'static)> = error.source();
    while let Some(cause) = source {
        if cause.is::<Refused>() {
            return "address_refused";
        }
        source = cause.source();
    }
    if error.is_timeout() {
        "timed_out"
    } else if error.is_connect() {
        "unreachable"
    } else {
        "broken_off"
    }
}

/// Whether an address can be that of an endpoint, as far as can be told without looking it up; else
/// a word that says why not.
pub(crate) fn acceptable(config: &WebhookConfig, text: &str) -> Result<String, &'static str> {
    if text.len() > LONGEST_URL {
        return Err("too_long");
    }
    let url = Url::parse(text.trim()).map_err(|_| "malformed")?;
    match url.scheme() {
        "https" => {}
        "http" if config.allow_http => {}
        _ => return Err("https_required"),
    }
    if !url.username().is_empty() || url.password().is_some() || url.fragment().is_some() || url.host().is_none() {
        return Err("malformed");
    }
    if !config.allow_private && literal(&url).is_some_and(|address| !is_public(address)) {
        return Err("private_address");
    }
    Ok(url.into())
}

fn literal(url: &Url) -> Option<IpAddr> {
    match url.host()? {
        Host::Ipv4(address) => Some(address.into()),
        Host::Ipv6(address) => Some(address.into()),
        Host::Domain(_) => None,
    }
}

/// Looks names up and lets public addresses through.
struct Judge {
    allow_private: bool,
}

/// A name that leads to no address that may be reached.
#[derive(Debug)]
struct Refused;

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the name leads to no public address")
    }
}

impl Error for Refused {}

impl Resolve for Judge {
    fn resolve(&self, name: Name) -> Resolving {
        let allow_private = self.allow_private;
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.collect();
            // A name that leads both out and in is an attempt, not a mistake: all of it is refused.
            if found.is_empty() || (!allow_private && found.iter().any(|address| !is_public(address.ip()))) {
                return Err(Refused.into());
            }
            let found: Addrs = Box::new(found.into_iter());
            Ok(found)
        })
    }
}

/// Whether an address lies in the public internet (IANA's registries of special-purpose addresses).
fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let special = matches!(
        (a, b, c),
        // This network, private, this machine, link-local (with the metadata of clouds), multicast, reserved and broadcast.
        (0 | 10 | 127 | 224..=255, _, _) | (169, 254, _) | (172, 16..=31, _) | (192, 168, _)
            // Shared by carriers, for protocols, for documentation, relays, for benchmarks.
            | (100, 64..=127, _) | (192, 0, 0 | 2) | (192, 88, 99) | (192, 31, 196) | (192, 52, 193) | (192, 175, 48)
            | (198, 18..=19, _) | (198, 51, 100) | (203, 0, 113)
    );
    !special
}

fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, ..] = address.segments();
    // Only 2000::/3 is given out; in it, 2001::/23 is for protocols (Teredo), 2001:db8::/32 and
    // 3fff::/20 for documentation, and 2002::/16 hides an IPv4 address.
    (0x2000..=0x3fff).contains(&a) && !(a == 0x2001 && (b < 0x0200 || b == 0x0db8)) && a != 0x2002 && !(a == 0x3fff && b < 0x1000)
}

#[cfg(test)]
mod tests;
