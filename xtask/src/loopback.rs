//! As little HTTP as it takes to press a button on a page of this very machine. Nothing else is reachable with it.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::Duration;

use anyhow::{Context, Result, bail};

/// How long the page may take to answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// An address on this machine: `http://127.0.0.1:PORT/path?query`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    socket: SocketAddr,
    target: String,
}

impl Address {
    /// Reads it.
    ///
    /// # Errors
    /// Anything but plain http to a loopback address.
    pub fn read(url: &str) -> Result<Self> {
        let rest = url
            .strip_prefix("http://")
            .with_context(|| format!("{url} is not a plain http address"))?;
        let split = rest.find(['/', '?']).unwrap_or(rest.len());
        let (host, target) = rest.split_at(split);
        let host = host.replace("localhost", "127.0.0.1");
        let socket: SocketAddr = host
            .parse()
            .with_context(|| format!("{url} names no address and port"))?;
        if !socket.ip().is_loopback() {
            bail!("{url} is not on this machine");
        }
        Ok(Self {
            socket,
            target: target.to_owned(),
        })
    }

    /// The path, without the query.
    pub fn path(&self) -> &str {
        let path = self.target.split(['?', '#']).next().unwrap_or("");
        if path.is_empty() { "/" } else { path }
    }

    /// A value of the query, as it is written (not decoded).
    pub fn query(&self, name: &str) -> Option<&str> {
        let (_, query) = self.target.split_once('?')?;
        query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .find_map(|(key, value)| (key == name).then_some(value))
    }

    /// Sends a form (already encoded) and gives the answer's status.
    ///
    /// # Errors
    /// No answer in time, or one that is not HTTP.
    pub fn post_form(&self, form: &str) -> Result<u16> {
        let mut stream = self.connect()?;
        let (path, host, length) = (self.path(), self.socket, form.len());
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {length}\r\nConnection: close\r\n\r\n{form}"
        )?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        let first = String::from_utf8_lossy(&answer);
        first
            .split_whitespace()
            .nth(1)
            .and_then(|code| code.parse().ok())
            .context("the page's answer is not HTTP")
    }

    /// Fetches a short text.
    ///
    /// # Errors
    /// No answer in time, or one that is not HTTP.
    pub fn get(&self) -> Result<String> {
        let mut stream = self.connect()?;
        let (target, host) = (&self.target, self.socket);
        write!(
            stream,
            "GET {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        let (_, body) = answer
            .split_once("\r\n\r\n")
            .context("the answer is not HTTP")?;
        Ok(body.to_owned())
    }

    fn connect(&self) -> Result<TcpStream> {
        let stream = TcpStream::connect_timeout(&self.socket, PATIENCE)
            .with_context(|| format!("nobody listens on {}", self.socket))?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(stream)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_on_this_machine_is_taken_apart() {
        let address = Address::read("http://127.0.0.1:4321/device?user_code=AB-12").expect("valid");
        assert_eq!(address.path(), "/device");
        assert_eq!(address.query("user_code"), Some("AB-12"));
        assert_eq!(address.query("other"), None);
    }

    #[test]
    fn other_machines_and_schemes_are_refused() {
        for url in [
            "https://127.0.0.1:1/",
            "http://192.0.2.1:80/",
            "http://example.org/",
        ] {
            assert!(Address::read(url).is_err(), "{url}");
        }
    }
}
