//! The jobs that faults of the service fall into, and where each of them asks.

use sandbox::Faults;

use crate::jobs;
use crate::options::Form;
use crate::table::{Try, attempt};
use crate::world::Options;

/// Where Riffkit is asked in the course of a riff: a read, the order, a look, a link, the bytes.
const OF_A_RIFF: [&str; 6] = [
    "GET:/api/formulas",
    "POST:/api/riffs",
    "GET:/api/tasks/batch/{batch_id}",
    "GET:/api/assets",
    "GET:/api/files/{name}",
    "GET:/{name}",
];
/// The same of Hubfluencer in the course of a short.
const OF_A_SHORT: [&str; 5] = [
    "POST:/api/shorts",
    "GET:/api/shorts/{slug}/cost",
    "POST:/api/shorts/{slug}/generate",
    "GET:/api/shorts/{slug}",
    "GET:/hubfluencer-media/{*key}",
];
/// The same of Hubfluencer and its storage in the course of an upload in parts.
const OF_FOOTAGE: [&str; 5] = [
    "POST:/api/editor/{slug}/uploads/multipart/init",
    "POST:/api/editor/{slug}/uploads/multipart/sign-part",
    "PUT:/hubfluencer-media/{*key}",
    "POST:/api/editor/{slug}/uploads/multipart/complete",
    "GET:/api/editor/{slug}/uploads",
];

/// The same of Riffkit when a failed task is made again.
const OF_A_RETRY: [&str; 3] = [
    "GET:/api/tasks/{task_id}",
    "POST:/api/tasks/{task_id}/retry",
    "GET:/api/tasks/batch/{batch_id}",
];
/// The same of Hubfluencer when an ad is rendered.
const OF_A_RENDER: [&str; 2] = ["POST:/api/editor/{slug}/render", "GET:/api/editor/{slug}"];
/// The same of Hubfluencer when a carousel is made. The first pays.
const OF_A_CAROUSEL: [&str; 5] = [
    "POST:/api/sliders/{slug}/generate",
    "POST:/api/sliders",
    "GET:/api/sliders/{slug}/cost",
    "GET:/api/sliders/{slug}",
    "GET:/hubfluencer-media/{*key}",
];
/// The same of Hubfluencer when autopilot makes an ad. The first pays.
const OF_AN_AUTOPILOT: [&str; 5] = [
    "POST:/api/editor/{slug}/autopilot",
    "POST:/api/editor",
    "GET:/api/editor/{slug}/autopilot/cost",
    "GET:/api/editor/{slug}",
    "GET:/hubfluencer-media/{*key}",
];

/// Whose job a fault falls into.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Job {
    Riff,
    Short,
    Footage,
    Retry,
    Render,
    Carousel,
    Autopilot,
}

impl Job {
    /// All of them.
    pub const ALL: [Self; 7] = [
        Self::Riff,
        Self::Short,
        Self::Footage,
        Self::Retry,
        Self::Render,
        Self::Carousel,
        Self::Autopilot,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::Riff => "riff",
            Self::Short => "short",
            Self::Footage => "upload",
            Self::Retry => "retry",
            Self::Render => "render",
            Self::Carousel => "carousel",
            Self::Autopilot => "autopilot",
        }
    }

    /// Where the services are asked in its course. The short form leaves out of a carousel and of
    /// autopilot what is as in a short and a render: all but what pays.
    pub fn places(self, form: Form) -> &'static [&'static str] {
        let (places, in_short): (&[&str], usize) = match self {
            Self::Riff => (&OF_A_RIFF, OF_A_RIFF.len()),
            Self::Short => (&OF_A_SHORT, OF_A_SHORT.len()),
            Self::Footage => (&OF_FOOTAGE, OF_FOOTAGE.len()),
            Self::Retry => (&OF_A_RETRY, OF_A_RETRY.len()),
            Self::Render => (&OF_A_RENDER, OF_A_RENDER.len()),
            Self::Carousel => (&OF_A_CAROUSEL, 1),
            Self::Autopilot => (&OF_AN_AUTOPILOT, 1),
        };
        match form {
            Form::Short => &places[..in_short],
            Form::Long => places,
        }
    }

    /// Does the job with these faults falling into it.
    pub fn with(self, faults: Vec<String>) -> Try {
        self.from(Faults::none(), faults)
    }

    /// The same with a service that is wrong from its start.
    pub fn from(self, start: Faults, faults: Vec<String>) -> Try {
        let what = format!("{} {}", self.name(), faults.join(" "));
        attempt(what, async move {
            let options = Options {
                faults: start,
                ..Options::default()
            };
            let faults: Vec<&str> = faults.iter().map(String::as_str).collect();
            match self {
                Self::Riff => jobs::riff(options, &faults).await,
                Self::Short => jobs::short(options, &faults).await,
                Self::Footage => jobs::footage(options, &faults).await,
                Self::Retry => jobs::retry(options, &faults).await,
                Self::Render => jobs::render(options, &faults).await,
                Self::Carousel => jobs::carousel(options, &faults).await,
                Self::Autopilot => jobs::autopilot(options, &faults).await,
            }
        })
    }
}
