//! What the page plays and shows: served on loopback, because `<video>` in WebKitGTK takes
//! neither Tauri's `asset:` protocol (tauri-apps/tauri#3725) nor a path.
//!
//! Only what the core knows has a link: chosen clips, reels, their pictures. Each link carries a
//! secret of 256 bits and works for this run only. The listener answers `GET` and `HEAD` alone,
//! under its own host name alone (against DNS rebinding), and to no page but ours. Connections are
//! bounded too: whoever only connects and says nothing is let go.

mod connections;
mod content;
mod range;
mod shelf;
#[cfg(test)]
mod strangers;
#[cfg(test)]
mod tests;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

use axum::Router;
use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::{Method, Response, StatusCode};
use axum::middleware::{self, Next};
use axum::response::IntoResponse;
use axum::routing::get;
use contract::{Code, Media, Refusal};
use futures_util::StreamExt as _;
use studio::Studio;
use tokio::fs::File;
use tokio::io::{AsyncReadExt as _, AsyncSeekExt as _};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio_util::io::ReaderStream;

use self::connections::Limits;
use self::range::Wanted;
use self::shelf::Shelf;

/// Answers under way at once. A paused player keeps one.
const ANSWERS: usize = 64;

/// Bytes read from disk at a time, and so about what one answer holds in memory.
const CHUNK_BYTES: usize = 64 * 1024;

/// A port on loopback, taken before the window is configured so that its content security policy
/// can name it.
pub struct Port {
    listener: std::net::TcpListener,
    address: SocketAddr,
}

impl Port {
    /// Takes a free one.
    ///
    /// # Errors
    /// Those of the system's calls.
    pub fn take() -> io::Result<Self> {
        let listener = std::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        Ok(Self { listener, address })
    }

    /// Scheme, host and port of the links.
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }
}

/// The listener, and the links that it answers.
#[derive(Clone)]
pub struct MediaServer {
    inner: Arc<Inner>,
}

struct Inner {
    studio: Studio,
    shelf: Mutex<Shelf>,
    host: String,
    page_origin: HeaderValue,
    answers: Arc<Semaphore>,
}

impl MediaServer {
    /// Serves on a port, for a page of the given origin, until the program ends. To be called
    /// within the async runtime.
    ///
    /// # Errors
    /// Those of the system's calls; an origin that can't stand in a header.
    pub fn start(port: Port, page_origin: &str, studio: Studio) -> io::Result<Self> {
        Self::start_within(Limits::default(), port, page_origin, studio)
    }

    fn start_within(
        limits: Limits,
        port: Port,
        page_origin: &str,
        studio: Studio,
    ) -> io::Result<Self> {
        let inner = Arc::new(Inner {
            studio,
            shelf: Mutex::default(),
            host: port.address.to_string(),
            page_origin: HeaderValue::from_str(page_origin).map_err(io::Error::other)?,
            answers: Arc::new(Semaphore::new(ANSWERS)),
        });
        let router = Router::new()
            .route("/{secret}", get(answer))
            .layer(middleware::from_fn_with_state(Arc::clone(&inner), guard))
            .with_state(Arc::clone(&inner));
        let listener = tokio::net::TcpListener::from_std(port.listener)?;
        tokio::spawn(connections::serve(listener, router, limits));
        Ok(Self { inner })
    }

    /// A link to one of the media, good for this run.
    ///
    /// # Errors
    /// [`Code::ClipGone`] and [`Code::Unknown`] where the core does not know it.
    pub async fn link(&self, media: &Media) -> Result<String, Refusal> {
        let studio = &self.inner.studio;
        match media {
            Media::Clip(clip) => studio.clip_path(clip).map(drop).ok_or(Code::ClipGone)?,
            Media::Reel(reel) | Media::RawReel(reel) => studio.reel(reel).await.map(drop)?,
            Media::Picture(asset) => studio.knows_picture(asset).await?,
            Media::File(file) => studio.file_path(file).map(drop).ok_or(Code::FileGone)?,
            Media::Project(project, _) => studio.knows_project(project).await?,
            // The core knows where they are from its lists, or asks when one is drawn.
            Media::TemplatePicture(_) | Media::CharacterPicture(_) | Media::ProductImage(..) => {}
        }
        let secret = self.inner.shelf().secret(media).map_err(crate::internal)?;
        Ok(format!("http://{}/{secret}", self.inner.host))
    }
}

