//! The `Range` header, as far as object storage honours it: one range of bytes.

/// What a request asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wanted {
    /// The whole file: no range, or one that isn't understood and is to be ignored.
    Whole,
    /// From the first byte to the last, both included.
    Part(u64, u64),
    /// A range that lies outside the file.
    Outside,
}

/// Reads a `Range` header for a file of `length` bytes.
pub(crate) fn wanted(header: Option<&str>, length: u64) -> Wanted {
    let Some(range) = header.and_then(|header| header.trim().strip_prefix("bytes=")) else {
        return Wanted::Whole;
    };
    let Some((first, last)) = range.split_once('-') else {
        return Wanted::Whole;
    };
    let (first, last) = (first.trim(), last.trim());
    if first.is_empty() {
        return match last.parse::<u64>() {
            Ok(0) => Wanted::Outside,
            Ok(_) if length == 0 => Wanted::Outside,
            Ok(tail) => Wanted::Part(length.saturating_sub(tail), length - 1),
            Err(_) => Wanted::Whole,
        };
    }
    let Ok(first) = first.parse::<u64>() else {
        return Wanted::Whole;
    };
    let last = match last {
        "" => u64::MAX,
        last => match last.parse::<u64>() {
            Ok(last) if last >= first => last,
            _ => return Wanted::Whole,
        },
    };
    if first >= length {
        return Wanted::Outside;
    }
    Wanted::Part(first, last.min(length - 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_range_is_read_in_its_three_forms() {
        assert_eq!(wanted(None, 10), Wanted::Whole);
        assert_eq!(wanted(Some("bytes=2-4"), 10), Wanted::Part(2, 4));
        assert_eq!(wanted(Some("bytes=2-"), 10), Wanted::Part(2, 9));
        assert_eq!(wanted(Some("bytes=-3"), 10), Wanted::Part(7, 9));
        assert_eq!(wanted(Some("bytes=-30"), 10), Wanted::Part(0, 9));
        assert_eq!(wanted(Some("bytes=2-400"), 10), Wanted::Part(2, 9));
    }

    #[test]
    fn what_is_outside_or_not_understood_is_told_apart() {
        assert_eq!(wanted(Some("bytes=10-"), 10), Wanted::Outside);
        assert_eq!(wanted(Some("bytes=-0"), 10), Wanted::Outside);
        assert_eq!(wanted(Some("bytes=4-2"), 10), Wanted::Whole);
        assert_eq!(wanted(Some("bytes=0-1,4-5"), 10), Wanted::Whole);
        assert_eq!(wanted(Some("lines=1-2"), 10), Wanted::Whole);
    }
}
