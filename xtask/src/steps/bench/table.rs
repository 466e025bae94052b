//! The one table: what was measured, beside what, and whether it is what was aimed for.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use serde::Serialize;
use serde_json::{Value, json};

use super::Size;
use super::figures::{Figure, Unit, bound};

/// What is aimed for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aim {
    /// Ours is at least so many times as good as the best of the others.
    AtLeast(f64),
    /// Ours takes at most so many times as much as the best of the others.
    AtMost(f64),
    /// Ours is under this, in its own unit.
    Under(f64),
    /// Ours is exactly this.
    Exactly(f64),
}

/// Another side.
#[derive(Debug, Clone, Serialize)]
pub struct Other {
    name: String,
    /// None: the tool is not here.
    figure: Option<Figure>,
    /// Whether ours is held against it; else it is only shown.
    counts: bool,
}

impl Other {
    /// A side that ours is held against.
    pub fn rival(name: impl Into<String>, figure: Option<Figure>) -> Self {
        Self {
            name: name.into(),
            figure,
            counts: true,
        }
    }

    /// A figure beside it, to judge by.
    pub fn beside(name: impl Into<String>, figure: Option<Figure>) -> Self {
        Self {
            counts: false,
            ..Self::rival(name, figure)
        }
    }

    fn spelled(&self) -> String {
        match &self.figure {
            Some(figure) => format!("{} {}", self.name, figure.spelled()),
            None => format!("{}: missing here", self.name),
        }
    }
}

/// A row.
#[derive(Debug, Clone)]
pub struct Row {
    what: String,
    unit: Unit,
    ours: Option<Figure>,
    others: Vec<Other>,
    aim: Option<Aim>,
    note: Option<String>,
}

impl Row {
    /// A row about this; `runs` of ours may be none where this system can't tell.
    pub fn new(what: impl Into<String>, unit: Unit, runs: Vec<f64>) -> Self {
        Self {
            what: what.into(),
            unit,
            ours: Figure::of(unit, runs),
            others: Vec::new(),
            aim: None,
            note: None,
        }
    }

    /// Adds another side.
    #[must_use]
    pub fn against(mut self, other: Other) -> Self {
        self.others.push(other);
        self
    }

    /// Sets what is aimed for.
    #[must_use]
    pub fn aim(mut self, aim: Aim) -> Self {
        self.aim = Some(aim);
        self
    }

    /// Adds a word.
    #[must_use]
    pub fn note(mut self, note: impl Into<String>) -> Self {
        self.note = Some(note.into());
        self
    }

    fn best(&self) -> Option<&Figure> {
        let there = self.others.iter().filter(|other| other.counts);
        there
            .filter_map(|other| other.figure.as_ref())
            .reduce(|best, next| if next.beats(best) { next } else { best })
    }

    /// How many times as good as the best of the others ours is, where that is the aim; else how many times as much.
    fn ratio(&self) -> Option<f64> {
        let (ours, best) = (self.ours.as_ref()?.median(), self.best()?.median());
        if best == 0.0 {
            return None;
        }
        let how_many_times_as_good = matches!(self.aim, Some(Aim::AtLeast(_)));
        Some(if how_many_times_as_good && !self.unit.is_better_high() {
            best / ours
        } else {
            ours / best
        })
    }

    /// Whether the aim is met. None: there is none, or nothing to tell by.
    fn is_met(&self) -> Option<bool> {
        Some(match self.aim? {
            Aim::AtLeast(least) => self.ratio()? >= least,
            Aim::AtMost(most) => self.ratio()? <= most,
            Aim::Under(limit) => self.ours.as_ref()?.median() < limit,
            Aim::Exactly(value) => self.ours.as_ref()?.median() == value,
        })
    }

    fn aim_spelled(&self) -> String {
        match self.aim {
            None => "–".to_owned(),
            Some(Aim::AtLeast(least)) => format!("≥ {least}×"),
            Some(Aim::AtMost(most)) => format!("≤ {most}×"),
            Some(Aim::Under(limit)) => format!("< {}", bound(self.unit, limit)),
            Some(Aim::Exactly(value)) => format!("= {}", bound(self.unit, value)),
        }
    }

    fn cells(&self) -> [String; 6] {
        let ours = self.ours.as_ref().map(Figure::spelled);
        let others: Vec<String> = self.others.iter().map(Other::spelled).collect();
        let met = match (self.aim, self.is_met()) {
            (None, _) => "",
            (_, Some(true)) => "yes",
            (_, Some(false)) => "MISSED",
            (_, None) => "not measured",
        };
        [
            self.what.clone(),
            ours.unwrap_or_else(|| "not measured".to_owned()),
            others.join("; "),
            self.ratio().map_or("–".to_owned(), |ratio| {
                let digits = if ratio < 10.0 { 2 } else { 0 };
                format!("{ratio:.digits$}×")
            }),
            self.aim_spelled(),
            met.to_owned(),
        ]
    }

