//! From the client's anomalies to the journal's: heard at once, kept in turn.

use std::sync::Arc;

use contract::Anomaly;
use riffkit::AnomalyKind;
use tokio::sync::{mpsc, watch};

/// Anomalies that wait to be kept. More at once than these say nothing new.
const WAITING: usize = 64;
/// Longest piece of the service's text that is kept, in characters.
const LONGEST: usize = 80;

/// Hears the client, without blocking it.
pub(crate) struct Ear {
    waiting: mpsc::Sender<Anomaly>,
    unkept: watch::Sender<usize>,
}

/// What was heard and is not kept yet.
pub(crate) struct Heard {
    waiting: mpsc::Receiver<Anomaly>,
    unkept: watch::Sender<usize>,
}

/// An ear, and what it hears.
pub(crate) fn ear() -> (Arc<Ear>, Heard) {
    let (sender, waiting) = mpsc::channel(WAITING);
    let unkept = watch::Sender::new(0);
    let ear = Ear {
        waiting: sender,
        unkept: unkept.clone(),
    };
    (Arc::new(ear), Heard { waiting, unkept })
}

impl Heard {
    /// The next; none once nobody is left to be heard.
    pub(crate) async fn next(&mut self) -> Option<Anomaly> {
        self.waiting.recv().await
    }

    /// One that was taken by [`Heard::next`] has been dealt with.
    pub(crate) fn kept(&self) {
        self.unkept.send_modify(|count| *count -= 1);
    }

    /// How many were heard and are not dealt with.
    pub(crate) fn unkept(&self) -> watch::Receiver<usize> {
        self.unkept.subscribe()
    }
}

impl riffkit::Watcher for Ear {
    fn noticed(&self, anomaly: riffkit::Anomaly) {
        // Counted first, so that nobody who waits for the count to fall misses it.
        self.unkept.send_modify(|count| *count += 1);
        if self.waiting.try_send(worded(&anomaly)).is_err() {
            self.unkept.send_modify(|count| *count -= 1);
            tracing::info!("too many anomalies at once; one is not kept");
        }
    }
}

fn worded(anomaly: &riffkit::Anomaly) -> Anomaly {
    let endpoint = anomaly.endpoint.to_string();
    match &anomaly.kind {
        AnomalyKind::UndocumentedError { status, error } => Anomaly::UndocumentedStatus {
            endpoint,
            status: *status,
            word: error
                .as_deref()
                .map(name_of)
                .filter(|word| !word.is_empty()),
        },
        AnomalyKind::InternalField { field } => Anomaly::UnexpectedField {
            endpoint,
            field: name_of(field),
        },
    }
}

/// The service's text as far as it is a name: what else it may hold is nobody's to keep.
fn name_of(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_ascii_alphanumeric() || "._-".contains(*c))
        .take(LONGEST)
        .collect()
}

#[cfg(test)]
mod tests {
    use riffkit::{Endpoint, Watcher as _};

    use super::*;

    fn seen(kind: AnomalyKind) -> riffkit::Anomaly {
        let endpoint = Endpoint {
            method: "GET",
            path: "/api/formulas/{formula_id}",
        };
        riffkit::Anomaly { endpoint, kind }
    }

    #[tokio::test]
    async fn what_is_heard_waits_in_turn_and_too_much_is_dropped() {
        let (ear, mut heard) = ear();
        for status in 0..100 {
            ear.noticed(seen(AnomalyKind::UndocumentedError {
                status,
                error: None,
            }));
        }
        drop(ear);
        let mut kept = 0;
        while let Some(anomaly) = heard.next().await {
            assert_eq!(
                anomaly,
                Anomaly::UndocumentedStatus {
                    endpoint: "GET /api/formulas/{formula_id}".to_owned(),
                    status: kept,
                    word: None,
                }
            );
            kept += 1;
            assert_eq!(*heard.unkept().borrow(), WAITING + 1 - usize::from(kept));
            heard.kept();
        }
        assert_eq!(usize::from(kept), WAITING);
        assert_eq!(*heard.unkept().borrow(), 0);
    }

    #[test]
    fn only_names_are_kept_of_the_services_text() {
        let field = worded(&seen(AnomalyKind::InternalField {
            field: "items.hook_type".to_owned(),
        }));
        assert!(
            matches!(field, Anomaly::UnexpectedField { field, .. } if field == "items.hook_type")
        );
        let error = worded(&seen(AnomalyKind::UndocumentedError {
            status: 409,
            error: Some("<https://x.y/?t=1> ".repeat(20)),
        }));
        let Anomaly::UndocumentedStatus {
            word: Some(word), ..
        } = error
        else {
            panic!("a word");
        };
        assert_eq!(word.chars().count(), LONGEST);
        assert!(!word.contains('/') && !word.contains('?'));
    }
}
