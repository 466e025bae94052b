//! What is being done when the kill falls.

use std::path::Path;
use std::time::{Duration, Instant};

use super::known::Known;
use super::rig::{Rig, words};
use super::{hubfluencer, riffkit};
use crate::bench::{CAST, TEMPLATE, large_sample, picture};
use crate::hub_bench::slug;

/// A job of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Job {
    /// A riff of a clip.
    Clip,
    /// A riff of a TikTok link.
    Link,
    /// A riff of a template with two characters, a product and its image.
    Template,
    /// The same in bulk.
    Batch,
    /// A failed task once more.
    Retry,
    /// A short with a product's picture, from nothing.
    Short,
    /// A carousel, from nothing.
    Carousel,
    /// A clip for an ad, in parts.
    Footage,
    /// An ad by autopilot.
    Autopilot,
    /// The film of an ad whose scenes are not made yet.
    Render,
}

impl Job {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::Clip,
        Self::Link,
        Self::Template,
        Self::Batch,
        Self::Retry,
        Self::Short,
        Self::Carousel,
        Self::Footage,
        Self::Autopilot,
        Self::Render,
    ];

    /// Whether it is Riffkit's; the others are Hubfluencer's.
    pub fn is_riffkits(self) -> bool {
        self <= Self::Retry
    }

    /// How it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Clip => "riff of a clip",
            Self::Link => "riff of a link",
            Self::Template => "riff of a template with a product",
            Self::Batch => "batch of a template with a product",
            Self::Retry => "retry",
            Self::Short => "short",
            Self::Carousel => "carousel",
            Self::Footage => "upload in parts",
            Self::Autopilot => "autopilot",
            Self::Render => "render",
        }
    }
}

/// A job, ready to be done.
pub struct Errand {
    pub rig: Rig,
    pub job: Job,
    /// By what the service's books and the machine's know it: a direction, a prompt, a slug, or a
    /// task's id.
    pub mark: String,
    /// What `reel` is told.
    pub arguments: Vec<String>,
    /// The clip that is uploaded, where one is.
    pub clip: Option<String>,
    /// What was charged before it began: seconds, or credits.
    pub charged_before: f64,
}

impl Errand {
    /// Prepares one: all that comes before the moment in which a kill may fall.
    pub async fn prepared(job: Job) -> Self {
        Self::on(Rig::of(job).await, job).await
    }

    /// The same on a machine that finds the services by name (see [`Rig::with_names`]).
    pub async fn with_names(job: Job) -> Self {
        Self::on(Rig::with_names(job).await, job).await
    }

    async fn on(rig: Rig, job: Job) -> Self {
        let bench = &rig.bench;
        let (folder, out) = (bench.folder.path(), bench.out_argument());
        let mut clip = None;
        let mark = format!("Unmistakable, a {}", job.name());
        let (mark, arguments) = match job {
            Job::Clip => {
                let source = clip.insert(large_sample(folder)).clone();
                let rest = ["--direction", &mark, "--yes", "--save", &out, "--json"];
                let arguments = [&["riff", &source][..], &rest].concat();
                (mark.clone(), words(&arguments))
            }
            Job::Link => {
                let link = "https://www.tiktok.com/@a/video/7301234567890123456";
                let rest = ["--direction", &mark, "--yes", "--save", &out, "--json"];
                (mark.clone(), words(&[&["riff", link][..], &rest].concat()))
            }
            Job::Template | Job::Batch => {
                product(&rig, folder).await;
                let command = if job == Job::Batch { "batch" } else { "riff" };
                let what = [
                    command,
                    TEMPLATE,
                    "--character",
                    CAST[0],
                    "--character",
                    CAST[1],
                ];
                let placed = ["--product", "Fizz", "--visibility", "on_camera"];
                let rest = ["--direction", &mark, "--yes", "--save", &out, "--json"];
                (mark.clone(), words(&[&what[..], &placed, &rest].concat()))
            }
            Job::Retry => {
                let task = riffkit::failed_task(&rig, &mark).await;
                let arguments = words(&["retry", &task, "--yes", "--json"]);
                (task, arguments)
            }
            Job::Short => {
                let image = bench.badge();
                let what = ["short", "--prompt", &mark, "--product-image", &image];
                let rest = [
                    "--product-description",
                    "A lamp",
                    "--yes",
                    "--save",
                    &out,
                    "--json",
                ];
                (mark.clone(), words(&[&what[..], &rest].concat()))
            }
            Job::Carousel => {
                let what = ["carousel", "--prompt", &mark, "--slides", "3"];
                let rest = ["--yes", "--save", &out, "--json"];
                (mark.clone(), words(&[&what[..], &rest].concat()))
            }
            Job::Footage => {
                let ad = ad(&rig).await;
                let source = clip.insert(large_sample(folder)).clone();
                let what = ["editor", "upload", &ad, &source, "--multipart", "--json"];
                let arguments = words(&what);
                (ad, arguments)
            }
            Job::Autopilot => {
                let ad = ad(&rig).await;
                let what = [
                    "editor",
                    "autopilot",
                    &ad,
                    "--yes",
                    "--save",
                    &out,
                    "--json",
                ];
                let arguments = words(&what);
                (ad, arguments)
            }
            Job::Render => {
                let ad = ad(&rig).await;
                rig.done(&words(&[
                    "editor", "scenario", &ad, "--scenes", "3", "--json",
                ]))
                .await;
                rig.done(&words(&["editor", "apply-scenario", &ad, "3", "--json"]))
                    .await;
                let what = ["editor", "render", &ad, "--yes", "--save", &out, "--json"];
                let arguments = words(&what);
                (ad, arguments)
            }
        };
        let charged_before = charged(&rig, job);
        Self {
            rig,
            job,
            mark,
            arguments,
            clip,
            charged_before,
        }
    }

