//! A carousel's life, reckoned from the records and the time.

use super::record::{SlideStatus, Slider, SliderStatus};
use crate::{
    faults::Fault,
    hubfluencer::{credits, problem::Problem, records::HubRecords, service::Course},
    moment::Millis,
};

/// 409 while slides are being rendered.
pub(super) fn in_progress() -> Problem {
    Problem::conflict(
        "slider_generation_in_progress",
        "The slides are being rendered: poll until they are done",
    )
}

/// Plans when each slide begins and ends: one after the other.
pub(super) fn plan_generation(slider: &mut Slider, course: &Course<'_>) {
    let first = course.now + course.part(10);
    let count = Millis::try_from(slider.slides.len()).unwrap_or(1).max(1);
    let share = course.part(90) / count;
    let fails_whole = course.faults.strikes(&Fault::FailSlider);
    let middle = slider.slides.len() / 2;
    for (place, slide) in slider.slides.iter_mut().enumerate() {
        slide.starts = first + share * Millis::try_from(place).unwrap_or(0);
        slide.previews = slide.starts + share / 2;
        slide.ends = slide.starts + share;
        slide.failing = fails_whole && place >= middle;
    }
    doom(slider, course);
}

/// Plans a new composition of the slides at these positions, over the backgrounds that are there.
pub(super) fn plan_again(slider: &mut Slider, positions: &[u32], course: &Course<'_>) {
    slider.status = SliderStatus::Processing;
    slider.error = None;
    slider.updated = course.now;
    for slide in &mut slider.slides {
        if positions.contains(&slide.position) {
            slide.status = SlideStatus::Processing;
            slide.version += 1;
            slide.starts = course.now;
            slide.ends = course.now + course.part(10);
            slide.failing = false;
        }
    }
    doom(slider, course);
}

/// Lets the slide fail that an armed fault names.
fn doom(slider: &mut Slider, course: &Course<'_>) {
    let slides = &slider.slides;
    let struck = course.faults.take(|fault| match fault {
        Fault::FailSlide(position) => slides
            .iter()
            .any(|slide| slide.position == *position && slide.status != SlideStatus::Completed)
            .then_some(*position),
        _ => None,
    });
    for slide in &mut slider.slides {
        slide.failing |= struck == Some(slide.position);
    }
}

/// Replays what fell due until now. True where an end is overdue only because its picture isn't
/// drawn yet.
pub(crate) fn advance(records: &mut HubRecords, course: &Course<'_>) -> bool {
    let mut is_late = false;
    let mut back = Vec::new();
    for slider in &mut records.sliders.all {
        if slider.status == SliderStatus::Processing {
            is_late |= go_on(slider, course.now);
            back.extend(end(slider, course.now));
        }
    }
    for charge in back {
        credits::refund_all(records, charge);
    }
    is_late
}

/// Moves the slides on. True where one is overdue only because a picture of it isn't drawn yet.
fn go_on(slider: &mut Slider, now: Millis) -> bool {
    let mut is_late = false;
    for slide in &mut slider.slides {
        if slide.status == SlideStatus::Pending && slide.starts <= now {
            slide.status = SlideStatus::Processing;
        }
        if slide.status != SlideStatus::Processing {
            continue;
        }
        is_late |= slide.previews <= now && slide.background != slider.generation;
        if slide.ends <= now {
            if slide.failing {
                slide.status = SlideStatus::Failed;
            } else if slide.drawn == slide.version {
                slide.status = SlideStatus::Completed;
            } else {
                is_late = true;
            }
        }
    }
    is_late
}

/// Ends a carousel whose slides have ended; gives the charge that comes back.
fn end(slider: &mut Slider, now: Millis) -> Option<credits::ChargeId> {
    let has = |status| slider.slides.iter().any(|slide| slide.status == status);
    if has(SlideStatus::Pending) || has(SlideStatus::Processing) {
        return None;
    }
    let ended = slider.slides.iter().map(|slide| slide.ends).max();
    slider.updated = ended.unwrap_or(now);
    // A new composition was free: there is nothing of it to give back.
    let charge = slider.charge.take();
    if has(SlideStatus::Failed) {
        slider.status = SliderStatus::Failed;
        slider.error = Some("A slide could not be rendered (sandbox)".to_owned());
        return charge;
    }
    slider.status = SliderStatus::Completed;
    None
}
