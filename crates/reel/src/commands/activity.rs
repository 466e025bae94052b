//! `reel activity` and `reel diagnostics`: what was out of the ordinary, and a report to hand on.

use contract::{ActivityEntry, Anomaly, Args};
use words::Words;

use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::layout::columns;
use crate::run::Run;
use crate::shapes::{ActivityDocument, DiagnosticsDocument};
use crate::stop::Stop;

/// Lists what the service did that its contract does not say, newest first. Asks no network.
pub async fn list(run: &Run) -> Result<Exit, Stop> {
    with_core(run, async |front| {
        let entries = front.studio.activity().await?;
        if entries.is_empty() {
            run.output.say("cli-activity-empty");
        }
        let words = &run.output.words;
        let rows: Vec<_> = entries
            .iter()
            .map(|entry| vec![format!("{}×", entry.times), said(words, entry)])
            .collect();
        run.output
            .result(&ActivityDocument { entries }, |_| columns(&rows));
        Ok(Exit::Done)
    })
    .await
}

/// Prints the report, and whether the service's contract has moved on since this was built.
pub async fn diagnostics(run: &Run) -> Result<Exit, Stop> {
    with_core(run, async |front| {
        front.signed_in().await;
        // Offline, what was read last stands.
        let version = front.studio.contract_version().await.unwrap_or_default();
        if version.has_moved() {
            let args = Args::from([
                ("built".to_owned(), version.built_for.as_str().into()),
                (
                    "published".to_owned(),
                    version.published.clone().unwrap_or_default().into(),
                ),
            ]);
            run.output.say_with("cli-contract-moved", &args);
        }
        let report = front.studio.diagnostics();
        let document = DiagnosticsDocument {
            report: report.clone(),
            contract: version,
        };
        run.output.result(&document, |_| report);
        Ok(Exit::Done)
    })
    .await
}

async fn with_core(
    run: &Run,
    work: impl AsyncFnOnce(&Front) -> Result<Exit, Stop>,
) -> Result<Exit, Stop> {
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Open))
        .await?;
    let done = run.interrupt.or(work(&front)).await;
    front.close().await;
    done
}

fn said(words: &Words, entry: &ActivityEntry) -> String {
    let with = |key: &str, values: Vec<(&str, contract::Arg)>| {
        let args: Args = values
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect();
        words.say_with(key, &args)
    };
    match &entry.anomaly {
        Anomaly::UndocumentedStatus {
            endpoint, status, ..
        } => with(
            "cli-anomaly-status",
            vec![
                ("endpoint", endpoint.as_str().into()),
                ("status", status.to_string().into()),
            ],
        ),
        Anomaly::UnexpectedField { endpoint, field } => with(
            "cli-anomaly-field",
            vec![
                ("endpoint", endpoint.as_str().into()),
                ("field", field.as_str().into()),
            ],
        ),
        Anomaly::FailedAgain { task_id } => with(
            "cli-anomaly-failed-again",
            vec![("task", task_id.0.as_str().into())],
        ),
        // Seconds that people look at: exact in a float.
        Anomaly::BalanceFell {
            from_seconds,
            to_seconds,
        } => with(
            "cli-anomaly-balance",
            vec![
                ("from", words.seconds(*from_seconds as f64).into()),
                ("to", words.seconds(*to_seconds as f64).into()),
            ],
        ),
    }
}