    fn json(&self) -> Value {
        json!({
            "what": self.what, "unit": self.unit, "ours": self.ours, "others": self.others,
            "ratio": self.ratio(), "aim": self.aim.map(|_| self.aim_spelled()), "met": self.is_met(),
            "note": self.note,
        })
    }
}

/// The table.
#[derive(Debug)]
pub struct Table {
    size: Size,
    rows: Vec<Row>,
    /// What was compared with, by version.
    tools: Vec<String>,
}

const HEAD: [&str; 6] = ["what", "ours", "others", "ratio", "aim", "met"];

impl Table {
    /// An empty one.
    pub fn new(size: Size) -> Self {
        Self {
            size,
            rows: Vec::new(),
            tools: Vec::new(),
        }
    }

    /// Adds a row.
    pub fn add(&mut self, row: Row) {
        println!("  {}", row.cells().join(" | "));
        self.rows.push(row);
    }

    /// Notes a tool's own words about its version.
    pub fn tool(&mut self, version: String) {
        if !self.tools.contains(&version) {
            self.tools.push(version);
        }
    }

    /// Prints it, as Markdown that can also be read as it is.
    pub fn print(&self) {
        println!("\n## Measured side by side\n");
        println!("{}", machine());
        if self.size == Size::Quick {
            println!(
                "Small and few (--quick): these figures show that it works, and nothing else."
            );
        }
        println!("A figure is a median (least–most).");
        if !self.tools.is_empty() {
            println!("Tools: {}.", self.tools.join("; "));
        }
        println!();
        let cells: Vec<[String; 6]> = self.rows.iter().map(Row::cells).collect();
        let width = |at: usize| {
            let heads = HEAD[at].chars().count();
            cells
                .iter()
                .map(|row| row[at].chars().count())
                .fold(heads, usize::max)
        };
        let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
        let line = |cells: &[String]| {
            let cells = cells
                .iter()
                .zip(&widths)
                .map(|(cell, width)| format!("{cell:<width$}"));
            println!("| {} |", cells.collect::<Vec<_>>().join(" | "));
        };
        line(&HEAD.map(str::to_owned));
        line(
            &widths
                .iter()
                .map(|width| "-".repeat(*width))
                .collect::<Vec<_>>(),
        );
        cells.iter().for_each(|row| line(row));
        println!();
        for row in &self.rows {
            if let Some(note) = &row.note {
                println!("- {}: {note}", row.what);
            }
        }
        let judged: Vec<bool> = self.rows.iter().filter_map(Row::is_met).collect();
        let met = judged.iter().filter(|met| **met).count();
        println!("\n{met} of {} aims met.", judged.len());
    }

    /// Writes it as JSON.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn write(&self, path: &Path) -> Result<()> {
        let document = json!({
            "machine": machine(),
            "size": match self.size { Size::Full => "full", Size::Quick => "quick" },
            "tools": self.tools,
            "rows": self.rows.iter().map(Row::json).collect::<Vec<_>>(),
        });
        fs::write(path, format!("{document:#}\n"))
            .with_context(|| format!("{} can't be written", path.display()))
    }
}

fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, usize::from);
    format!(
        "{} {}, {cores} cores.",
        std::env::consts::OS,
        std::env::consts::ARCH
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(unit: Unit, ours: f64, theirs: &[f64], aim: Aim) -> Row {
        let others = theirs
            .iter()
            .map(|value| Other::rival("it", Figure::of(unit, vec![*value])));
        others
            .fold(Row::new("this", unit, vec![ours]), Row::against)
            .aim(aim)
    }

    #[test]
    fn ours_is_held_against_the_best_of_the_others() {
        let rate = row(
            Unit::BytesPerSecond,
            95.0,
            &[50.0, 100.0],
            Aim::AtLeast(0.95),
        );
        assert_eq!((rate.ratio(), rate.is_met()), (Some(0.95), Some(true)));
        let time = row(Unit::Seconds, 1.0, &[30.0, 19.0], Aim::AtLeast(20.0));
        assert_eq!((time.ratio(), time.is_met()), (Some(19.0), Some(false)));
        let memory = row(Unit::Bytes, 130.0, &[100.0], Aim::AtMost(1.2));
        assert_eq!((memory.ratio(), memory.is_met()), (Some(1.3), Some(false)));
    }

    #[test]
    fn what_was_not_measured_is_neither_met_nor_missed() {
        let row = Row::new("this", Unit::Bytes, Vec::new()).aim(Aim::Under(1.0));
        assert_eq!(row.is_met(), None);
        assert_eq!(row.cells()[5], "not measured");
        let alone = Row::new("this", Unit::Seconds, vec![1.0])
            .against(Other::rival("a tool", None))
            .aim(Aim::AtLeast(0.95));
        assert_eq!(
            (alone.is_met(), alone.cells()[2].as_str()),
            (None, "a tool: missing here")
        );
    }

    #[test]
    fn what_stands_beside_is_not_raced() {
        let beside = Other::beside("bare", Figure::of(Unit::Seconds, vec![0.1]));
        let row = Row::new("this", Unit::Seconds, vec![1.0]).against(beside);
        assert_eq!(row.ratio(), None);
    }
}
