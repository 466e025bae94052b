//! Writings that other runs began: left behind by one that ended, or going on in one that lives.

use std::time::Duration;

use contract::{Event, ProductWorkId, Refusal};

use super::works::Work;
use crate::Studio;
use crate::journal::{WorkPhase, WorkRecord};

/// How often a writing of another process is looked up.
pub(super) const GLANCE: Duration = Duration::from_secs(1);

impl Studio {
    /// Reads the journal into this run's view: writings that nobody goes on with are paused.
    pub(crate) async fn recall_product_works(&self) -> Result<(), Refusal> {
        let core = &self.core;
        let _one = core.works.passing.lock().await;
        let mut records = core.journal.open_works(&core.server_name).await?;
        for work_id in core.works.others() {
            // One that has ended meanwhile is not among the open ones.
            if !records.iter().any(|record| record.work_id == work_id) {
                records.extend(core.journal.work(&core.server_name, &work_id).await?);
            }
        }
        for record in records {
            self.show_work(record);
        }
        Ok(())
    }

    /// Shows a writing as it is in the journal, unless this process writes it. To be called by one
    /// at a time.
    pub(super) fn show_work(&self, record: WorkRecord) {
        let works = &self.core.works;
        let work_id: ProductWorkId = record.work_id.clone();
        if works.is_ours(&work_id) {
            return;
        }
        let before = works.view(&work_id);
        let view = works.put(self.recalled(record));
        if before.as_ref() != Some(&view) {
            self.core.tell(Event::ProductWork(view));
        }
    }

    /// A writing as it stands, of which this process knows that it does not write it: one that
    /// nobody writes waits to be resumed.
    pub(super) fn recalled(&self, mut record: WorkRecord) -> Work {
        let sender = &self.core.sender;
        let is_left = record.sender == sender.id() || sender.has_died(&record.sender);
        if record.phase == WorkPhase::Running && is_left {
            record.phase = WorkPhase::Paused;
        }
        Work::new(record)
    }
}
