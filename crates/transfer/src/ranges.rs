//! A set of byte ranges.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// Ranges of bytes: in order, apart from each other, none empty.
///
/// It is read from a record that anything may have been written to, so reading puts it in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Vec<(u64, u64)>", into = "Vec<(u64, u64)>")]
pub struct Ranges(Vec<Range<u64>>);

impl From<Vec<(u64, u64)>> for Ranges {
    fn from(pairs: Vec<(u64, u64)>) -> Self {
        pairs.into_iter().map(|(start, end)| start..end).collect()
    }
}

impl From<Ranges> for Vec<(u64, u64)> {
    fn from(ranges: Ranges) -> Self {
        ranges
            .iter()
            .map(|range| (range.start, range.end))
            .collect()
    }
}

impl FromIterator<Range<u64>> for Ranges {
    fn from_iter<I: IntoIterator<Item = Range<u64>>>(ranges: I) -> Self {
        let mut set = Self::default();
        for range in ranges {
            set.insert(range);
        }
        set
    }
}

impl Ranges {
    /// Adds a range, which may overlap or touch what is there.
    pub fn insert(&mut self, range: Range<u64>) {
        if range.is_empty() {
            return;
        }
        let from = self.0.partition_point(|there| there.end < range.start);
        let to = self.0.partition_point(|there| there.start <= range.end);
        let merged = self.0.get(from..to).unwrap_or_default();
        let start = merged
            .first()
            .map_or(range.start, |first| first.start.min(range.start));
        let end = merged
            .last()
            .map_or(range.end, |last| last.end.max(range.end));
        self.0.splice(from..to, std::iter::once(start..end));
    }

    /// In order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &Range<u64>> {
        self.0.iter()
    }

    /// Bytes in all of them.
    pub fn bytes(&self) -> u64 {
        self.iter().map(|range| range.end - range.start).sum()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The same without anything from `end` on.
    #[must_use]
    pub fn below(&self, end: u64) -> Self {
        let cut = self.iter().map(|range| range.start..range.end.min(end));
        cut.filter(|range| !range.is_empty()).collect()
    }

    /// What is missing of `0..total`, in order.
    pub fn gaps(&self, total: u64) -> Vec<Range<u64>> {
        let mut gaps = Vec::new();
        let mut from = 0;
        for range in self.iter().filter(|range| range.start < total) {
            if from < range.start {
                gaps.push(from..range.start);
            }
            from = range.end;
        }
        if from < total {
            gaps.push(from..total);
        }
        gaps
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_set_of_ranges_is_the_set_of_their_bytes(
            pairs in proptest::collection::vec((0_u64..60, 0_u64..60), 0..12),
            total in 0_u64..70,
        ) {
            let has = |byte: u64| pairs.iter().any(|(start, end)| (*start..*end).contains(&byte));
            let ranges = Ranges::from(pairs.clone());
            prop_assert_eq!(ranges.bytes(), (0..60).filter(|byte| has(*byte)).count() as u64);
            let gaps = ranges.gaps(total);
            for byte in 0..total {
                prop_assert_eq!(gaps.iter().any(|gap| gap.contains(&byte)), !has(byte));
            }
            prop_assert_eq!(ranges.below(total).bytes() + gaps.iter().map(|g| g.end - g.start).sum::<u64>(), total);
            let apart = ranges.0.windows(2).all(|two| two[0].end < two[1].start);
            prop_assert!(apart && ranges.iter().all(|range| !range.is_empty()));
            let kept = serde_json::to_string(&ranges).unwrap();
            prop_assert_eq!(serde_json::from_str::<Ranges>(&kept).unwrap(), ranges);
        }
    }
}
