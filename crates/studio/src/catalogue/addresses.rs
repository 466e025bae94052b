//! Where the pictures of the catalogue are, as the service last wrote it.

use std::collections::{HashMap, VecDeque};

use super::Pictured;

/// Addresses at most. Beyond it the oldest are forgotten, and asked again when they are needed.
const MOST: usize = 20_000;

/// Addresses by what they show.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    known: HashMap<Pictured, String>,
    oldest_first: VecDeque<Pictured>,
}

impl Addresses {
    pub(super) fn note(&mut self, pictured: Pictured, address: &str) {
        if let Some(known) = self.known.get_mut(&pictured) {
            address.clone_into(known);
            return;
        }
        if self.oldest_first.len() >= MOST
            && let Some(oldest) = self.oldest_first.pop_front()
        {
            self.known.remove(&oldest);
        }
        self.oldest_first.push_back(pictured.clone());
        self.known.insert(pictured, address.to_owned());
    }

    pub(super) fn get(&self, pictured: &Pictured) -> Option<String> {
        self.known.get(pictured).cloned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn their_number_is_bounded_and_the_newest_word_counts() {
        let mut addresses = Addresses::default();
        let template = |number: usize| Pictured::Template(number.to_string().as_str().into());
        addresses.note(template(0), "/old");
        addresses.note(template(0), "/new");
        assert_eq!(addresses.get(&template(0)).as_deref(), Some("/new"));
        for number in 1..=MOST {
            addresses.note(template(number), "/x");
        }
        assert_eq!(addresses.get(&template(0)), None, "the oldest made room");
        assert_eq!(addresses.known.len(), MOST);
    }
}
