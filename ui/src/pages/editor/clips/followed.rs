//! A clip as a row follows it: each thing a memo of its own, so that only what changed is drawn anew.

use contract::{FootageState, FootageView, Millis};
use leptos::prelude::*;

use super::progress;
use crate::app::say;

/// What a row shows of a clip.
#[derive(Clone, Copy)]
pub struct FollowedClip {
    /// Its file's name.
    pub name: Memo<String>,
    /// The state's stable text.
    pub mark: Memo<Option<&'static str>>,
    /// The part that has left, 0 to 1, where there is something to measure.
    pub part: Memo<Option<f64>>,
    /// Where it stands, in one line.
    pub line: Memo<Option<String>>,
    /// Until when its address takes bytes, while that matters.
    pub address: Memo<Option<String>>,
}

impl FollowedClip {
    /// Follows the clip, by the page's clock.
    pub fn of(clip: Memo<Option<FootageView>>, now: ReadSignal<Millis>) -> Self {
        Self {
            name: Memo::new(move |_| {
                clip.with(|clip| clip.as_ref().map(|clip| clip.name.clone()))
                    .unwrap_or_default()
            }),
            mark: Memo::new(move |_| {
                clip.with(|clip| clip.as_ref().map(|clip| progress::mark(&clip.state)))
            }),
            part: Memo::new(move |_| {
                clip.with(|clip| clip.as_ref().and_then(|clip| progress::part(&clip.state)))
            }),
            // Only what counts down hears the clock.
            line: Memo::new(move |_| {
                clip.with(|clip| {
                    let state = &clip.as_ref()?.state;
                    let now = match state {
                        FootageState::AwaitingNetwork { .. }
                        | FootageState::AwaitingServer { .. } => now.get(),
                        _ => 0,
                    };
                    Some(progress::line(&say(), state, now))
                })
            }),
            address: Memo::new(move |_| {
                clip.with(|clip| {
                    clip.as_ref()
                        .and_then(|clip| progress::address(&say(), clip, now.get()))
                })
            }),
        }
    }
}
