//! Content-policy screening of prompts.
//!
//! The contract names neither the rules nor the categories. The sandbox rejects a prompt that
//! holds one of [`WORDS`] as a whole word, whatever its case, so that a person can try it out.

use super::{problem::Problem, service::HubService};
use crate::faults::Fault;

/// The words that are rejected, and the category that each is rejected for.
const WORDS: [(&str, &str); 8] = [
    ("weapon", "weapons"),
    ("weapons", "weapons"),
    ("gore", "violence"),
    ("bloodbath", "violence"),
    ("nsfw", "sexual"),
    ("explicit", "sexual"),
    ("cocaine", "drugs"),
    ("counterfeit", "deception"),
];

impl HubService {
    /// Screens a prompt before anything is charged for it.
    ///
    /// # Errors
    /// 422 `prompt_rejected` with its category; 503 `compliance_unavailable`.
    pub(crate) fn screen(&self, prompt: &str) -> Result<(), Problem> {
        if self.faults.strikes(&Fault::ComplianceUnavailable) {
            return Err(Problem::compliance_unavailable());
        }
        let struck = self.faults.take(|fault| match fault {
            Fault::PromptRejected(category) => Some(category.clone()),
            _ => None,
        });
        match struck.as_deref().or_else(|| category(prompt)) {
            Some(category) => Err(Problem::prompt_rejected(category)),
            None => Ok(()),
        }
    }
}

fn category(prompt: &str) -> Option<&'static str> {
    prompt
        .split(|letter: char| !letter.is_alphanumeric())
        .find_map(|word| {
            let mut words = WORDS.iter();
            words
                .find(|(known, _)| word.eq_ignore_ascii_case(known))
                .map(|(_, category)| *category)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_whole_words_are_rejected() {
        assert_eq!(category("A WEAPON, sold by the dozen"), Some("weapons"));
        assert_eq!(category("Gorey's tea, weaponry of calm"), None);
    }
}
