//! The life of a render: it waits for the scenes that were ordered with it, and is cut then.

use super::{
    super::{service::Course, work::Work},
    life::{render_key, still_key},
    record::{Editor, Render, Status},
    segment::Footage,
};
use crate::{faults::Fault, moment::Millis};

/// Hundredths of the pace that the cut takes.
const CUT: Millis = 40;

/// Orders a render at this moment; it begins when no scene is being generated.
pub(super) fn order(editor: &mut Editor, at: Millis, course: &Course<'_>) {
    editor.render = Some(Render {
        status: Status::Processing,
        ordered: at,
        waits: true,
        timeline: Vec::new(),
        work: None,
        video: None,
        picture: None,
        duration_ms: 0,
        finished: None,
        error: None,
    });
    follow(editor, at, course);
}

/// Begins a render that waits, where its scenes are there; ends it where one of them failed.
pub(super) fn follow(editor: &mut Editor, at: Millis, course: &Course<'_>) {
    let scenes = &editor.segments;
    let is_ready = !scenes.iter().any(|scene| scene.is_processing());
    let timeline: Option<Vec<Footage>> = scenes.iter().map(|scene| scene.footage.clone()).collect();
    let Some(render) = editor.render.as_mut() else {
        return;
    };
    if !render.waits || !is_ready {
        return;
    }
    render.waits = false;
    let Some(timeline) = timeline else {
        fail(
            render,
            "A scene of the render could not be generated (sandbox)",
        );
        return;
    };
    render.timeline = timeline;
    let fails = course.faults.strikes(&Fault::FailRender);
    render.work = Some(Work::begun(at, CUT, course).fated(fails));
}

/// The cut has ended.
pub(super) fn ended(editor: &mut Editor, at: Millis) {
    let Some(render) = editor.render.as_mut() else {
        return;
    };
    let Some(work) = render.work.take() else {
        return;
    };
    if work.fails {
        fail(render, "The render failed (sandbox)");
        return;
    }
    render.status = Status::Completed;
    render.video = Some(render_key(&work.id));
    render.picture = Some(still_key(&work.id));
    render.duration_ms = work.made_ms.unwrap_or_default();
    render.finished = Some(at);
}

fn fail(render: &mut Render, error: &str) {
    render.status = Status::Failed;
    render.error = Some(error.to_owned());
}
