//! TLS that is wrong: certificates that nobody vouches for, that are over, or somebody else's; and
//! plain words where TLS is expected.

use std::path::Path;
use std::sync::Arc;

use contract::Service;
use rcgen::{
    BasicConstraints, CertificateParams, CertifiedIssuer, DnType, IsCa, KeyPair, date_time_ymd,
};
use rustls::ServerConfig;
use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;
use tokio_rustls::TlsAcceptor;

use super::GROUP;
use super::customer::{Customer, SERVICES, name};
use crate::table::{Table, Try, attempt};

/// The variable that names a file with whom to trust, on Linux.
pub const TRUSTED: &str = "SSL_CERT_FILE";

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

    /// A file with whom to trust, for [`TRUSTED`].
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
    let mut tries = Vec::new();
    for service in SERVICES {
        tries.extend([
            turned_away(
                service,
                "nobody vouches for it",
                Certificate::good,
                Trust::Nobody,
            ),
            turned_away(service, "it is over", Certificate::over, Trust::Its),
            turned_away(
                service,
                "it is somebody else's",
                |_| Certificate::good("other.example"),
                Trust::Its,
            ),
            plain_for_tls(service),
            tls_for_plain(service),
        ]);
        // Elsewhere only an administrator can say whom this machine trusts.
        if cfg!(target_os = "linux") {
            tries.push(good(service));
        }
    }
    table.row(GROUP, "TLS: strange, over, somebody else's, or none", tries);
}

#[derive(Clone, Copy)]
enum Trust {
    Nobody,
    Its,
}

impl Trust {
    /// The variables that say so.
    fn variables(self, certificate: &Certificate, folder: &Path) -> Vec<(&'static str, String)> {
        match self {
            Self::Nobody => Vec::new(),
            Self::Its => vec![(TRUSTED, certificate.trusted_in(folder))],
        }
    }
}

fn at(service: Service, what: &str) -> String {
    format!("{}: {what}", name(service))
}

/// An address at which TLS is spoken, at this port.
fn secure(port: u16) -> String {
    format!("https://localhost:{port}/")
}

fn turned_away(
    service: Service,
    what: &str,
    certificate: fn(&str) -> Certificate,
    trust: Trust,
) -> Try {
    attempt(at(service, what), async move {
        let mut customer = Customer::of(service).await;
        let certificate = certificate("localhost");
        let terminal = Terminal::before(customer.port(), &certificate).await;
        customer.finds_it_at(&secure(terminal.port()));
        let trusted = trust.variables(&certificate, customer.bench.folder.path());
        customer.nothing_came(&customer.tries(&trusted).await);
    })
}

fn plain_for_tls(service: Service) -> Try {
    attempt(
        at(service, "plain words where TLS is expected"),
        async move {
            let mut customer = Customer::of(service).await;
            customer.finds_it_at(&secure(customer.port()));
            customer.nothing_came(&customer.tries(&[]).await);
        },
    )
}

fn tls_for_plain(service: Service) -> Try {
    attempt(
        at(service, "TLS where plain words are expected"),
        async move {
            let mut customer = Customer::of(service).await;
            let certificate = Certificate::good("localhost");
            let terminal = Terminal::before(customer.port(), &certificate).await;
            customer.finds_it_at(&format!("http://127.0.0.1:{}/", terminal.port()));
            customer.nothing_came(&customer.tries(&[]).await);
        },
    )
}

fn good(service: Service) -> Try {
    attempt(at(service, "one that is as it should be"), async move {
        let mut customer = Customer::of(service).await;
        let certificate = Certificate::good("localhost");
        let terminal = Terminal::before(customer.port(), &certificate).await;
        customer.finds_it_at(&secure(terminal.port()));
        let trusted = Trust::Its.variables(&certificate, customer.bench.folder.path());
        customer.bought_once(&customer.tries(&trusted).await);
    })
}
