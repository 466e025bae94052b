//! Hubfluencer: shorts, carousels and the editor, as both sides of the window speak of them.
//!
//! Names of fields and their values are those of the service's contract, so that a reader of it
//! finds them. Its money is whole credits, and is shown as such.

mod assists;
mod brief;
mod carousel;
pub mod choices;
mod editor;
mod event;
mod footage;
mod project;
mod request;
mod session;
mod short;
mod step;

pub use assists::{Assist, AssistsView, CreditsView};
pub use brief::{
    CarouselBrief, CarouselChange, EditorBrief, EditorChange, FieldFault, LogoChange, Restyle,
    ShortBrief, SlideWords, check_scene_prompt,
};
pub use carousel::{CarouselStatus, CarouselView, SlideStatus, SlideView};
pub use editor::{AutopilotStatus, AutopilotView, EditorView, SceneOrigin, SceneStatus, SceneView};
pub use event::{HubEvent, HubSnapshot};
pub use footage::{
    FOOTAGE_CAP_BYTES, FOOTAGE_CAP_SECONDS, FitMode, FootageState, FootageView,
    HUB_IMAGE_CAP_BYTES, ImageRole, ImageUploadState, ImageUploadView, MULTIPART_FROM_BYTES,
    NewFootage, UploadMethod,
};
pub use project::{
    JobStatus, ProjectKey, ProjectKind, ProjectMedia, ProjectNote, ProjectView, RenderView,
};
pub use request::{AssistAnswer, HubRequest, hub_ask};
pub use session::{HubSession, HubToken, NewToken, SecretText, TokenMade, TokenSource};
pub use short::{ShortStage, ShortView};
pub use step::{
    PurchaseState, PurchaseView, SAME_KEY_WITHIN_MILLIS, Step, StepCaution, StepReview, StepScope,
};
