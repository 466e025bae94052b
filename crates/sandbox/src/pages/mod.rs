//! The pages that a person opens in a browser: approving a sign-in, and topping up.

mod approval;
mod language;
mod topup;

use std::{collections::BTreeMap, sync::Arc};

use axum::{
    Router,
    http::{HeaderMap, HeaderName, StatusCode, header},
    response::{Html, IntoResponse, Response},
    routing::get,
};
use url::Url;

use crate::service::Service;

const LAYOUT: &str = include_str!("../../assets/pages/layout.html");
const STYLE: &str = include_str!("../../assets/pages/style.css");

type Words = BTreeMap<String, String>;

/// The routes of the pages.
pub(crate) fn routes() -> Router<Arc<Service>> {
    Router::new()
        .route("/skill/device", get(approval::show).post(approval::decide))
        .route("/billing/top-up", get(topup::show).post(topup::add))
}

/// The words of the pages, by language.
pub(crate) struct Pages(BTreeMap<&'static str, Words>);

impl Pages {
    /// Reads the carried words.
    ///
    /// # Errors
    /// Where a carried file isn't what it should be; a test reads them all.
    pub(crate) fn carried() -> Result<Self, serde_json::Error> {
        Ok(Self(BTreeMap::from([
            (
                "en",
                serde_json::from_str(include_str!("../../assets/words/pages.en.json"))?,
            ),
            (
                "es",
                serde_json::from_str(include_str!("../../assets/words/pages.es.json"))?,
            ),
            (
                "zh-Hans",
                serde_json::from_str(include_str!("../../assets/words/pages.zh-Hans.json"))?,
            ),
        ])))
    }

    /// A page to fill, in the language that the request asks for.
    fn page(&self, headers: &HeaderMap) -> Page<'_> {
        let accepted = headers.get(header::ACCEPT_LANGUAGE);
        let accepted = accepted.and_then(|value| value.to_str().ok());
        let language = language::chosen(accepted.unwrap_or_default());
        Page {
            language,
            words: self.0.get(language),
            values: Vec::new(),
        }
    }
}

/// A page that is being filled.
struct Page<'a> {
    language: &'static str,
    words: Option<&'a Words>,
    values: Vec<(&'static str, String)>,
}

impl Page<'_> {
    /// Gives a value to a name in the body. It is escaped.
    fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.values.push((name, value.to_string()));
        self
    }

    /// The page: `body` inside the layout, `{{name}}` filled with values, `{{t:key}}` with words.
    fn answer(self, status: StatusCode, title_key: &str, body: &str) -> Response {
        let page = LAYOUT
            .replace("{{language}}", self.language)
            .replace("{{style}}", STYLE)
            .replace("{{title}}", &format!("{{{{t:{title_key}}}}}"))
            .replace("{{body}}", body);
        let html = self.filled(&page);
        let headers = [
            (
                header::CONTENT_SECURITY_POLICY,
                "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; \
                 base-uri 'none'; frame-ancestors 'none'",
            ),
            (header::CONTENT_LANGUAGE, self.language),
            (HeaderName::from_static("vary"), "Accept-Language"),
        ];
        (status, headers, Html(html)).into_response()
    }

    fn filled(&self, template: &str) -> String {
        let mut html = String::with_capacity(template.len());
        let mut rest = template;
        while let Some((before, after)) = rest.split_once("{{") {
            html.push_str(before);
            let Some((name, after)) = after.split_once("}}") else {
                break;
            };
            html.push_str(&escaped(&self.value(name)));
            rest = after;
        }
        html.push_str(rest);
        html
    }

    fn value(&self, name: &str) -> String {
        match name.strip_prefix("t:") {
            Some(key) => self
                .words
                .and_then(|words| words.get(key))
                .map_or_else(|| key.to_owned(), |text| self.said(text)),
            None => self
                .values
                .iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| value.clone())
                .unwrap_or_default(),
        }
    }

    /// A sentence with its `{name}`s filled.
    fn said(&self, text: &str) -> String {
        let mut text = text.to_owned();
        for (name, value) in &self.values {
            text = text.replace(&format!("{{{name}}}"), value);
        }
        text
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// Whether a form came from another site's page. A browser says where a form comes from; other
/// programs say nothing, and may submit.
fn is_foreign(headers: &HeaderMap) -> bool {
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let Some(origin) = text(header::ORIGIN) else {
        return false;
    };
    let host = text(header::HOST).unwrap_or_default();
    Url::parse(&format!("http://{host}")).map(|own| own.origin())
        != Url::parse(origin).map(|other| other.origin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_languages_have_the_same_words() {
        let pages = Pages::carried().unwrap();
        let keys = |language: &str| -> Vec<&String> { pages.0[language].keys().collect() };
        assert_eq!(keys("en"), keys("es"));
        assert_eq!(keys("en"), keys("zh-Hans"));
    }

    #[test]
    fn values_are_escaped() {
        let pages = Pages::carried().unwrap();
        let page = pages.page(&HeaderMap::new()).with("user_code", "<b>\"x\"");
        assert_eq!(
            page.filled("value=\"{{user_code}}\""),
            "value=\"&lt;b&gt;&quot;x&quot;\""
        );
    }

    #[test]
    fn a_form_from_another_site_is_foreign() {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, "127.0.0.1:8080".parse().unwrap());
        assert!(!is_foreign(&headers));
        headers.insert(header::ORIGIN, "http://127.0.0.1:8080".parse().unwrap());
        assert!(!is_foreign(&headers));
        headers.insert(header::ORIGIN, "https://evil.example".parse().unwrap());
        assert!(is_foreign(&headers));
    }
}
