//! What lanes and moments are called. Pure: it is given the words and says them.

use words::Words;

use super::axis::{Lane, Moment};
use crate::pages::wording::args;

/// A lane's name.
pub fn lane_word(words: &Words, lane: &Lane) -> String {
    match lane {
        Lane::OnCamera => words.say("extraction-on-camera"),
        Lane::Voiceover => words.say("extraction-voiceover"),
        Lane::Silent => words.say("extraction-silent"),
        Lane::Spoken(word) => readable(word),
        Lane::Seen(kind) => match kind.as_str() {
            "person" => words.say("extraction-person"),
            "subtitle" => words.say("extraction-subtitle"),
            "product_image" => words.say("extraction-product"),
            other => readable(other),
        },
    }
}

/// What is said stands in the language's quotation marks; a silence without words is called one.
pub fn moment_words(words: &Words, moment: &Moment) -> String {
    if moment.text.is_empty() {
        return lane_word(words, &moment.lane);
    }
    match moment.lane {
        Lane::OnCamera | Lane::Voiceover | Lane::Spoken(_) => words.say_with(
            "extraction-said",
            &args([("words", moment.text.as_str().into())]),
        ),
        Lane::Silent | Lane::Seen(_) => moment.text.clone(),
    }
}

/// Time, lane and words in one sentence.
pub fn moment_sentence(words: &Words, moment: &Moment) -> String {
    words.say_with(
        "extraction-moment",
        &args([
            ("time", words.clock(moment.at).into()),
            ("lane", lane_word(words, &moment.lane).into()),
            ("words", moment_words(words, moment).into()),
        ]),
    )
}

/// A word of the service made readable: `product_image` becomes "Product image".
pub fn readable(word: &str) -> String {
    let word = word.replace(['_', '-'], " ");
    let mut letters = word.trim().chars();
    letters
        .next()
        .map(|first| first.to_uppercase().chain(letters).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    fn moment(lane: Lane, text: &str) -> Moment {
        Moment {
            at: 63.4,
            lane,
            text: text.to_owned(),
        }
    }

    #[test]
    fn a_moment_is_said_with_its_time_and_lane() {
        let words = Words::of(Language::English);
        assert_eq!(
            moment_sentence(&words, &moment(Lane::Voiceover, "Wait, what?")),
            "1:03, Voiceover: “Wait, what?”"
        );
        assert_eq!(
            moment_sentence(
                &words,
                &moment(Lane::Seen("screen_shot".to_owned()), "A phone")
            ),
            "1:03, Screen shot: A phone"
        );
        let chinese = Words::of(Language::Chinese);
        assert_eq!(
            moment_sentence(&chinese, &moment(Lane::OnCamera, "等等")),
            "1:03，出镜说话：“等等”"
        );
    }

    #[test]
    fn a_silence_without_words_is_called_one() {
        let words = Words::of(Language::English);
        assert_eq!(moment_words(&words, &moment(Lane::Silent, "")), "No speech");
    }
}
