//! What the assists write: scenario, narration, prompts. All of it follows from the brief.

use super::{record::Editor, segment::Segment};

/// What the scenes of a story do, in their order; a long story goes round.
const BEATS: [&str; 10] = [
    "The hook: somebody stops mid-step, close on the face",
    "The problem, seen from close by in a cluttered room",
    "A first try that goes wrong",
    "The turn: hands reach for it, soft side light",
    "It is used for the first time, macro shot",
    "The detail that makes the difference, slow push-in",
    "Somebody else looks over, curious",
    "The result, wide shot in morning light",
    "Before and after, side by side",
    "The closing look into the camera",
];
/// Characters of the brief that a scene repeats.
const LONGEST_SUBJECT: usize = 160;
/// The longest prompt of a scene, in characters (contract).
pub(super) const LONGEST_PROMPT: usize = 2_000;

/// Nothing, or nothing but blanks.
pub(super) fn is_blank(text: Option<&String>) -> bool {
    text.is_none_or(|text| text.trim().is_empty())
}

/// What the project is about, in one line.
fn subject(editor: &Editor) -> String {
    let brief = editor.brief.product_prompt.as_deref().unwrap_or_default();
    let line = brief.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().take(LONGEST_SUBJECT).collect();
    let line = line.trim_end_matches(['.', ',', ';', '!', '?', ' ']);
    if line.is_empty() {
        "the product".to_owned()
    } else {
        line.to_owned()
    }
}

/// Writes a scenario of so many scenes.
pub(super) fn write_scenario(editor: &mut Editor, scenes: usize) {
    let subject = subject(editor);
    let look = editor.brief.visual_language.as_deref();
    let look = look.unwrap_or("natural").replace('_', " ");
    let lines = (0..scenes).map(|place| {
        let beat = BEATS[place % BEATS.len()];
        format!("Scene {}: {beat}, {look} look: {subject}.", place + 1)
    });
    editor.brief.scenario_prompt = Some(lines.collect::<Vec<_>>().join("\n\n"));
}

/// The scenes that a scenario tells of: each paragraph, without the words before its colon.
pub(super) fn scenes_in(scenario: &str) -> Vec<String> {
    let paragraphs = scenario.split('\n').map(str::trim);
    let paragraphs = paragraphs.filter(|paragraph| !paragraph.is_empty());
    paragraphs
        .map(|paragraph| {
            let told = match paragraph.split_once(':') {
                Some((head, told)) if head.starts_with("Scene ") => told.trim(),
                _ => paragraph,
            };
            told.chars().take(LONGEST_PROMPT).collect()
        })
        .collect()
}

/// Puts so many scenes of the scenario in the place of those that weren't generated yet.
pub(super) fn apply_scenario(editor: &mut Editor, scenes: usize) {
    let scenario = editor.brief.scenario_prompt.clone().unwrap_or_default();
    let told = scenes_in(&scenario);
    let subject = subject(editor);
    editor.segments.retain(|scene| !scene.is_pending_scene());
    for place in 0..scenes {
        let prompt = told.get(place).cloned();
        let made_up = || format!("{}: {subject}", BEATS[place % BEATS.len()]);
        add_scene(editor, prompt.unwrap_or_else(made_up));
    }
}

/// Appends a scene, and gives its id.
pub(super) fn add_scene(editor: &mut Editor, prompt: String) -> u64 {
    let id = editor.next_segment;
    editor.next_segment += 1;
    let mut scene = Segment::scene(id, prompt);
    scene.features_product = editor.product_placement.as_deref() == Some("throughout");
    editor.segments.push(scene);
    id
}

/// Writes what is spoken: a sentence for each scene.
pub(super) fn write_narration(editor: &mut Editor) {
    const SENTENCES: [&str; 6] = [
        "You know this moment.",
        "Something has to change.",
        "Then there is {subject}.",
        "It takes a second, and it is done.",
        "And everyone asks where it is from.",
        "Try it for yourself.",
    ];
    let subject = subject(editor);
    let count = editor.segments.len().clamp(2, SENTENCES.len());
    let sentences = SENTENCES.iter().take(count.saturating_sub(1));
    let told: Vec<String> = sentences
        .chain(SENTENCES.last())
        .map(|sentence| sentence.replace("{subject}", &subject))
        .collect();
    editor.brief.narration_script = Some(told.join(" "));
}

/// The same prompt, told more richly.
pub(super) fn enhanced(prompt: &str) -> String {
    let plain = prompt.trim_end_matches(['.', ' ']);
    let rich = format!(
        "{plain}. Shot on a 35 mm lens with shallow depth of field, soft natural light, one slow \
         camera move."
    );
    rich.chars().take(LONGEST_PROMPT).collect()
}

/// A prompt for the scene that could come next.
pub(super) fn next_scene(editor: &Editor) -> String {
    let beat = BEATS[editor.segments.len() % BEATS.len()];
    format!("{beat}: {}", subject(editor))
}

/// A direction for music.
pub(super) fn music_prompt(editor: &Editor) -> String {
    let look = editor.brief.visual_language.as_deref().unwrap_or("warm");
    let look = look.replace('_', " ");
    format!("{look}, steady pulse, light percussion, lifts at the turn, no vocals")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scenario_is_read_scene_by_scene() {
        let told = scenes_in("Scene 1: A kettle.\n\n Scene 2: Steam: white.\nA cup.");
        assert_eq!(told, ["A kettle.", "Steam: white.", "A cup."]);
    }
}
