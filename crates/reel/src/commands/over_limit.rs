//! The extra yes to go over a limit that the person has set.

use contract::{OverLimit, Service, SpendReview};

use crate::args::Consent;
use crate::front::Front;
use crate::output::at_a_terminal;
use crate::prompt::{self, Answer};
use crate::run::Run;
use crate::stop::Stop;

/// Says which limits a review goes over, and gets the extra yes: by `--over-limit`, else at a
/// terminal. Nothing is asked where it goes over none.
///
/// # Errors
/// Not confirmed; the refusal, with the sentence of the limit, where nobody is here to be asked.
pub async fn agree(
    front: &Front,
    run: &Run,
    consent: Consent,
    review: &SpendReview,
    over: &[OverLimit],
) -> Result<(), Stop> {
    let service = match review {
        SpendReview::Order(_) | SpendReview::Retry(_) => Service::Riffkit,
        SpendReview::Step(_) => Service::Hubfluencer,
    };
    let Some(first) = over.first() else {
        return Ok(());
    };
    if !consent.over_limit && !at_a_terminal() {
        return Err(first.refusal(service).into());
    }
    let words = &run.output.words;
    for limit in over {
        run.output
            .must_tell(&words.refusal(&limit.refusal(service)));
    }
    if !consent.over_limit
        && prompt::confirm(run, &words.say("cli-over-limit-ask")).await == Answer::No
    {
        return Err(Stop::not_confirmed(match service {
            Service::Riffkit => "cli-not-confirmed",
            Service::Hubfluencer => "cli-hub-not-confirmed",
        }));
    }
    Ok(front.studio.allow_over_limit(review, over)?)
}
