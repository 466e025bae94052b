//! The `Range` header of one request (RFC 9110, section 14).

/// The bytes that a request is after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All of them.
    Whole,
    /// `length` bytes from `start` on: both within the file, and `length` is not zero.
    Part {
        /// Offset of the first byte.
        start: u64,
        /// How many.
        length: u64,
    },
    /// None that the file has: 416.
    OutOfReach,
}

/// What a header asks for of a file of `size` bytes.
///
/// A header that is broken, in another unit or of several ranges is passed over, as the standard
/// allows: the whole file is always a right answer.
pub fn wanted(header: Option<&str>, size: u64) -> Wanted {
    let Some((first, last)) = header
        .and_then(|header| header.trim().strip_prefix("bytes="))
        .filter(|ranges| !ranges.contains(','))
        .and_then(|range| range.split_once('-'))
    else {
        return Wanted::Whole;
    };
    let number = |text: &str| {
        let text = text.trim();
        // `u64::from_str` takes a sign; the standard does not.
        text.bytes()
            .all(|byte| byte.is_ascii_digit())
            .then(|| text.parse::<u64>().ok())
            .flatten()
    };
    match (number(first), number(last)) {
        (Some(start), _) if last.trim().is_empty() => part(start, size.saturating_sub(1), size),
        (Some(start), Some(end)) if start <= end => {
            part(start, end.min(size.saturating_sub(1)), size)
        }
        (None, Some(suffix)) if first.trim().is_empty() => {
            if suffix == 0 {
                Wanted::OutOfReach
            } else {
                part(size.saturating_sub(suffix), size.saturating_sub(1), size)
            }
        }
        _ => Wanted::Whole,
    }
}

fn part(start: u64, end: u64, size: u64) -> Wanted {
    if start < size {
        Wanted::Part {
            start,
            length: end - start + 1,
        }
    } else {
        Wanted::OutOfReach
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_read_as_the_standard_has_them() {
        let part = |start, length| Wanted::Part { start, length };
        for (header, expected) in [
            (None, Wanted::Whole),
            (Some("bytes=0-"), part(0, 100)),
            (Some("bytes=0-0"), part(0, 1)),
            (Some("bytes=10-19"), part(10, 10)),
            (Some("bytes=90-500"), part(90, 10)),
            (Some("bytes=-1"), part(99, 1)),
            (Some("bytes=-500"), part(0, 100)),
            (Some("bytes=100-"), Wanted::OutOfReach),
            (Some("bytes=100-200"), Wanted::OutOfReach),
            (Some("bytes=-0"), Wanted::OutOfReach),
            (Some("bytes=5-2"), Wanted::Whole),
            (Some("bytes=+1-2"), Wanted::Whole),
            (Some("bytes=0-1,5-6"), Wanted::Whole),
            (Some("bytes=-"), Wanted::Whole),
            (Some("lines=1-2"), Wanted::Whole),
            (Some("bytes=99999999999999999999-"), Wanted::Whole),
        ] {
            assert_eq!(wanted(header, 100), expected, "{header:?}");
        }
        assert_eq!(wanted(Some("bytes=0-"), 0), Wanted::OutOfReach);
    }
}
