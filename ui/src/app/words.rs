//! The words on the page, in the language of the moment.
//!
//! Every function here reads the language reactively: call them inside closures of a view
//! (`move || t("key")`), and the words follow when the person changes the language.

use contract::{Arg, Args, NextStep, Refusal};
use words::Words;

use crate::pages::wording::args;

use super::store;

/// All words of the present language: for what `t` does not cover (numbers, times, sizes).
pub fn say() -> Words {
    store().words()
}

/// One sentence.
pub fn t(key: &str) -> String {
    say().say(key)
}

/// One sentence that mentions values.
pub fn t_with(key: &str, args: &Args) -> String {
    say().say_with(key, args)
}

/// What happened, in the person's words.
pub fn say_refusal(refusal: &Refusal) -> String {
    say().refusal(refusal)
}

/// Where the link leads that came with a refusal, for a line beside the button that opens it.
pub fn leads_to(refusal: &Refusal) -> Option<String> {
    match refusal.args.get("leads_to") {
        Some(Arg::Text(host)) => {
            let host = host.as_str();
            Some(t_with("top-up-leads-to", &args([("host", host.into())])))
        }
        _ => None,
    }
}

/// The word on the button of a way on.
pub fn next_word(next: NextStep) -> String {
    say().next(next)
}
