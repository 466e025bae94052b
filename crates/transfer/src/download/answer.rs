//! Whether an answer is what was asked for.

use std::ops::Range;

use wire::Streamed;

use super::plan::{Object, UNKNOWN};
use crate::fault::Damage;
use crate::source::Head;

/// What an answer brings.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Brings {
    /// These bytes of this object. The end is [`UNKNOWN`] where the body's end is the object's.
    Bytes {
        object: Object,
        range: Range<u64>,
        /// Whether the service has shown that it honours ranges.
        ranged: bool,
    },
    /// The whole of the same object, though a range was asked for.
    IgnoresRanges,
    /// Another object than the one that is in the part, from its beginning.
    Another,
}

/// Sorts an answer. `known` is the object that the part has bytes of, `asked` what was asked for.
pub(super) fn sort(
    answer: &Streamed,
    known: Option<&Object>,
    asked: &Range<u64>,
) -> Result<Brings, Damage> {
    let etag = answer.etag.clone().filter(|etag| is_strong(etag));
    match answer.status {
        206 => part(answer, known, asked, etag),
        200 => {
            let object = Object {
                total: answer.content_length,
                etag,
            };
            match known {
                None => Ok(Brings::Bytes {
                    range: 0..object.total.unwrap_or(UNKNOWN),
                    object,
                    ranged: false,
                }),
                Some(known) if known.is(&object) => Ok(Brings::IgnoresRanges),
                Some(_) => Ok(Brings::Another),
            }
        }
        // Neither the object nor a part of it, such as a 204.
        _ => Err(Damage::NotTheObject(answer.content_type.clone())),
    }
}

fn part(
    answer: &Streamed,
    known: Option<&Object>,
    asked: &Range<u64>,
    etag: Option<String>,
) -> Result<Brings, Damage> {
    let text = answer.content_range.as_deref();
    let (range, total) = text.and_then(content_range).ok_or(Damage::WrongRange)?;
    if range.start != asked.start || range.end > asked.end {
        return Err(Damage::WrongRange);
    }
    let announced = answer.content_length;
    if announced.is_some_and(|length| length != range.end - range.start) {
        return Err(Damage::WrongRange);
    }
    let object = Object {
        total: Some(total),
        etag,
    };
    match known {
        // `If-Range` should have made this a 200; a part that does not say whose it is, is nobody's.
        Some(known) if !known.is(&object) => Ok(Brings::Another),
        _ => Ok(Brings::Bytes {
            object,
            range,
            ranged: true,
        }),
    }
}

/// What the caller is told of an answer.
pub(super) fn head(answer: &Streamed, brings: &Brings) -> Head {
    let total = match brings {
        Brings::Bytes { object, .. } => object.total,
        Brings::IgnoresRanges | Brings::Another => answer.content_length,
    };
    Head {
        content_type: answer.content_type.clone(),
        total,
    }
}

fn is_strong(etag: &str) -> bool {
    etag.len() > 2 && etag.starts_with('"') && etag.ends_with('"')
}

/// Range and whole of a `Content-Range`. One that does not say the whole is of no use here.
fn content_range(text: &str) -> Option<(Range<u64>, u64)> {
    let (span, total) = text.trim().strip_prefix("bytes ")?.split_once('/')?;
    let (first, last) = span.split_once('-')?;
    let (first, last): (u64, u64) = (first.trim().parse().ok()?, last.trim().parse().ok()?);
    let total = total.trim().parse().ok()?;
    let end = last.checked_add(1)?;
    (first < end && end <= total).then_some((first..end, total))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::content_range;

    #[test]
    fn a_content_range_is_read_to_the_letter() {
        assert_eq!(content_range("bytes 5-9/10"), Some((5..10, 10)));
        for wrong in [
            "bytes 5-9/*",
            "bytes */10",
            "bytes 9-5/10",
            "bytes 5-10/10",
            "bytes 0-18446744073709551615/18446744073709551615",
            "5-9/10",
            "",
        ] {
            assert_eq!(content_range(wrong), None, "{wrong}");
        }
    }

    proptest! {
        #[test]
        fn no_text_is_a_range_beyond_its_whole(text in "(bytes )?[0-9*]{0,21}-[0-9*]{0,21}/[0-9*]{0,21}") {
            if let Some((range, total)) = content_range(&text) {
                prop_assert!(range.start < range.end && range.end <= total);
            }
        }
    }
}
