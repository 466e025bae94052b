//! What other processes of this machine do: the window learns of `reel`'s orders, steps and savings
//! without being asked, and the other way round.
//!
//! The journal is what they share, and SQLite says of a connection whether another one has written
//! since. That is asked at a slow turn; everything else only when it is so.

use std::collections::HashMap;
use std::time::Duration;

use contract::{AssetId, Event, HubEvent, ProjectKey, ProjectView, ReelView, Refusal};

use crate::Studio;

/// How long another process's news may take to be seen.
const TURN: Duration = Duration::from_secs(2);

/// What was known at the last look.
#[derive(Default)]
struct Known {
    reels: HashMap<AssetId, ReelView>,
    projects: HashMap<ProjectKey, ProjectView>,
}

impl Studio {
    /// Learns from now on what other processes of this machine write to the journal, until the studio
    /// is closed. To be called once, by a front that stays open.
    pub fn keep_up_with_others(&self) {
        let studio = self.clone();
        self.core.spawn(async move {
            let core = &studio.core;
            // The first look says where we are: what was before is in the snapshot.
            let mut version = core.journal.others_version().await.ok();
            let mut known = studio.known().await;
            loop {
                core.ports.clock.sleep(TURN).await;
                match core.journal.others_version().await {
                    Ok(now) if version == Some(now) => {}
                    Ok(now) => {
                        version = Some(now);
                        if let Err(refusal) = studio.hear_others(&mut known).await {
                            core.tell(Event::Trouble(refusal));
                        }
                    }
                    Err(refusal) => tracing::info!(%refusal, "the journal could not be asked"),
                }
            }
        });
    }

    /// Tells what others wrote: orders, retries, paid steps, projects, writings of products, reels that
    /// were saved or came to be known, and what was spent.
    async fn hear_others(&self, known: &mut Known) -> Result<(), Refusal> {
        self.notice_others().await?;
        self.recall_product_works().await?;
        self.recover_steps().await?;
        self.core.spending.moved();
        let now = self.known().await;
        for (asset_id, reel) in &now.reels {
            if known.reels.get(asset_id) != Some(reel) {
                self.core.tell(Event::Reel(reel.clone()));
            }
        }
        for (key, project) in &now.projects {
            if known.projects.get(key) != Some(project) {
                self.core.tell_hub(HubEvent::Project(project.clone()));
            }
        }
        for key in known.projects.keys() {
            if !now.projects.contains_key(key) {
                self.core.tell_hub(HubEvent::ProjectGone(key.clone()));
            }
        }
        *known = now;
        Ok(())
    }

    /// The newest reels and the projects, as the journal has them.
    async fn known(&self) -> Known {
        let reels = self.newest_reels().await.into_iter();
        let projects = self.known_projects_or_tell().await.into_iter();
        Known {
            reels: reels.map(|reel| (reel.asset_id.clone(), reel)).collect(),
            projects: projects.map(|project| (project.key(), project)).collect(),
        }
    }
}
