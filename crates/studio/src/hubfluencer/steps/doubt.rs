//! A purchase of assists whose answer was lost. It has no key, so it is never asked again: whether it
//! was taken is seen by the assists that were bought.

use crate::Studio;
use crate::journal::{PurchasePhase, PurchaseRecord};
use std::time::Duration;

/// When the count is looked at. Later it says nothing: others may have bought some by then, or the
/// day may be over.
const LOOKS: [Duration; 4] = [
    Duration::from_secs(2),
    Duration::from_secs(10),
    Duration::from_secs(30),
    Duration::from_secs(90),
];

impl Studio {
    /// Looks whether the assists of a lost purchase are there. If not, the person says what to make
    /// of it: nothing is bought again by itself.
    pub(super) fn look_for_unlock(&self, record: PurchaseRecord) {
        let Some(before) = record.bonus_before else {
            return;
        };
        let studio = self.clone();
        self.core.spawn(async move {
            for pause in LOOKS {
                studio.core.ports.clock.sleep(pause).await;
                match studio.assists().await {
                    Ok(assists) if assists.bonus > before => {
                        studio.note_step(&record, PurchasePhase::Taken, None).await;
                        studio.refresh_account();
                        return;
                    }
                    Ok(_) => {}
                    Err(refusal) => tracing::info!(%refusal, "assists could not be counted"),
                }
            }
        });
    }
}
