//! What the pages of Hubfluencer share: the one confirm for what costs credits, the balance and the
//! assists, the token, images, choices, and texts that save themselves.

mod assist;
mod autosave;
mod choices;
mod counted;
mod credits;
mod fault;
mod image_slot;
mod kept;
mod making;
mod picture;
mod purchase;
mod refusal;
mod remove;
mod save;
mod step;
mod step_sheet;
mod tags;
mod token;

pub use assist::{AssistButton, AssistMeter};
pub use autosave::{Autosave, SaveLine};
pub use choices::{Choice, ChoiceCards, ChoiceLook};
pub use counted::Counted;
pub use credits::{CostButton, CreditLine, balance_words, credit_words};
pub use fault::Fault;
pub use image_slot::ImageSlot;
pub use kept::KeptSigns;
pub use making::{Making, MakingNote};
pub use picture::HubPicture;
pub use purchase::PurchaseNotice;
pub use refusal::HubRefusal;
pub use remove::RemoveProject;
pub use save::SaveProject;
pub use step::StepDesk;
pub use step_sheet::StepSheet;
pub use tags::TagField;
pub use token::{TokenDialog, TokenNeeded};
