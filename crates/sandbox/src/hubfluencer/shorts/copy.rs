//! The words that the text assist writes, from the brief alone.

use super::record::Creative;

/// Fills headline, subheadline and text beats.
pub(super) fn write(creative: &mut Creative) {
    let brief = creative.product_prompt.clone().unwrap_or_default();
    let words: Vec<&str> = brief.split_whitespace().collect();
    let first = sentence(&words, 0, 6);
    let second = sentence(&words, 6, 14);
    creative.headline = Some(cut(&format!("Meet {first}"), 160));
    creative.subheadline = Some(cut(
        &if second.is_empty() {
            format!("Why everyone asks for {first}")
        } else {
            second
        },
        200,
    ));
    let hook = match creative.creative_format.as_deref() {
        Some("mistake_fix") => "Still doing it wrong?",
        Some("myth_vs_reality") => "You were told it can't be done",
        Some("before_after") => "Before: the old way",
        Some("proof_demo") => "Watch this",
        Some("product_reveal") => "Wait for it",
        _ => "Sounds familiar?",
    };
    creative.text_beats = vec![
        hook.to_owned(),
        cut(&format!("Here is {first}"), 120),
        "Try it today".to_owned(),
    ];
}

fn sentence(words: &[&str], from: usize, until: usize) -> String {
    let words: Vec<&str> = words
        .iter()
        .skip(from)
        .take(until - from)
        .copied()
        .collect();
    let sentence = words.join(" ");
    sentence
        .trim_end_matches(['.', ',', ';', ':', '!', '?'])
        .to_owned()
}

fn cut(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}
