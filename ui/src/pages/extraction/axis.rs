//! An extraction against time: lanes of moments, each with its place on one axis. Pure.

use contract::{Extraction, OnScreen, SpeechMode, SpokenLine};

/// Steps between the axis' figures, in seconds.
const STEPS: [f64; 9] = [1.0, 2.0, 5.0, 10.0, 15.0, 30.0, 60.0, 300.0, 600.0];
/// Figures on the axis at most, beside the first.
const MOST_FIGURES: f64 = 8.0;
/// Of the axis: the least that a thing on screen gets for its words before another row is begun.
const ROOM: f64 = 0.14;
/// Rows of a lane at most.
const MOST_ROWS: usize = 4;

/// What a lane is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lane {
    /// Said by somebody in the picture.
    OnCamera,
    /// Said by somebody outside of it.
    Voiceover,
    /// Said in a way that the service calls so.
    Spoken(String),
    /// Nothing is said.
    Silent,
    /// Seen: the kind of thing, in the service's word.
    Seen(String),
}

impl Lane {
    fn of_speech(mode: &SpeechMode) -> Self {
        match mode {
            SpeechMode::OnCameraDialogue => Self::OnCamera,
            SpeechMode::Voiceover => Self::Voiceover,
            SpeechMode::NoDialogue => Self::Silent,
            SpeechMode::Other(word) => Self::Spoken(word.clone()),
        }
    }

    /// Whether this is about what is heard.
    pub fn is_heard(&self) -> bool {
        !matches!(self, Self::Seen(_))
    }

    /// From top to bottom. Those that share a number stand as they first appear.
    fn rank(&self) -> u8 {
        match self {
            Self::OnCamera => 0,
            Self::Voiceover => 1,
            Self::Spoken(_) => 2,
            Self::Silent => 3,
            Self::Seen(kind) => match kind.as_str() {
                "person" => 4,
                "subtitle" => 5,
                "product_image" => 6,
                _ => 7,
            },
        }
    }
}

/// Something that is said or seen.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// Seconds from the beginning.
    pub at: f64,
    /// What it belongs to.
    pub lane: Lane,
    /// What is said, or what it is.
    pub text: String,
}

/// A moment's place in its lane. Shares of the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its place among the moments.
    pub moment: usize,
    /// Where it begins.
    pub start: f64,
    /// How far it goes: what is said until something else is said, what is seen until the next of
    /// its row. When a thing goes out of sight is not told.
    pub width: f64,
    /// Its row in the lane, from 0.
    pub row: usize,
}

/// A lane with its marks.
#[derive(Clone, Debug, PartialEq)]
pub struct Track {
    /// What it is about.
    pub lane: Lane,
    /// Its rows.
    pub rows: usize,
    /// Its moments, by time.
    pub marks: Vec<Mark>,
}

/// The drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Timeline {
    /// The axis' length in seconds.
    pub length: f64,
    /// Figures on the axis: seconds.
    pub figures: Vec<f64>,
    /// Everything by time; what is said stands before what is seen.
    pub moments: Vec<Moment>,
    /// From top to bottom.
    pub tracks: Vec<Track>,
}

impl Timeline {
    /// Lays an extraction out. Times that are no times count as the beginning.
    pub fn of(extraction: &Extraction) -> Self {
        let said = extraction.transcript.iter().map(spoken);
        let seen = extraction.on_screen.iter().map(shown);
        let mut moments: Vec<Moment> = said.chain(seen).collect();
        // Stable: at the same moment what is said comes first, and the service's order holds.
        moments.sort_by(|a, b| a.at.total_cmp(&b.at));
        let last = moments.last().map_or(0.0, |moment| moment.at);
        let told = extraction.duration_seconds.filter(|d| d.is_finite());
        let length = told.unwrap_or(0.0).max(last).max(f64::MIN_POSITIVE);
        let tracks = tracks(&moments, length);
        Self {
            length,
            figures: figures(length),
            moments,
            tracks,
        }
    }

