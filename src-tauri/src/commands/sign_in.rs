//! Signing in and out.

use contract::{Code, Refusal, VaultChoice};
use tauri_plugin_clipboard_manager::ClipboardExt as _;

use super::Desk;
use crate::internal;

impl Desk<'_> {
    pub(super) fn sign_in(&self) -> Result<(), Refusal> {
        self.shell.studio.sign_in();
        Ok(())
    }

    pub(super) fn cancel_sign_in(&self) -> Result<(), Refusal> {
        self.shell.studio.cancel_sign_in();
        Ok(())
    }

    pub(super) fn open_sign_in_link(&self) -> Result<(), Refusal> {
        self.shell.studio.open_sign_in_link();
        Ok(())
    }

    pub(super) fn copy_sign_in_link(&self) -> Result<(), Refusal> {
        let link = self
            .shell
            .studio
            .sign_in_link()
            .ok_or(Code::SignInInvalid)?;
        self.app.clipboard().write_text(link).map_err(internal)
    }

    pub(super) async fn sign_out(&self) -> Result<(), Refusal> {
        self.shell.studio.sign_out().await;
        Ok(())
    }

    pub(super) async fn choose_vault(&self, choice: VaultChoice) -> Result<(), Refusal> {
        self.shell.studio.choose_vault(choice).await
    }
}
