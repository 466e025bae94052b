//! What is found out about a job once.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use tokio::sync::OnceCell;

use super::errand::Job;

/// What is known of each job, found out when it is first wanted.
pub struct Known<T>(Mutex<BTreeMap<Job, Arc<OnceCell<T>>>>);

impl<T> Default for Known<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Copy> Known<T> {
    /// What is known of this job. Whoever else wants the same meanwhile waits for it.
    pub async fn of(&self, job: Job, found_out: impl Future<Output = T>) -> T {
        let cell = Arc::clone(self.0.lock().unwrap().entry(job).or_default());
        *cell.get_or_init(|| found_out).await
    }
}
