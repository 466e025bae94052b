//! Presigned links: AWS Signature Version 4 in the query, as S3 and its kin have it.

use std::{collections::BTreeMap, fmt::Write as _, time::Duration};

use axum::http::{HeaderMap, Method, header, request::Parts};
use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use sha2::Sha256;
use url::{Url, form_urlencoded};

use crate::{
    moment::Millis,
    signature::{LinkRefused, digest, hex},
};

const ALGORITHM: &str = "AWS4-HMAC-SHA256";
/// The name of the key that signs; it is no secret.
const ACCESS_KEY: &str = "SANDBOX";
const REGION_AND_SERVICE: [&str; 2] = ["us-east-1", "s3"];
const MOMENT: &str = "%Y%m%dT%H%M%SZ";
const SIGNATURE: &str = "X-Amz-Signature";

/// What a link allows.
pub(super) struct Grant<'a> {
    pub(super) method: Method,
    /// The path, with its leading slash.
    pub(super) path: &'a str,
    /// Words of the query that aren't the signature's own.
    pub(super) words: Vec<(&'static str, String)>,
    /// The content type that has to come with it; where there is none, none may come.
    pub(super) content_type: Option<&'a str>,
}

/// Signs links, and checks the requests that come on them.
pub(super) struct Presigner {
    secret: String,
}

impl Presigner {
    /// One with this secret.
    pub(super) fn new(secret: String) -> Self {
        Self { secret }
    }

    /// A link that allows `grant` from `now` on, for as long as `ttl`, in whole seconds.
    pub(super) fn link(&self, origin: &Url, grant: Grant<'_>, now: Millis, ttl: Duration) -> Url {
        let moment = moment(now);
        let mut headers = BTreeMap::from([("host", authority(origin))]);
        if let Some(kind) = grant.content_type {
            headers.insert("content-type", kind.to_owned());
        }
        let names = headers.keys().copied().collect::<Vec<_>>().join(";");
        let scope = scope(&moment);
        let mut words: BTreeMap<String, String> = [
            ("X-Amz-Algorithm", ALGORITHM.to_owned()),
            ("X-Amz-Credential", format!("{ACCESS_KEY}/{scope}")),
            ("X-Amz-Date", moment),
            ("X-Amz-Expires", ttl.as_secs().to_string()),
            ("X-Amz-SignedHeaders", names),
        ]
        .into_iter()
        .chain(grant.words)
        .map(|(name, word)| (name.to_owned(), word))
        .collect();
        let signature = self.signature(grant.method.as_str(), grant.path, &words, &headers);
        words.insert(SIGNATURE.to_owned(), signature);
        let mut link = origin.clone();
        link.set_path(grant.path);
        link.set_query(Some(&query(&words)));
        link
    }

    /// Checks a request's link, and gives the words of its query.
    ///
    /// # Errors
    /// [`LinkRefused::Altered`] also where it is another method, or a signed header is missing or
    /// different, or a content type comes that wasn't signed.
    pub(super) fn check(
        &self,
        request: &Parts,
        now: Millis,
    ) -> Result<BTreeMap<String, String>, LinkRefused> {
        let given = request.uri.query().unwrap_or_default();
        let mut words: BTreeMap<String, String> = form_urlencoded::parse(given.as_bytes())
            .into_owned()
            .collect();
        let signature = words.remove(SIGNATURE).ok_or(LinkRefused::Altered)?;
        let word = |name: &str| words.get(name).map_or("", String::as_str);
        let headers: BTreeMap<&str, String> = word("X-Amz-SignedHeaders")
            .split(';')
            .map(|name| (name, text(&request.headers, name)))
            .collect();
        let is_unsigned_type = request.headers.contains_key(header::CONTENT_TYPE)
            && !headers.contains_key("content-type");
        let own = self.signature(
            request.method.as_str(),
            request.uri.path(),
            &words,
            &headers,
        );
        // Digests of both sides, so that the time it takes says nothing about the signature.
        if digest(&signature) != digest(&own) || is_unsigned_type {
            return Err(LinkRefused::Altered);
        }
        let expires = expiry(word("X-Amz-Date"), word("X-Amz-Expires"));
        if expires.ok_or(LinkRefused::Altered)? <= now {
            return Err(LinkRefused::Expired);
        }
        Ok(words)
    }

    fn signature(
        &self,
        method: &str,
        path: &str,
        words: &BTreeMap<String, String>,
        headers: &BTreeMap<&str, String>,
    ) -> String {
        let moment = words.get("X-Amz-Date").map_or("", String::as_str);
        let scope = scope(moment);
        let mut lines = String::new();
        for (name, value) in headers {
            // Writing to a string can't fail.
            let _ = writeln!(lines, "{name}:{}", value.trim());
        }
        let names = headers.keys().copied().collect::<Vec<_>>().join(";");
        let query = query(words);
        let request = format!("{method}\n{path}\n{query}\n{lines}\n{names}\nUNSIGNED-PAYLOAD");
        let text = format!("{ALGORITHM}\n{moment}\n{scope}\n{}", digest(&request));
        let key = format!("AWS4{}", self.secret).into_bytes();
        let key = scope
            .split('/')
            .fold(key, |key, part| authenticated(&key, part));
        hex(&authenticated(&key, &text))
    }
}

