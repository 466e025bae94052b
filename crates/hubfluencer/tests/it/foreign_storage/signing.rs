//! Presigned addresses as a service makes them: AWS Signature Version 4 in the query.

use hmac::{Hmac, KeyInit as _, Mac as _};
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};
use url::Url;
use wire::Presigned;

/// The region that every server takes unasked.
const REGION: &str = "us-east-1";

/// A storage that is not ours, and the key to it.
pub struct Keyring {
    bucket: Url,
    id: String,
    secret: String,
}

/// What an address is good for.
pub struct Grant<'a> {
    pub method: &'a str,
    pub key: &'a str,
    pub query: &'a [(&'a str, &'a str)],
    pub content_type: Option<&'a str>,
    pub at: Timestamp,
    pub seconds: u32,
}

impl<'a> Grant<'a> {
    /// For a minute from now.
    pub fn of(method: &'a str, key: &'a str, query: &'a [(&'a str, &'a str)]) -> Self {
        Self {
            method,
            key,
            query,
            content_type: None,
            at: Timestamp::now(),
            seconds: 60,
        }
    }
}

impl Keyring {
    /// From `http://ID:SECRET@HOST:PORT/BUCKET`.
    pub fn of(storage: &str) -> Self {
        let mut bucket: Url = storage.parse().unwrap();
        let id = bucket.username().to_owned();
        let secret = bucket.password().unwrap().to_owned();
        bucket.set_username("").unwrap();
        bucket.set_password(None).unwrap();
        Self { bucket, id, secret }
    }

    /// The address that grants this.
    pub fn presigned(&self, grant: &Grant<'_>) -> Presigned {
        let mut url = self.bucket.clone();
        if !grant.key.is_empty() {
            url.path_segments_mut().unwrap().push(grant.key);
        }
        let time = grant.at.strftime("%Y%m%dT%H%M%SZ").to_string();
        let day = &time[..8];
        let scope = format!("{day}/{REGION}/s3/aws4_request");
        let port = url.port_or_known_default().unwrap();
        let mut headers = format!("host:{}:{port}\n", url.host_str().unwrap());
        let mut signed = "host";
        if let Some(content_type) = grant.content_type {
            headers = format!("content-type:{content_type}\n{headers}");
            signed = "content-type;host";
        }
        let mut words = vec![
            ("X-Amz-Algorithm".to_owned(), "AWS4-HMAC-SHA256".to_owned()),
            (
                "X-Amz-Credential".to_owned(),
                format!("{}/{scope}", self.id),
            ),
            ("X-Amz-Date".to_owned(), time.clone()),
            ("X-Amz-Expires".to_owned(), grant.seconds.to_string()),
            ("X-Amz-SignedHeaders".to_owned(), signed.to_owned()),
        ];
        let query = grant.query.iter();
        words.extend(query.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        words.sort();
        let words: Vec<String> = words
            .iter()
            .map(|(name, value)| format!("{}={}", encoded(name), encoded(value)))
            .collect();
        let words = words.join("&");
        let request = format!(
            "{}\n{}\n{words}\n{headers}\n{signed}\nUNSIGNED-PAYLOAD",
            grant.method,
            url.path()
        );
        let sum = hexadecimal(&Sha256::digest(request));
        let text = format!("AWS4-HMAC-SHA256\n{time}\n{scope}\n{sum}");
        let mut key = format!("AWS4{}", self.secret).into_bytes();
        for word in [day, REGION, "s3", "aws4_request"] {
            key = keyed(&key, word);
        }
        let signature = hexadecimal(&keyed(&key, &text));
        url.set_query(Some(&format!("{words}&X-Amz-Signature={signature}")));
        Presigned::new(url)
    }
}

pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn keyed(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).unwrap();
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

/// Everything but letters, digits and `-_.~`, as the signature wants it.
fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
