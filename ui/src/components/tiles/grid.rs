//! Where the tiles of a list stand, and which of them are worth drawing. Only arithmetic: with
//! thousands of pictures, just the rows near the window exist in the document.

/// The most tiles that are ever drawn at once.
pub const MOST_TILES: usize = 60;

/// Between tiles, in CSS pixels.
pub const GAP: f64 = 16.0;
/// Rows drawn above and below the window, so that slow frames show no holes.
const SPARE_ROWS: usize = 1;

/// What one list's tiles look like: a picture with words under it, or rows of words alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Narrowest tile, in CSS pixels. Infinite: one tile a row.
    pub narrowest: f64,
    /// Height of the picture for its width; 0 without one.
    pub picture: f64,
    /// Height of the words under the picture, in CSS pixels.
    pub words: f64,
}

impl Shape {
    /// A 9:16 picture with words under it.
    pub const fn upright(narrowest: f64, words: f64) -> Self {
        Self {
            narrowest,
            picture: 16.0 / 9.0,
            words,
        }
    }

    /// Rows of words as wide as the list. `height` is from one row's top to the next one's.
    pub const fn rows(height: f64) -> Self {
        Self {
            narrowest: f64::INFINITY,
            picture: 0.0,
            words: height - GAP,
        }
    }
}

/// The tiles' layout for a size of the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Grid {
    /// Tiles side by side.
    pub columns: usize,
    /// Width of a tile, in CSS pixels.
    pub tile_width: f64,
    /// From one row's top to the next one's, in CSS pixels.
    pub row_height: f64,
    /// Rows that are drawn at most.
    drawn_rows: usize,
}

/// A part of the list, to be drawn at a height.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Slice {
    /// First tile that is drawn.
    pub first: usize,
    /// One behind the last.
    pub end: usize,
    /// Where the first drawn row begins, in CSS pixels.
    pub top: f64,
    /// Height of the whole list, in CSS pixels.
    pub height: f64,
}

impl Grid {
    /// As many columns as fit; fewer and larger tiles where more than [`MOST_TILES`] would show.
    pub fn fit(shape: Shape, width: f64, height: f64) -> Self {
        let mut columns = whole((width + GAP) / (shape.narrowest + GAP)).max(1);
        loop {
            let grid = Self::of_columns(columns, shape, width, height);
            if columns == 1 || grid.drawn_rows * columns <= MOST_TILES {
                return grid;
            }
            columns -= 1;
        }
    }

    fn of_columns(columns: usize, shape: Shape, width: f64, height: f64) -> Self {
        let gaps = GAP * (count(columns) - 1.0);
        let tile_width = ((width - gaps) / count(columns)).max(1.0).floor();
        let row_height = (tile_width * shape.picture + shape.words + GAP).round();
        // A window that begins inside a row shows one row more than its height holds.
        let seen = whole((height.max(0.0) / row_height).ceil()) + 1;
        Self {
            columns,
            tile_width,
            row_height,
            drawn_rows: seen + 2 * SPARE_ROWS,
        }
    }

    /// What is to be drawn of `total` tiles when the list is scrolled to `scroll_top`.
    pub fn slice(&self, total: usize, scroll_top: f64) -> Slice {
        let rows = total.div_ceil(self.columns);
        let last_first_row = rows.saturating_sub(self.drawn_rows);
        let row = whole(scroll_top.max(0.0) / self.row_height)
            .saturating_sub(SPARE_ROWS)
            .min(last_first_row);
        let first = row * self.columns;
        let drawn = (self.drawn_rows * self.columns).min(MOST_TILES.max(self.columns));
        Slice {
            first,
            end: (first + drawn).min(total),
            top: count(row) * self.row_height,
            height: count(rows) * self.row_height,
        }
    }

    /// The scroll position nearest to `scroll_top` that shows the whole row of a tile.
    pub fn reveal(&self, index: usize, scroll_top: f64, height: f64) -> f64 {
        let top = count(index / self.columns) * self.row_height;
        let bottom = top + self.row_height;
        if top < scroll_top {
            top
        } else if bottom > scroll_top + height {
            bottom - height
        } else {
            scroll_top
        }
    }

    /// Where an arrow key leads from a tile; the same tile at an end of the list.
    pub fn step(&self, from: usize, key: Step, total: usize) -> usize {
        let last = total.saturating_sub(1);
        match key {
            Step::Left => from.saturating_sub(1),
            Step::Right => (from + 1).min(last),
            Step::Up => from.checked_sub(self.columns).unwrap_or(from),
            Step::Down if from + self.columns <= last => from + self.columns,
            // From the last row but one into a shorter last row.
            Step::Down if from / self.columns < last / self.columns => last,
            Step::Down => from,
            Step::First => 0,
            Step::Last => last,
        }
    }
}

