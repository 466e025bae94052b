//! `reel usage`, `reel plans`, `reel team`: what is left, what can be had, and who is in it.

use contract::{Args, MemberView, PlanOffer, UsageView};
use words::Words;

use super::asking;
use crate::args::Usage;
use crate::exit::Exit;
use crate::layout::columns;
use crate::run::Run;
use crate::stop::Stop;

/// Prints what is left and what was used, in seconds.
pub async fn usage(run: &Run, asked: Usage) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let period = asked.period.into();
        let document = front.studio.usage_document(period);
        asking::printed(run, document, async || {
            let usage = front.studio.usage(period).await?;
            Ok(text(&run.output.words, &usage))
        })
        .await
    })
    .await
}

/// Prints the plans that can be had. They are bought on the service's own pages.
pub async fn plans(run: &Run) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let document = front.studio.plans_document();
        asking::printed(run, document, async || {
            let plans = front.studio.plans().await?;
            if plans.is_empty() {
                run.output.say("cli-plans-empty");
            }
            let rows: Vec<_> = plans
                .iter()
                .map(|plan| offer(&run.output.words, plan))
                .collect();
            Ok(columns(&rows))
        })
        .await
    })
    .await
}

/// Prints the team's members and what each submitted.
pub async fn team(run: &Run) -> Result<Exit, Stop> {
    asking::signed_in(run, async |front| {
        let document = front.studio.team_document();
        asking::printed(run, document, async || {
            let team = front.studio.team().await?;
            if !team.is_team {
                run.output.say("cli-team-alone");
            }
            let rows: Vec<_> = team
                .members
                .iter()
                .map(|one| member(&run.output.words, one))
                .collect();
            Ok(columns(&rows))
        })
        .await
    })
    .await
}

fn text(words: &Words, usage: &UsageView) -> String {
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut seconds = |key: &str, value: Option<f64>| {
        if let Some(value) = value {
            rows.push(vec![words.say(key), words.seconds(value)]);
        }
    };
    seconds("cli-usage-left", usage.left_seconds);
    seconds(
        "cli-usage-held",
        usage.held_seconds.filter(|held| *held > 0.0),
    );
    seconds("cli-usage-period", usage.period_seconds);
    if let Some(allowance) = &usage.allowance {
        seconds("cli-usage-today", Some(allowance.spent_seconds));
        seconds("cli-usage-allowance", allowance.limit_seconds);
    }
    if let Some(name) = usage.plan.as_ref().and_then(|plan| plan.name.clone()) {
        rows.push(vec![words.say("cli-usage-plan"), name]);
    }
    let mut people: Vec<_> = usage.days.iter().flat_map(|day| &day.email).collect();
    people.sort_unstable();
    people.dedup();
    let days = usage.days.iter().map(|day| {
        // Where it is always the same person, they need not be named.
        let by = day.email.clone().filter(|_| people.len() > 1);
        let by = by.unwrap_or_default();
        vec![day.date.clone(), words.seconds(day.seconds), by]
    });
    let days: Vec<_> = days.collect();
    let mut text = columns(&rows);
    if !days.is_empty() {
        text.push_str(&format!("\n\n{}", columns(&days)));
    }
    if !usage.missing.is_empty() {
        text.push_str(&format!("\n\n{}", words.say("cli-usage-missing")));
    }
    text
}

fn offer(words: &Words, plan: &PlanOffer) -> Vec<String> {
    let videos = plan.videos.map(|videos| {
        let args = Args::from([("count".to_owned(), videos.into())]);
        words.say_with("cli-plan-videos", &args)
    });
    let seconds = plan.seconds.map(|seconds| words.seconds(seconds));
    let mark = match (plan.is_current, plan.purchasable) {
        (true, _) => words.say("cli-plan-yours"),
        (false, false) => words.say("cli-plan-not-for-sale"),
        (false, true) => String::new(),
    };
    vec![
        plan.plan_id.clone(),
        plan.name.clone(),
        seconds.unwrap_or_default(),
        videos.unwrap_or_default(),
        mark,
    ]
}

fn member(words: &Words, member: &MemberView) -> Vec<String> {
    let limit = member.limit_seconds.map(|seconds| {
        let args = Args::from([("seconds".to_owned(), words.seconds(seconds).into())]);
        words.say_with("cli-member-limit", &args)
    });
    let submitted = member.submitted.map(|count| {
        // A count that people look at: exact in a float.
        let args = Args::from([("count".to_owned(), (count as f64).into())]);
        words.say_with("cli-member-submitted", &args)
    });
    vec![
        member.user_id.clone(),
        member.email.clone(),
        member.role.clone(),
        limit.unwrap_or_default(),
        submitted.unwrap_or_default(),
    ]
}
