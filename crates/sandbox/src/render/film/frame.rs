//! The picture's size, by the ratio that a project exports.

/// A picture's size in pixels; both sides are even, as H.264 wants them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Frame {
    pub(crate) width: u32,
    pub(crate) height: u32,
}

impl Frame {
    /// 9:16, what a short and most ads are. The sandbox draws it at 720×1280 rather than
    /// 1080×1920: a rendering then takes seconds.
    pub(crate) const UPRIGHT: Self = Self {
        width: 720,
        height: 1280,
    };

    /// The size for a ratio; none where the sandbox doesn't export it.
    pub(crate) fn of_ratio(ratio: &str) -> Option<Self> {
        let (width, height) = match ratio {
            "9:16" => return Some(Self::UPRIGHT),
            "16:9" => (1280, 720),
            "1:1" => (720, 720),
            "4:5" => (720, 900),
            _ => return None,
        };
        Some(Self { width, height })
    }

    /// Both sides as a filter takes them: `720:1280`.
    pub(super) fn sides(self) -> String {
        format!("{}:{}", self.width, self.height)
    }
}

/// How a picture of another shape is brought into the frame (contract: `fit_mode`).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// Whole, over a blurred fill.
    Blur,
    /// Filling the frame, with what stands over cut off.
    Cover,
}

impl Fit {
    /// The filters between `from` and `to` that do it.
    pub(super) fn filters(self, from: &str, to: &str, frame: Frame) -> String {
        let sides = frame.sides();
        match self {
            Self::Cover => format!(
                "{from}scale={sides}:force_original_aspect_ratio=increase:flags=fast_bilinear,\
                 crop={sides},setsar=1{to}"
            ),
            Self::Blur => {
                let small = format!("{}:{}", frame.width / 10, frame.height / 10);
                let name = from.trim_matches(['[', ']']).replace(':', "");
                format!(
                    "{from}split=2[{name}back][{name}front];\
                     [{name}back]scale={small}:force_original_aspect_ratio=increase:\
                     flags=fast_bilinear,crop={small},boxblur=3:1,\
                     scale={sides}:flags=fast_bilinear,eq=brightness=-0.12[{name}blur];\
                     [{name}front]scale={sides}:force_original_aspect_ratio=decrease:\
                     force_divisible_by=2:flags=fast_bilinear[{name}whole];\
                     [{name}blur][{name}whole]overlay=(W-w)/2:(H-h)/2,setsar=1{to}"
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_frame_has_even_sides_and_its_ratio() {
        for ratio in ["9:16", "16:9", "1:1", "4:5"] {
            let frame = Frame::of_ratio(ratio).unwrap();
            let (wide, high) = ratio.split_once(':').unwrap();
            let (wide, high): (u32, u32) = (wide.parse().unwrap(), high.parse().unwrap());
            assert_eq!(frame.width * high, frame.height * wide, "{ratio}");
            assert_eq!((frame.width % 2, frame.height % 2), (0, 0), "{ratio}");
        }
        assert_eq!(Frame::of_ratio("2:3"), None);
    }
}
