//! The plan once more, before the one yes.

use contract::{Args, Caution, Code, DirectionMode, ReasonCode, Review, SourceKind, Visibility};
use words::Words;

use crate::front::Front;
use crate::run::Run;

/// Says the whole plan once more, as it will be sent.
pub fn tell(front: &Front, run: &Run, review: &Review, image_names: &[String]) {
    let words = &run.output.words;
    let or_none = |text: &str| {
        if text.is_empty() {
            words.say("cli-plan-none")
        } else {
            text.to_owned()
        }
    };
    let source = match (review.source.kind, review.source.duration_seconds) {
        (SourceKind::Clip, Some(seconds)) => {
            format!("{} ({})", review.source.name, words.seconds(seconds))
        }
        _ => review.source.name.clone(),
    };
    run.output.say("cli-plan");
    for (key, value) in [
        ("cli-plan-source", source),
        ("cli-plan-character", characters(words, review)),
        ("cli-plan-product", product(words, review)),
        ("cli-plan-language", review.language.name.clone()),
        ("cli-plan-direction", or_none(&review.direction)),
        ("cli-plan-hint", or_none(&review.hint)),
    ] {
        // A template has been analysed already: there is nothing to hint at.
        if key == "cli-plan-hint" && review.source.kind == SourceKind::Template {
            continue;
        }
        run.output.tell(&format!("  {}: {value}", words.say(key)));
    }
    for caution in &review.cautions {
        run.output.tell(&format!("  {}", told(words, caution)));
    }
    direction(front, run, review, image_names);
}

/// What the direction will bring on screen, and what in it says little.
fn direction(front: &Front, run: &Run, review: &Review, image_names: &[String]) {
    let visibility = review.product.as_ref().map(|product| product.visibility);
    let mode = DirectionMode::of(review.product.is_some(), visibility.unwrap_or_default());
    let said = front
        .studio
        .review_direction(&review.direction, mode, image_names);
    let mut names: Vec<_> = said.matches.into_iter().map(|found| found.name).collect();
    names.sort_unstable();
    names.dedup();
    if !names.is_empty() {
        let args = Args::from([("names".to_owned(), names.join(", ").into())]);
        let line = run.output.words.say_with("cli-plan-on-screen", &args);
        run.output.tell(&format!("  {line}"));
    }
    if !said.empty.is_empty() {
        let line = run.output.words.say("cli-plan-empty-wording");
        run.output.tell(&format!("  {line}"));
    }
}

/// Who acts, and how many videos that makes.
fn characters(words: &Words, review: &Review) -> String {
    if review.characters.is_empty() {
        return words.say("cli-plan-auto");
    }
    let names: Vec<_> = review
        .characters
        .iter()
        .map(|chosen| chosen.name.as_str())
        .collect();
    let args = Args::from([
        ("names".to_owned(), names.join(", ").into()),
        ("count".to_owned(), f64::from(review.videos).into()),
    ]);
    words.say_with("cli-plan-characters", &args)
}

fn product(words: &Words, review: &Review) -> String {
    let Some(product) = &review.product else {
        return words.say("cli-plan-none");
    };
    let args = Args::from([("name".to_owned(), product.name.as_str().into())]);
    words.say_with(
        match product.visibility {
            Visibility::OnCamera => "cli-plan-product-on-camera",
            Visibility::OffCamera => "cli-plan-product-off-camera",
        },
        &args,
    )
}

fn told(words: &Words, caution: &Caution) -> String {
    match caution {
        Caution::UnusualHost { host } => {
            let refusal = contract::Refusal::new(Code::LinkHostUnusual).with("host", host.clone());
            words.refusal(&refusal)
        }
        Caution::NearSizeCap => words.reason(&contract::Reason::new(ReasonCode::NearSizeCap)),
        Caution::UnknownContainer => {
            words.reason(&contract::Reason::new(ReasonCode::UnknownContainer))
        }
        Caution::OrderedBefore { .. } => words.say("cli-plan-ordered-before"),
        Caution::StaleTemplate { template_id } => {
            let args = Args::from([("id".to_owned(), template_id.0.as_str().into())]);
            words.say_with("cli-plan-stale", &args)
        }
    }
}
