//! The page's questions: one command, matched exhaustively, each answered by one line of the core.

mod direction;
mod hub;
mod intake;
mod library;
mod orders;
mod products;
mod settings;
mod sign_in;
mod spending;
mod tasks;
mod templates;
mod usage;

use contract::{Ask, Refusal, Request};
use serde_json::Value;
use tauri::{AppHandle, State};

use crate::internal;
use crate::shell::Shell;

/// Answers one question of the page.
///
/// # Errors
/// The core's refusal, as data.
#[tauri::command]
pub async fn ask(
    request: Request,
    app: AppHandle,
    shell: State<'_, Shell>,
) -> Result<Value, Refusal> {
    let desk = Desk {
        app: &app,
        shell: &shell,
    };
    match request {
        Request::GetSnapshot(ask) => answer(&ask, desk.snapshot().await),
        Request::BrowseClips(ask) => answer(&ask, desk.browse_clips().await),
        Request::RemoveClip(ask) => answer(&ask, desk.remove_clip(&ask.clip_id)),
        Request::CheckLink(ask) => answer(&ask, desk.check_link(&ask.url)),
        Request::ReviewPlan(ask) => answer(&ask.clone(), desk.review(ask.plan).await),
        Request::Submit(ask) => answer(&ask.clone(), desk.submit(ask.review_id).await),
        Request::CancelSending(ask) => answer(&ask, desk.cancel_sending(&ask.order_id).await),
        Request::GiveUp(ask) => answer(&ask, desk.give_up(&ask.order_id).await),
        Request::AdoptBatch(ask) => {
            answer(&ask, desk.adopt_batch(&ask.order_id, &ask.batch_id).await)
        }
        Request::GetPlanOfOrder(ask) => answer(&ask, desk.plan_of_order(&ask.order_id).await),
        Request::GetSpending(ask) => answer(&ask, desk.spending().await),
        Request::SetSpendLimits(ask) => {
            answer(&ask, desk.set_spend_limits(ask.service, ask.limits).await)
        }
        Request::AllowOverLimit(ask) => answer(&ask, desk.allow_over_limit(&ask.review, &ask.over)),
        Request::LookNow(ask) => answer(&ask, desk.look_now(&ask.order_id)),
        Request::ResumeOrder(ask) => answer(&ask, desk.resume_order(&ask.order_id).await),
        Request::HideOrder(ask) => answer(&ask, desk.hide_order(&ask.order_id).await),
        Request::OpenTopUp(ask) => answer(&ask, desk.open_top_up(&ask.order_id)),
        Request::SignIn(ask) => answer(&ask, desk.sign_in()),
        Request::CancelSignIn(ask) => answer(&ask, desk.cancel_sign_in()),
        Request::OpenSignInLink(ask) => answer(&ask, desk.open_sign_in_link()),
        Request::CopySignInLink(ask) => answer(&ask, desk.copy_sign_in_link()),
        Request::SignOut(ask) => answer(&ask, desk.sign_out().await),
        Request::ChooseVault(ask) => answer(&ask, desk.choose_vault(ask.choice).await),
        Request::RefreshLibrary(ask) => answer(&ask, desk.refresh_library().await),
        Request::GetReel(ask) => answer(&ask, desk.reel(&ask.asset_id).await),
        Request::SaveReel(ask) => answer(&ask, desk.save_reel(&ask.asset_id).await),
        Request::SaveReelAs(ask) => answer(&ask, desk.save_reel_as(&ask.asset_id).await),
        Request::PauseTransfer(ask) => answer(&ask, desk.pause_transfer(&ask.transfer_id).await),
        Request::ResumeTransfer(ask) => answer(&ask, desk.resume_transfer(&ask.transfer_id).await),
        Request::PutTransferFirst(ask) => {
            answer(&ask, desk.put_transfer_first(&ask.transfer_id).await)
        }
        Request::TrashReel(ask) => answer(&ask, desk.trash_reel(&ask.asset_id).await),
        Request::CancelTransfer(ask) => answer(&ask, desk.cancel_transfer(&ask.transfer_id).await),
        Request::ShowInFolder(ask) => answer(&ask, desk.show_in_folder(&ask.asset_id).await),
        Request::OpenInPlayer(ask) => answer(&ask, desk.open_in_player(&ask.media).await),
        Request::GetMediaUrl(ask) => answer(&ask, desk.media_link(&ask.media).await),
        Request::CopyText(ask) => answer(&ask, desk.copy_text(&ask.text)),
        Request::SetPreferences(ask) => {
            answer(&ask.clone(), desk.set_preferences(ask.preferences).await)
        }
        Request::ChooseReelsFolder(ask) => answer(&ask, desk.choose_reels_folder().await),
        Request::SwitchServer(ask) => answer(&ask, desk.switch_server(ask.server).await),
        Request::GetDiagnostics(ask) => answer(&ask, desk.diagnostics()),
        Request::GetDirectionAid(ask) => answer(&ask.clone(), desk.direction_aid(ask.query).await),
        Request::ReviewDirection(ask) => answer(
            &ask,
            desk.review_direction(&ask.text, ask.mode, &ask.image_names),
        ),
        Request::ListTemplates(ask) => answer(&ask.clone(), desk.templates(ask.query).await),
        Request::GetTemplate(ask) => answer(&ask, desk.template(&ask.template_id).await),
        Request::RefreshTemplate(ask) => {
            answer(&ask, desk.refresh_template(&ask.template_id).await)
        }
        Request::ListCharacters(ask) => answer(&ask, desk.characters().await),
        Request::SuggestCharacters(ask) => answer(&ask, desk.suggest_characters(&ask.words).await),
        Request::ListProducts(ask) => answer(&ask, desk.products().await),
        Request::CheckProduct(ask) => answer(&ask, desk.check_product(&ask.product).await),
        Request::CreateProduct(ask) => answer(&ask.clone(), desk.create_product(ask.product).await),
        Request::AddProductImages(ask) => answer(
            &ask.clone(),
            desk.add_product_images(&ask.product_id, ask.images).await,
        ),
        Request::PauseProductWork(ask) => answer(&ask, desk.pause_product_work(&ask.work_id).await),
        Request::ResumeProductWork(ask) => {
            answer(&ask, desk.resume_product_work(&ask.work_id).await)
        }
        Request::CancelProductWork(ask) => {
            answer(&ask, desk.cancel_product_work(&ask.work_id).await)
        }
        Request::BrowseFiles(ask) => answer(&ask, desk.browse_files().await),
        Request::SetDropTarget(ask) => answer(&ask, desk.set_drop_target(ask.target)),
        Request::RemoveFile(ask) => answer(&ask, desk.remove_file(&ask.file_id)),
        Request::GetUsage(ask) => answer(&ask, desk.usage(ask.period).await),
        Request::ListPlans(ask) => answer(&ask, desk.plans().await),
        Request::GetTeam(ask) => answer(&ask, desk.team().await),
        Request::ListActivity(ask) => answer(&ask, desk.activity().await),
        Request::ClearActivity(ask) => answer(&ask, desk.clear_activity().await),
        Request::GetContractVersion(ask) => answer(&ask, desk.contract_version().await),
        Request::OpenService(ask) => answer(&ask, desk.open_service().await),
        Request::ListTasks(ask) => answer(&ask.clone(), desk.tasks(ask.query).await),
        Request::GetTaskStats(ask) => answer(&ask.clone(), desk.task_stats(ask.query).await),
        Request::GetTask(ask) => answer(&ask, desk.task(&ask.task_id).await),
        Request::GetRecap(ask) => answer(&ask, desk.recap(&ask.task_id).await),
        Request::CancelTask(ask) => answer(&ask, desk.cancel_task(&ask.task_id).await),
        Request::ReviewRetry(ask) => answer(&ask, desk.review_retry(&ask.task_id).await),
        Request::RetryTask(ask) => answer(&ask, desk.retry_task(&ask.retry_id).await),
        Request::OpenRetryTopUp(ask) => answer(&ask, desk.open_retry_top_up(&ask.retry_id).await),
        Request::ListReels(ask) => answer(&ask.clone(), desk.list_reels(ask.query).await),
        Request::GetPlanOfReel(ask) => answer(&ask, desk.plan_of_reel(&ask.asset_id).await),
        Request::ListReferences(ask) => answer(&ask, desk.references(ask.page).await),
        Request::UploadReference(ask) => {
            answer(&ask.clone(), desk.upload_reference(ask.reference).await)
        }
        Request::CancelUpload(ask) => answer(&ask, desk.cancel_upload(&ask.upload_id)),
        Request::Hub(ask) => desk.hub(*ask).await,
    }
}

/// Where the questions are answered: the core, and the desktop around it.
struct Desk<'a> {
    app: &'a AppHandle,
    shell: &'a Shell,
}

/// An answer on its way to the page. That its type is the one that the contract promises for this
/// question is checked here, by the compiler.
fn answer<A: Ask>(_: &A, answer: Result<A::Answer, Refusal>) -> Result<Value, Refusal> {
    serde_json::to_value(answer?).map_err(internal)
}