    /// Where a moment lies on the axis: a share of it.
    pub fn share(&self, moment: usize) -> f64 {
        self.moments
            .get(moment)
            .map_or(0.0, |moment| moment.at / self.length)
    }
}

fn spoken(line: &SpokenLine) -> Moment {
    Moment {
        at: time(line.at),
        lane: Lane::of_speech(&line.mode),
        text: line.text.trim().to_owned(),
    }
}

fn shown(thing: &OnScreen) -> Moment {
    Moment {
        at: time(thing.at),
        lane: Lane::Seen(thing.kind.clone()),
        text: thing.label.trim().to_owned(),
    }
}

fn time(at: f64) -> f64 {
    if at.is_finite() { at.max(0.0) } else { 0.0 }
}

fn tracks(moments: &[Moment], length: f64) -> Vec<Track> {
    let mut lanes: Vec<&Lane> = Vec::new();
    for moment in moments {
        if !lanes.contains(&&moment.lane) {
            lanes.push(&moment.lane);
        }
    }
    lanes.sort_by_key(|lane| lane.rank());
    lanes
        .into_iter()
        .map(|lane| track(lane, moments, length))
        .collect()
}

fn track(lane: &Lane, moments: &[Moment], length: f64) -> Track {
    // Where the last mark of each row begins.
    let mut rows: Vec<f64> = Vec::new();
    let mut marks: Vec<Mark> = Vec::new();
    for (index, moment) in moments.iter().enumerate().filter(|(_, m)| m.lane == *lane) {
        let start = moment.at / length;
        let row = if lane.is_heard() {
            0
        } else {
            row_for(&rows, start)
        };
        match rows.get_mut(row) {
            Some(last) => *last = start,
            None => rows.push(start),
        }
        marks.push(Mark {
            moment: index,
            start,
            width: 1.0 - start,
            row,
        });
    }
    let starts: Vec<(usize, f64)> = marks.iter().map(|mark| (mark.row, mark.start)).collect();
    for (index, mark) in marks.iter_mut().enumerate() {
        let end = if lane.is_heard() {
            next_line(moments, mark.moment).map(|at| at / length)
        } else {
            starts[index + 1..]
                .iter()
                .find(|(row, _)| *row == mark.row)
                .map(|(_, start)| *start)
        };
        if let Some(end) = end {
            mark.width = (end - mark.start).max(0.0);
        }
    }
    Track {
        lane: lane.clone(),
        rows: rows.len(),
        marks,
    }
}

/// The first row with room, a new one, or, where there are enough, the one with the most room.
fn row_for(rows: &[f64], start: f64) -> usize {
    let free = rows.iter().position(|last| last + ROOM <= start);
    free.unwrap_or_else(|| {
        if rows.len() < MOST_ROWS {
            return rows.len();
        }
        (0..rows.len())
            .min_by(|a, b| rows[*a].total_cmp(&rows[*b]))
            .unwrap_or(0)
    })
}

/// When something else is said.
fn next_line(moments: &[Moment], after: usize) -> Option<f64> {
    moments[after + 1..]
        .iter()
        .find(|moment| moment.lane.is_heard())
        .map(|moment| moment.at)
}

