//! How long a service asks to wait.

use std::time::{Duration, SystemTime};

use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};

/// Longest wait that is believed. More is a broken server or a broken clock.
const CAP: Duration = Duration::from_secs(24 * 60 * 60);

/// Reads `Retry-After`: seconds, or an HTTP date.
///
/// A date is measured against the answer's own `Date`, so that a wrong clock here does not matter.
pub(crate) fn read(headers: &HeaderMap, now: SystemTime) -> Option<Duration> {
    let text = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let wait = match text.parse::<f64>() {
        Ok(seconds) => Duration::try_from_secs_f64(seconds).ok()?,
        Err(_) => {
            let until = httpdate::parse_http_date(text).ok()?;
            let date = headers.get(DATE).and_then(|date| date.to_str().ok());
            let then = date
                .and_then(|date| httpdate::parse_http_date(date).ok())
                .unwrap_or(now);
            until.duration_since(then).unwrap_or_default()
        }
    };
    Some(wait.min(CAP))
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use reqwest::header::{DATE, HeaderMap, RETRY_AFTER};

    use super::read;

    fn wait(retry_after: &str, date: Option<&str>) -> Option<Duration> {
        let mut headers = HeaderMap::new();
        headers.insert(RETRY_AFTER, retry_after.parse().unwrap());
        if let Some(date) = date {
            headers.insert(DATE, date.parse().unwrap());
        }
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777 - 90);
        read(&headers, now)
    }

    #[test]
    fn reads_seconds_and_dates() {
        assert_eq!(wait("30", None), Some(Duration::from_secs(30)));
        assert_eq!(wait(" 0.5 ", None), Some(Duration::from_millis(500)));
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        assert_eq!(
            wait(date, None),
            Some(Duration::from_secs(90)),
            "by our clock"
        );
        let sent = "Sun, 06 Nov 1994 08:49:30 GMT";
        assert_eq!(
            wait(date, Some(sent)),
            Some(Duration::from_secs(7)),
            "by theirs"
        );
        assert_eq!(wait(sent, Some(date)), Some(Duration::ZERO), "already over");
    }

    #[test]
    fn doubts_rubbish_and_eternity() {
        assert_eq!(wait("soon", None), None);
        assert_eq!(wait("-3", None), None);
        assert_eq!(wait("1e300", None), None);
        assert_eq!(wait("99999999", None), Some(Duration::from_secs(86_400)));
        assert_eq!(read(&HeaderMap::new(), SystemTime::now()), None);
    }
}
