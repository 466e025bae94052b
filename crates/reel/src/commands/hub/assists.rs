//! `reel credits`, `reel assists`.

use contract::{Args, AssistsView, Code, Step};
use serde_json::json;
use words::Words;

use super::{free, paying};
use crate::args::hub;
use crate::exit::Exit;
use crate::moment::now;
use crate::run::Run;
use crate::shapes::hub as shapes;
use crate::stop::Stop;

/// Prints the balance.
pub async fn credits(run: &Run) -> Result<Exit, Stop> {
    free::with_token(run, async |front| {
        let credits = front.studio.credits().await?.credits;
        run.output.result(&json!({ "credits": credits }), |words| {
            // Whole credits that people look at: exact in floats.
            let args = Args::from([("count".to_owned(), (credits as f64).into())]);
            words.say_with("hub-balance", &args)
        });
        Ok(Exit::Done)
    })
    .await
}

/// Prints the day's assists, after buying a batch where that was asked for.
pub async fn assists(run: &Run, asked: hub::Assists) -> Result<Exit, Stop> {
    if !asked.unlock {
        return free::with_token(run, async |front| {
            let assists = front.studio.assists().await?;
            show(run, &assists);
            Ok(Exit::Done)
        })
        .await;
    }
    let consent = asked.consent();
    paying::expect_yes(consent)?;
    free::winding_down(run, async |front| {
        paying::paid(front, run, Step::UnlockAssists, consent).await?;
        let read = tokio::select! {
            read = front.studio.assists() => read,
            () = run.interrupt.pressed() => Err(Code::Cancelled.into()),
        };
        // They are bought: who hears of a failure now buys them again.
        let assists = match (read, front.studio.snapshot().await.hub.assists) {
            (Ok(assists), _) | (Err(_), Some(assists)) => assists,
            (Err(refusal), None) => return Err(refusal.into()),
        };
        show(run, &assists);
        Ok(Exit::Done)
    })
    .await
}

fn show(run: &Run, assists: &AssistsView) {
    run.output
        .result(&shapes::assists(assists), |words| text(words, assists));
}

/// What is left today.
pub fn text(words: &Words, assists: &AssistsView) -> String {
    let of = assists.limit.saturating_add(assists.bonus);
    let args = Args::from([
        ("count".to_owned(), f64::from(assists.remaining).into()),
        ("of".to_owned(), f64::from(of).into()),
    ]);
    let left = words.say_with("hub-assists-left", &args);
    let Some(resets_at) = assists.resets_at else {
        return left;
    };
    let seconds = u64::try_from(resets_at.saturating_sub(now()) / 1000).unwrap_or_default();
    let span = Args::from([("span".to_owned(), words.span(seconds).into())]);
    format!("{left}, {}", words.say_with("hub-assists-reset", &span))
}
