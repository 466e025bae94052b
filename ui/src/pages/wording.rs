//! Wording that several pages share. Pure: it is given the words and says them.

use contract::{
    Arg, Args, CharacterStanding, CharacterView, LanguageView, Millis, Service, SourceKind,
    SourceView,
};
use words::Words;

/// The values of a sentence.
pub fn args<const N: usize>(values: [(&str, Arg); N]) -> Args {
    values
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .collect()
}

/// Facts in one quiet line; empty ones are left out.
pub fn facts(parts: impl IntoIterator<Item = String>) -> String {
    parts
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// A count, as sentences take it.
#[expect(
    clippy::cast_precision_loss,
    reason = "counts of things on a page, far inside 53 bits"
)]
pub fn figure(n: usize) -> f64 {
    n as f64
}

/// A count that the service gave, as a list's length.
pub fn whole(n: u64) -> usize {
    usize::try_from(n).unwrap_or(usize::MAX)
}

/// Whole seconds until a time, none below zero.
pub fn seconds_until(now: Millis, then: Millis) -> u64 {
    u64::try_from((then - now) / 1000).unwrap_or(0)
}

/// From so much before a deadline on, its distance says more than its time of day.
const NEAR: Millis = 60 * 60 * 1000;

/// Seconds to the minute, until seconds matter.
pub const fn to_the_minute(seconds: u64) -> u64 {
    if seconds > 120 {
        seconds / 60 * 60
    } else {
        seconds
    }
}

/// That nobody answers, and when the next try is.
pub fn no_network(words: &Words, retry_at: Millis, now: Millis) -> String {
    match seconds_until(now, retry_at) {
        0 => words.say("transfers-offline-now"),
        seconds => words.say_with(
            "transfers-offline-until",
            &args([("span", words.span(seconds).into())]),
        ),
    }
}

/// That what answers does not do so properly, and when the next try is.
pub fn no_answer(words: &Words, retry_at: Millis, now: Millis) -> String {
    match seconds_until(now, retry_at) {
        0 => words.say("transfers-server-now"),
        seconds => words.say_with(
            "transfers-server-until",
            &args([("span", words.span(seconds).into())]),
        ),
    }
}

/// A deadline, said so that nobody has to reckon: the time that is left when that is less than an
/// hour, else the time of day; `None` once it has passed. `moment` tells a time of day, and gets
/// whether it is on the same day as now.
pub fn deadline(
    words: &Words,
    now: Millis,
    until: Millis,
    moment: impl Fn(Millis) -> Moment,
) -> Option<String> {
    let left = until - now;
    if left <= 0 {
        return None;
    }
    if left < NEAR {
        let shown = to_the_minute(seconds_until(now, until).max(1));
        return Some(words.say_with("until-near", &args([("span", words.span(shown).into())])));
    }
    let key = |moment: &Moment| match moment.day {
        Day::Today => "until-today",
        Day::Tomorrow => "until-tomorrow",
        Day::Later => "until-later",
    };
    let moment = moment(until);
    let values = args([
        ("time", moment.time.as_str().into()),
        ("day", moment.date.as_str().into()),
    ]);
    Some(words.say_with(key(&moment), &values))
}

/// A time as the person's own clock and calendar show it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Which day it is on.
    pub day: Day,
    /// That day, as `2026-11-21`.
    pub date: String,
    /// Hours and minutes, as `14:05`.
    pub time: String,
}

/// A day as seen from today.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Day {
    /// This one.
    Today,
    /// The next one.
    Tomorrow,
    /// Any other.
    Later,
}

/// What is spent at a service: seconds of video, or whole credits.
pub fn spent(words: &Words, amount: f64, service: Service) -> String {
    match service {
        Service::Riffkit => words.seconds(amount.max(0.0)),
        Service::Hubfluencer => {
            let values = args([("count", amount.max(0.0).into())]);
            words.say_with("limits-credits-of", &values)
        }
    }
}

/// Things in a row, as the language writes them: "a, b and c".
pub fn list(words: &Words, items: &[String]) -> String {
    let Some((first, rest)) = items.split_first() else {
        return String::new();
    };
    rest.iter()
        .enumerate()
        .fold(first.clone(), |list, (index, next)| {
            let key = if index + 1 == rest.len() {
                "list-last"
            } else {
                "list-more"
            };
            let values = args([("list", list.into()), ("next", next.as_str().into())]);
            words.say_with(key, &values)
        })
}

/// A character's gender and age in the page's words; what the service alone knows, in its own.
pub fn character_facts(words: &Words, character: &CharacterView) -> String {
    let gender = character.gender.as_deref().map(|gender| match gender {
        "female" => words.say("character-gender-female"),
        "male" => words.say("character-gender-male"),
        other => other.to_owned(),
    });
    let age = character.age_range.as_deref().map(|age| match age {
        "young" => words.say("character-age-young"),
        "middle_aged" => words.say("character-age-middle"),
        "senior" => words.say("character-age-senior"),
        other => other.to_owned(),
    });
    facts([gender, age].into_iter().flatten())
}

/// Why a character can't act now.
pub fn standing_reason(words: &Words, standing: CharacterStanding) -> Option<String> {
    match standing {
        CharacterStanding::Ready => None,
        CharacterStanding::InReview => Some(words.say("character-in-review")),
        CharacterStanding::Failed => Some(words.say("character-failed")),
        CharacterStanding::NoAvatar => Some(words.say("character-no-avatar")),
    }
}

