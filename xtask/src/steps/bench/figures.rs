//! Measured values: several of the same thing, their median, and how far they are apart.

use serde::Serialize;

/// What a figure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Seconds.
    Seconds,
    /// Bytes a second.
    BytesPerSecond,
    /// Bytes.
    Bytes,
    /// Parts of a hundred.
    Percent,
    /// A bare number.
    Count,
}

impl Unit {
    /// Whether more of it is better.
    pub fn is_better_high(self) -> bool {
        self == Self::BytesPerSecond
    }

    fn spelled(self, value: f64) -> String {
        let scaled = |value: f64, unit: &str| {
            let digits = match value.abs() {
                size if size >= 100.0 => 0,
                size if size >= 10.0 => 1,
                _ => 2,
            };
            format!("{value:.digits$} {unit}")
        };
        match self {
            Self::Seconds if value >= 1.0 => scaled(value, "s"),
            Self::Seconds if value >= 1e-3 => scaled(value * 1e3, "ms"),
            Self::Seconds => scaled(value * 1e6, "µs"),
            Self::BytesPerSecond => scaled(value / 1e6, "MB/s"),
            Self::Bytes if value.abs() >= 1048576.0 => scaled(value / 1048576.0, "MiB"),
            Self::Bytes => scaled(value / 1024.0, "KiB"),
            Self::Percent => scaled(value, "%"),
            Self::Count => format!("{}", (value * 1000.0).round() / 1000.0),
        }
    }
}

/// The runs of one side.
#[derive(Debug, Clone, Serialize)]
pub struct Figure {
    unit: Unit,
    median: f64,
    least: f64,
    most: f64,
    runs: Vec<f64>,
}

impl Figure {
    /// Of these runs. None: there were none.
    pub fn of(unit: Unit, runs: Vec<f64>) -> Option<Self> {
        let mut sorted = runs.clone();
        sorted.sort_by(f64::total_cmp);
        let middle = sorted.len() / 2;
        let median = match sorted.len() {
            0 => return None,
            count if count % 2 == 0 => (sorted[middle - 1] + sorted[middle]) / 2.0,
            _ => sorted[middle],
        };
        Some(Self {
            unit,
            median,
            least: sorted[0],
            most: sorted[sorted.len() - 1],
            runs,
        })
    }

    /// The value in the middle.
    pub fn median(&self) -> f64 {
        self.median
    }

    /// Whether this one's median is better than the other's.
    pub fn beats(&self, other: &Self) -> bool {
        if self.unit.is_better_high() {
            self.median > other.median
        } else {
            self.median < other.median
        }
    }

    /// The median, and the spread where there is one.
    pub fn spelled(&self) -> String {
        let median = self.unit.spelled(self.median);
        if self.runs.len() < 2 {
            return median;
        }
        let (least, most) = (self.unit.spelled(self.least), self.unit.spelled(self.most));
        // The unit is said once where it is the same.
        let least = match (least.rsplit_once(' '), most.rsplit_once(' ')) {
            (Some((number, unit)), Some((_, other))) if unit == other => number.to_owned(),
            _ => least,
        };
        format!("{median} ({least}–{most})")
    }
}

/// A bound, spelled with the unit that it is in.
pub fn bound(unit: Unit, value: f64) -> String {
    unit.spelled(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_one_or_between_the_two_middle_ones() {
        let median = |runs: &[f64]| Figure::of(Unit::Count, runs.to_vec()).map(|one| one.median());
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[4.0, 1.0, 2.0, 100.0]), Some(3.0));
    }

    #[test]
    fn a_figure_is_told_with_its_spread() {
        let times = Figure::of(Unit::Seconds, vec![0.052, 0.050, 0.055]);
        assert_eq!(
            times.map(|times| times.spelled()).as_deref(),
            Some("52.0 ms (50.0–55.0 ms)")
        );
        let rate = Figure::of(Unit::BytesPerSecond, vec![2e7]);
        assert_eq!(
            rate.map(|rate| rate.spelled()).as_deref(),
            Some("20.0 MB/s")
        );
    }
}
