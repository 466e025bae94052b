//! GET of a file as a stream, with redirects followed under our own rules.

use std::fmt;
use std::ops::Range;
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt as _;
use futures_util::stream::{self, BoxStream};
use reqwest::header::{CONTENT_LENGTH, CONTENT_RANGE, ETAG, IF_RANGE, LOCATION, RANGE};
use reqwest::{Response, StatusCode};
use url::Url;

use crate::{Client, Credential, Failure, Origin, Reached, RedirectFault, answer};

/// Most redirects that are followed.
const MAX_REDIRECTS: usize = 5;

/// Which part of a file is asked for. The default is the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Portion {
    /// Value of `Range`, such as `bytes=1024-`.
    pub range: Option<String>,
    /// Value of `If-Range`: the ETag that the part must still belong to.
    pub if_range: Option<String>,
}

impl Portion {
    /// Everything from this byte on, if the file is still the one with this ETag.
    pub fn from_byte(start: u64, etag: Option<String>) -> Self {
        Self {
            range: Some(format!("bytes={start}-")),
            if_range: etag,
        }
    }

    /// These bytes and no others, if the file is still the one with this ETag. The range is not empty.
    pub fn within(range: Range<u64>, etag: Option<String>) -> Self {
        let last = range.end.saturating_sub(1);
        Self {
            range: Some(format!("bytes={}-{last}", range.start)),
            if_range: etag,
        }
    }
}

/// A file on its way.
pub struct Streamed {
    /// 200, or 206 for a part.
    pub status: u16,
    /// Bytes of the body, when the server said how many.
    pub content_length: Option<u64>,
    /// `Content-Type`.
    pub content_type: Option<String>,
    /// `ETag`.
    pub etag: Option<String>,
    /// `Content-Range` of a part.
    pub content_range: Option<String>,
    /// The bytes. Ends in a failure when the connection breaks before the announced length.
    pub body: BoxStream<'static, Result<Bytes, Failure>>,
}

impl fmt::Debug for Streamed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Streamed")
            .field("status", &self.status)
            .field("content_length", &self.content_length)
            .field("content_type", &self.content_type)
            .field("content_range", &self.content_range)
            .finish_non_exhaustive()
    }
}

impl Client {
    /// GET of a file.
    ///
    /// At most five redirects are followed. The credential goes to its own origin only, so it is
    /// dropped wherever a redirect leads elsewhere, and never taken up where the first address is
    /// another's; from https nothing leads back to http.
    ///
    /// # Errors
    /// See [`Failure`]; [`Failure::Redirect`] when a redirect breaks these rules.
    pub async fn get_stream(
        &self,
        url: Url,
        credential: Option<&Credential>,
        portion: &Portion,
    ) -> Result<Streamed, Failure> {
        let idle = self.settings.read_timeout;
        let mut credential = credential.filter(|credential| credential.origin().covers(&url));
        let mut url = url;
        for _ in 0..=MAX_REDIRECTS {
            let mut request = self.file(url.clone(), credential)?;
            if let Some(range) = &portion.range {
                request = request.header(RANGE, range);
            }
            if let Some(etag) = &portion.if_range {
                request = request.header(IF_RANGE, etag);
            }
            let response = answer::head(request, Reached::MaybeSent, idle).await?;
            if !is_redirect(response.status()) {
                let response = answer::success(response, Reached::MaybeSent, idle).await?;
                return Ok(streamed(response, idle));
            }
            let location = response
                .headers()
                .get(LOCATION)
                .and_then(|location| location.to_str().ok());
            url = next(&url, location).map_err(Failure::Redirect)?;
            // Gone for good: another host must not aim our session, not even at its own service.
            credential = credential.filter(|credential| credential.origin().covers(&url));
        }
        Err(Failure::Redirect(RedirectFault::TooMany))
    }
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

/// Where a redirect leads, if it may be followed.
fn next(from: &Url, location: Option<&str>) -> Result<Url, RedirectFault> {
    let location = location.ok_or(RedirectFault::NoTarget)?;
    let target = from.join(location).map_err(|_| RedirectFault::NoTarget)?;
    if from.scheme() == "https" && target.scheme() == "http" {
        return Err(RedirectFault::Downgrade);
    }
    Origin::of(&target).map_err(|_| RedirectFault::NoTarget)?;
    // It would be sent along as a proof of who asks. Ours has nothing of the kind, and another's is not for us to use.
    if !target.username().is_empty() || target.password().is_some() {
        return Err(RedirectFault::NoTarget);
    }
    Ok(target)
}

fn streamed(response: Response, idle: Duration) -> Streamed {
    let headers = response.headers();
    let content_length =
        answer::text(headers, CONTENT_LENGTH.as_str()).and_then(|text| text.parse().ok());
    Streamed {
        status: response.status().as_u16(),
        content_length,
        content_type: answer::content_type(headers),
        etag: answer::text(headers, ETAG.as_str()),
        content_range: answer::text(headers, CONTENT_RANGE.as_str()),
        body: pieces(response, idle).boxed(),
    }
}

fn pieces(
    response: Response,
    idle: Duration,
) -> impl futures_util::Stream<Item = Result<Bytes, Failure>> + Send {
    // `None` after a failure: nothing follows it.
    stream::unfold(Some(response), move |response| async move {
        let mut response = response?;
        match tokio::time::timeout(idle, response.chunk()).await {
            Ok(Ok(Some(piece))) => Some((Ok(piece), Some(response))),
            Ok(Ok(None)) => None,
            Ok(Err(error)) => Some((Err(Failure::transport(error, Reached::MaybeSent)), None)),
            Err(_) => Some((Err(Failure::silence(Reached::MaybeSent, idle)), None)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::next;
    use crate::RedirectFault;

    #[test]
    fn never_from_https_to_http() {
        let from = "https://riffkit.ai/f/1".parse().unwrap();
        assert_eq!(
            next(&from, Some("http://cdn.example/1")),
            Err(RedirectFault::Downgrade)
        );
        assert_eq!(
            next(&from, Some("http://127.0.0.1:80/1")),
            Err(RedirectFault::Downgrade)
        );
        assert_eq!(
            next(&from, Some("https://cdn.example/1")).unwrap().as_str(),
            "https://cdn.example/1"
        );
        assert_eq!(
            next(&from, Some("/f/2")).unwrap().as_str(),
            "https://riffkit.ai/f/2"
        );
    }

    #[test]
    fn never_to_something_that_may_not_be_talked_to() {
        let from = "http://127.0.0.1:8000/f/1".parse().unwrap();
        assert_eq!(
            next(&from, Some("http://cdn.example/1")),
            Err(RedirectFault::NoTarget)
        );
        assert_eq!(
            next(&from, Some("file:///etc/passwd")),
            Err(RedirectFault::NoTarget)
        );
        assert_eq!(
            next(&from, Some("http://[oops")),
            Err(RedirectFault::NoTarget)
        );
        assert_eq!(next(&from, None), Err(RedirectFault::NoTarget));
    }
}
