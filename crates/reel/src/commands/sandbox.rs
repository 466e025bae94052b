//! `reel sandbox`: the services on this machine, until they are stopped.

use std::time::Duration;

use contract::Args;
use studio::Home;

use crate::args;
use crate::exit::Exit;
use crate::front::sandbox_failed;
use crate::output::{print_json, print_text};
use crate::run::Run;
use crate::shapes::UrlsDocument;
use crate::stop::{OwnCode, Stop};

/// At the paces that are for trying things out, nobody waits the contract's 5 s for a sign-in.
const QUICK_SIGN_IN: Duration = Duration::from_secs(1);

/// Serves until SIGINT or SIGTERM (Ctrl+C).
pub async fn run(run: &Run, sandbox: args::Sandbox) -> Result<Exit, Stop> {
    if sandbox.openapi {
        print_text(&match sandbox.service {
            args::Service::Riffkit => sandbox::Sandbox::openapi(),
            args::Service::Hubfluencer => sandbox::Sandbox::hubfluencer_openapi(),
        });
        return Ok(Exit::Done);
    }
    let setup = setup(run, &sandbox)?;
    let data = setup.data.display().to_string();
    // Before it listens, so that whoever reads the line may stop it at once.
    let stopped = stopped(run)?;
    let served = sandbox::Sandbox::start(setup)
        .await
        .map_err(|error| sandbox_failed(&error))?;
    let urls = UrlsDocument {
        riffkit: bare(&served.riffkit_url()),
        hubfluencer: bare(&served.hubfluencer_url()),
        hubfluencer_token: served.hubfluencer_token(),
    };
    let args = Args::from([
        ("url".to_owned(), urls.riffkit.as_str().into()),
        ("data".to_owned(), data.into()),
    ]);
    run.output.say_with("cli-sandbox-listens", &args);
    if sandbox.print_urls {
        print_json(&urls);
    } else {
        run.output.result(&urls, |_| urls.riffkit.clone());
    }
    stopped.await;
    served.stop().await;
    run.output.say("cli-sandbox-stopped");
    Ok(Exit::Done)
}

fn setup(run: &Run, sandbox: &args::Sandbox) -> Result<sandbox::Setup, Stop> {
    let wrong = |argument: &str, value: &str| {
        let args = Args::from([
            ("argument".to_owned(), argument.into()),
            ("value".to_owned(), value.into()),
        ]);
        Stop::usage(run.output.words.say_with("cli-wrong-value", &args))
    };
    let data = match &sandbox.data {
        Some(folder) => std::path::absolute(folder).unwrap_or_else(|_| folder.clone()),
        None => Home::from_environment()?.sandbox(),
    };
    let mut setup = sandbox::Setup::new(data);
    setup.pace = sandbox.pace;
    if sandbox.pace.whole() <= sandbox::Pace::Fast.whole() {
        setup.sign_in_interval = QUICK_SIGN_IN;
    }
    if let Some(seconds) = sandbox.balance {
        if !seconds.is_finite() || seconds < 0.0 {
            return Err(wrong("--balance", &seconds.to_string()));
        }
        setup.balance_seconds = seconds;
    }
    if let Some(credits) = sandbox.hub_credits {
        setup.hub_credits = credits;
    }
    setup.templates = sandbox.templates;
    setup.reels = sandbox.reels;
    setup.past_days = sandbox.past_days;
    if let Some(daily_limit_seconds) = sandbox.team {
        if !daily_limit_seconds.is_finite() || daily_limit_seconds < 0.0 {
            return Err(wrong("--team", &daily_limit_seconds.to_string()));
        }
        setup.team = sandbox::Team::Several {
            daily_limit_seconds,
        };
    }
    for name in &sandbox.fault {
        setup
            .faults
            .arm_named(name)
            .map_err(|_| wrong("--fault", name))?;
    }
    Ok(setup)
}

/// The address without the slash at its end, as it is put before a path.
fn bare(url: &impl ToString) -> String {
    url.to_string().trim_end_matches('/').to_owned()
}

/// Resolves at SIGINT or SIGTERM.
#[cfg(unix)]
fn stopped(run: &Run) -> Result<impl Future<Output = ()>, Stop> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut terminate = signal(SignalKind::terminate()).map_err(|error| {
        let stop = Stop::own(Exit::Refused, OwnCode::SandboxFailed, "cli-sandbox-failed");
        stop.with("detail", error.to_string())
    })?;
    let interrupt = run.interrupt.clone();
    Ok(async move {
        tokio::select! {
            () = interrupt.pressed() => {}
            _ = terminate.recv() => {}
        }
    })
}

/// Resolves at Ctrl+C.
#[cfg(not(unix))]
fn stopped(run: &Run) -> Result<impl Future<Output = ()>, Stop> {
    let interrupt = run.interrupt.clone();
    Ok(async move { interrupt.pressed().await })
}
