//! The rendered ad: all scenes in their order, with voice, music, closing image and logo.

use std::path::PathBuf;

use super::{
    frame::{Fit, Frame},
    take::{Lettering, RATE, Take},
};

/// The closing image stands over the last seconds of the film; it doesn't make it longer.
const CLOSING_SECONDS: f64 = 2.0;

/// A scene on the timeline.
#[derive(Debug, Clone)]
pub(crate) struct Clip {
    pub(crate) file: PathBuf,
    /// How long it plays, in seconds; a shorter file's last frame stands.
    pub(crate) seconds: f64,
    pub(crate) fit: Fit,
}

/// The logo over the film.
#[derive(Debug, Clone)]
pub(crate) struct Logo {
    pub(crate) file: PathBuf,
    /// Where it stands: words like `top`, `bottom`, `left`, `right`, `center` are understood.
    pub(crate) position: String,
    /// How long it stands from the beginning, in seconds; the whole film where none is given.
    pub(crate) seconds: Option<f64>,
}

/// What to cut together.
#[derive(Debug, Clone)]
pub(crate) struct Cut {
    pub(crate) frame: Frame,
    pub(crate) clips: Vec<Clip>,
    pub(crate) voice: Option<PathBuf>,
    pub(crate) music: Option<PathBuf>,
    pub(crate) closing: Option<PathBuf>,
    pub(crate) logo: Option<Logo>,
}

impl Cut {
    /// Its length in seconds: the sum of its scenes.
    pub(crate) fn seconds(&self) -> f64 {
        self.clips.iter().map(|clip| clip.seconds).sum()
    }

    /// `sounding` says of each clip whether it has sound.
    pub(super) fn take(&self, sounding: &[bool]) -> Take {
        let seconds = self.seconds();
        let mut take = Take::new(seconds);
        take.still = 1.0;
        let mut joined = String::new();
        for (number, clip) in self.clips.iter().enumerate() {
            let place = take.file(&clip.file);
            let lasts = format!("{:.3}", clip.seconds);
            take.chain(&format!("[{place}:v:0]fps={RATE}[c{number}]"));
            take.chain(&clip.fit.filters(
                &format!("[c{number}]"),
                &format!(
                    ",format=yuv420p,tpad=stop=-1:stop_mode=clone,trim=duration={lasts}[v{number}]"
                ),
                self.frame,
            ));
            if sounding.get(number) == Some(&true) {
                take.chain(&format!(
                    "[{place}:a:0]aresample=44100,aformat=channel_layouts=stereo,apad,\
                     atrim=duration={lasts}[a{number}]"
                ));
            } else {
                take.chain(&format!(
                    "anullsrc=r=44100:cl=stereo,atrim=duration={lasts}[a{number}]"
                ));
            }
            joined.push_str(&format!("[v{number}][a{number}]"));
        }
        take.chain(&format!(
            "{joined}concat=n={}:v=1:a=1[joined][own]",
            self.clips.len()
        ));
        let shown = self.closed(&mut take, seconds, "[joined]");
        let shown = self.branded(&mut take, shown);
        take.mark(shown, &Lettering::none().cards, "[picture]");
        self.scored(&mut take);
        take
    }

    fn closed<'a>(&self, take: &mut Take, seconds: f64, from: &'a str) -> &'a str {
        let Some(closing) = &self.closing else {
            return from;
        };
        let place = take.still_picture(closing);
        let begin = (seconds - CLOSING_SECONDS).max(0.0);
        take.chain(&Fit::Blur.filters(&format!("[{place}:v]"), "[closing]", self.frame));
        take.chain(&format!(
            "{from}[closing]overlay=0:0:shortest=1:enable='gte(t,{begin:.3})'[closed]"
        ));
        "[closed]"
    }

    fn branded<'a>(&self, take: &mut Take, from: &'a str) -> &'a str {
        let Some(logo) = &self.logo else {
            return from;
        };
        let place = take.still_picture(&logo.file);
        let side = self.frame.width.min(self.frame.height) / 5;
        let has = |word: &str| logo.position.contains(word);
        let x = if has("left") {
            "32"
        } else if has("right") {
            "W-w-32"
        } else {
            "(W-w)/2"
        };
        let y = if has("top") {
            "32"
        } else if has("bottom") {
            "H-h-32"
        } else {
            "(H-h)/2"
        };
        let enable = logo
            .seconds
            .map(|seconds| format!(":enable='lt(t,{seconds:.3})'"))
            .unwrap_or_default();
        take.chain(&format!(
            "[{place}:v]scale={side}:{side}:force_original_aspect_ratio=decrease:\
             flags=fast_bilinear[logo];\
             {from}[logo]overlay={x}:{y}:shortest=1{enable}[branded]"
        ));
        "[branded]"
    }

    /// The scenes' own sound under voice and music.
    fn scored(&self, take: &mut Take) {
        let mut mixed = "[own]".to_owned();
        let mut count = 1;
        if let Some(voice) = &self.voice {
            let place = take.file(voice);
            take.chain(&format!("[{place}:a:0]aresample=44100,apad[voice]"));
            mixed.push_str("[voice]");
            count += 1;
        }
        if let Some(music) = &self.music {
            let place = take.looped(music);
            take.chain(&format!("[{place}:a:0]aresample=44100,volume=0.4[music]"));
            mixed.push_str("[music]");
            count += 1;
        }
        take.chain(&format!("{mixed}amix=inputs={count}:duration=first[sound]"));
    }
}
