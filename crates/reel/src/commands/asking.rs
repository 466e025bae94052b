//! What the commands that ask the service share: the core opened, somebody signed in, and the core
//! closed again whatever came of it.

use contract::{Args, ProductView, Refusal};
use serde_json::Value;

use crate::exit::Exit;
use crate::front::{Front, Links};
use crate::output::Format;
use crate::run::Run;
use crate::sign_in::need_session;
use crate::stop::{OwnCode, Stop};

/// Does `work` with the core, signed in. Ctrl+C ends it at once: nothing of it costs.
///
/// # Errors
/// Those of the work, [`contract::Code::NotSignedIn`], and the stop of an interrupted command.
pub async fn signed_in(
    run: &Run,
    work: impl AsyncFnOnce(&Front) -> Result<Exit, Stop>,
) -> Result<Exit, Stop> {
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Open))
        .await?;
    let done = async {
        need_session(&front, run).await?;
        work(&front).await
    };
    let done = run.interrupt.or(done).await;
    front.close().await;
    done
}

/// The same for work that looks after Ctrl+C by itself.
///
/// # Errors
/// Those of the work, and [`contract::Code::NotSignedIn`].
pub async fn winding_down(
    run: &Run,
    work: impl AsyncFnOnce(&Front) -> Result<Exit, Stop>,
) -> Result<Exit, Stop> {
    once(run, async |front| need_session(front, run).await, work).await
}

/// Opens the core, does `work` with it once it is `ready` for it, and closes it again. Ctrl+C ends what
/// is before the work.
///
/// # Errors
/// Those of getting ready, and of the work.
pub async fn once(
    run: &Run,
    ready: impl AsyncFnOnce(&Front) -> Result<(), Stop>,
    work: impl AsyncFnOnce(&Front) -> Result<Exit, Stop>,
) -> Result<Exit, Stop> {
    let front = run
        .interrupt
        .or(Front::open(&run.output, &run.global, Links::Open))
        .await?;
    let done = match run.interrupt.or(ready(&front)).await {
        Ok(()) => work(&front).await,
        Err(stop) => Err(stop),
    };
    front.close().await;
    done
}

/// Prints what was asked for: with `--json` the service's own document, else lines for people.
///
/// # Errors
/// Those of the one that is asked for; the other is not.
pub async fn printed(
    run: &Run,
    document: impl Future<Output = Result<Value, Refusal>>,
    text: impl AsyncFnOnce() -> Result<String, Stop>,
) -> Result<Exit, Stop> {
    match run.output.format {
        Format::Json => run.output.result(&document.await?, |_| String::new()),
        Format::Text => {
            let text = text().await?;
            run.output.result(&(), |_| text);
        }
    }
    Ok(Exit::Done)
}

/// Says how many of how many are shown, where that is only a part.
pub fn tell_shown(run: &Run, shown: usize, total: u64) {
    if shown > 0 && (shown as u64) < total {
        // Counts that people look at: exact in floats.
        let args = Args::from([
            ("shown".to_owned(), (shown as f64).into()),
            ("total".to_owned(), (total as f64).into()),
        ]);
        run.output.say_with("cli-shown-of", &args);
    }
}

/// A product by its id, or by its name where exactly one has it.
///
/// # Errors
/// Those of the list, and a wrong command line where it is none or several.
pub async fn product(front: &Front, wanted: &str) -> Result<ProductView, Stop> {
    let products = front.studio.products().await?;
    let by_id = products
        .iter()
        .find(|product| product.product_id.0 == wanted);
    let mut by_name = products
        .iter()
        .filter(|product| product.name.trim().to_lowercase() == wanted.trim().to_lowercase());
    let wrong = |key| Stop::own(Exit::Usage, OwnCode::Usage, key).with("product", wanted);
    let found = match (by_id, by_name.next(), by_name.next()) {
        (Some(product), ..) | (None, Some(product), None) => product,
        (None, None, _) => return Err(wrong("cli-product-unknown")),
        (None, Some(_), Some(_)) => return Err(wrong("cli-product-ambiguous")),
    };
    Ok(found.clone())
}
