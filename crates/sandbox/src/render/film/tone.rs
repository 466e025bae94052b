//! Voice and music, as tones in a WAV file: they need no program, and a test can hear them.

/// Samples in a second.
const RATE: u32 = 8_000;
/// The longest voice, in seconds.
const LONGEST_VOICE: u32 = 180;
/// Seconds of speech that one word takes, in tenths.
const TENTHS_PER_WORD: u32 = 4;
/// The loudest sample.
const LOUD: f32 = 9_000.0;

/// How long it takes to speak this text, in whole seconds.
pub(crate) fn spoken_seconds(text: &str) -> u32 {
    let words = u32::try_from(text.split_whitespace().count()).unwrap_or(u32::MAX);
    let tenths = words.saturating_mul(TENTHS_PER_WORD);
    tenths.div_ceil(10).clamp(1, LONGEST_VOICE)
}

/// A voice that hums the text: a tone that swells with each word. `seed` gives its pitch.
pub(crate) fn voice(text: &str, seed: u8) -> Vec<u8> {
    let pitch = 140.0 + f32::from(seed % 100);
    let word = TENTHS_PER_WORD as f32 / 10.0;
    wav(spoken_seconds(text), |time| {
        let swell = (std::f32::consts::PI * (time / word).fract()).sin();
        wave(pitch, time) * swell
    })
}

/// Music of this many seconds: a chord that changes every two. `seed` gives its key.
pub(crate) fn music(seconds: u32, seed: u8) -> Vec<u8> {
    const CHORDS: [[f32; 3]; 4] = [
        [1.0, 1.25, 1.5],
        [1.125, 1.333, 1.667],
        [0.833, 1.0, 1.25],
        [0.75, 0.9375, 1.125],
    ];
    let key = 200.0 + f32::from(seed % 120);
    wav(seconds, |time| {
        let chord = CHORDS[(time / 2.0) as usize % CHORDS.len()];
        let fading = 1.0 - 0.6 * (time / 2.0).fract();
        let sum: f32 = chord.iter().map(|part| wave(key * part, time)).sum();
        sum / 3.0 * fading
    })
}

fn wave(pitch: f32, time: f32) -> f32 {
    (std::f32::consts::TAU * pitch * time).sin()
}

/// Mono, 16 bits; `level` gives −1 to 1 for a moment in seconds.
fn wav(seconds: u32, level: impl Fn(f32) -> f32) -> Vec<u8> {
    let samples = seconds * RATE;
    let bytes = samples * 2;
    let mut file = Vec::with_capacity(44 + bytes as usize);
    file.extend(b"RIFF");
    file.extend((36 + bytes).to_le_bytes());
    file.extend(b"WAVEfmt ");
    file.extend(16_u32.to_le_bytes());
    // PCM, one channel.
    file.extend([1, 0, 1, 0]);
    file.extend(RATE.to_le_bytes());
    file.extend((RATE * 2).to_le_bytes());
    // Bytes in a sample of all channels, bits in one.
    file.extend([2, 0, 16, 0]);
    file.extend(b"data");
    file.extend(bytes.to_le_bytes());
    for sample in 0..samples {
        let level = level(sample as f32 / RATE as f32) * LOUD;
        file.extend((level as i16).to_le_bytes());
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voice_lasts_as_long_as_its_words() {
        assert_eq!(
            spoken_seconds("ten words make four seconds of speech in this house"),
            4
        );
        assert_eq!(spoken_seconds(""), 1);
        let file = voice("one two three four five", 7);
        assert_eq!(file.len(), 44 + 2 * 2 * RATE as usize);
        assert!(file.starts_with(b"RIFF"));
        assert_ne!(music(2, 1), music(2, 2));
    }
}
