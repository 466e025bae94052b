//! The first picture, the settings, and the report.

use contract::{Code, Preferences, Refusal, ServerChoice, Snapshot};

use super::Desk;

impl Desk<'_> {
    pub(super) async fn snapshot(&self) -> Result<Snapshot, Refusal> {
        Ok(self.shell.studio.snapshot().await)
    }

    pub(super) async fn set_preferences(
        &self,
        wanted: Preferences,
    ) -> Result<Preferences, Refusal> {
        self.shell.studio.set_preferences(wanted).await
    }

    pub(super) async fn choose_reels_folder(&self) -> Result<Option<String>, Refusal> {
        let studio = &self.shell.studio;
        let (words, at) = (self.shell.words(), studio.reels_folder());
        match self.shell.dialogs.reels_folder(self.app, &words, at).await {
            Some(folder) => {
                // Settings are text: a folder whose name isn't can't be kept.
                let folder = folder.into_os_string().into_string().map_err(|folder| {
                    Refusal::new(Code::FolderUnwritable)
                        .with("folder", folder.to_string_lossy().into_owned())
                })?;
                let wanted = Preferences {
                    reels_folder: Some(folder),
                    ..studio.preferences()
                };
                studio.set_preferences(wanted).await?;
                Ok(Some(studio.snapshot().await.reels_folder))
            }
            None => Ok(None),
        }
    }

    /// The choice is kept first, so that the program that comes back finds it.
    pub(super) async fn switch_server(&self, server: ServerChoice) -> Result<(), Refusal> {
        let studio = &self.shell.studio;
        studio
            .set_preferences(Preferences {
                server,
                ..studio.preferences()
            })
            .await?;
        self.app.request_restart();
        Ok(())
    }

    pub(super) fn diagnostics(&self) -> Result<String, Refusal> {
        Ok(self.shell.studio.diagnostics())
    }
}
