//! What stands between two processes: it hands connections on to those who are ready, closes its
//! door, and cuts what is open. As the balancer of two servers it asks each whether it is ready.

use kernel::{Problem, Result};
use std::{
    net::SocketAddr,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
    sync::Notify,
};

/// How often a server is asked whether it is ready.
const ASKED_EVERY: Duration = Duration::from_millis(150);

struct Inner {
    targets: Vec<SocketAddr>,
    ready: Mutex<Vec<bool>>,
    turn: AtomicUsize,
    open: AtomicBool,
    cut: Notify,
}

/// What stands between.
#[derive(Clone)]
pub struct Proxy {
    inner: Arc<Inner>,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Proxy {
    /// Hands connections on to `targets` in turn; with `asking`, to those that say that they are ready.
    pub async fn before(targets: Vec<SocketAddr>, asking: bool) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.map_err(Problem::internal)?;
        let address = listener.local_addr().map_err(Problem::internal)?;
        let ready = Mutex::new(vec![!asking; targets.len()]);
        let inner = Arc::new(Inner { targets, ready, turn: AtomicUsize::new(0), open: AtomicBool::new(true), cut: Notify::new() });
        if asking {
            for at in 0..inner.targets.len() {
                tokio::spawn(Arc::clone(&inner).watch(at));
            }
        }
        let taking = Arc::clone(&inner);
        tokio::spawn(async move {
            while let Ok((client, _)) = listener.accept().await {
                tokio::spawn(Arc::clone(&taking).hand_on(client));
            }
        });
        Ok(Self { inner, address })
    }

    /// Whether anybody is let through from now on.
    pub fn open(&self, open: bool) {
        self.inner.open.store(open, Ordering::Relaxed);
        if !open {
            self.cut();
        }
    }

    /// Cuts every connection that is open now.
    pub fn cut(&self) {
        self.inner.cut.notify_waiters();
    }

    /// How many say that they are ready.
    #[must_use]
    pub fn ready(&self) -> usize {
        self.inner.ready.lock().unwrap_or_else(PoisonError::into_inner).iter().filter(|ready| **ready).count()
    }
}

impl Inner {
    async fn hand_on(self: Arc<Self>, mut client: TcpStream) {
        if !self.open.load(Ordering::Relaxed) {
            return;
        }
        let Some(mut server) = self.connect().await else { return };
        // What is small goes at once.
        let _without = (client.set_nodelay(true), server.set_nodelay(true));
        tokio::select! {
            () = self.cut.notified() => {}
            _ended = copy_bidirectional(&mut client, &mut server) => {}
        }
    }

    /// The next one that is ready, and else any that takes a connection.
    async fn connect(&self) -> Option<TcpStream> {
        let ready = self.ready.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let first = self.turn.fetch_add(1, Ordering::Relaxed);
        for wanted in [true, false] {
            for step in 0..self.targets.len() {
                let at = (first + step) % self.targets.len();
                if ready.get(at) == Some(&wanted)
                    && let Some(target) = self.targets.get(at)
                    && let Ok(stream) = TcpStream::connect(target).await
                {
                    return Some(stream);
                }
            }
        }
        None
    }

    async fn watch(self: Arc<Self>, at: usize) {
        loop {
            let ready = match self.targets.get(at) {
                Some(target) => tokio::time::timeout(Duration::from_secs(1), says_ready(*target)).await.unwrap_or(false),
                None => return,
            };
            if let Some(known) = self.ready.lock().unwrap_or_else(PoisonError::into_inner).get_mut(at) {
                *known = ready;
            }
            tokio::time::sleep(ASKED_EVERY).await;
        }
    }
}

/// Whether a server says that it is ready to be sent requests.
pub async fn says_ready(target: SocketAddr) -> bool {
    let asked = async {
        let mut stream = TcpStream::connect(target).await?;
        stream.write_all(b"GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").await?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).await?;
        Ok::<bool, std::io::Error>(answer.starts_with(b"HTTP/1.1 200"))
    };
    asked.await.unwrap_or(false)
}
