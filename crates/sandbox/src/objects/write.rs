//! PUT: a whole object, or one part of a multipart upload.

use std::sync::Arc;

use axum::{
    body::Body,
    extract::{ConnectInfo, Path, Request, State},
    http::{StatusCode, header, request::Parts},
    response::{IntoResponse, Response},
};

use super::{
    Objects,
    receive::{Lost, Received, Trouble, receive},
    records::{Object, Part, Put},
    refusal::Refusal,
};
use crate::{connection::Line, faults::Fault, lingering::read_on, state::StoreError};

/// Largest body, in bytes (S3: 5 GiB).
const LARGEST: u64 = 5 * 1024 * 1024 * 1024;
/// A body that is refused unread is read on for this many bytes.
const READ_ON: u64 = 600 * 1024 * 1024;

/// Where a body is to go.
enum Target {
    Object { content_type: String },
    Part { upload_id: String, number: u32 },
}

/// Takes a body in.
pub(super) async fn write(
    State(objects): State<Arc<Objects>>,
    ConnectInfo(line): ConnectInfo<Line>,
    Path(key): Path<String>,
    request: Request,
) -> Response {
    let (parts, body) = request.into_parts();
    let (target, length) = match objects.admit(&key, &parts) {
        Ok(admitted) => admitted,
        Err(refusal) => {
            read_on(body, READ_ON).await;
            return refusal.into_response();
        }
    };
    let taken = objects.take(&key, target, length, body, line.clone()).await;
    match taken {
        Ok(kept) if kept.is_answered => {
            let etag = (header::ETAG, kept.etag);
            (StatusCode::OK, [etag]).into_response()
        }
        Ok(_) => {
            line.cut();
            Refusal::BROKEN.into_response()
        }
        Err(refusal) => refusal.into_response(),
    }
}

impl Objects {
    /// Where a PUT goes and how many bytes it announces, before its body is read.
    fn admit(&self, key: &str, request: &Parts) -> Result<(Target, u64), Refusal> {
        let words = self.presigner.check(request, self.now())?;
        let text = |name| {
            let value = request.headers.get(name);
            value.and_then(|value| value.to_str().ok())
        };
        let length = text(header::CONTENT_LENGTH).and_then(|length| length.parse().ok());
        let length = length.ok_or(Refusal::NO_LENGTH)?;
        if length > LARGEST {
            return Err(Refusal::TOO_LARGE);
        }
        let target = match (words.get("uploadId"), words.get("partNumber")) {
            (Some(upload_id), Some(number)) => {
                let number = number.parse().map_err(|_| Refusal::NO_UPLOAD)?;
                if !self.is_open(upload_id, key) {
                    return Err(Refusal::NO_UPLOAD);
                }
                Target::Part {
                    upload_id: upload_id.clone(),
                    number,
                }
            }
            _ => Target::Object {
                content_type: text(header::CONTENT_TYPE).unwrap_or_default().to_owned(),
            },
        };
        if self.faults.strikes(&Fault::PartExpired) {
            return Err(Refusal::EXPIRED);
        }
        if self.faults.strikes(&Fault::Part500) {
            return Err(Refusal::BROKEN);
        }
        Ok((target, length))
    }

    async fn take(
        &self,
        key: &str,
        target: Target,
        length: u64,
        body: Body,
        line: Line,
    ) -> Result<Put, Refusal> {
        let faults = &self.faults;
        let trouble = Trouble {
            rate: faults.take(|fault| match fault {
                Fault::SlowStorage(rate) => Some(*rate),
                _ => None,
            }),
            cut: faults.take(|fault| match fault {
                Fault::CutPart(bytes) => Some(*bytes),
                _ => None,
            }),
            line,
        };
        let mut tally = Tally::begin(self, key);
        let count = |length| tally.bytes += length;
        let received = receive(body, length, &self.folder, trouble, &*self.clock, count);
        let received = tokio::select! {
            received = received => received,
            () = self.closing.cancelled() => Err(Lost::Incomplete),
        };
        drop(tally);
        match received {
            Ok(received) => self.keep(key, target, received),
            Err(Lost::Incomplete) => Err(Refusal::INCOMPLETE),
            Err(Lost::Disk(error)) => {
                tracing::error!(%error, "an upload could not be written");
                Err(Refusal::BROKEN)
            }
        }
    }

    /// Puts what came in its place, and what was there before away.
    fn keep(&self, key: &str, target: Target, received: Received) -> Result<Put, Refusal> {
        let Received { path, bytes, md5 } = received;
        let file = self.settle(path).map_err(|error| {
            tracing::error!(%error, "an upload could not be put in its place");
            Refusal::BROKEN
        })?;
        let etag = format!("\"{md5}\"");
        let put = Put {
            key: key.to_owned(),
            part: match &target {
                Target::Object { .. } => None,
                Target::Part { upload_id, number } => Some((upload_id.clone(), *number)),
            },
            bytes,
            etag: etag.clone(),
            is_answered: !self.faults.strikes(&Fault::LosePartAnswer),
            at: self.now(),
        };
        let noted = put.clone();
        let replaced = self.store.change(|records| {
            let replaced = match target {
                Target::Object { content_type } => {
                    let object = Object {
                        file: file.clone(),
                        content_type,
                        bytes,
                        etag,
                    };
                    let before = records.objects.insert(key.to_owned(), object);
                    before.map(|object| object.file)
                }
                Target::Part { upload_id, number } => {
                    // It may have been completed or aborted while the body came.
                    let upload = records.multiparts.get_mut(&upload_id).ok_or(())?;
                    let part = Part {
                        file: file.clone(),
                        bytes,
                        md5,
                    };
                    let before = upload.parts.insert(number, part);
                    before.map(|part| part.file)
                }
            };
            records.note(noted);
            Ok::<_, ()>(replaced)
        });
        match replaced.map_err(|error| broken(&error))? {
            Ok(replaced) => {
                if let Some(replaced) = replaced {
                    self.forget(&replaced);
                }
                Ok(put)
            }
            Err(()) => {
                self.forget(&file);
                Err(Refusal::NO_UPLOAD)
            }
        }
    }
}

/// Counts what comes for a key, also where the connection breaks and nobody goes on with it.
struct Tally<'a> {
    objects: &'a Objects,
    key: &'a str,
    bytes: u64,
}

impl<'a> Tally<'a> {
    fn begin(objects: &'a Objects, key: &'a str) -> Self {
        objects.in_flight.begin();
        Self {
            objects,
            key,
            bytes: 0,
        }
    }
}

impl Drop for Tally<'_> {
    fn drop(&mut self) {
        self.objects.in_flight.end();
        let counted = self.objects.store.change(|records| {
            *records.received.entry(self.key.to_owned()).or_default() += self.bytes;
        });
        if let Err(error) = counted {
            tracing::error!(%error, "received bytes could not be counted");
        }
    }
}

fn broken(error: &StoreError) -> Refusal {
    tracing::error!(%error, "the storage's records could not be written");
    Refusal::BROKEN
}
