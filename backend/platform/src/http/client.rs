//! Whose request it is, by address. The address is that of the connection; only where that is one
//! of the operator's own proxies is the `X-Forwarded-For` header believed, and of it no more than
//! those proxies have written: what comes before them anybody could have sent.

use super::body::app;
use actix_web::HttpRequest;
use kernel::{Problem, Result};
use std::net::{IpAddr, SocketAddr};

/// Addresses that begin alike.
#[derive(Clone, Copy, Debug)]
struct Network {
    base: IpAddr,
    prefix: u32,
}

/// The proxies in front of this installation.
#[derive(Clone, Debug, Default)]
pub struct Proxies(Vec<Network>);

impl Proxies {
    /// Parses `10.0.0.0/8, ::1`. Error: what is no address or network.
    pub fn parse(text: &str) -> Result<Self> {
        text.split(',').map(str::trim).filter(|part| !part.is_empty()).map(network).collect::<Result<_>>().map(Self)
    }

    fn trusts(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(address))
    }

    /// The nearest address that is not one of the proxies; `forwarded` lists the hops, the nearest
    /// last. Where a proxy wrote something unreadable, the proxy itself is the client.
    fn client<'a>(&self, peer: IpAddr, forwarded: impl DoubleEndedIterator<Item = &'a str>) -> IpAddr {
        let mut client = peer.to_canonical();
        let mut hops = forwarded.rev();
        while self.trusts(client) {
            let Some(next) = hops.next().and_then(hop) else { break };
            client = next;
        }
        client
    }
}

impl Network {
    fn contains(&self, address: IpAddr) -> bool {
        let (own, other, width) = match (self.base, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => (u128::from(own.to_bits()), u128::from(other.to_bits()), 32),
            (IpAddr::V6(own), IpAddr::V6(other)) => (own.to_bits(), other.to_bits(), 128),
            _ => return false,
        };
        (own ^ other).checked_shr(width - self.prefix).unwrap_or(0) == 0
    }
}

fn network(text: &str) -> Result<Network> {
    let refused = || Problem::internal(format!("server.trusted_proxies: {text} is no address or network"));
    let (address, prefix) = text.split_once('/').map_or((text, None), |(address, prefix)| (address, Some(prefix)));
    let base: IpAddr = address.parse().map_err(|_| refused())?;
    let width = if base.is_ipv4() { 32 } else { 128 };
    let prefix = prefix.map_or(Ok(width), |prefix| prefix.parse::<u32>().map_err(|_| refused()))?;
    if prefix > width { Err(refused()) } else { Ok(Network { base, prefix }) }
}

/// A hop as proxies write it: an address, perhaps with a port.
fn hop(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let address = text.parse().ok().or_else(|| text.parse::<SocketAddr>().ok().map(|socket| socket.ip()));
    address.or_else(|| text.strip_prefix('[')?.strip_suffix(']')?.parse().ok()).map(|address: IpAddr| address.to_canonical())
}

/// The address of whoever sent a request; empty where there is no connection.
pub fn client_address(request: &HttpRequest) -> String {
    let Some(peer) = request.peer_addr() else { return String::new() };
    let Ok(app) = app(request) else { return peer.ip().to_string() };
    let written: Vec<&str> =
        request.headers().get_all("x-forwarded-for").filter_map(|value| value.to_str().ok()).flat_map(|line| line.split(',')).collect();
    app.proxies().client(peer.ip(), written.into_iter()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(trusted: &str, peer: &str, forwarded: &str) -> Result<String> {
        let peer = peer.parse().map_err(Problem::internal)?;
        let hops: Vec<&str> = forwarded.split(',').filter(|hop| !hop.is_empty()).collect();
        Ok(Proxies::parse(trusted)?.client(peer, hops.into_iter()).to_string())
    }

    #[test]
    fn only_what_our_own_proxies_wrote_is_believed() -> Result<()> {
        for (trusted, peer, forwarded, expected) in [
            ("", "203.0.113.9", "1.2.3.4", "203.0.113.9"),
            ("10.0.0.0/8", "203.0.113.9", "1.2.3.4", "203.0.113.9"),
            ("10.0.0.0/8", "10.1.2.3", "198.51.100.7", "198.51.100.7"),
            // What the client itself wrote stands to the left.
            ("10.0.0.0/8", "10.1.2.3", "1.2.3.4, 198.51.100.7", "198.51.100.7"),
            ("10.0.0.0/8,192.0.2.1", "10.1.2.3", "1.2.3.4, 198.51.100.7, 192.0.2.1", "198.51.100.7"),
            ("10.0.0.0/8", "10.1.2.3", "10.9.9.9", "10.9.9.9"),
            ("10.0.0.0/8", "10.1.2.3", "", "10.1.2.3"),
            ("10.0.0.0/8", "10.1.2.3", "198.51.100.7, unknown", "10.1.2.3"),
            ("10.0.0.0/8", "::ffff:10.1.2.3", "198.51.100.7:4711", "198.51.100.7"),
            ("fd00::/8", "fd00::1", "[2001:db8::7]:443", "2001:db8::7"),
            ("::/0", "fd00::1", "198.51.100.7", "198.51.100.7"),
            ("0.0.0.0/0", "10.0.0.1", "198.51.100.7", "198.51.100.7"),
        ] {
            assert_eq!(client(trusted, peer, forwarded)?, expected, "{trusted} {peer} {forwarded}");
        }
        for wrong in ["10.0.0.0/33", "proxy.example", "10.0.0.0/x", "fd00::/129"] {
            assert!(Proxies::parse(wrong).is_err(), "{wrong}");
        }
        Ok(())
    }
}