fn figures(length: f64) -> Vec<f64> {
    let step = STEPS
        .into_iter()
        .find(|step| length / step <= MOST_FIGURES)
        .unwrap_or(length / MOST_FIGURES);
    let mut figures = Vec::new();
    let mut at = 0.0;
    while at <= length {
        figures.push(at);
        at += step;
    }
    figures
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(at: f64, mode: SpeechMode) -> SpokenLine {
        SpokenLine {
            at,
            text: format!("line at {at}"),
            mode,
        }
    }

    fn thing(at: f64, kind: &str) -> OnScreen {
        OnScreen {
            at,
            kind: kind.to_owned(),
            label: format!("{kind} at {at}"),
        }
    }

    fn extraction(transcript: Vec<SpokenLine>, on_screen: Vec<OnScreen>) -> Extraction {
        Extraction {
            duration_seconds: Some(20.0),
            transcript,
            on_screen,
            ..Extraction::default()
        }
    }

    #[test]
    fn a_line_lasts_until_the_next_one_whoever_says_it() {
        let drawn = Timeline::of(&extraction(
            vec![
                line(0.0, SpeechMode::OnCameraDialogue),
                line(5.0, SpeechMode::Voiceover),
                line(15.0, SpeechMode::OnCameraDialogue),
            ],
            vec![thing(2.0, "person")],
        ));
        let camera = &drawn.tracks[0];
        let widths: Vec<f64> = camera.marks.iter().map(|mark| mark.width).collect();
        assert_eq!((&camera.lane, widths), (&Lane::OnCamera, vec![0.25, 0.25]));
        assert_eq!(drawn.tracks[1].marks[0].width, 0.5);
    }

    #[test]
    fn lanes_stand_speech_first_and_unknown_kinds_have_their_own() {
        let drawn = Timeline::of(&extraction(
            vec![
                line(1.0, SpeechMode::NoDialogue),
                line(2.0, SpeechMode::Other("sung".to_owned())),
                line(3.0, SpeechMode::Voiceover),
            ],
            vec![
                thing(0.0, "emoji"),
                thing(1.0, "subtitle"),
                thing(4.0, "person"),
            ],
        ));
        let lanes: Vec<&Lane> = drawn.tracks.iter().map(|track| &track.lane).collect();
        let seen = |kind: &str| Lane::Seen(kind.to_owned());
        assert_eq!(
            lanes,
            [
                &Lane::Voiceover,
                &Lane::Spoken("sung".to_owned()),
                &Lane::Silent,
                &seen("person"),
                &seen("subtitle"),
                &seen("emoji"),
            ]
        );
    }

    #[test]
    fn what_is_seen_at_once_gets_rows_of_its_own_and_a_bounded_number_of_them() {
        let together = (0..7).map(|_| thing(3.0, "person")).collect();
        let drawn = Timeline::of(&extraction(Vec::new(), together));
        assert_eq!(drawn.tracks[0].rows, MOST_ROWS);
        let apart = vec![thing(0.0, "person"), thing(10.0, "person")];
        let drawn = Timeline::of(&extraction(Vec::new(), apart));
        assert_eq!(drawn.tracks[0].rows, 1);
        assert_eq!(drawn.tracks[0].marks[0].width, 0.5);
    }

    #[test]
    fn the_list_is_by_time_with_what_is_said_first() {
        let drawn = Timeline::of(&extraction(
            vec![line(4.0, SpeechMode::Voiceover)],
            vec![thing(4.0, "person"), thing(1.0, "subtitle")],
        ));
        let texts: Vec<&str> = drawn.moments.iter().map(|m| m.text.as_str()).collect();
        assert_eq!(texts, ["subtitle at 1", "line at 4", "person at 4"]);
        assert_eq!(drawn.share(1), 0.2);
    }

    #[test]
    fn an_axis_is_as_long_as_what_is_on_it_and_has_few_figures() {
        let mut told = extraction(vec![line(31.0, SpeechMode::Voiceover)], Vec::new());
        assert_eq!(Timeline::of(&told).length, 31.0);
        told.duration_seconds = None;
        assert_eq!(Timeline::of(&told).length, 31.0);
        told.duration_seconds = Some(45.0);
        let drawn = Timeline::of(&told);
        assert_eq!(drawn.figures, [0.0, 10.0, 20.0, 30.0, 40.0]);
    }

    #[test]
    fn times_that_are_none_break_nothing() {
        let drawn = Timeline::of(&Extraction {
            duration_seconds: Some(f64::NAN),
            transcript: vec![
                line(f64::NAN, SpeechMode::Voiceover),
                line(-3.0, SpeechMode::Voiceover),
                line(f64::INFINITY, SpeechMode::Voiceover),
            ],
            ..Extraction::default()
        });
        let sound = |share: f64| (0.0..=1.0).contains(&share);
        for mark in &drawn.tracks[0].marks {
            assert!(sound(mark.start) && sound(mark.width), "{mark:?}");
        }
        assert!(Timeline::of(&Extraction::default()).moments.is_empty());
    }
}
