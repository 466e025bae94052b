//! Sizes and times.

use contract::{Args, Millis};

use crate::Words;

impl Words {
    /// A size, in millions of bytes: "38.4 MB", "100 MB".
    pub fn megabytes(&self, bytes: u64) -> String {
        // Above 2^53 bytes the last digits are lost, far behind the point.
        self.measure("measure-megabytes", bytes as f64 / 1e6)
    }

    /// A length in seconds: "23.1 s", "45 s".
    pub fn seconds(&self, seconds: f64) -> String {
        self.measure("measure-seconds", seconds)
    }

    /// A position or a length as players show it: "0:23", "1:05:00".
    pub fn clock(&self, seconds: f64) -> String {
        let whole = if seconds.is_finite() {
            seconds.max(0.0) as u64
        } else {
            0
        };
        let (hours, minutes, seconds) = (whole / 3600, whole / 60 % 60, whole % 60);
        if hours > 0 {
            format!("{hours}:{minutes:02}:{seconds:02}")
        } else {
            format!("{minutes}:{seconds:02}")
        }
    }

    /// How long ago something was: "2 min 30 s ago". What lies ahead is "just now".
    pub fn ago(&self, now: Millis, then: Millis) -> String {
        let seconds = now.saturating_sub(then).max(0) / 1000;
        if seconds < 1 {
            self.say("measure-just-now")
        } else {
            self.span_in("measure-ago", seconds)
        }
    }

    /// A length of time in words: "2 min 30 s".
    pub fn span(&self, seconds: u64) -> String {
        self.span_in("measure-span", i64::try_from(seconds).unwrap_or(i64::MAX))
    }

    /// Seconds matter for ten minutes, minutes for ten hours.
    fn span_in(&self, key: &str, seconds: i64) -> String {
        let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
        let (unit, first, second) = if minutes == 0 {
            ("seconds", seconds, 0)
        } else if minutes < 10 {
            ("minutes", minutes, seconds % 60)
        } else if hours == 0 {
            ("minutes", minutes, 0)
        } else if hours < 10 {
            ("hours", hours, minutes % 60)
        } else if days == 0 {
            ("hours", hours, 0)
        } else {
            ("days", days, 0)
        };
        let mut args = Args::from([("first".to_owned(), (first as f64).into())]);
        if second == 0 {
            return self.say_with(&format!("{key}-{unit}"), &args);
        }
        args.insert("second".to_owned(), (second as f64).into());
        self.say_with(&format!("{key}-{unit}-and"), &args)
    }

    fn measure(&self, key: &str, value: f64) -> String {
        self.say_with(key, &Args::from([("value".to_owned(), value.into())]))
    }
}
