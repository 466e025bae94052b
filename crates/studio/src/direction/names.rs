//! Image names in a text, as the engine will find them.
//!
//! The contract calls it plain name matching, and a name unique whatever its case and the blanks
//! around it: so a name is found as it stands, case ignored, blanks around it dropped. Where two
//! names begin at the same place or overlap, the longer one is meant. In scripts that put blanks
//! between words a name is a whole word: "scan" is not in "scanner".

use contract::NameMatch;

use super::tokens::is_in_word;

/// The names that can be matched: without blanks around them, without empty ones, each once.
pub(super) fn tidy(names: &[String]) -> Vec<String> {
    let mut tidy: Vec<String> = Vec::new();
    for name in names.iter().map(|name| name.trim()) {
        let is_known = || tidy.iter().any(|known| folded(known) == folded(name));
        if !name.is_empty() && !is_known() {
            tidy.push(name.to_owned());
        }
    }
    tidy
}

/// The names in a text, by place. They don't overlap.
pub(super) fn matches(text: &str, names: &[String]) -> Vec<NameMatch> {
    let text = folded(text);
    let mut names = tidy(names);
    // Of two of the same length, that which was named first.
    names.sort_by_key(|name| std::cmp::Reverse(name.chars().count()));
    let mut taken = vec![false; text.len()];
    let mut found = Vec::new();
    for name in names {
        let wanted = folded(&name);
        let mut start = 0;
        while let Some(end) = Some(start + wanted.len()).filter(|end| *end <= text.len()) {
            let is_free = taken
                .get(start..end)
                .is_some_and(|places| !places.contains(&true));
            if is_free && text.get(start..end) == Some(&wanted) && is_whole(&text, start, end) {
                taken
                    .get_mut(start..end)
                    .into_iter()
                    .flatten()
                    .for_each(|place| *place = true);
                found.push(NameMatch {
                    start,
                    end,
                    name: name.clone(),
                });
                start = end;
            } else {
                start += 1;
            }
        }
    }
    found.sort_by_key(|name| name.start);
    found
}

/// Case ignored, character by character, so that places stay what they are.
fn folded(text: &str) -> Vec<char> {
    let fold = |c: char| {
        let mut lower = c.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(lower), None) => lower,
            // A letter whose small form is two keeps its own.
            _ => c,
        }
    };
    text.chars().map(fold).collect()
}

/// Whether no word goes on beyond either end.
fn is_whole(text: &[char], start: usize, end: usize) -> bool {
    let at = |place: Option<usize>| place.and_then(|place| text.get(place)).copied();
    let runs_on = |inner: Option<char>, outer: Option<char>| {
        inner.is_some_and(is_in_word) && outer.is_some_and(is_in_word)
    };
    !runs_on(at(Some(start)), at(start.checked_sub(1)))
        && !runs_on(at(end.checked_sub(1)), at(Some(end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, names: &[&str]) -> Vec<(String, String)> {
        let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        let chars: Vec<char> = text.chars().collect();
        matches(text, &names)
            .into_iter()
            .map(|one| (chars[one.start..one.end].iter().collect(), one.name))
            .collect()
    }

    fn check(text: &str, names: &[&str], expected: &[(&str, &str)]) {
        let expected: Vec<_> = expected
            .iter()
            .map(|(words, name)| ((*words).to_owned(), (*name).to_owned()))
            .collect();
        assert_eq!(found(text, names), expected, "{text}");
    }

    #[test]
    fn the_contracts_example() {
        check(
            "use the ingredient-scan screen shot to reveal the hidden additives",
            &["ingredient-scan screen"],
            &[("ingredient-scan screen", "ingredient-scan screen")],
        );
    }

    #[test]
    fn case_and_blanks_around_are_ignored() {
        check(
            "Front Label, then the front label",
            &["  front label "],
            &[
                ("Front Label", "front label"),
                ("front label", "front label"),
            ],
        );
        check("ÉTIQUETTE", &["étiquette"], &[("ÉTIQUETTE", "étiquette")]);
        check("İstanbul box", &["box"], &[("box", "box")]);
    }

    #[test]
    fn the_longest_name_is_meant_and_none_overlap() {
        check(
            "scan screen, scan, screen",
            &["scan", "scan screen", "screen"],
            &[
                ("scan screen", "scan screen"),
                ("scan", "scan"),
                ("screen", "screen"),
            ],
        );
        check(
            "red lid blue",
            &["lid blue", "red lid"],
            &[("lid blue", "lid blue")],
        );
    }

    #[test]
    fn a_name_is_a_whole_word_where_words_have_boundaries() {
        check("the scanner rescans", &["scan"], &[]);
        check("scan2 2scan", &["scan"], &[]);
        check("(scan) scan's pre-scan", &["scan"], &[("scan", "scan"); 3]);
        check("用scan展示", &["scan"], &[("scan", "scan")]);
        check("展示包装盒特写", &["包装盒"], &[("包装盒", "包装盒")]);
        check("包装盒2号", &["包装盒"], &[("包装盒", "包装盒")]);
        check("앞면을 보여준다", &["앞면"], &[("앞면", "앞면")]);
        check("view (a)b", &["(a)"], &[("(a)", "(a)")]);
    }

    #[test]
    fn nameless_and_doubled_names_are_none() {
        check("a b", &["", "  "], &[]);
        check("lid", &["lid", "LID "], &[("lid", "lid")]);
        let names = ["Lid".to_owned(), " lid".to_owned(), String::new()];
        assert_eq!(tidy(&names), ["Lid"]);
    }

    #[test]
    fn places_are_in_characters() {
        let names = ["盒".to_owned()];
        let one = &matches("🎬é盒", &names)[0];
        assert_eq!((one.start, one.end), (2, 3));
    }
}
