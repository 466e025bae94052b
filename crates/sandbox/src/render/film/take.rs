//! One run of the program: its inputs, its graph and its length.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
};

use super::{
    frame::Frame,
    words::{Card, Words},
};

/// Frames in a second: few, as a rendering is to be quick.
pub(super) const RATE: u32 = 15;

/// Names inside the scratch folder, which is the program's working folder.
pub(super) const VIDEO: &str = "film.mp4";
pub(super) const PICTURE: &str = "film.jpg";
pub(super) const BADGE: &str = "badge.png";

/// One run of the program.
///
/// The graph ends in `[picture]`, of which the video is made, and `[sound]`.
pub(super) struct Take {
    inputs: Vec<OsString>,
    count: usize,
    graph: String,
    /// Its length in seconds.
    pub(super) seconds: f64,
    /// The second whose frame becomes the still picture.
    pub(super) still: f64,
}

impl Take {
    /// A take without inputs yet.
    pub(super) fn new(seconds: f64) -> Self {
        Self {
            inputs: Vec::new(),
            count: 0,
            graph: String::new(),
            seconds,
            still: seconds * 0.3,
        }
    }

    fn input(&mut self, before: &str, source: impl Into<OsString>) -> usize {
        self.inputs
            .extend(before.split_whitespace().map(OsString::from));
        self.inputs.push("-i".into());
        self.inputs.push(source.into());
        self.count += 1;
        self.count - 1
    }

    /// A drawn source, in lavfi's words; gives its place.
    pub(super) fn drawn(&mut self, source: String) -> usize {
        self.input("-f lavfi", source)
    }

    /// A video or audio file; gives its place.
    pub(super) fn file(&mut self, file: &Path) -> usize {
        self.input("", file)
    }

    /// An audio file that begins again whenever it ends; gives its place.
    pub(super) fn looped(&mut self, file: &Path) -> usize {
        self.input("-stream_loop -1", file)
    }

    /// A picture that stands for as long as the graph asks; gives its place.
    pub(super) fn still_picture(&mut self, file: &Path) -> usize {
        self.input(&format!("-loop 1 -framerate {RATE}"), file)
    }

    /// Adds a chain to the graph.
    pub(super) fn chain(&mut self, chain: &str) {
        if !self.graph.is_empty() {
            self.graph.push(';');
        }
        self.graph.push_str(chain);
    }

    /// Lays badge and words over `from` and calls the outcome `to`.
    pub(super) fn mark(&mut self, from: &str, cards: &[Card], to: &str) {
        let badge = self.file(Path::new(BADGE));
        let mut chain = format!("{from}[{badge}:v]overlay=W-w-28:40");
        for card in cards {
            chain.push_str(&card.filter);
        }
        chain.push_str(to);
        self.chain(&chain);
    }

    /// The arguments of the run.
    pub(super) fn arguments(self) -> Vec<OsString> {
        let Self {
            inputs,
            mut graph,
            seconds,
            still,
            ..
        } = self;
        let frame = (still * f64::from(RATE)) as u32;
        graph.push_str(&format!(
            ";[picture]fps={RATE},format=yuv420p,split=2[out][shown];\
             [shown]select='eq(n,{frame})',scale=360:-2[still]"
        ));
        let words =
            |line: &str| -> Vec<OsString> { line.split_whitespace().map(Into::into).collect() };
        let mut arguments = words("-v error -nostdin -y");
        arguments.extend(inputs);
        arguments.extend(["-filter_complex".into(), graph.into()]);
        arguments.extend(words("-map [out] -map [sound]"));
        arguments.extend(["-t".into(), format!("{seconds:.3}").into()]);
        arguments.extend(words(
            "-c:v libx264 -preset ultrafast -crf 30 -pix_fmt yuv420p \
             -c:a aac -b:a 64k -ar 44100 -ac 2 -map_metadata -1 -movflags +faststart",
        ));
        arguments.push(VIDEO.into());
        arguments.extend(words("-map [still] -frames:v 1 -q:v 4"));
        arguments.push(PICTURE.into());
        arguments
    }
}

/// Words, broken into cards whose files are written beside the take.
pub(super) struct Lettering {
    pub(super) cards: Vec<Card>,
}

impl Lettering {
    /// Breaks all these words into cards, with one font that can show them.
    pub(super) async fn of(words: &[Words]) -> Self {
        let all: Vec<&str> = words.iter().map(|words| words.text.as_str()).collect();
        let font: Option<PathBuf> = super::super::lettering::font(&all.concat()).await;
        let cards = words.iter().enumerate();
        Self {
            cards: cards
                .flat_map(|(number, words)| words.cards(number, font.as_deref()))
                .collect(),
        }
    }

    /// No words: for a program that can't draw them.
    pub(super) fn none() -> Self {
        Self { cards: Vec::new() }
    }

    /// Writes the cards' files.
    ///
    /// # Errors
    /// Where they can't be written.
    pub(super) async fn write(&self, folder: &Path) -> std::io::Result<()> {
        for card in &self.cards {
            tokio::fs::write(folder.join(&card.file), &card.text).await?;
        }
        Ok(())
    }
}

/// A moving background in two colors that follow from `seed`.
pub(super) fn background(frame: Frame, seed: [u8; 8], seconds: f64) -> String {
    let color = |part: &[u8]| {
        let channel = |byte: &u8| format!("{:02x}", 40 + byte / 2);
        part.iter().take(3).map(channel).collect::<String>()
    };
    // Drawn small and enlarged: a gradient loses nothing by it.
    format!(
        "gradients=s={}x{}:r={RATE}:speed=0.02:n=2:c0=0x{}:c1=0x{}:seed={}:d={seconds:.3}",
        frame.width / 4,
        frame.height / 4,
        color(&seed[..3]),
        color(&seed[3..6]),
        seed[6],
    )
}
