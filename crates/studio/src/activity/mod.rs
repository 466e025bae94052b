//! What the service did that its contract does not say: kept, told, and shown to whoever reports it
//! (contract, "Proactively flag anomalies").

mod lines;
mod watcher;

use std::sync::Mutex;

use contract::{ActivityEntry, Anomaly, Event, Refusal};
use tokio::sync::watch;

use crate::Studio;
use crate::lock::held;

pub(crate) use watcher::{Heard, ear};

/// The entries as this run knows them, newest first. The journal has them for every process.
pub(crate) struct Activity {
    entries: Mutex<Vec<ActivityEntry>>,
    /// How many the client told of that are not in the journal yet.
    unkept: watch::Receiver<usize>,
}

impl Activity {
    /// None yet, beside what is heard from now on.
    pub(crate) fn of(heard: &Heard) -> Self {
        Self {
            entries: Mutex::default(),
            unkept: heard.unkept(),
        }
    }

    /// Resolves when all that was heard is in the journal: a short run must not lose it.
    pub(crate) async fn all_kept(&self) {
        // An ear that is gone hears nothing more.
        let _ = self.unkept.clone().wait_for(|count| *count == 0).await;
    }
}

impl Studio {
    /// What the service did that its contract does not say, newest first: at most 500 entries.
    ///
    /// # Errors
    /// [`contract::Code::JournalFailed`].
    pub async fn activity(&self) -> Result<Vec<ActivityEntry>, Refusal> {
        let core = &self.core;
        let entries = core.journal.activity(&core.server_name).await?;
        held(&core.activity.entries).clone_from(&entries);
        Ok(entries)
    }

    /// The list for a first picture: without it where the journal can't be read, which is told.
    pub(crate) async fn known_activity(&self) -> Vec<ActivityEntry> {
        self.activity().await.unwrap_or_else(|refusal| {
            self.core.tell(Event::Trouble(refusal));
            Vec::new()
        })
    }

    /// Forgets that list.
    ///
    /// # Errors
    /// [`contract::Code::JournalFailed`]; the list then stays.
    pub async fn clear_activity(&self) -> Result<(), Refusal> {
        let core = &self.core;
        core.journal.clear_activity(&core.server_name).await?;
        held(&core.activity.entries).clear();
        Ok(())
    }

    /// Keeps an anomaly and tells of it. The same kind at the same place within a day is counted up.
    pub(crate) async fn notice(&self, anomaly: Anomaly) {
        let core = &self.core;
        let sameness = sameness(&anomaly);
        let noted = core
            .journal
            .note_activity(&core.server_name, sameness, anomaly, core.now());
        match noted.await {
            Ok(entry) => {
                let mut entries = held(&core.activity.entries);
                entries.retain(|known| known.number != entry.number);
                entries.push(entry.clone());
                entries.sort_by_key(|entry| std::cmp::Reverse(entry.number));
                drop(entries);
                core.tell(Event::Activity(entry));
            }
            Err(refusal) => tracing::warn!(%refusal, "an anomaly could not be kept"),
        }
    }

    /// The entries in lines for a report, newest first.
    pub(crate) fn activity_lines(&self) -> Vec<String> {
        let entries = held(&self.core.activity.entries);
        entries.iter().map(lines::line).collect()
    }

    /// Keeps what the client hears of, as long as the studio is open.
    pub(crate) async fn keep_noticing(self, mut heard: Heard) {
        while let Some(anomaly) = heard.next().await {
            self.notice(anomaly).await;
            heard.kept();
        }
    }
}

/// Kind and place: what makes an anomaly the same as another.
fn sameness(anomaly: &Anomaly) -> String {
    match anomaly {
        Anomaly::UndocumentedStatus {
            endpoint,
            status,
            word,
        } => format!(
            "status {endpoint} {status} {}",
            word.as_deref().unwrap_or_default()
        ),
        Anomaly::UnexpectedField { endpoint, field } => format!("field {endpoint} {field}"),
        Anomaly::FailedAgain { task_id } => format!("failed {task_id}"),
        Anomaly::BalanceFell { .. } => "balance".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kind_and_place_make_the_same_and_numbers_do_not() {
        let fell = |from_seconds, to_seconds| Anomaly::BalanceFell {
            from_seconds,
            to_seconds,
        };
        assert_eq!(sameness(&fell(10, 5)), sameness(&fell(5, 1)));
        let status = |status, word: Option<&str>| Anomaly::UndocumentedStatus {
            endpoint: "GET /api/tasks".to_owned(),
            status,
            word: word.map(str::to_owned),
        };
        assert_ne!(sameness(&status(418, None)), sameness(&status(419, None)));
        assert_ne!(
            sameness(&status(418, None)),
            sameness(&status(418, Some("teapot")))
        );
        let failed = |id: &str| Anomaly::FailedAgain { task_id: id.into() };
        assert_ne!(sameness(&failed("a")), sameness(&failed("b")));
    }
}
