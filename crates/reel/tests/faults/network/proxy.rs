//! A proxy in the environment, on the way to a service that speaks TLS.

use contract::Service;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::GROUP;
use super::customer::{Customer, SERVICES, name};
use super::names::NOWHERE;
use super::tls::{Certificate, TRUSTED, Terminal};
use crate::options::Form;
use crate::table::{Table, Try, attempt};

/// The variable that names the proxy.
const PROXY: &str = "HTTPS_PROXY";

/// How a proxy answers.
#[derive(Clone, Copy)]
enum Proxy {
    /// Nobody listens.
    Gone,
    /// It wants a password.
    Demands,
    /// It forbids.
    Forbids,
    /// It hangs up.
    HangsUp,
}

/// Its row.
pub fn rows(table: &mut Table) {
    let mut tries = Vec::new();
    for service in SERVICES {
        tries.extend([
            refused(service, "nobody listens", Proxy::Gone),
            refused(service, "it wants a password (407)", Proxy::Demands),
            refused(service, "it forbids (403, with a page)", Proxy::Forbids),
            refused(service, "it hangs up", Proxy::HangsUp),
        ]);
        // Elsewhere only an administrator can say whom this machine trusts. A riff takes its time where
        // the service seems to be the real one.
        let is_soon_done = service == Service::Hubfluencer || table.form() == Form::Long;
        if cfg!(target_os = "linux") && is_soon_done {
            tries.push(good(service));
        }
    }
    table.row(
        GROUP,
        "a proxy that lets nothing through, and one that does",
        tries,
    );
}

/// A proxy's socket, and what `reel` is told of it.
async fn listener() -> (TcpListener, String) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("bound"));
    (listener, address)
}

/// A read and a paying call are refused, and nothing comes to the service.
fn refused(service: Service, what: &str, proxy: Proxy) -> Try {
    attempt(format!("{}: {what}", name(service)), async move {
        let mut customer = Customer::of(service).await;
        customer.finds_it_at(NOWHERE);
        let (listener, address) = listener().await;
        let listening = tokio::spawn(async move {
            if matches!(proxy, Proxy::Gone) {
                return;
            }
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(turned_away(line, proxy));
            }
        });
        customer.nothing_came(&customer.tries(&[(PROXY, address)]).await);
        listening.abort();
    })
}

async fn turned_away(mut line: TcpStream, proxy: Proxy) {
    let mut piece = [0; 4096];
    let _ = line.read(&mut piece).await;
    let answer = match proxy {
        Proxy::Demands => {
            "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"office\"\r\nContent-Length: 0\r\n\r\n"
        }
        Proxy::Forbids => {
            "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>"
        }
        Proxy::Gone | Proxy::HangsUp => return,
    };
    let _ = line.write_all(answer.as_bytes()).await;
}

/// The same proxy, letting through: the name is its to find, and the certificate is good.
fn good(service: Service) -> Try {
    attempt(format!("{}: it lets through", name(service)), async move {
        let mut customer = Customer::of(service).await;
        customer.finds_it_at(NOWHERE);
        let certificate = Certificate::good("reelwright.invalid");
        let terminal = Terminal::before(customer.port(), &certificate).await;
        let (listener, address) = listener().await;
        let port = terminal.port();
        let listening = tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(tunnelled(line, port));
            }
        });
        let trusted = certificate.trusted_in(customer.bench.folder.path());
        let variables = [(PROXY, address), (TRUSTED, trusted)];
        customer.bought_once(&customer.tries(&variables).await);
        listening.abort();
    })
}

/// CONNECT, and then whatever comes.
async fn tunnelled(mut line: TcpStream, port: u16) {
    let mut piece = [0; 4096];
    let _ = line.read(&mut piece).await;
    let Ok(mut server) = TcpStream::connect(("127.0.0.1", port)).await else {
        return;
    };
    let _ = line
        .write_all(b"HTTP/1.1 200 Connection established\r\n\r\n")
        .await;
    let _ = tokio::io::copy_bidirectional(&mut line, &mut server).await;
}
