//! Hubfluencer's API, typed: one function per endpoint, and no policy.
//!
//! What a caller decides (when to poll, whether to repeat, what to show) is not here. Answers are
//! read with tolerance: wrapped in `{data}` or bare, unknown values and fields kept, missing ones
//! absent, and one broken entry doesn't lose a list.

#![cfg_attr(test, allow(clippy::unwrap_used))]

mod api;
mod assists;
mod call;
mod credits;
mod editor;
mod envelope;
mod extra;
mod id;
mod image;
mod problem;
mod result;
mod session;
mod short;
mod slide;
mod slider;
mod storage;
mod style;
mod token;
mod upload;

pub use api::Api;
pub use assists::Assists;
pub use credits::{Cost, Credits};
pub use editor::{
    AssetSource, AutopilotStatus, Editor, EditorChange, EditorRequest, ScenarioRequest, Segment,
    SegmentStatus, StepAnswer,
};
pub use extra::Extra;
pub use id::Id;
pub use image::{LogoPlacement, Placement, PresignedImage, PresignedPoster};
pub use problem::{AssistQuota, Problem, UploadQuota};
pub use result::{Render, RenderStatus};
pub use session::Session;
pub use short::{Short, ShortLook, ShortRequest, Stage};
pub use slide::{
    Slide, Slider, SliderAspectRatio, SliderLanguage, SliderMode, SliderStatus, SliderTemplate,
    SliderTextPosition,
};
pub use slider::{Restyle, SlideWords, SliderBrief, SliderChange};
pub use storage::StorageProblem;
pub use style::{
    CreativeFormat, MUSIC_VIBES, ShortFont, ShortTextAnimation, ShortTextPosition, VisualLanguage,
};
pub use token::{CreatedToken, Scope, Token, TokenRequest};
pub use upload::{
    FitMode, MultipartUpload, NewUpload, PresignedUpload, SignedPart, Upload, UploadStatus,
    UploadedPart,
};
pub use wire::upload::{Aborted, FileRange, Hooks};
pub use wire::{Failure, IdempotencyKey, Origin, Portion, Presigned, Secret, Streamed};
