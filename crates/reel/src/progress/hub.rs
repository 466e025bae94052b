//! How far Hubfluencer is.

use contract::{
    Args, AutopilotStatus, CarouselView, EditorView, FootageState, FootageView, ImageUploadState,
    ImageUploadView, JobStatus, ProjectNote, ProjectView, SceneStatus, SlideStatus,
};

use super::{Moment, Progress};

impl Progress {
    /// A project, as it is now.
    pub fn project(&mut self, project: &ProjectView) {
        let (moment, note) = match project {
            ProjectView::Short(short) => (
                short.is_under_way().then(|| plain("cli-hub-making-short")),
                &short.note,
            ),
            ProjectView::Carousel(carousel) => (slides(carousel), &carousel.note),
            ProjectView::Editor(editor) => (ad(editor), &editor.note),
        };
        if let Some(moment) = moment {
            self.show(&moment);
        }
        self.note(match note {
            Some(ProjectNote::TakingLong { .. }) => "cli-note-long",
            Some(ProjectNote::Unreachable { .. }) => "cli-note-unreachable",
            Some(ProjectNote::SignInNeeded) | None => "",
        });
    }

    /// A clip, as it is now.
    pub fn footage(&mut self, footage: &FootageView) {
        match footage.state {
            FootageState::Sending { sent, total, .. } => self.sending(sent, total),
            FootageState::AwaitingNetwork { .. } => {
                self.show(&plain("cli-progress-awaiting-network"));
            }
            FootageState::AwaitingServer { .. } => {
                self.show(&plain("cli-progress-awaiting-server"));
            }
            FootageState::Processing => self.show(&plain("cli-hub-processing")),
            _ => {}
        }
    }

    /// An image, as it is now.
    pub fn image(&mut self, image: &ImageUploadView) {
        if let ImageUploadState::Sending { sent, total } = image.state {
            self.sending(sent, total);
        }
    }

    fn sending(&mut self, sent: u64, total: u64) {
        self.show(&Moment {
            key: "cli-progress-sending-of",
            args: self.sizes("sent", sent, Some(total)),
            bytes: Some((sent, total)),
        });
    }
}

fn plain(key: &'static str) -> Moment {
    Moment {
        key,
        args: Args::new(),
        bytes: None,
    }
}

/// A moment with how many of how many are there; not a bar, since none says how far the next is.
fn counted(key: &'static str, done: usize, of: usize) -> Moment {
    // Counts of slides and scenes: exact in floats.
    let args = Args::from([
        ("done".to_owned(), (done as f64).into()),
        ("of".to_owned(), (of as f64).into()),
    ]);
    Moment {
        key,
        args,
        bytes: None,
    }
}

fn slides(carousel: &CarouselView) -> Option<Moment> {
    if !carousel.is_under_way() {
        return None;
    }
    let slides = &carousel.slides;
    let done = slides
        .iter()
        .filter(|slide| slide.status == SlideStatus::Completed);
    Some(match (done.count(), slides.len()) {
        (_, 0) => plain("cli-hub-making-slides"),
        (done, of) => counted("cli-hub-making-slides-of", done, of),
    })
}

fn ad(editor: &EditorView) -> Option<Moment> {
    let busy = |job: Option<&JobStatus>| job == Some(&JobStatus::Processing);
    let scenes = &editor.scenes;
    if busy(editor.render.as_ref().map(|render| &render.status)) {
        return Some(plain("cli-hub-rendering"));
    }
    if editor.autopilot.status == AutopilotStatus::Running {
        return Some(plain("cli-hub-autopilot"));
    }
    if editor.batch_active
        || scenes
            .iter()
            .any(|scene| scene.status == SceneStatus::Processing)
    {
        let done = scenes
            .iter()
            .filter(|scene| scene.status == SceneStatus::Completed);
        return Some(counted(
            "cli-hub-making-scenes-of",
            done.count(),
            scenes.len(),
        ));
    }
    if busy(Some(&editor.voice)) {
        return Some(plain("cli-hub-making-voice"));
    }
    busy(Some(&editor.music)).then(|| plain("cli-hub-making-music"))
}
