//! The arguments that make ffmpeg turn a clip into a reel.

use std::{ffi::OsString, fmt::Write, path::Path, path::PathBuf};

/// Width of a reel, in pixels.
pub(super) const WIDTH: u32 = 720;
/// Height of a reel, in pixels: 9:16.
pub(super) const HEIGHT: u32 = 1280;

/// Frames in a second.
pub(super) const RATE: u32 = 30;

/// Names inside the scratch folder, which is the program's working folder: no path ever has to
/// be escaped for a filter.
pub(super) const BADGE: &str = "badge.png";
pub(super) const REEL: &str = "reel.mp4";
pub(super) const PICTURE: &str = "picture.jpg";

/// Shots beyond this many keep the last look: each costs a branch in the graph.
const MOST_SHOTS: usize = 24;
/// A shot shorter than this is part of its neighbour, in seconds.
const SHORTEST_SHOT: f64 = 0.25;

/// The looks that the shots take in turn. A crop keeps 9:16.
const LOOKS: [&str; 4] = [
    "hue=s=1.25",
    "crop=630:1120,scale=720:1280:flags=fast_bilinear,hue=h=24",
    "hue=s=0.15,eq=contrast=1.15",
    "crop=666:1184:54:0,scale=720:1280:flags=fast_bilinear,hue=h=-28:s=1.1",
];

/// The clip whole, over its own blur, filling 9:16 whatever its shape is.
const WHOLE_OVER_BLUR: &str = "[0:v:0]fps=30,split=2[back][front];\
     [back]scale=72:128:force_original_aspect_ratio=increase:flags=fast_bilinear,\
     crop=72:128,boxblur=3:1,scale=720:1280:flags=fast_bilinear,eq=brightness=-0.12[blur];\
     [front]scale=720:1280:force_original_aspect_ratio=decrease:force_divisible_by=2:\
     flags=fast_bilinear[whole];\
     [blur][whole]overlay=(W-w)/2:(H-h)/2,setsar=1,format=yuv420p,";

/// What a reel is made of.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// Its length in seconds.
    pub(super) length: f64,
    /// Where it cuts.
    pub(super) cuts: Vec<f64>,
    /// How many cards of words there are.
    pub(super) cards: usize,
    /// The font for them; the system's default where none was found.
    pub(super) font: Option<PathBuf>,
    /// The look to begin with.
    pub(super) variant: usize,
    /// The clip has sound to keep.
    pub(super) sound: bool,
    /// There is no clip: a moving pattern stands for it.
    pub(super) pattern: bool,
    /// The source fills 9:16 by itself.
    pub(super) upright: bool,
    /// The frame that becomes the picture.
    pub(super) still: u32,
}

/// The file name of a card's words.
pub(super) fn card_file(place: usize) -> String {
    format!("card{place}.txt")
}

/// The arguments that render `plan`.
pub(super) fn arguments(plan: &Plan, source: Option<&Path>) -> Vec<OsString> {
    let mut arguments: Vec<OsString> = words("-v error -nostdin -y");
    match source {
        Some(source) => arguments.extend(["-i".into(), source.into()]),
        None => arguments.extend(words(
            "-f lavfi -i gradients=s=720x1280:r=30:speed=0.03:seed=7:n=4",
        )),
    }
    let sound = if plan.pattern {
        "-f lavfi -i sine=f=196:r=44100"
    } else {
        "-f lavfi -i anullsrc=r=44100:cl=stereo"
    };
    arguments.extend(words(sound));
    arguments.extend(["-i".into(), BADGE.into()]);
    arguments.extend(["-filter_complex".into(), graph(plan).into()]);
    arguments.extend(words("-map [out] -map"));
    arguments.push(if plan.sound { "0:a:0" } else { "1:a:0" }.into());
    arguments.extend(["-t".into(), format!("{:.3}", plan.length).into()]);
    arguments.extend(words(
        "-c:v libx264 -preset ultrafast -crf 27 -pix_fmt yuv420p -r 30 \
         -c:a aac -b:a 96k -ar 44100 -ac 2 -map_metadata -1 -movflags +faststart",
    ));
    arguments.push(REEL.into());
    arguments.extend(words("-map [still] -frames:v 1 -q:v 4"));
    arguments.push(PICTURE.into());
    arguments
}

/// The arguments that find a clip's cuts: small pictures, few of them.
pub(super) fn cut_arguments(source: &Path, length: f64) -> Vec<OsString> {
    // Frames that no other refers to are skipped: cuts hardly ever fall on one.
    let mut arguments = words("-hide_banner -nostdin -nostats -skip_frame noref -i");
    arguments.push(source.into());
    arguments.extend(["-t".into(), format!("{length:.3}").into()]);
    arguments.extend(words("-map 0:v:0 -vf"));
    arguments.push("fps=12,scale=96:-2:flags=fast_bilinear,select='gt(scene,0.3)',showinfo".into());
    arguments.extend(words("-f null -"));
    arguments
}

