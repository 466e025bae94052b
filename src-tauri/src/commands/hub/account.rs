//! The token, the account, and the steps that cost credits.

use contract::{
    Assist, AssistAnswer, AssistsView, CreditsView, HubToken, NewToken, PurchaseId, Refusal,
    SecretText, Step, StepReview, StepReviewId, TokenMade,
};

use super::super::Desk;

impl Desk<'_> {
    pub(super) async fn sign_in_with_token(&self, token: SecretText) -> Result<(), Refusal> {
        self.shell.studio.hub_sign_in(token).await
    }

    pub(super) async fn use_sandbox_token(&self) -> Result<(), Refusal> {
        self.shell.studio.use_sandbox_token().await
    }

    pub(super) async fn sign_out_hub(&self) -> Result<(), Refusal> {
        self.shell.studio.hub_sign_out().await;
        Ok(())
    }

    pub(super) fn open_hubfluencer(&self) -> Result<(), Refusal> {
        self.shell.studio.open_hubfluencer()
    }

    pub(super) async fn tokens(&self) -> Result<Vec<HubToken>, Refusal> {
        self.shell.studio.tokens().await
    }

    pub(super) async fn create_token(&self, token: NewToken) -> Result<TokenMade, Refusal> {
        self.shell.studio.create_token(token).await
    }

    pub(super) async fn revoke_token(&self, token_id: &str) -> Result<(), Refusal> {
        self.shell.studio.revoke_token(token_id).await
    }

    pub(super) async fn credits(&self) -> Result<CreditsView, Refusal> {
        self.shell.studio.credits().await
    }

    pub(super) async fn assists(&self) -> Result<AssistsView, Refusal> {
        self.shell.studio.assists().await
    }

    pub(super) async fn review_step(&self, step: Step) -> Result<StepReview, Refusal> {
        self.shell.studio.review_step(step).await
    }

    pub(super) async fn take_step(&self, review: &StepReviewId) -> Result<PurchaseId, Refusal> {
        self.shell.studio.take_step(review).await
    }

    pub(super) async fn give_up_step(&self, purchase: &PurchaseId) -> Result<(), Refusal> {
        self.shell.studio.give_up_step(purchase).await
    }

    pub(super) fn ask_step_again(&self, purchase: &PurchaseId) -> Result<(), Refusal> {
        self.shell.studio.ask_step_again(purchase)
    }

    pub(super) async fn hide_step(&self, purchase: &PurchaseId) -> Result<(), Refusal> {
        self.shell.studio.hide_step(purchase).await
    }

    pub(super) async fn run_assist(&self, assist: Assist) -> Result<AssistAnswer, Refusal> {
        self.shell.studio.run_assist(assist).await
    }
}