/// A way to go among the tiles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// One tile back.
    Left,
    /// One tile on.
    Right,
    /// One row back.
    Up,
    /// One row on.
    Down,
    /// To the first tile.
    First,
    /// To the last tile.
    Last,
}

impl Step {
    /// The way of a key, if it is one.
    pub fn of_key(key: &str) -> Option<Self> {
        Some(match key {
            "ArrowLeft" => Self::Left,
            "ArrowRight" => Self::Right,
            "ArrowUp" => Self::Up,
            "ArrowDown" => Self::Down,
            "Home" => Self::First,
            "End" => Self::Last,
            _ => return None,
        })
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "counts of tiles, far inside 53 bits"
)]
fn count(n: usize) -> f64 {
    n as f64
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "callers give sizes in pixels, which are not negative; the cast saturates"
)]
fn whole(n: f64) -> usize {
    n as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Shape = Shape::upright(148.0, 52.0);

    #[test]
    fn never_more_than_sixty_tiles_whatever_the_window() {
        for (width, height) in [
            (688.0, 500.0),
            (1008.0, 640.0),
            (1168.0, 760.0),
            (2300.0, 1300.0),
            (3600.0, 2000.0),
            (1200.0, 2500.0),
            (150.0, 4000.0),
        ] {
            let grid = Grid::fit(SHAPE, width, height);
            for scroll in [0.0, 333.0, 50_000.0, 1e9] {
                let slice = grid.slice(5_000, scroll);
                assert!(
                    slice.end - slice.first <= MOST_TILES,
                    "{width}×{height} at {scroll}"
                );
            }
        }
    }

    #[test]
    fn what_the_window_shows_is_always_drawn() {
        for (width, height) in [
            (688.0, 500.0),
            (1168.0, 760.0),
            (2300.0, 1300.0),
            (3600.0, 2000.0),
        ] {
            let grid = Grid::fit(SHAPE, width, height);
            let total = 1_234;
            let whole_list = grid.slice(total, 0.0).height;
            let mut scroll = 0.0;
            while scroll + height < whole_list {
                let slice = grid.slice(total, scroll);
                let rows = count((slice.end - slice.first).div_ceil(grid.columns));
                let bottom = slice.top + rows * grid.row_height;
                assert!(slice.top <= scroll, "above, {width}×{height} at {scroll}");
                assert!(
                    bottom >= scroll + height,
                    "below, {width}×{height} at {scroll}"
                );
                scroll += 97.0;
            }
        }
    }

    #[test]
    fn tiles_fill_the_width_without_running_over_it() {
        let grid = Grid::fit(SHAPE, 1008.0, 700.0);
        assert_eq!(grid.columns, 6);
        let used = grid.tile_width * 6.0 + GAP * 5.0;
        assert!(used <= 1008.0 && used > 1000.0);
    }

    #[test]
    fn rows_are_as_wide_as_the_list_and_as_high_as_they_say() {
        let grid = Grid::fit(Shape::rows(64.0), 1008.0, 640.0);
        assert_eq!((grid.columns, grid.tile_width), (1, 1008.0));
        assert_eq!(grid.row_height, 64.0);
        let slice = grid.slice(500, 6_400.0);
        assert!(slice.first <= 100 && slice.end >= 110);
        assert!(slice.end - slice.first <= MOST_TILES);
    }

    #[test]
    fn an_empty_list_has_no_height() {
        assert_eq!(
            Grid::fit(SHAPE, 1000.0, 700.0).slice(0, 400.0),
            Slice::default()
        );
    }

    #[test]
    fn scrolled_past_the_end_of_a_shortened_list_the_last_rows_show() {
        let grid = Grid::fit(SHAPE, 1000.0, 700.0);
        let slice = grid.slice(3, 90_000.0);
        assert_eq!((slice.first, slice.end), (0, 3));
    }

    #[test]
    fn keys_stay_on_the_list() {
        let grid = Grid::fit(SHAPE, 1008.0, 700.0);
        assert_eq!(grid.step(0, Step::Left, 20), 0);
        assert_eq!(grid.step(19, Step::Right, 20), 19);
        assert_eq!(grid.step(2, Step::Up, 20), 2);
        assert_eq!(grid.step(2, Step::Down, 20), 8);
        assert_eq!(grid.step(17, Step::Down, 20), 19);
        assert_eq!(grid.step(19, Step::Down, 20), 19);
        assert_eq!(grid.step(5, Step::Last, 20), 19);
        assert_eq!(grid.step(0, Step::Down, 0), 0);
    }

    #[test]
    fn revealing_moves_no_further_than_needed() {
        let grid = Grid::fit(SHAPE, 1008.0, 700.0);
        assert_eq!(grid.reveal(0, 0.0, 700.0), 0.0);
        assert_eq!(grid.reveal(0, 100.0, 700.0), 0.0);
        let far = grid.reveal(60, 0.0, 700.0);
        assert_eq!(far, grid.row_height * 11.0 - 700.0);
    }
}
