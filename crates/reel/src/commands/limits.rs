//! `reel limits`: what was spent on this machine, and the most that may be without an extra yes.

use contract::{Args, Service, SpendPeriod, Spending, SpendingView};
use words::Words;

use crate::args::Limits;
use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::layout::facts;
use crate::run::Run;
use crate::shapes::LimitsDocument;
use crate::stop::Stop;

/// Sets what is asked for, and prints how things stand. Asks nothing of a service.
pub async fn run(run: &Run, asked: Limits) -> Result<Exit, Stop> {
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Print))
        .await?;
    let done = set(&front, &asked).await;
    front.close().await;
    let view = done?;
    let named = asked.service.map(Service::from);
    let services: Vec<Service> = [Service::Riffkit, Service::Hubfluencer]
        .into_iter()
        .filter(|service| named.is_none_or(|named| named == *service))
        .collect();
    let document = LimitsDocument::of(&view, &services);
    run.output.result(&document, |words| {
        let blocks = services
            .iter()
            .map(|service| block(words, *service, view.of(*service)));
        blocks.collect::<Vec<_>>().join("\n\n")
    });
    Ok(Exit::Done)
}

async fn set(front: &Front, asked: &Limits) -> Result<SpendingView, Stop> {
    let view = front.studio.spending().await;
    let Some(service) = asked.service.map(Service::from) else {
        return Ok(view);
    };
    match asked.asked(view.of(service).limits) {
        Some(limits) => Ok(front.studio.set_spend_limits(service, limits).await?),
        None => Ok(view),
    }
}

/// A service: each period with what was spent in it, and its limit.
fn block(words: &Words, service: Service, spending: &Spending) -> String {
    let amount = |amount: f64| match service {
        Service::Riffkit => words.seconds(amount),
        Service::Hubfluencer => words.say_with(
            "hub-credits",
            &Args::from([("count".to_owned(), amount.into())]),
        ),
    };
    let rows: Vec<Vec<String>> = SpendPeriod::ALL
        .iter()
        .map(|period| {
            let spent = match period {
                SpendPeriod::Order => String::new(),
                SpendPeriod::Day => amount(spending.day),
                SpendPeriod::Month => amount(spending.month),
            };
            let limit = match spending.limits.of(*period) {
                None => words.say("cli-limits-none"),
                Some(limit) => {
                    let limit = amount(f64::from(limit));
                    words.say_with(
                        "cli-limits-at-most",
                        &[("limit".to_owned(), limit.into())].into(),
                    )
                }
            };
            vec![
                words.say(&format!("cli-limits-{}", period.as_str())),
                spent,
                limit,
            ]
        })
        .collect();
    let name = words.say(match service {
        Service::Riffkit => "service-riffkit",
        Service::Hubfluencer => "service-hubfluencer",
    });
    format!("{name}\n{}", facts(&rows))
}
