//! How lines for people are laid out: columns that line up whatever the script, and long text that
//! is folded where a terminal shows it.

use std::io::IsTerminal as _;

use console::Term;
use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

/// Between two columns.
const GAP: usize = 2;
/// Narrower than this nothing is folded: the terminal's own way is as good then.
const NARROWEST: usize = 24;

/// Columns for people: each as wide as its widest cell, the last one folded to the terminal. A
/// column that is empty in every row is left out.
pub fn columns(rows: &[Vec<String>]) -> String {
    laid_out(rows, room())
}

/// Columns behind an indent, below the line that they belong to.
pub fn facts(rows: &[Vec<String>]) -> String {
    let room = room().map(|room| room.saturating_sub(GAP));
    let text = laid_out(rows, room);
    let lines = text
        .lines()
        .map(|line| format!("{}{line}", " ".repeat(GAP)));
    lines.collect::<Vec<_>>().join("\n")
}

/// One row whose empty cells leave no gap.
pub fn row(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| plain(cell)).collect();
    let there: Vec<&str> = cells
        .iter()
        .map(String::as_str)
        .filter(|cell| !cell.is_empty())
        .collect();
    there.join(&" ".repeat(GAP))
}

/// A text of several lines behind an indent, folded to the terminal.
pub fn paragraph(indent: usize, text: &str) -> String {
    folded(indent, text, room())
}

/// The columns of the terminal that results are shown on; `None` where they go elsewhere.
fn room() -> Option<usize> {
    if !std::io::stdout().is_terminal() {
        return None;
    }
    let (_, columns) = Term::stdout().size_checked()?;
    Some(usize::from(columns))
}

fn laid_out(rows: &[Vec<String>], room: Option<usize>) -> String {
    let mut rows: Vec<Vec<String>> = rows
        .iter()
        .map(|row| row.iter().map(|cell| plain(cell)).collect())
        .collect();
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    for column in (0..count).rev() {
        let empty = |row: &Vec<String>| row.get(column).is_none_or(String::is_empty);
        if rows.iter().all(empty) {
            for row in rows.iter_mut().filter(|row| row.len() > column) {
                row.remove(column);
            }
        }
    }
    let count = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column));
        cells.map(|cell| cell.width()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..count.saturating_sub(1)).map(widest).collect();
    let start: usize = widths.iter().map(|width| width + GAP).sum();
    // Where there is no room beside the others, the last one stands below them.
    let hangs = |cell: &String| {
        room.is_some_and(|room| start + NARROWEST > room && start + cell.width() > room)
    };
    let line = |row: &Vec<String>| {
        let mut line = String::new();
        for (column, cell) in row.iter().enumerate() {
            match widths.get(column) {
                Some(width) => {
                    line.push_str(cell);
                    line.push_str(&" ".repeat(width + GAP - cell.width()));
                }
                None if hangs(cell) => {
                    line.truncate(line.trim_end().len());
                    line.push('\n');
                    line.push_str(&folded(2 * GAP, cell, room));
                }
                None => line.push_str(folded(start, cell, room).trim_start()),
            }
        }
        line.trim_end().to_owned()
    };
    rows.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn folded(indent: usize, text: &str, room: Option<usize>) -> String {
    let room = room
        .map(|room| room.saturating_sub(indent))
        .filter(|room| *room >= NARROWEST);
    let lines = text.lines().flat_map(|line| match room {
        Some(room) => fold(&plain(line), room),
        None => vec![plain(line)],
    });
    let margin = " ".repeat(indent);
    let lines: Vec<String> = lines.map(|line| format!("{margin}{line}")).collect();
    lines.join("\n")
}

/// Folds between words; one that is wider than the room, as in scripts without blanks, anywhere.
fn fold(line: &str, room: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    for word in line.split_whitespace() {
        if !current.is_empty() {
            if current.width() + 1 + word.width() <= room {
                current.push(' ');
            } else {
                lines.push(std::mem::take(&mut current));
            }
        }
        let mut width = current.width();
        for letter in word.chars() {
            let wide = letter.width().unwrap_or(0);
            if width + wide > room {
                lines.push(std::mem::take(&mut current));
                width = 0;
            }
            current.push(letter);
            width += wide;
        }
    }
    lines.push(current);
    lines
}

/// Without line ends and what else a terminal would obey: the text is a stranger's.
pub fn plain(text: &str) -> String {
    let one_line = text.split(char::is_whitespace).filter(|it| !it.is_empty());
    let mut plain = one_line.collect::<Vec<_>>().join(" ");
    plain.retain(|letter| !letter.is_control());
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|cell| (*cell).to_owned()).collect()
    }

    #[test]
    fn columns_line_up_and_leave_nothing_behind() {
        let text = laid_out(
            &[cells(&["a", "long one", "x"]), cells(&["bcd", "y"])],
            None,
        );
        assert_eq!(text, "a    long one  x\nbcd  y");
        assert_eq!(laid_out(&[], None), "");
    }

    #[test]
    fn a_chinese_name_is_two_columns_wide() {
        let text = laid_out(&[cells(&["气泡水", "x"]), cells(&["abc", "y"])], None);
        assert_eq!(text, "气泡水  x\nabc     y");
    }

    #[test]
    fn a_column_that_is_empty_everywhere_is_left_out() {
        let text = laid_out(&[cells(&["a", "", "x"]), cells(&["b", "", "y"])], None);
        assert_eq!(text, "a  x\nb  y");
        assert_eq!(row(&cells(&["a", "", "x", ""])), "a  x");
    }

    #[test]
    fn a_long_last_cell_is_folded_under_itself() {
        let rows = [cells(&["id", "one two three four five six seven"])];
        let text = laid_out(&rows, Some(30));
        assert_eq!(text, "id  one two three four five\n    six seven");
        // No room beside the others, but some below them.
        let wide = [cells(&[
            "a long first one",
            "one two three four five six seven",
        ])];
        let text = laid_out(&wide, Some(34));
        assert_eq!(
            text,
            "a long first one\n    one two three four five six\n    seven"
        );
        // Too narrow for anything.
        assert_eq!(laid_out(&rows, Some(20)).lines().count(), 2);
    }

    #[test]
    fn a_script_without_blanks_is_folded_anywhere() {
        let text = folded(2, &"说".repeat(20), Some(28));
        let lines: Vec<_> = text.lines().collect();
        assert_eq!(lines.len(), 2);
        assert_eq!(lines[0], format!("  {}", "说".repeat(13)));
    }

    #[test]
    fn what_a_terminal_would_obey_is_not_passed_on() {
        assert_eq!(plain("a\x1b[31m\nb\tc\u{7}"), "a[31m b c");
        assert_eq!(folded(0, "a\nb\x1b", None), "a\nb");
    }
}
