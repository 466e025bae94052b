//! The table as it is printed.

use std::fmt;

use super::axis::Endpoint;

/// Rows of endpoints, each followed by its parameters.
#[derive(Default)]
pub struct Table {
    rows: Vec<Row>,
}

/// What was found for a row. `None` is an empty cell.
pub struct Cells {
    pub client: Option<String>,
    pub core: Option<String>,
    pub page: Option<String>,
    pub reel: Option<String>,
    pub sandbox: Option<String>,
}

struct Row {
    title: String,
    cells: [Option<String>; 5],
}

const HEADINGS: [&str; 6] = ["", "client", "core", "page", "reel", "sandbox"];

impl Table {
    /// Adds an endpoint's row.
    pub fn endpoint(&mut self, endpoint: &Endpoint, cells: Cells) {
        self.row(endpoint.title(), cells);
    }

    /// Adds a parameter's row, below its endpoint.
    pub fn parameter(&mut self, name: &str, cells: Cells) {
        let endpoint = self
            .rows
            .iter()
            .rev()
            .find(|row| !row.title.contains(" · "))
            .map(|row| row.title.clone())
            .unwrap_or_default();
        self.row(format!("{endpoint} · {name}"), cells);
    }

    fn row(&mut self, title: String, cells: Cells) {
        let cells = [
            cells.client,
            cells.core,
            cells.page,
            cells.reel,
            cells.sandbox,
        ];
        self.rows.push(Row { title, cells });
    }

    /// The cells in which nothing was found.
    pub fn empty_cells(&self) -> Vec<String> {
        self.rows
            .iter()
            .flat_map(|row| {
                row.cells
                    .iter()
                    .zip(&HEADINGS[1..])
                    .filter(|(cell, _)| cell.is_none())
                    .map(move |(_, heading)| format!("{} in {heading}", row.title))
            })
            .collect()
    }
}

impl fmt::Display for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut widths = HEADINGS.map(str::len);
        for row in &self.rows {
            widths[0] = widths[0].max(row.title.chars().count());
            for (width, cell) in widths[1..].iter_mut().zip(&row.cells) {
                *width = (*width).max(cell.as_ref().map_or(1, |cell| cell.chars().count()));
            }
        }
        let mut line = |cells: [&str; 6]| {
            for (cell, width) in cells.iter().zip(widths) {
                write!(f, "{cell:<width$}  ")?;
            }
            writeln!(f)
        };
        line(HEADINGS)?;
        for row in &self.rows {
            let [client, core, page, reel, sandbox] = &row.cells;
            let word = |cell: &'static str, found: &Option<String>| -> String {
                found.clone().unwrap_or_else(|| cell.to_owned())
            };
            let words = [client, core, page, reel, sandbox].map(|cell| word("—", cell));
            line([
                &row.title, &words[0], &words[1], &words[2], &words[3], &words[4],
            ])?;
        }
        Ok(())
    }
}