fn authenticated(key: &[u8], text: &str) -> Vec<u8> {
    let mut code = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes keys of any length");
    code.update(text.as_bytes());
    code.finalize().into_bytes().to_vec()
}

/// The day, the region, the service, and what the key is for.
fn scope(moment: &str) -> String {
    let day = moment.get(..8).unwrap_or_default();
    let [region, service] = REGION_AND_SERVICE;
    format!("{day}/{region}/{service}/aws4_request")
}

/// The words in their order, each as RFC 3986 encodes it.
fn query(words: &BTreeMap<String, String>) -> String {
    let words = words.iter();
    let words = words.map(|(name, word)| format!("{}={}", encoded(name), encoded(word)));
    words.collect::<Vec<_>>().join("&")
}

fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(byte));
            }
            _ => {
                // Writing to a string can't fail.
                let _ = write!(encoded, "%{byte:02X}");
            }
        }
    }
    encoded
}

fn authority(origin: &Url) -> String {
    let host = origin.host_str().unwrap_or_default();
    match origin.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

fn text(headers: &HeaderMap, name: &str) -> String {
    let value = headers.get(name).and_then(|value| value.to_str().ok());
    value.unwrap_or_default().to_owned()
}

fn moment(at: Millis) -> String {
    let at = Timestamp::from_millisecond(at).unwrap_or(Timestamp::UNIX_EPOCH);
    at.to_zoned(TimeZone::UTC).strftime(MOMENT).to_string()
}

fn expiry(moment: &str, seconds: &str) -> Option<Millis> {
    let from = DateTime::strptime(MOMENT, moment).ok()?;
    let from = from.to_zoned(TimeZone::UTC).ok()?.timestamp();
    let seconds: i64 = seconds.parse().ok()?;
    from.as_millisecond()
        .checked_add(seconds.checked_mul(1000)?)
}

#[cfg(test)]
mod tests {
    use axum::http::{HeaderValue, Request};

    use super::*;

    const NOW: Millis = 1_781_956_800_000;

    fn arrived(link: &Url, method: Method, kind: Option<&'static str>) -> Parts {
        let place = &link[url::Position::BeforePath..];
        let request = Request::builder().method(method).uri(place);
        let mut request = request.header("host", "127.0.0.1:9").body(()).unwrap();
        if let Some(kind) = kind {
            let headers = request.headers_mut();
            headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
        }
        request.into_parts().0
    }

    #[test]
    fn a_link_holds_for_one_method_one_content_type_and_its_time() {
        let presigner = Presigner::new("secret".to_owned());
        let origin = Url::parse("http://127.0.0.1:9").unwrap();
        let grant = Grant {
            method: Method::PUT,
            path: "/media/a.png",
            words: Vec::new(),
            content_type: Some("image/png"),
        };
        let link = presigner.link(&origin, grant, NOW, Duration::from_secs(3600));
        assert!(link.query().unwrap().contains("X-Amz-Expires=3600"));
        let check = |method, kind, now| {
            let checked = presigner.check(&arrived(&link, method, kind), now);
            checked.map(|_| ())
        };
        let png = Some("image/png");
        assert_eq!(check(Method::PUT, png, NOW + 3_599_999), Ok(()));
        assert_eq!(
            check(Method::PUT, png, NOW + 3_600_000),
            Err(LinkRefused::Expired)
        );
        for (method, kind) in [
            (Method::GET, png),
            (Method::PUT, Some("image/jpeg")),
            (Method::PUT, None),
        ] {
            assert_eq!(check(method, kind, NOW), Err(LinkRefused::Altered));
        }
    }

    #[test]
    fn the_example_of_the_protocol_is_signed_as_its_text_has_it() {
        // S3 API reference, "Authenticating Requests: Using Query Parameters".
        let presigner = Presigner::new("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY".to_owned());
        let credential = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request";
        let words = [
            ("X-Amz-Algorithm", ALGORITHM),
            ("X-Amz-Credential", credential),
            ("X-Amz-Date", "20130524T000000Z"),
            ("X-Amz-Expires", "86400"),
            ("X-Amz-SignedHeaders", "host"),
        ];
        let words = words.map(|(name, word)| (name.to_owned(), word.to_owned()));
        let host = "examplebucket.s3.amazonaws.com".to_owned();
        let signature = presigner.signature(
            "GET",
            "/test.txt",
            &BTreeMap::from(words),
            &BTreeMap::from([("host", host)]),
        );
        let documented = "aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
        assert_eq!(signature, documented);
    }

    #[test]
    fn words_and_moments_are_spelled_as_the_protocol_has_them() {
        assert_eq!(encoded("a b/c~d"), "a%20b%2Fc~d");
        assert_eq!(moment(NOW), "20260620T120000Z");
        assert_eq!(expiry("20260620T120000Z", "60"), Some(NOW + 60_000));
        assert_eq!(expiry("yesterday", "60"), None);
    }
}
