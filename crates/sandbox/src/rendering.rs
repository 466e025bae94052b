//! From a planned reel to a rendered one, in the background.

use std::sync::Arc;

use crate::{
    render::{Job, Made},
    service::Service,
    state::{Rendered, Source},
};

impl From<Made> for Rendered {
    fn from(made: Made) -> Self {
        Self {
            duration_ms: made.duration_ms,
            width: made.width,
            height: made.height,
            bytes: made.bytes,
            carried: made.carried,
        }
    }
}

impl Service {
    /// Starts rendering a planned reel. It begins as soon as a riff is accepted, not when its
    /// task is due, so that even a short life doesn't wait for it.
    pub(crate) fn render_soon(self: &Arc<Self>, asset_id: &str) {
        let service = Arc::clone(self);
        let asset_id = asset_id.to_owned();
        self.renderer.spawn(async move {
            if let Some(job) = service.job(&asset_id) {
                service.render(&asset_id, &job).await;
            }
        });
    }

    async fn render(&self, asset_id: &str, job: &Job) {
        let made = match self.renderer.render(job).await {
            Ok(made) => made,
            Err(error) => {
                tracing::error!(%error, "a reel could not be put in its place");
                return;
            }
        };
        let recorded = self.change(|records, _| {
            records.rendered.insert(asset_id.to_owned(), made.into());
        });
        if let Err(error) = recorded {
            tracing::error!(%error, "a finished rendering could not be recorded");
        }
        self.renderer.tell_finished();
    }

    fn job(&self, asset_id: &str) -> Option<Job> {
        self.store.read(|records| {
            let (batch, variant) = records.batches.iter().find_map(|batch| {
                let mut planned = batch.planned.iter();
                let place = planned.position(|planned| planned.asset_id == asset_id)?;
                Some((batch, place))
            })?;
            let source = match &records.formula(&batch.formula_id)?.source {
                Source::Upload { file, .. } => {
                    let kept = self.folders.uploads().join(file);
                    kept.is_file().then_some(kept)
                }
                Source::Link { .. } | Source::Platform => None,
            };
            Some(Job {
                source,
                direction: batch.content_anchor.clone(),
                variant,
                reel: self.folders.reel(asset_id),
                picture: self.folders.picture(asset_id),
                scratch: self.folders.uploads(),
            })
        })
    }
}