/// What to call a source: a clip by its file's name, a link by whose video it is.
pub fn source_title(words: &Words, source: &SourceView) -> String {
    match source.kind {
        SourceKind::Clip | SourceKind::Template => source.name.clone(),
        SourceKind::Link => link_title(words, &source.name),
    }
}

/// What to call a link: `@name on TikTok` where the link says whose video it is.
pub fn link_title(words: &Words, url: &str) -> String {
    match user_of(url) {
        Some(user) => words.say_with("riff-link-of", &args([("user", user.into())])),
        None => without_scheme(url).to_owned(),
    }
}

/// A language's own name as the service gives it; its code where the service was not heard yet.
pub fn language_name(languages: &[LanguageView], code: &str) -> String {
    languages
        .iter()
        .find(|language| language.code == code)
        .map_or_else(|| code.to_owned(), |language| language.name.clone())
}

/// A codec's usual name. Names of standards are the same in every language.
pub fn codec_name(code: &str) -> String {
    match code {
        "h264" => "H.264".to_owned(),
        "prores" => "ProRes".to_owned(),
        "opus" => "Opus".to_owned(),
        "vorbis" => "Vorbis".to_owned(),
        other => other.to_uppercase(),
    }
}

fn without_scheme(url: &str) -> &str {
    url.strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .unwrap_or(url)
}

/// Whose video a link of TikTok's own hosts is. Any other host could write a name there to look
/// like one, so such a link is called by its whole address.
fn user_of(url: &str) -> Option<&str> {
    let mut parts = without_scheme(url).split(['?', '#']).next()?.split('/');
    let host = parts.next()?;
    if host != "tiktok.com" && !host.ends_with(".tiktok.com") {
        return None;
    }
    parts.find(|part| part.len() > 1 && part.starts_with('@'))
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    #[test]
    fn a_deadline_is_a_time_of_day_until_the_time_left_says_more() {
        let words = Words::of(Language::English);
        let at = |day: Day| {
            move |_: Millis| Moment {
                day,
                date: "2026-11-24".to_owned(),
                time: "14:05".to_owned(),
            }
        };
        let said = |left: Millis, day: Day| deadline(&words, 0, left, at(day));
        let hour = 60 * 60 * 1000;
        assert_eq!(said(5 * hour, Day::Today).as_deref(), Some("until 14:05"));
        assert_eq!(
            said(20 * hour, Day::Tomorrow).as_deref(),
            Some("until tomorrow, 14:05")
        );
        assert_eq!(
            said(50 * hour, Day::Later).as_deref(),
            Some("until 2026-11-24, 14:05")
        );
        assert_eq!(
            said(hour - 1, Day::Today).as_deref(),
            Some("for another 59 min")
        );
        assert_eq!(
            said(42_500, Day::Today).as_deref(),
            Some("for another 42 s")
        );
        assert_eq!(said(0, Day::Today), None);
    }

    fn link(name: &str) -> SourceView {
        SourceView {
            kind: SourceKind::Link,
            name: name.to_owned(),
            duration_seconds: None,
            clip_id: None,
            template_id: None,
        }
    }

    #[test]
    fn a_link_is_called_by_whose_video_it_is() {
        let words = Words::of(Language::English);
        let titled = source_title(
            &words,
            &link("https://www.tiktok.com/@barista.lab/video/712"),
        );
        assert_eq!(titled, "@barista.lab on TikTok");
    }

    #[test]
    fn a_short_link_is_called_by_its_address() {
        let words = Words::of(Language::English);
        assert_eq!(
            source_title(&words, &link("https://vm.tiktok.com/ZMabc/")),
            "vm.tiktok.com/ZMabc/"
        );
        assert_eq!(
            link_title(&words, "https://www.tiktok.com/@/video/1"),
            "www.tiktok.com/@/video/1"
        );
    }

    #[test]
    fn a_link_that_only_looks_like_one_is_called_by_its_whole_address() {
        let words = Words::of(Language::English);
        let url = "https://www.tiktok.com.example.net/@a/video/1";
        assert_eq!(
            link_title(&words, url),
            "www.tiktok.com.example.net/@a/video/1"
        );
    }

    #[test]
    fn facts_leave_out_what_is_not_known() {
        assert_eq!(
            facts(["a".to_owned(), String::new(), "b".to_owned()]),
            "a · b"
        );
    }

    #[test]
    fn a_list_is_written_as_the_language_writes_it() {
        let names = |n: usize| -> Vec<String> {
            ["Mia", "Caden", "Chloe"][..n]
                .iter()
                .map(|name| (*name).to_owned())
                .collect()
        };
        let english = Words::of(Language::English);
        assert_eq!(list(&english, &names(0)), "");
        assert_eq!(list(&english, &names(1)), "Mia");
        assert_eq!(list(&english, &names(2)), "Mia and Caden");
        assert_eq!(list(&english, &names(3)), "Mia, Caden and Chloe");
        let chinese = Words::of(Language::Chinese);
        assert_eq!(list(&chinese, &names(3)), "Mia、Caden 和 Chloe");
    }

    #[test]
    fn a_language_that_the_service_has_not_named_is_shown_by_its_code() {
        let known = [LanguageView {
            code: "es".to_owned(),
            name: "Español".to_owned(),
        }];
        assert_eq!(language_name(&known, "es"), "Español");
        assert_eq!(language_name(&known, "pt"), "pt");
    }
}
