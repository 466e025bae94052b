//! Whether a direction has its three parts: *beat × feature → shift*.

use std::sync::LazyLock;

use contract::EmptyWording;

use super::phrase::Phrase;
use super::tokens::Token;

/// Words that point at a moment of a template.
const BEATS: &[&str] = &[
    "beat|beats|reveal|reveals|hook|hooks|twist|opening|intro|ending|punchline|climax|payoff|segment|segments|scene|scenes|shot|turning_point|build-up|cta|outro|moment",
    "at|around|after|second (the)? 0~|1~|2~|3~|4~|5~|6~|7~|8~|9~",
    "segundo|segundos|gancho|giro|revelacion|apertura|inicio|final|remate|climax|escena|escenas|segmento|momento|toma",
    "开头|开场|反转|揭示|揭晓|高潮|结尾|转折|段落|镜头|钩子|第_一|第_二|第_三|第_1|第_2|第_3|第_4|节拍|片段|秒",
];

/// Words that speak of what changes in the viewer.
const SHIFTS: &[&str] = &[
    "from ... to|into",
    "so_that|so|until|making|make|makes (the|every)? they|viewers|viewer|people|audience|them|you (think|feel|realise|realize|want|see|notice|believe|doubt|wonder|laugh)?",
    "viewer|viewers|audience|people (will|should|then|suddenly)* think|thinks|feel|feels|realise|realises|realize|realizes|want|wants|doubt|believe|believes|wonder|see",
    "urge|craving",
    "de|del ... a|al",
    "para_que|hasta_que|hace_que|que (el|la|los)? (publico|espectador|espectadores|gente)? sienta|sientan|piense|piensen|quiera|quieran|dude|duden|descubra|descubran|se_de_cuenta|se_den_cuenta",
    "从 ... 到|变成|转为",
    "让|使|令 (观众|人|他们|用户|大家)? (会|能|突然)* 觉得|感到|意识到|发现|产生|想|怀疑|相信",
];

/// Fewest words of a text without the marks that can hold all three.
const FEWEST: usize = 8;

static BEAT_PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(BEATS));
static SHIFT_PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| phrases(SHIFTS));

fn phrases(patterns: &[&str]) -> Vec<Phrase> {
    patterns.iter().map(|pattern| Phrase::of(pattern)).collect()
}

/// Whether a beat, a feature and a shift can be made out: by the marks `×` and `→` with something
/// to say in each part, or, in a text without them, by a moment and a change that it speaks of.
pub(super) fn are_three(text: &str, tokens: &[Token], empty: &[EmptyWording]) -> bool {
    let says = |token: &&Token| {
        let mut empty = empty.iter();
        !empty.any(|piece| piece.start <= token.start && token.end <= piece.end)
    };
    if let Some([cross, arrow]) = marks(text) {
        let has_words = |from: usize, to: usize| {
            let mut within = tokens
                .iter()
                .filter(|token| from <= token.start && token.end <= to);
            within.any(|token| says(&token))
        };
        let (first, second) = (cross.min(arrow), cross.max(arrow));
        return cross < arrow
            && has_words(0, first)
            && has_words(first, second)
            && has_words(second, usize::MAX);
    }
    let speaks_of = |phrases: &[Phrase]| {
        (0..tokens.len()).any(|at| {
            phrases
                .iter()
                .any(|phrase| phrase.end_of_match(tokens, at).is_some())
        })
    };
    tokens.iter().filter(says).count() >= FEWEST
        && speaks_of(&BEAT_PHRASES)
        && speaks_of(&SHIFT_PHRASES)
}

/// Where the first `×` and the last arrow behind it stand, in characters, if both are there.
fn marks(text: &str) -> Option<[usize; 2]> {
    let chars: Vec<char> = text.chars().collect();
    let is_cross = |at: usize| {
        let blank = |place: Option<usize>| {
            place
                .and_then(|place| chars.get(place))
                .is_some_and(|c| c.is_whitespace())
        };
        match chars.get(at) {
            Some('×' | '✕' | '✖' | '⨯') => true,
            // A letter between blanks, as it is typed where there is no cross on the keys.
            Some('x' | 'X' | '*') => blank(at.checked_sub(1)) && blank(Some(at + 1)),
            _ => false,
        }
    };
    let is_arrow = |at: usize| match chars.get(at) {
        Some('→' | '⇒' | '➜' | '➡' | '⟶') => true,
        Some('-' | '=') => chars.get(at + 1) == Some(&'>'),
        _ => false,
    };
    let cross = (0..chars.len()).find(|at| is_cross(*at))?;
    let arrow = (0..chars.len()).rev().find(|at| is_arrow(*at))?;
    Some([cross, arrow])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::direction::{emptiness, tokens};

    fn are(text: &str) -> bool {
        let tokens = tokens::of(text);
        let empty = emptiness::of(&tokens);
        are_three(text, &tokens, &empty)
    }

    #[test]
    fn by_their_marks() {
        for text in [
            "reveal at 4 s × the scan → from trust to doubt",
            "reveal x the scan -> doubt",
            "反转 × 扫描配料表 → 怀疑",
            "el giro × el escaneo => la duda",
        ] {
            assert!(are(text), "{text}");
        }
        for text in [
            "reveal × the scan",
            "the scan → doubt",
            "× the scan → doubt",
            "reveal × → doubt",
            "reveal × the scan →",
            "reveal → doubt × the scan",
            "use the funny formula × show the product's strengths → authentic",
            "extra large -> doubt",
        ] {
            assert!(!are(text), "{text}");
        }
    }

    #[test]
    fn without_marks_by_what_they_speak_of() {
        for text in [
            "At the reveal she scans the label, so viewers realise that the snack is full of additives",
            "En el giro escanea la etiqueta para que el público se dé cuenta de los aditivos ocultos",
            "在反转的镜头里扫描配料表，让观众发现隐藏的添加剂",
        ] {
            assert!(are(text), "{text}");
        }
        for text in [
            "",
            "Make it pop",
            "Show the product's strengths",
            "A dog runs over a green meadow while the sun goes down slowly",
        ] {
            assert!(!are(text), "{text}");
        }
    }
}
