//! What the tests of Hubfluencer share: calls with its token, and files to upload.

use reqwest::{Method, RequestBuilder, Response, StatusCode, header};
use serde_json::{Value, json};

use crate::bench::{Bench, CLIP};

impl Bench {
    /// A call of Hubfluencer without a token.
    pub fn hub_bare(&self, method: Method, path: &str) -> RequestBuilder {
        let url = self.sandbox.hubfluencer_url().join(path).unwrap();
        self.client.request(method, url)
    }

    /// A call of Hubfluencer with its ready token.
    pub fn hub(&self, method: Method, path: &str) -> RequestBuilder {
        self.hub_bare(method, path)
            .bearer_auth(self.sandbox.hubfluencer_token())
    }

    /// A POST with this body.
    pub async fn hub_post(&self, path: &str, body: Value) -> Response {
        let call = self.hub(Method::POST, path).json(&body);
        call.send().await.unwrap()
    }

    /// A POST that must succeed; gives its data.
    pub async fn hub_made(&self, path: &str, body: Value) -> Value {
        let answer = self.hub_post(path, body).await;
        data(answer).await
    }

    /// A GET that must succeed; gives its data.
    pub async fn hub_get(&self, path: &str) -> Value {
        data(self.hub(Method::GET, path).send().await.unwrap()).await
    }

    /// A new editor project; gives the path of its own endpoints.
    pub async fn editor(&self) -> String {
        let brief = json!({ "language": "en", "product_prompt": "A quiet alarm clock." });
        let editor = self.hub_made("/api/editor", brief).await;
        format!("/api/editor/{}", editor["slug"].as_str().unwrap())
    }

    /// PUTs bytes to a presigned address, with a content type where there is one.
    pub async fn put(&self, url: &Value, kind: Option<&str>, bytes: &[u8]) -> Response {
        let mut call = self.client.put(url.as_str().unwrap());
        if let Some(kind) = kind {
            call = call.header(header::CONTENT_TYPE, kind);
        }
        call.body(bytes.to_vec()).send().await.unwrap()
    }
}

/// The data of a success in its envelope.
pub async fn data(answer: Response) -> Value {
    let (status, url) = (answer.status(), answer.url().path().to_owned());
    let mut body: Value = answer.json().await.unwrap();
    assert!(status.is_success(), "{url}: {status} {body}");
    body["data"].take()
}

/// The body of a refusal.
pub async fn refusal(answer: Response, status: u16) -> Value {
    assert_eq!(answer.status().as_u16(), status);
    answer.json().await.unwrap()
}

/// The code of a refusal of the object storage.
pub async fn code(answer: Response, status: StatusCode) -> String {
    assert_eq!(answer.status(), status);
    assert_eq!(answer.headers()["content-type"], "application/xml");
    let body = answer.text().await.unwrap();
    let (_, rest) = body.split_once("<Code>").unwrap();
    rest.split_once("</Code>").unwrap().0.to_owned()
}

/// The sample clip, filled up to so many bytes with a box that players pass over; its bytes
/// differ all along, so that parts can't be mistaken for each other.
pub fn clip_of(bytes: usize) -> Vec<u8> {
    let mut clip = CLIP.to_vec();
    let filling = bytes - clip.len();
    clip.extend(u32::try_from(filling).unwrap().to_be_bytes());
    clip.extend(b"free");
    let words =
        (0_u64..).flat_map(|number| number.wrapping_mul(0x9E37_79B9_7F4A_7C15).to_be_bytes());
    clip.extend(words.take(filling - 8));
    clip
}