impl Inner {
    fn shelf(&self) -> std::sync::MutexGuard<'_, Shelf> {
        // Nothing panics while it is held; were it so, the map would still be whole.
        self.shelf.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Turns away whoever does not call the listener by its own name or comes from another page, and
/// lets our page read the answer (a frame drawn on a canvas needs that).
async fn guard(State(inner): State<Arc<Inner>>, request: Request, next: Next) -> Response<Body> {
    let headers = request.headers();
    let named = headers
        .get(header::HOST)
        .is_some_and(|host| host == inner.host.as_str());
    let ours = headers
        .get(header::ORIGIN)
        .is_none_or(|origin| origin == inner.page_origin);
    if !named || !ours {
        return StatusCode::FORBIDDEN.into_response();
    }
    let mut response = next.run(request).await;
    for (name, value) in [
        (
            header::ACCESS_CONTROL_ALLOW_ORIGIN,
            inner.page_origin.clone(),
        ),
        (header::VARY, HeaderValue::from_static("Origin")),
        (
            header::X_CONTENT_TYPE_OPTIONS,
            HeaderValue::from_static("nosniff"),
        ),
        (
            header::REFERRER_POLICY,
            HeaderValue::from_static("no-referrer"),
        ),
        (
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-cache"),
        ),
    ] {
        response.headers_mut().insert(name, value);
    }
    response
}

async fn answer(
    State(inner): State<Arc<Inner>>,
    Path(secret): Path<String>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response<Body>, StatusCode> {
    let media = inner.shelf().media(&secret).ok_or(StatusCode::NOT_FOUND)?;
    let permit = Arc::clone(&inner.answers)
        .try_acquire_owned()
        .map_err(|_| StatusCode::SERVICE_UNAVAILABLE)?;
    let range = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok());
    let path = match &media {
        Media::Clip(clip) => inner.studio.clip_path(clip).ok_or(StatusCode::NOT_FOUND)?,
        Media::Picture(reel) => inner.studio.picture(reel).await.map_err(refused)?,
        Media::RawReel(reel) => {
            let range = range.map(str::to_owned);
            let stream = inner.studio.open_raw_reel(reel, range).await;
            return passed_on(stream.map_err(refused)?, permit);
        }
        Media::Reel(reel) => match inner.studio.saved_path(reel).await {
            Some(path) => path,
            None => {
                let range = range.map(str::to_owned);
                let stream = inner.studio.open_reel(reel, range).await.map_err(refused)?;
                return passed_on(stream, permit);
            }
        },
        Media::File(file) => inner.studio.file_path(file).ok_or(StatusCode::NOT_FOUND)?,
        Media::Project(project, part) if part.is_video() => {
            match inner.studio.saved_media(project, part).await {
                Some(path) => path,
                None => {
                    let range = range.map(str::to_owned);
                    let stream = inner.studio.open_project_media(project, part, range).await;
                    return passed_on(stream.map_err(refused)?, permit);
                }
            }
        }
        Media::Project(project, part) => {
            let picture = inner.studio.project_picture(project, part).await;
            picture.map_err(refused)?
        }
        Media::TemplatePicture(template) => {
            let picture = inner.studio.template_picture(template).await;
            picture.map_err(refused)?
        }
        Media::CharacterPicture(character) => {
            let picture = inner.studio.character_picture(character).await;
            picture.map_err(refused)?
        }
        Media::ProductImage(product, image) => {
            let picture = inner.studio.product_image(product, image).await;
            picture.map_err(refused)?
        }
    };
    let file = Opened::open(path)
        .await
        .map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => StatusCode::NOT_FOUND,
            _ => StatusCode::FORBIDDEN,
        })?;
    file.answer(range, method == Method::HEAD, permit).await
}

/// A file that is about to be sent.
struct Opened {
    file: File,
    size: u64,
    content_type: &'static str,
}

