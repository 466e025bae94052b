//! The page's questions about Hubfluencer, matched exhaustively, each answered by one line of the
//! core.

mod account;
mod footage;
mod projects;
mod scenes;

use contract::{HubRequest, Refusal};
use serde_json::Value;

use super::{Desk, answer};

impl Desk<'_> {
    pub(super) async fn hub(&self, request: HubRequest) -> Result<Value, Refusal> {
        match request {
            HubRequest::SignInWithToken(ask) => {
                answer(&ask.clone(), self.sign_in_with_token(ask.token).await)
            }
            HubRequest::UseSandboxToken(ask) => answer(&ask, self.use_sandbox_token().await),
            HubRequest::SignOutHub(ask) => answer(&ask, self.sign_out_hub().await),
            HubRequest::OpenHubfluencer(ask) => answer(&ask, self.open_hubfluencer()),
            HubRequest::ListTokens(ask) => answer(&ask, self.tokens().await),
            HubRequest::CreateToken(ask) => {
                answer(&ask.clone(), self.create_token(ask.token).await)
            }
            HubRequest::RevokeToken(ask) => answer(&ask, self.revoke_token(&ask.token_id).await),
            HubRequest::GetCredits(ask) => answer(&ask, self.credits().await),
            HubRequest::GetAssists(ask) => answer(&ask, self.assists().await),
            HubRequest::ReviewStep(ask) => answer(&ask.clone(), self.review_step(ask.step).await),
            HubRequest::TakeStep(ask) => answer(&ask, self.take_step(&ask.step_review_id).await),
            HubRequest::GiveUpStep(ask) => answer(&ask, self.give_up_step(&ask.purchase_id).await),
            HubRequest::AskStepAgain(ask) => answer(&ask, self.ask_step_again(&ask.purchase_id)),
            HubRequest::HideStep(ask) => answer(&ask, self.hide_step(&ask.purchase_id).await),
            HubRequest::RunAssist(ask) => answer(&ask.clone(), self.run_assist(ask.assist).await),
            HubRequest::GetProject(ask) => answer(&ask, self.project(&ask.project).await),
            HubRequest::ListProjects(ask) => answer(&ask, self.list_projects().await),
            HubRequest::AdoptProject(ask) => answer(&ask, self.adopt_project(&ask.project).await),
            HubRequest::RemoveProject(ask) => answer(&ask, self.remove_project(&ask.project).await),
            HubRequest::LookAtProject(ask) => {
                answer(&ask, self.look_at_project(&ask.project).await)
            }
            HubRequest::CreateShort(ask) => {
                answer(&ask.clone(), self.create_short(ask.brief).await)
            }
            HubRequest::EditShort(ask) => {
                answer(&ask.clone(), self.edit_short(&ask.slug, ask.brief).await)
            }
            HubRequest::CreateCarousel(ask) => {
                answer(&ask.clone(), self.create_carousel(ask.brief).await)
            }
            HubRequest::EditCarousel(ask) => answer(
                &ask.clone(),
                self.edit_carousel(&ask.slug, ask.change).await,
            ),
            HubRequest::EditSlide(ask) => answer(
                &ask.clone(),
                self.edit_slide(&ask.slug, ask.position, ask.words).await,
            ),
            HubRequest::RestyleCarousel(ask) => answer(
                &ask.clone(),
                self.restyle_carousel(&ask.slug, ask.restyle).await,
            ),
            HubRequest::CreateEditor(ask) => {
                answer(&ask.clone(), self.create_editor(ask.brief).await)
            }
            HubRequest::EditEditor(ask) => {
                answer(&ask.clone(), self.edit_editor(&ask.slug, ask.change).await)
            }
            HubRequest::EditScenario(ask) => answer(
                &ask,
                self.edit_scenario(&ask.slug, &ask.scenario_prompt).await,
            ),
            HubRequest::ApplyScenario(ask) => answer(
                &ask,
                self.apply_scenario(&ask.slug, ask.segments_count).await,
            ),
            HubRequest::AddScene(ask) => answer(&ask, self.add_scene(&ask.slug, &ask.prompt).await),
            HubRequest::EditScene(ask) => answer(
                &ask,
                self.edit_scene(&ask.slug, &ask.scene_id, &ask.prompt).await,
            ),
            HubRequest::DeleteScene(ask) => {
                answer(&ask, self.delete_scene(&ask.slug, &ask.scene_id).await)
            }
            HubRequest::ReorderScenes(ask) => {
                answer(&ask, self.reorder_scenes(&ask.slug, &ask.order).await)
            }
            HubRequest::PlaceFootage(ask) => {
                answer(&ask, self.place_footage(&ask.slug, &ask.upload_id).await)
            }
            HubRequest::UseFootage(ask) => answer(
                &ask,
                self.use_footage(&ask.slug, &ask.scene_id, &ask.upload_id)
                    .await,
            ),
            HubRequest::UseScene(ask) => answer(
                &ask,
                self.use_scene(&ask.slug, &ask.scene_id, &ask.source_segment_id)
                    .await,
            ),
            HubRequest::PlaceProduct(ask) => {
                answer(&ask, self.place_product(&ask.slug, &ask.placement).await)
            }
            HubRequest::PlaceLogo(ask) => {
                answer(&ask.clone(), self.place_logo(&ask.slug, ask.change).await)
            }
            HubRequest::SetImage(ask) => answer(&ask, self.set_image(&ask).await),
            HubRequest::UploadFootage(ask) => {
                answer(&ask.clone(), self.upload_footage(ask.footage).await)
            }
            HubRequest::PauseFootage(ask) => {
                answer(&ask, self.pause_footage(&ask.footage_id).await)
            }
            HubRequest::ResumeFootage(ask) => {
                answer(&ask, self.resume_footage(&ask.footage_id).await)
            }
            HubRequest::CancelFootage(ask) => {
                answer(&ask, self.cancel_footage(&ask.footage_id).await)
            }
            HubRequest::ListFootage(ask) => answer(&ask, self.footage(&ask.slug).await),
            HubRequest::SaveProject(ask) => answer(&ask, self.save_project(&ask.project).await),
            HubRequest::GetProjectAsset(ask) => {
                answer(&ask, self.project_asset(&ask.project).await)
            }
        }
    }
}
