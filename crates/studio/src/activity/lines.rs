//! An entry in a line of a report: no secret, no word of a plan.

use contract::{ActivityEntry, Anomaly};
use jiff::Timestamp;

/// One entry, in the words of whoever develops: reports are read there.
pub(super) fn line(entry: &ActivityEntry) -> String {
    let at = Timestamp::from_millisecond(entry.at).unwrap_or(Timestamp::UNIX_EPOCH);
    let what = match &entry.anomaly {
        Anomaly::UndocumentedStatus {
            endpoint,
            status,
            word,
        } => match word {
            Some(word) => format!("undocumented status {status} ({word}) at {endpoint}"),
            None => format!("undocumented status {status} at {endpoint}"),
        },
        Anomaly::UnexpectedField { endpoint, field } => {
            format!("unexpected field {field} at {endpoint}")
        }
        Anomaly::FailedAgain { task_id } => format!("task {task_id} failed after two retries"),
        Anomaly::BalanceFell {
            from_seconds,
            to_seconds,
        } => format!("balance fell from {from_seconds} s to {to_seconds} s within a minute"),
    };
    match entry.times {
        0 | 1 => format!("{at} {what}"),
        times => format!("{at} {what} ({times} times)"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(anomaly: Anomaly, times: u32) -> String {
        line(&ActivityEntry {
            number: 1,
            at: 1_781_913_600_000,
            times,
            anomaly,
        })
    }

    #[test]
    fn a_line_says_when_what_where_and_how_often() {
        let status = Anomaly::UndocumentedStatus {
            endpoint: "GET /api/formulas/{formula_id}".to_owned(),
            status: 418,
            word: Some("teapot".to_owned()),
        };
        assert_eq!(
            of(status, 3),
            "2026-06-20T00:00:00Z undocumented status 418 (teapot) at GET /api/formulas/{formula_id} (3 times)"
        );
        let fell = Anomaly::BalanceFell {
            from_seconds: 100,
            to_seconds: 50,
        };
        assert_eq!(
            of(fell, 1),
            "2026-06-20T00:00:00Z balance fell from 100 s to 50 s within a minute"
        );
    }
}
