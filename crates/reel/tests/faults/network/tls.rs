//! TLS that is wrong: certificates that nobody vouches for, that are over, or somebody else's; and
//! plain words where TLS is expected.

use std::path::Path;
use std::sync::Arc;

use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd,
};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use super::GROUP;
use crate::bench::{Bench, Ended};
use crate::table::{Table, Try, attempt};

/// A certificate of a server, and who vouches for it.
pub struct Certificate {
    server: rcgen::Certificate,
    key: KeyPair,
    authority: String,
}

impl Certificate {
    /// One that is as it should be, for this name.
    pub fn good(name: &str) -> Self {
        Self::signed(name, 2100)
    }

    /// One that was good until long ago.
    fn over(name: &str) -> Self {
        Self::signed(name, 2001)
    }

    fn signed(name: &str, until: i32) -> Self {
        let mut root = CertificateParams::new(Vec::new()).expect("no names");
        root.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        // Of another name than the server, or it would seem to vouch for itself.
        root.distinguished_name
            .push(DnType::CommonName, "An authority");
        let key = KeyPair::generate().expect("a key");
        let authority = CertifiedIssuer::self_signed(root, key).expect("signed");
        let mut params = CertificateParams::new(vec![name.to_owned()]).expect("a name");
        params.not_before = date_time_ymd(2000, 1, 1);
        params.not_after = date_time_ymd(until, 1, 1);
        let key = KeyPair::generate().expect("a key");
        let server = params.signed_by(&key, &authority).expect("signed");
        Self {
            server,
            key,
            authority: authority.pem(),
        }
    }

    /// A file with whom to trust, for `SSL_CERT_FILE`.
    pub fn trusted_in(&self, folder: &Path) -> String {
        let path = folder.join("trusted.pem");
        std::fs::write(&path, &self.authority).expect("written");
        path.to_str().expect("UTF-8").to_owned()
    }

    fn config(&self) -> ServerConfig {
        let provider = Arc::new(rustls::crypto::ring::default_provider());
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(self.key.serialize_der()));
        ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .expect("its own versions")
            .with_no_client_auth()
            .with_single_cert(vec![self.server.der().clone()], key)
            .expect("a key that fits")
    }
}

/// Speaks TLS before a server of this machine.
pub struct Terminal {
    port: u16,
    listening: JoinHandle<()>,
}

impl Terminal {
    /// One before this port.
    pub async fn before(end: u16, certificate: &Certificate) -> Self {
        let acceptor = TlsAcceptor::from(Arc::new(certificate.config()));
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.expect("a port");
        let port = listener.local_addr().expect("bound").port();
        let listening = tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                let acceptor = acceptor.clone();
                tokio::spawn(async move {
                    let server = TcpStream::connect(("127.0.0.1", end)).await;
                    // Whoever does not trust it leaves here.
                    if let (Ok(mut line), Ok(mut server)) = (acceptor.accept(line).await, server) {
                        let _ = tokio::io::copy_bidirectional(&mut line, &mut server).await;
                    }
                });
            }
        });
        Self { port, listening }
    }

    /// Where it listens.
    pub fn port(&self) -> u16 {
        self.port
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.listening.abort();
    }
}

/// Its row.
pub fn rows(table: &mut Table) {
    let mut tries = vec![
        turned_away("nobody vouches for it", Certificate::good, Trust::Nobody),
        turned_away("it is over", Certificate::over, Trust::Its),
        turned_away(
            "it is somebody else's",
            |_| Certificate::good("other.example"),
            Trust::Its,
        ),
        plain_for_tls(),
        tls_for_plain(),
    ];
    // Elsewhere only an administrator can say whom this machine trusts.
    if cfg!(target_os = "linux") {
        tries.push(good());
    }
    table.row(GROUP, "TLS: strange, over, somebody else's, or none", tries);
}

#[derive(Clone, Copy)]
enum Trust {
    Nobody,
    Its,
}

/// A read and a paying call by this address.
async fn tried(bench: &Bench, address: &str, trust: Option<String>) -> [Ended; 2] {
    let prompt = [
        "short",
        "--prompt",
        crate::hub_bench::PROMPT,
        "--yes",
        "--json",
    ];
    let run = async |arguments: &[&str]| {
        let mut command = bench.command(arguments);
        command
            .env("HUBFLUENCER_BASE_URL", address)
            .env("HUBFLUENCER_API_TOKEN", bench.sandbox.hubfluencer_token())
            .envs(trust.iter().map(|file| ("SSL_CERT_FILE", file)));
        Ended::from(command.output().await.expect("reel starts"))
    };
    [run(&["credits", "--json"]).await, run(&prompt).await]
}

/// Nothing came to the service, and it is said.
fn nothing_came(bench: &Bench, runs: &[Ended]) {
    for run in runs {
        let code = run.code();
        assert!(
            ["bad-answer", "offline"].contains(&&*code),
            "{code}: {}",
            run.stderr
        );
        assert_eq!(run.exit, 5, "{}", run.stderr);
    }
    assert_eq!(bench.sandbox.hub_books().requests.len(), 0);
}

fn turned_away(what: &str, certificate: fn(&str) -> Certificate, trust: Trust) -> Try {
    attempt(what, async move {
        let bench = Bench::new(|_| {}).await;
        let certificate = certificate("localhost");
        let end = bench.sandbox.hubfluencer_url().port().expect("a port");
        let terminal = Terminal::before(end, &certificate).await;
        let trusted = match trust {
            Trust::Nobody => None,
            Trust::Its => Some(certificate.trusted_in(bench.folder.path())),
        };
        let address = format!("https://localhost:{}/", terminal.port());
        let runs = tried(&bench, &address, trusted).await;
        nothing_came(&bench, &runs);
    })
}

fn plain_for_tls() -> Try {
    attempt("plain words where TLS is expected", async {
        let bench = Bench::new(|_| {}).await;
        let end = bench.sandbox.hubfluencer_url().port().expect("a port");
        let runs = tried(&bench, &format!("https://localhost:{end}/"), None).await;
        nothing_came(&bench, &runs);
    })
}

fn tls_for_plain() -> Try {
    attempt("TLS where plain words are expected", async {
        let bench = Bench::new(|_| {}).await;
        let end = bench.sandbox.hubfluencer_url().port().expect("a port");
        let terminal = Terminal::before(end, &Certificate::good("localhost")).await;
        let address = format!("http://127.0.0.1:{}/", terminal.port());
        let runs = tried(&bench, &address, None).await;
        nothing_came(&bench, &runs);
    })
}

fn good() -> Try {
    attempt("one that is as it should be", async {
        let bench = Bench::new(|_| {}).await;
        let certificate = Certificate::good("localhost");
        let end = bench.sandbox.hubfluencer_url().port().expect("a port");
        let terminal = Terminal::before(end, &certificate).await;
        let trusted = certificate.trusted_in(bench.folder.path());
        let address = format!("https://localhost:{}/", terminal.port());
        for run in tried(&bench, &address, Some(trusted)).await {
            assert_eq!(run.exit, 0, "{}", run.stderr);
        }
        assert_eq!(bench.charged(), 15);
    })
}
