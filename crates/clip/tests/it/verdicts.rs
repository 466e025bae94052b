//! The caps, from the person's side: what is refused, what is warned about, and by how much.

use clip::{Container, Judgement, Picture, Probe, ProbeError, judge};
use contract::{Arg, HARD_SIZE_CAP_BYTES, Limits, ReasonCode, SOFT_SIZE_CAP_BYTES, Verdict};

use crate::support::{check, codes, sparse_mp4};

fn clip_of(seconds: f64) -> Result<Probe, ProbeError> {
    Ok(Probe {
        container: Container::Mp4,
        duration_seconds: Some(seconds),
        picture: Some(Picture::default()),
        audio_codec: None,
        cut_off: false,
    })
}

fn judge_length(seconds: f64, cap: f64) -> Judgement {
    judge(1_000_000, &clip_of(seconds), &Limits { max_seconds: cap })
}

fn number(judgement: &Judgement, name: &str) -> f64 {
    match judgement.reasons[0].args.get(name) {
        Some(Arg::Number(number)) => *number,
        other => panic!("{name}: {other:?}"),
    }
}

#[test]
fn the_length_cap_is_exact_to_the_digit_that_is_shown() {
    for fits in [0.1, 44.9, 45.0, 45.046] {
        assert_eq!(judge_length(fits, 45.0).verdict, Verdict::Ok, "{fits}");
    }
    let over = judge_length(45.1, 45.0);
    assert_eq!(
        (over.verdict, over.reasons[0].code),
        (Verdict::Refused, ReasonCode::TooLong)
    );
    assert_eq!(
        [
            number(&over, "seconds"),
            number(&over, "cap"),
            number(&over, "over")
        ],
        [45.1, 45.0, 0.1]
    );
    let over = judge_length(61.27, 60.0);
    assert_eq!(
        [number(&over, "seconds"), number(&over, "over")],
        [61.3, 1.3]
    );
    assert_eq!(judge_length(61.27, 90.0).verdict, Verdict::Ok);
}

#[test]
fn no_sentence_ever_says_zero_over() {
    for step in 0..2000 {
        let judged = judge_length(45.0 + f64::from(step) / 1000.0, 45.0);
        if judged.verdict == Verdict::Refused {
            assert!(number(&judged, "over") >= 0.1);
        }
    }
}

#[test]
fn size_is_refused_above_the_hard_cap_and_warned_about_below_it() {
    let at = |size| judge(size, &clip_of(10.0), &Limits::default());
    assert_eq!(at(SOFT_SIZE_CAP_BYTES).reasons, vec![]);
    let near = at(SOFT_SIZE_CAP_BYTES + 1);
    assert_eq!(
        (near.verdict, near.reasons[0].code),
        (Verdict::Warn, ReasonCode::NearSizeCap)
    );
    let near = at(HARD_SIZE_CAP_BYTES);
    assert_eq!(
        (near.verdict, number(&near, "size_mb")),
        (Verdict::Warn, 104.9)
    );
    let over = at(HARD_SIZE_CAP_BYTES + 1);
    assert_eq!(
        (over.verdict, over.reasons[0].code),
        (Verdict::Refused, ReasonCode::TooLarge)
    );
    let over = at(123_456_789);
    assert_eq!(
        [number(&over, "size_mb"), number(&over, "over_mb")],
        [123.5, 23.5]
    );
}

#[test]
fn every_fault_is_named_and_refusals_come_first() {
    let judged = judge(SOFT_SIZE_CAP_BYTES + 1, &clip_of(50.0), &Limits::default());
    let codes: Vec<_> = judged.reasons.iter().map(|reason| reason.code).collect();
    assert_eq!(codes, [ReasonCode::TooLong, ReasonCode::NearSizeCap]);
    assert_eq!(judged.verdict, Verdict::Refused);
}

#[test]
fn a_file_of_a_hundred_megabytes_meets_each_cap_on_disk() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("large.mp4");
    for (size, verdict, expected) in [
        (SOFT_SIZE_CAP_BYTES, Verdict::Ok, vec![]),
        (
            HARD_SIZE_CAP_BYTES,
            Verdict::Warn,
            vec![ReasonCode::NearSizeCap],
        ),
        (
            HARD_SIZE_CAP_BYTES + 1,
            Verdict::Refused,
            vec![ReasonCode::TooLarge],
        ),
    ] {
        sparse_mp4(&path, size);
        let report = check(&path);
        assert_eq!(
            (report.verdict, codes(&report)),
            (verdict, expected),
            "{size}"
        );
        // The facts are there all the same, for the card.
        assert_eq!((report.width, report.height), (Some(144), Some(256)));
    }
}

#[test]
fn a_file_without_facts_is_refused_for_its_own_fault() {
    let code_of = |error| judge(1000, &Err(error), &Limits::default()).reasons[0].code;
    assert_eq!(code_of(ProbeError::CutOff), ReasonCode::Truncated);
    assert_eq!(code_of(ProbeError::Broken("moov")), ReasonCode::Broken);
    assert_eq!(code_of(ProbeError::TooScattered), ReasonCode::NoLength);
    let denied = std::io::Error::from(std::io::ErrorKind::PermissionDenied);
    assert_eq!(code_of(ProbeError::Read(denied)), ReasonCode::NoPermission);
    assert_eq!(
        code_of(ProbeError::Read(std::io::Error::other("bus"))),
        ReasonCode::Unreadable
    );
}
