//! A proxy in the environment, on the way to a service that speaks TLS.

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

use super::GROUP;
use super::names::{NOWHERE, nothing_was_bought, nowhere};
use super::tls::{Certificate, Terminal};
use crate::bench::Bench;
use crate::table::{Table, Try, attempt};

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
    let mut tries = vec![
        refused("nobody listens", Proxy::Gone),
        refused("it wants a password (407)", Proxy::Demands),
        refused("it forbids (403, with a page)", Proxy::Forbids),
        refused("it hangs up", Proxy::HangsUp),
    ];
    if cfg!(target_os = "linux") {
        tries.push(good());
    }
    table.row(
        GROUP,
        "a proxy that lets nothing through, and one that does",
        tries,
    );
}

/// A read and a paying call are refused, and nothing comes to the service.
fn refused(what: &str, proxy: Proxy) -> Try {
    attempt(what, async move {
        let bench = Bench::new(|_| {}).await;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("bound"));
        let listening = tokio::spawn(async move {
            if matches!(proxy, Proxy::Gone) {
                return;
            }
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(turned_away(line, proxy));
            }
        });
        let variables = [("HTTPS_PROXY", address)];
        let prompt = [
            "short",
            "--prompt",
            crate::hub_bench::PROMPT,
            "--yes",
            "--json",
        ];
        for arguments in [&["credits", "--json"][..], &prompt] {
            let ended = nowhere(&bench, arguments, &variables).await;
            let code = ended.code();
            assert!(
                ["offline", "bad-answer"].contains(&&*code),
                "{code}: {}",
                ended.stderr
            );
            assert_eq!(ended.exit, 5, "{}", ended.stderr);
        }
        nothing_was_bought(&bench).await;
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
fn good() -> Try {
    attempt("it lets through", async {
        let bench = Bench::new(|_| {}).await;
        let certificate = Certificate::good("reelwright.invalid");
        let end = bench.sandbox.hubfluencer_url().port().expect("a port");
        let terminal = Terminal::before(end, &certificate).await;
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let address = format!("http://{}", listener.local_addr().expect("bound"));
        let port = terminal.port();
        let listening = tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(tunnelled(line, port));
            }
        });
        let trust = certificate.trusted_in(bench.folder.path());
        let variables = [("HTTPS_PROXY", address), ("SSL_CERT_FILE", trust)];
        let ended = nowhere(&bench, &["credits", "--json"], &variables).await;
        assert_eq!(ended.exit, 0, "{NOWHERE}: {}", ended.stderr);
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
