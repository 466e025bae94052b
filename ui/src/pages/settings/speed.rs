//! How fast reels are saved and clips uploaded, at most.

use contract::Preferences;
use leptos::prelude::*;
use words::Words;

use super::Section;
use super::amount::Amount;
use crate::app::{say, store, t};

/// The section.
#[component]
pub fn Speed() -> impl IntoView {
    let store = store();
    let kept = move |of: fn(&Preferences) -> Option<u32>| {
        Signal::derive(move || {
            let limit = store.preferences.with(of);
            limit
                .map(|limit| written(&say(), limit))
                .unwrap_or_default()
        })
    };
    let keep = move |change: fn(&mut Preferences, Option<u32>)| {
        Callback::new(move |text: String| match read(&text) {
            Ok(limit) => {
                store.set_preferences(|preferences| change(preferences, limit));
                true
            }
            Err(NotASpeed) => false,
        })
    };
    view! {
        <Section title=move || t("settings-speed")>
            <p class="settings-means muted">{move || t("settings-speed-note")}</p>
            <Amount
                test="settings-download-limit"
                label=move || t("settings-download-limit")
                unit=move || t("settings-speed-unit")
                none=move || t("settings-speed-none")
                fault=move || t("settings-speed-fault")
                kept=kept(|p| p.download_limit)
                keep=keep(|p, limit| p.download_limit = limit)
            />
            <Amount
                test="settings-upload-limit"
                label=move || t("settings-upload-limit")
                unit=move || t("settings-speed-unit")
                none=move || t("settings-speed-none")
                fault=move || t("settings-speed-fault")
                kept=kept(|p| p.upload_limit)
                keep=keep(|p, limit| p.upload_limit = limit)
            />
        </Section>
    }
}

/// What was written can't be a speed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct NotASpeed;

/// Kilobytes a second, of what was written in megabytes a second with a point or a comma.
fn read(written: &str) -> Result<Option<u32>, NotASpeed> {
    let number = written.trim();
    if number.is_empty() {
        return Ok(None);
    }
    let megabytes: f64 = number.replace(',', ".").parse().map_err(|_| NotASpeed)?;
    let kilobytes = (megabytes * 1000.0).round();
    if !(1.0..=f64::from(u32::MAX)).contains(&kilobytes) {
        return Err(NotASpeed);
    }
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a whole number in this range"
    )]
    Ok(Some(kilobytes as u32))
}

/// Kilobytes a second as megabytes, without needless zeros.
fn written(words: &Words, kilobytes: u32) -> String {
    let digits = (0..3)
        .find(|digits| kilobytes.is_multiple_of(10_u32.pow(3 - digits)))
        .unwrap_or(3);
    words.decimal(f64::from(kilobytes) / 1000.0, digits as usize)
}

#[cfg(test)]
mod tests {
    use contract::Language;

    use super::*;

    #[test]
    fn a_speed_is_written_with_a_point_or_a_comma() {
        assert_eq!(read("0.5"), Ok(Some(500)));
        assert_eq!(read(" 2,25 "), Ok(Some(2250)));
        assert_eq!(read(""), Ok(None));
        for nonsense in ["0", "-1", "fast", "NaN", "inf", "0.0001"] {
            assert_eq!(read(nonsense), Err(NotASpeed), "{nonsense}");
        }
    }

    #[test]
    fn a_speed_is_read_again_as_it_is_shown() {
        let (english, spanish) = (Words::of(Language::English), Words::of(Language::Spanish));
        assert_eq!(written(&english, 500), "0.5");
        assert_eq!(written(&english, 3000), "3");
        assert_eq!(written(&spanish, 2250), "2,25");
        for kilobytes in [1, 10, 500, 999, 2250, 12_000] {
            assert_eq!(read(&written(&spanish, kilobytes)), Ok(Some(kilobytes)));
        }
    }
}
