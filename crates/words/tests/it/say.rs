//! Sentences as they come out.

use contract::{Args, Code, Language, NextStep, Reason, ReasonCode, Refusal};
use words::Words;

fn every_language() -> impl Iterator<Item = Words> {
    Language::ALL.iter().map(|language| Words::of(*language))
}

#[test]
fn every_refusal_reason_and_step_is_told_even_without_its_values() {
    for words in every_language() {
        for &code in Code::ALL {
            let sentence = words.refusal(&Refusal::new(code));
            assert!(
                !sentence.contains("{$") && !sentence.starts_with("refusal-"),
                "{sentence}"
            );
        }
        for &code in ReasonCode::ALL {
            let sentence = words.reason(&Reason::new(code));
            assert!(
                !sentence.contains("{$") && !sentence.starts_with("clip-"),
                "{sentence}"
            );
        }
        for &step in NextStep::ALL {
            assert_eq!(
                words.next(step).is_empty(),
                step == NextStep::None,
                "{step:?}"
            );
        }
    }
}

#[test]
fn a_wait_of_one_second_is_singular() {
    let english = Words::of(Language::English);
    let one = Refusal::new(Code::RateLimited).with("seconds", 1.0);
    let many = Refusal::new(Code::RateLimited).with("seconds", 30.0);
    assert!(
        english.refusal(&one).ends_with("in 1 second."),
        "{}",
        english.refusal(&one)
    );
    assert!(
        english.refusal(&many).ends_with("in 30 seconds."),
        "{}",
        english.refusal(&many)
    );
    let spanish = Words::of(Language::Spanish);
    assert!(
        spanish.refusal(&one).ends_with("1 segundo."),
        "{}",
        spanish.refusal(&one)
    );
}

#[test]
fn a_wait_of_unknown_length_names_none() {
    let told = Words::of(Language::English).refusal(&Refusal::new(Code::RateLimited));
    assert_eq!(
        told,
        "Riffkit asks for a short pause. Try again in a minute."
    );
}

#[test]
fn a_service_that_gives_an_empty_reason_is_not_quoted() {
    let silent = Refusal::new(Code::ServiceRefused).with("detail", "  ");
    let told = Words::of(Language::English).refusal(&silent);
    assert!(!told.contains('“'), "{told}");
}

#[test]
fn what_the_service_said_is_passed_on_unaltered() {
    let detail = "Template { $x } is not analyzed: 100%";
    let refusal = Refusal::new(Code::ServiceRefused).with("detail", detail);
    for words in every_language() {
        assert!(words.refusal(&refusal).contains(detail));
    }
}

#[test]
fn a_clip_over_its_cap_by_a_hair_is_not_over_it_by_nothing() {
    let reason = Reason::new(ReasonCode::TooLong)
        .with("seconds", 45.004)
        .with("cap", 45.0)
        .with("over", 0.004);
    let told = Words::of(Language::English).reason(&reason);
    assert_eq!(
        told,
        "45 s is 0.01 s over the 45 s that Riffkit takes. Trim it."
    );
}

#[test]
fn numbers_are_written_as_the_language_writes_them() {
    let [english, chinese, spanish] = Language::ALL else {
        panic!("three languages")
    };
    let (english, chinese, spanish) = (
        Words::of(*english),
        Words::of(*chinese),
        Words::of(*spanish),
    );
    assert_eq!(english.seconds(23.07), "23.1 s");
    assert_eq!(chinese.seconds(23.07), "23.1 秒");
    assert_eq!(spanish.seconds(23.07), "23,1 s");
    assert_eq!(english.megabytes(38_400_000), "38.4 MB");
    assert_eq!(english.megabytes(100_000_000), "100 MB");
    assert_eq!(spanish.megabytes(1_500), "0,01 MB");
    assert_eq!(english.megabytes(0), "0 MB");
    assert_eq!(english.seconds(45.0), "45 s");
    assert_eq!(english.decimal(12_345.678, 1), "12,345.7");
    assert_eq!(spanish.decimal(12_345.678, 1), "12\u{a0}345,7");
    assert_eq!(spanish.decimal(5_000.0, 0), "5000");
    assert_eq!(english.decimal(-0.01, 1), "0.0");
    let reason = Reason::new(ReasonCode::NearSizeCap).with("size_mb", 102.34);
    assert!(
        spanish.reason(&reason).starts_with("102,3 MB "),
        "{}",
        spanish.reason(&reason)
    );
}

#[test]
fn a_number_that_is_none_is_no_reason_to_stop() {
    let refusal = Refusal::new(Code::RateLimited).with("seconds", f64::NAN);
    for words in every_language() {
        assert!(words.refusal(&refusal).contains('?'));
    }
}

#[test]
fn times_are_told_as_finely_as_they_matter() {
    let words = Words::of(Language::English);
    let cases = [
        (-5, "just now"),
        (0, "just now"),
        (4, "4 s ago"),
        (120, "2 min ago"),
        (150, "2 min 30 s ago"),
        (1_570, "26 min ago"),
        (3_900, "1 h 5 min ago"),
        (80_000, "22 h ago"),
        (90_000, "1 day ago"),
        (190_000, "2 days ago"),
    ];
    for (seconds, told) in cases {
        assert_eq!(
            words.ago(1_000_000_000_000, 1_000_000_000_000 - seconds * 1000),
            told
        );
    }
    assert_eq!(words.clock(23.9), "0:23");
    assert_eq!(words.clock(3_661.0), "1:01:01");
    assert_eq!(words.clock(f64::NAN), "0:00");
    assert_eq!(words.span(75), "1 min 15 s");
}

#[test]
fn words_can_be_shared_between_threads() {
    fn shared<T: Send + Sync + Clone + 'static>(_: &T) {}
    let words = Words::of(Language::Chinese);
    shared(&words);
    let clone = words.clone();
    let said = std::thread::spawn(move || clone.next(NextStep::SignIn))
        .join()
        .expect("no panic");
    assert_eq!(said, words.next(NextStep::SignIn));
}

#[test]
fn values_that_a_sentence_does_not_mention_do_no_harm() {
    let mut args = Args::new();
    args.insert("surplus".to_owned(), 1.0.into());
    assert_eq!(
        Words::of(Language::English).say_with("next-sign-in", &args),
        "Sign in"
    );
}
