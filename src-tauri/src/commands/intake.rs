//! Choosing what a riff is made from.

use contract::{ClipId, Refusal};

use super::Desk;

impl Desk<'_> {
    pub(super) async fn browse_clips(&self) -> Result<(), Refusal> {
        let chosen = self
            .shell
            .dialogs
            .clips(self.app, &self.shell.words())
            .await;
        if !chosen.is_empty() {
            self.shell.studio.add_clips(chosen).await;
        }
        Ok(())
    }

    pub(super) fn remove_clip(&self, clip: &ClipId) -> Result<(), Refusal> {
        self.shell.studio.remove_clip(clip);
        Ok(())
    }

    pub(super) fn check_link(&self, link: &str) -> Result<String, Refusal> {
        self.shell.studio.check_link(link)
    }
}