/// Reads the cuts from what the program wrote.
pub(super) fn cuts_in(text: &str, length: f64) -> Vec<f64> {
    let mut cuts: Vec<f64> = Vec::new();
    let times = text
        .lines()
        .filter_map(|line| line.split("pts_time:").nth(1))
        .filter_map(|rest| rest.split_whitespace().next()?.parse::<f64>().ok());
    for time in times {
        let last = cuts.last().copied().unwrap_or(0.0);
        if time - last >= SHORTEST_SHOT && length - time >= SHORTEST_SHOT {
            cuts.push(time);
        }
        if cuts.len() + 1 == MOST_SHOTS {
            break;
        }
    }
    cuts
}

fn words(line: &str) -> Vec<OsString> {
    line.split_whitespace().map(OsString::from).collect()
}

fn graph(plan: &Plan) -> String {
    let mut graph = String::new();
    let mut add = |part: String| {
        graph.push_str(&part);
    };
    let shots: Vec<(f64, f64)> = shots(plan);
    if plan.upright {
        // Cropped, in case it is turned as it is shown.
        add(
            "[0:v:0]fps=30,scale=720:1280:force_original_aspect_ratio=increase:\
             flags=fast_bilinear,crop=720:1280,setsar=1,format=yuv420p,"
                .to_owned(),
        );
    } else {
        add(WHOLE_OVER_BLUR.to_owned());
    }
    add(format!("split={}", shots.len()));
    for place in 0..shots.len() {
        add(format!("[s{place}]"));
    }
    add(";".to_owned());
    for (place, (from, to)) in shots.iter().enumerate() {
        let look = LOOKS[(place + plan.variant) % LOOKS.len()];
        add(format!(
            "[s{place}]trim={from:.3}:{to:.3},setpts=PTS-STARTPTS,{look},setsar=1[v{place}];"
        ));
    }
    for place in 0..shots.len() {
        add(format!("[v{place}]"));
    }
    add(format!(
        "concat=n={}:v=1:a=0[cut];[cut][2:v]overlay=W-w-28:40",
        shots.len()
    ));
    add(lettering(plan));
    add(format!(
        ",format=yuv420p,split=2[out][shown];[shown]select='eq(n,{})',scale=360:640[still]",
        plan.still
    ));
    graph
}

fn shots(plan: &Plan) -> Vec<(f64, f64)> {
    let mut bounds = vec![0.0];
    bounds.extend(plan.cuts.iter().take(MOST_SHOTS - 1));
    // The last shot has room: a frame past the announced length is cut off by -t.
    bounds.push(plan.length + 1.0);
    bounds.windows(2).map(|pair| (pair[0], pair[1])).collect()
}

/// One `drawtext` for each card, each for its share of the time.
fn lettering(plan: &Plan) -> String {
    let mut filters = String::new();
    let share = plan.length / plan.cards.max(1) as f64;
    for place in 0..plan.cards {
        let font = match &plan.font {
            Some(font) => format!("fontfile='{}'", escaped(font)),
            None => "font=Sans".to_owned(),
        };
        let from = share * place as f64;
        let _ = write!(
            filters,
            ",drawtext=textfile={}:expansion=none:{font}:fontsize=46:fontcolor=white:box=1:\
             boxcolor=black@0.55:boxborderw=22:line_spacing=12:x=(w-tw)/2:y=h*0.68:\
             enable='between(t,{from:.3},{:.3})'",
            card_file(place),
            from + share,
        );
    }
    filters
}

/// A path for inside quotes in a filter: forward slashes, and no bare colon.
pub(super) fn escaped(path: &Path) -> String {
    path.to_string_lossy()
        .replace('\\', "/")
        .replace(':', "\\:")
        .replace('\'', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_are_read_and_thinned() {
        let text = "[Parsed_showinfo_3 @ 0x1] n: 0 pts: 36 pts_time:3 pos: 1\n\
                    [Parsed_showinfo_3 @ 0x1] n: 1 pts: 37 pts_time:3.1 pos: 1\n\
                    [Parsed_showinfo_3 @ 0x1] n: 2 pts: 72 pts_time:6.5 pos: 1\n\
                    [Parsed_showinfo_3 @ 0x1] n: 2 pts: 72 pts_time:9.9 pos: 1\n";
        assert_eq!(cuts_in(text, 10.0), [3.0, 6.5]);
    }

    #[test]
    fn each_shot_gets_a_branch() {
        let plan = Plan {
            length: 10.0,
            cuts: vec![3.0, 6.0],
            cards: 1,
            font: Some(PathBuf::from("C:\\Fonts\\a.ttf")),
            variant: 0,
            sound: true,
            pattern: false,
            upright: false,
            still: 90,
        };
        let graph = graph(&plan);
        assert!(graph.contains("split=3[s0][s1][s2]"));
        assert!(graph.contains("[v0][v1][v2]concat=n=3"));
        assert!(graph.contains("fontfile='C\\:/Fonts/a.ttf'"));
    }
}
