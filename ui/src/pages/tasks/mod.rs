//! The service's tasks: the list of all of them, one of them, and what can be done about one.

mod cancel;
mod desk;
mod detail;
mod facts;
mod list;
mod recap;
mod retry;
#[cfg(test)]
pub mod samples;
mod toolbar;
pub mod wording;

pub use self::desk::{QueueTab, TaskDesk};
pub use self::detail::Task;
pub use self::list::AllTasks;
pub use self::recap::RecapSection;

use leptos::prelude::*;

use self::cancel::CancelSheet;
use self::retry::RetrySheet;

/// The questions about a task, wherever they were opened from.
#[component]
pub fn TaskSheets() -> impl IntoView {
    view! {
        <CancelSheet/>
        <RetrySheet/>
    }
}
