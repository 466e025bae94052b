//! How an answer can be distorted.

use std::str::FromStr;

/// What is wrong with an answer that comes from the service all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distortion {
    /// `malformed`: JSON that breaks off in its middle.
    Malformed,
    /// `empty`: nothing at all, said to be JSON.
    Empty,
    /// `wrong-types`: each value is of another type than the contract says: texts are numbers,
    /// numbers are texts, lists are objects.
    WrongTypes,
    /// `unknown-words`: each word of a closed list is one that the contract doesn't have, and each
    /// object has a member more.
    UnknownWords,
    /// `missing-fields`: no object has a value any more; objects and lists within it stay.
    MissingFields,
    /// `huge`: the answer as it should be, after 256 MiB of white space, which JSON allows.
    Huge,
}

impl Distortion {
    /// All of them, each with its name.
    pub const ALL: [(&'static str, Self); 6] = [
        ("malformed", Self::Malformed),
        ("empty", Self::Empty),
        ("wrong-types", Self::WrongTypes),
        ("unknown-words", Self::UnknownWords),
        ("missing-fields", Self::MissingFields),
        ("huge", Self::Huge),
    ];
}

impl FromStr for Distortion {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let known = Self::ALL.into_iter().find(|(name, _)| *name == text);
        known.map(|(_, distortion)| distortion).ok_or(())
    }
}
