//! A gate before the sandbox: one kind of request can be held there, so that the moment in which a
//! process is killed is known exactly.

use std::sync::{Arc, Mutex};

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// Passes everything on but what it is told to hold.
pub struct Gate {
    address: String,
    held: Arc<Held>,
    listening: JoinHandle<()>,
}

struct Held {
    wanted: Mutex<Option<&'static str>>,
    count: watch::Sender<usize>,
}

impl Gate {
    /// A gate before the server at this port of this machine.
    pub async fn before(port: u16) -> Self {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("bound"));
        let held = Arc::new(Held {
            wanted: Mutex::default(),
            count: watch::Sender::new(0),
        });
        let listening = {
            let held = Arc::clone(&held);
            tokio::spawn(async move {
                while let Ok((client, _)) = listener.accept().await {
                    tokio::spawn(pass(client, port, Arc::clone(&held)));
                }
            })
        };
        Self {
            address,
            held,
            listening,
        }
    }

    /// What `reel` is told instead of the server's address.
    pub fn address(&self) -> &str {
        &self.address
    }

    /// From now on requests that begin so stop here, unread.
    pub fn hold(&self, request: &'static str) {
        *self.held.wanted.lock().expect("unpoisoned") = Some(request);
    }

    /// Waits until a request stands here.
    pub async fn holds_one(&self) {
        let mut count = self.held.count.subscribe();
        let one = count.wait_for(|count| *count > 0);
        tokio::time::timeout(crate::waiting::PATIENCE, one)
            .await
            .expect("the request never came")
            .expect("the gate stands");
    }

    /// Lets pass whatever comes from now on. What was held stays so.
    pub fn open(&self) {
        *self.held.wanted.lock().expect("unpoisoned") = None;
    }
}

impl Drop for Gate {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

/// One connection, both ways, until either side ends.
async fn pass(client: TcpStream, port: u16, held: Arc<Held>) {
    let Ok(server) = TcpStream::connect(("127.0.0.1", port)).await else {
        return;
    };
    let (mut from_client, mut to_client) = client.into_split();
    let (mut from_server, mut to_server) = server.into_split();
    let asking = async {
        let mut piece = vec![0; 64 * 1024];
        while let Ok(length @ 1..) = from_client.read(&mut piece).await {
            let wanted = *held.wanted.lock().expect("unpoisoned");
            if wanted.is_some_and(|wanted| piece[..length].starts_with(wanted.as_bytes())) {
                held.count.send_modify(|count| *count += 1);
                // Not one byte of it is passed on, and no more of it is read.
                std::future::pending::<()>().await;
            }
            if to_server.write_all(&piece[..length]).await.is_err() {
                break;
            }
        }
        // An end that the other side has seen already is no failure.
        let _ = to_server.shutdown().await;
    };
    let answering = tokio::io::copy(&mut from_server, &mut to_client);
    tokio::select! {
        () = asking => {}
        _ = answering => {}
    }
}
