//! The listener whose connections can be cut from inside a request.
//!
//! Two things need it: the faults that drop a connection without an answer, which no HTTP
//! framework offers, and a stop that doesn't wait for clients that hold a connection open.

use std::{
    io,
    net::{Ipv4Addr, SocketAddr},
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    extract::connect_info::Connected,
    serve::{IncomingStream, Listener},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
};
use tokio_util::sync::{CancellationToken, WaitForCancellationFutureOwned};
use url::Url;

/// The handle of one connection, given to its requests.
#[derive(Debug, Clone)]
pub(crate) struct Line(CancellationToken);

impl Line {
    /// Drops the connection at once; what is not on the wire yet never gets there.
    pub(crate) fn cut(&self) {
        self.0.cancel();
    }
}

impl Connected<IncomingStream<'_, CuttableListener>> for Line {
    fn connect_info(stream: IncomingStream<'_, CuttableListener>) -> Self {
        Self(stream.io().cut.clone())
    }
}

/// A loopback listener that hands out [`CuttableStream`]s.
#[derive(Debug)]
pub(crate) struct CuttableListener {
    listener: TcpListener,
    closing: CancellationToken,
}

impl CuttableListener {
    /// Listens on 127.0.0.1, on `wanted` where that port is free, else on any.
    ///
    /// # Errors
    /// The error of the operating system where no loopback port can be had at all.
    pub(crate) async fn bind(wanted: u16, closing: CancellationToken) -> io::Result<Self> {
        let listener = match TcpListener::bind((Ipv4Addr::LOCALHOST, wanted)).await {
            Ok(listener) => listener,
            Err(_) if wanted != 0 => TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?,
            Err(error) => return Err(error),
        };
        Ok(Self { listener, closing })
    }

    /// The port it listens on.
    ///
    /// # Errors
    /// The error of the operating system.
    pub(crate) fn port(&self) -> io::Result<u16> {
        Ok(self.listener.local_addr()?.port())
    }
}

/// The base address of a port on this computer.
pub(crate) fn loopback(port: u16) -> Url {
    Url::parse(&format!("http://127.0.0.1:{port}/")).expect("a loopback address is a URL")
}

impl Listener for CuttableListener {
    type Io = CuttableStream;
    type Addr = SocketAddr;

    async fn accept(&mut self) -> (Self::Io, Self::Addr) {
        loop {
            match self.listener.accept().await {
                Ok((stream, address)) => {
                    // Progress events are small; waiting to fill a packet would delay them.
                    let _ = stream.set_nodelay(true);
                    let cut = self.closing.child_token();
                    let cancelled = Box::pin(cut.clone().cancelled_owned());
                    return (
                        CuttableStream {
                            stream,
                            cut,
                            cancelled,
                        },
                        address,
                    );
                }
                Err(error) => {
                    tracing::warn!(%error, "a connection could not be accepted");
                    // Out of file handles, most likely: give the others a moment to close.
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        }
    }

    fn local_addr(&self) -> io::Result<Self::Addr> {
        self.listener.local_addr()
    }
}

/// A TCP stream that fails as soon as its [`Line`] is cut.
pub(crate) struct CuttableStream {
    stream: TcpStream,
    cut: CancellationToken,
    cancelled: Pin<Box<WaitForCancellationFutureOwned>>,
}

impl CuttableStream {
    fn is_cut(&mut self, context: &mut Context<'_>) -> bool {
        self.cancelled.as_mut().poll(context).is_ready()
    }
}

fn cut_error() -> io::Error {
    io::ErrorKind::ConnectionAborted.into()
}

impl AsyncRead for CuttableStream {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        if self.is_cut(context) {
            return Poll::Ready(Err(cut_error()));
        }
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl AsyncWrite for CuttableStream {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        if self.is_cut(context) {
            return Poll::Ready(Err(cut_error()));
        }
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        if self.is_cut(context) {
            return Poll::Ready(Err(cut_error()));
        }
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        if self.is_cut(context) {
            return Poll::Ready(Err(cut_error()));
        }
        Pin::new(&mut self.stream).poll_write_vectored(context, bytes)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}
