//! How much memory a JSON answer asks for, told before it is given.
//!
//! A list of a million empty objects is three megabytes to send and six hundred to hold. The cap on an answer's
//! length alone would let it in.

/// Most memory, in bytes, that the values of one answer may ask for. A page of 200 tasks asks for about two million.
const MOST: usize = 32 * 1024 * 1024;

/// What the first field of an object costs: a node with room for eleven of them.
const OBJECT: usize = 700;
/// What a list costs that is not empty.
const LIST: usize = 160;
/// What each further field or entry costs, the room that grows ahead of it included.
const ENTRY: usize = 128;

/// Whether the values in `body` can be held. Nothing is said of whether it is JSON; the words in it are no more than
/// it has bytes, and not counted.
pub(crate) fn can_be_held(body: &[u8]) -> bool {
    let mut asked = 0;
    let mut in_words = false;
    let mut bytes = body.iter();
    while let Some(byte) = bytes.next() {
        match byte {
            // What follows is part of the words, a quotation mark too.
            b'\\' if in_words => {
                bytes.next();
            }
            b'"' => in_words = !in_words,
            b'{' if !in_words => asked += OBJECT,
            b'[' if !in_words => asked += LIST,
            b',' if !in_words => asked += ENTRY,
            _ => {}
        }
        if asked > MOST {
            return false;
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::{ENTRY, MOST, can_be_held};

    #[test]
    fn what_stands_in_words_weighs_nothing() {
        let marks = "[{,\\\"".repeat(MOST / 16);
        assert!(can_be_held(format!("{{\"a\":\"{marks}\"}}").as_bytes()));
        assert!(!can_be_held(",".repeat(MOST / ENTRY + 1).as_bytes()));
        assert!(can_be_held(b"") && can_be_held(b"\"\\"));
    }
}