    /// What it cost until now: seconds, or credits.
    pub fn cost(&self) -> f64 {
        charged(&self.rig, self.job) - self.charged_before
    }

    /// After a kill: what was left is picked up, what was never taken is done again, and the books
    /// judge. `control` is what the job costs when nothing befalls it.
    pub async fn ends_well(&self, control: &Control) {
        self.rig.mend();
        if self.job.is_riffkits() {
            riffkit::ends_well(self).await;
        } else {
            hubfluencer::ends_well(self).await;
        }
        let (cost, usual) = (self.cost(), control.cost);
        assert!(
            (cost - usual).abs() < 1e-6,
            "charged {cost} instead of {usual}"
        );
    }
}

/// What is charged by now.
fn charged(rig: &Rig, job: Job) -> f64 {
    let sandbox = &rig.bench.sandbox;
    if job.is_riffkits() {
        sandbox.books().charged_seconds
    } else {
        // Far below 2^53: exact.
        sandbox.hub_books().charged() as f64
    }
}

/// An ad without scenes; its slug.
async fn ad(rig: &Rig) -> String {
    let create = ["editor", "create", "--language", "en"];
    let rest = ["--prompt", crate::hub_bench::PROMPT, "--json"];
    slug(&rig.done(&words(&[&create[..], &rest].concat())).await)
}

/// A product with an image.
async fn product(rig: &Rig, folder: &Path) {
    let image = format!("{}=bottle front", picture(folder, "front.png"));
    let create = [
        "product",
        "create",
        "--name",
        "Fizz",
        "--description",
        "A drink",
    ];
    rig.done(&words(
        &[&create[..], &["--image", &image, "--json"]].concat(),
    ))
    .await;
}

/// A job that nothing befell.
#[derive(Clone, Copy, Debug)]
pub struct Control {
    /// How long it took here and now.
    pub length: Duration,
    /// What it cost: seconds, or credits.
    pub cost: f64,
}

impl Control {
    async fn measured(job: Job) -> Self {
        let errand = Errand::prepared(job).await;
        let begun = Instant::now();
        errand.rig.done(&errand.arguments).await;
        let length = begun.elapsed();
        if job.is_riffkits() {
            riffkit::ends_well(&errand).await;
        } else {
            hubfluencer::ends_well(&errand).await;
        }
        Self {
            length,
            cost: errand.cost(),
        }
    }
}

/// The controls, each measured when it is first wanted.
#[derive(Default)]
pub struct Controls(Known<Control>);

impl Controls {
    /// What a job takes and costs by itself.
    pub async fn of(&self, job: Job) -> Control {
        self.0.of(job, Control::measured(job)).await
    }
}
