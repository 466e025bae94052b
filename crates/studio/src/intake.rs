//! The clips that the person chose: by drop, by dialog or as a command line argument. The only
//! place that knows their paths; a page knows ids.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use clip::FileIdentity;
use contract::{ClipId, ClipReport, ClipView, Code, Event, Limits, Refusal};

use crate::Studio;
use crate::link::Link;
use crate::lock::held;

/// More clips than this are not kept at hand: a folder's worth dropped by mistake.
const MOST_CLIPS: usize = 50;

/// Judges a file against the caps, without a sign-in, a network or a journal.
pub fn check_file(path: &Path, limits: &Limits) -> ClipReport {
    clip::check(path, limits)
}

/// A chosen clip.
#[derive(Clone, Debug)]
pub(crate) struct ChosenClip {
    pub(crate) path: PathBuf,
    pub(crate) view: ClipView,
    /// What the file was when it was judged. `None` where it could not be told.
    pub(crate) identity: Option<FileIdentity>,
}

/// The clips at hand.
#[derive(Debug, Default)]
pub(crate) struct Intake {
    clips: Mutex<Vec<ChosenClip>>,
    /// Paths of earlier orders' clips, for their pictures in the queue.
    remembered: Mutex<HashMap<ClipId, PathBuf>>,
}

impl Intake {
    fn open(&self) -> MutexGuard<'_, Vec<ChosenClip>> {
        held(&self.clips)
    }

    pub(crate) fn views(&self) -> Vec<ClipView> {
        self.open().iter().map(|clip| clip.view.clone()).collect()
    }

    pub(crate) fn get(&self, clip_id: &ClipId) -> Option<ChosenClip> {
        self.open()
            .iter()
            .find(|clip| clip.view.clip_id == *clip_id)
            .cloned()
    }

    /// Lets an ordered clip's picture be shown after the clip left the page.
    pub(crate) fn remember(&self, clip_id: ClipId, path: PathBuf) {
        held(&self.remembered).insert(clip_id, path);
    }

    fn path(&self, clip_id: &ClipId) -> Option<PathBuf> {
        self.get(clip_id)
            .map(|clip| clip.path)
            .or_else(|| held(&self.remembered).get(clip_id).cloned())
    }
}

impl Studio {
    /// Takes in files that the person chose, and judges each. One that is at hand already is judged
    /// again in its place. Also told as [`Event::ClipsAdded`].
    pub async fn add_clips(&self, paths: Vec<PathBuf>) -> Vec<ClipView> {
        let added = self.take_in(paths).await;
        if !added.is_empty() {
            self.core.tell(Event::ClipsAdded(added.clone()));
        }
        added
    }

    /// The same, told to nobody: for files that the person chose some time before.
    pub(crate) async fn take_in(&self, paths: Vec<PathBuf>) -> Vec<ClipView> {
        let mut added = Vec::new();
        for path in paths.into_iter().take(MOST_CLIPS) {
            let path = std::path::absolute(&path).unwrap_or(path);
            let clip = self.judged(path, None).await;
            let mut clips = self.core.intake.open();
            let view = match clips.iter_mut().find(|known| known.path == clip.path) {
                Some(known) => {
                    let clip_id = known.view.clip_id.clone();
                    *known = clip;
                    known.view.clip_id = clip_id;
                    known.view.clone()
                }
                None => {
                    let view = clip.view.clone();
                    clips.push(clip);
                    let over = clips.len().saturating_sub(MOST_CLIPS);
                    clips.drain(..over);
                    view
                }
            };
            added.push(view);
        }
        added
    }

    /// Takes a clip off the page. The file stays.
    pub fn remove_clip(&self, clip_id: &ClipId) {
        self.core
            .intake
            .open()
            .retain(|clip| clip.view.clip_id != *clip_id);
        self.core.tell(Event::ClipRemoved(clip_id.clone()));
    }

    /// Where a chosen clip is.
    pub fn clip_path(&self, clip_id: &ClipId) -> Option<PathBuf> {
        self.core.intake.path(clip_id)
    }

    /// A link, trimmed, if it can be sent.
    ///
    /// # Errors
    /// [`Code::LinkNotTikTok`], [`Code::LinkSuspicious`], [`Code::LinkNotOneVideo`]. An unusual
    /// host is no error here: the review asks about it.
    pub fn check_link(&self, text: &str) -> Result<String, Refusal> {
        Link::judge(text).map(|link| link.text)
    }

    /// Judges every clip at hand again: the caps are known better now.
    pub(crate) async fn judge_clips_again(&self) {
        let known = self.core.intake.open().clone();
        for clip in known {
            let fresh = self.judged(clip.path, Some(clip.view.clip_id)).await;
            let mut clips = self.core.intake.open();
            let Some(place) = clips
                .iter_mut()
                .find(|known| known.view.clip_id == fresh.view.clip_id)
            else {
                continue;
            };
            if place.view != fresh.view {
                let view = fresh.view.clone();
                *place = fresh;
                drop(clips);
                self.core.tell(Event::ClipChanged(view));
            }
        }
    }

    /// A clip as it is on disk now.
    pub(crate) async fn judged(&self, path: PathBuf, clip_id: Option<ClipId>) -> ChosenClip {
        let limits = self.core.facts().limits;
        let file = path.clone();
        let (report, identity) = tokio::task::spawn_blocking(move || {
            // The identity first: if the file changes in between, the change shows.
            let identity = clip::identity(&file).ok();
            (clip::check(&file, &limits), identity)
        })
        .await
        .unwrap_or_else(|_| (unjudged(), None));
        let name = path.file_name().map_or_else(
            || path.display().to_string(),
            |name| name.to_string_lossy().into_owned(),
        );
        let clip_id = clip_id.unwrap_or_else(|| ClipId(uuid::Uuid::new_v4().to_string()));
        ChosenClip {
            path,
            view: ClipView {
                clip_id,
                name,
                report,
            },
            identity,
        }
    }
}

/// The report of a file whose judging broke off.
fn unjudged() -> ClipReport {
    ClipReport {
        container: None,
        duration_seconds: None,
        width: None,
        height: None,
        rotation: 0,
        video_codec: None,
        audio_codec: None,
        size_bytes: 0,
        verdict: contract::Verdict::Refused,
        reasons: vec![
            contract::Reason::new(contract::ReasonCode::Broken)
                .with("detail", Code::Internal.as_str()),
        ],
    }
}