impl Opened {
    async fn open(path: PathBuf) -> io::Result<Self> {
        // Looked at before: opening a pipe that took the file's place would wait for somebody to write.
        if !tokio::fs::metadata(&path).await?.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut file = File::open(path).await?;
        let metadata = file.metadata().await?;
        if !metadata.is_file() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut head = Vec::with_capacity(content::HEAD_BYTES);
        (&mut file)
            .take(content::HEAD_BYTES as u64)
            .read_to_end(&mut head)
            .await?;
        Ok(Self {
            file,
            size: metadata.len(),
            content_type: content::content_type(&head),
        })
    }

    async fn answer(
        mut self,
        range: Option<&str>,
        head_only: bool,
        permit: OwnedSemaphorePermit,
    ) -> Result<Response<Body>, StatusCode> {
        let builder = Response::builder()
            .header(header::ACCEPT_RANGES, "bytes")
            .header(header::CONTENT_TYPE, self.content_type);
        let (builder, start, length) = match range::wanted(range, self.size) {
            Wanted::Whole => (builder.status(StatusCode::OK), 0, self.size),
            Wanted::Part { start, length } => (
                builder.status(StatusCode::PARTIAL_CONTENT).header(
                    header::CONTENT_RANGE,
                    format!("bytes {start}-{}/{}", start + length - 1, self.size),
                ),
                start,
                length,
            ),
            Wanted::OutOfReach => {
                return finished(
                    builder
                        .status(StatusCode::RANGE_NOT_SATISFIABLE)
                        .header(header::CONTENT_RANGE, format!("bytes */{}", self.size)),
                    Body::empty(),
                );
            }
        };
        let builder = builder.header(header::CONTENT_LENGTH, length);
        if head_only {
            return finished(builder, Body::empty());
        }
        self.file
            .seek(io::SeekFrom::Start(start))
            .await
            .map_err(|_| StatusCode::INTERNAL_SERVER_ERROR)?;
        let stream = ReaderStream::with_capacity(self.file.take(length), CHUNK_BYTES);
        finished(builder, held_body(stream, permit))
    }
}

/// A reel that is not on disk: the service's answer, handed on as it comes.
fn passed_on(
    stream: studio::MediaStream,
    permit: OwnedSemaphorePermit,
) -> Result<Response<Body>, StatusCode> {
    let mut builder = Response::builder()
        .status(stream.status)
        .header(header::ACCEPT_RANGES, "bytes")
        .header(header::CONTENT_TYPE, played_as(&stream));
    let told: [(HeaderName, Option<String>); 2] = [
        (
            header::CONTENT_LENGTH,
            stream.content_length.map(|length| length.to_string()),
        ),
        (header::CONTENT_RANGE, stream.content_range),
    ];
    for (name, value) in told {
        if let Some(value) = value {
            builder = builder.header(name, value);
        }
    }
    finished(builder, held_body(stream.body, permit))
}

/// What a reel is handed on as: the kind of video that the service says it is, or something that nothing shows. A page
/// or a drawing must not run under the listener's name, whatever storage says.
fn played_as(stream: &studio::MediaStream) -> &str {
    match stream.content_type.as_deref() {
        None => "video/mp4",
        Some(kind) if kind.starts_with("video/") => kind,
        Some(_) => "application/octet-stream",
    }
}

/// A body that keeps its place among the answers until it has been sent or dropped.
fn held_body<B: Into<axum::body::Bytes>>(
    stream: impl futures_util::Stream<Item = io::Result<B>> + Send + 'static,
    permit: OwnedSemaphorePermit,
) -> Body {
    Body::from_stream(stream.map(move |chunk| {
        let _held = &permit;
        chunk
    }))
}

fn finished(
    builder: axum::http::response::Builder,
    body: Body,
) -> Result<Response<Body>, StatusCode> {
    builder.body(body).map_err(|_| StatusCode::BAD_GATEWAY)
}

fn refused(refusal: Refusal) -> StatusCode {
    match refusal.code {
        Code::NotFound | Code::Unknown => StatusCode::NOT_FOUND,
        _ => StatusCode::BAD_GATEWAY,
    }
}
