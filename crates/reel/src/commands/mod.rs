//! The commands, each in a file of its own.

mod activity;
mod asking;
mod characters;
mod check;
mod hub;
mod library;
mod limits;
mod login;
mod logout;
mod over_limit;
mod plan;
mod products;
mod queue;
mod references;
mod restate;
mod retry;
mod riff;
mod sandbox;
mod save;
mod saving;
mod tasks;
mod templates;
mod usage;
mod watch;

use std::ffi::OsString;

use clap::FromArgMatches as _;
use clap::error::ErrorKind;
use words::Words;

use crate::args::{Args, Command, Global, Service};
use crate::exit::Exit;
use crate::interrupt::Interrupt;
use crate::output::Output;
use crate::run::Run;
use crate::stop::Stop;
use crate::{front, help};

/// Reads the command line, does it, and says how it went.
pub fn main() -> Exit {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let spelled: Vec<String> = arguments
        .iter()
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let words = Words::of(help::language(&spelled, front::preferred_language));
    let parsed = help::command(&words)
        .try_get_matches_from(&arguments)
        .and_then(|matches| Args::from_arg_matches(&matches));
    match parsed {
        Ok(args) => perform(args, words),
        Err(error) => misspelled(&error, words, &spelled),
    }
}

fn perform(args: Args, words: Words) -> Exit {
    let output = Output::new(words, &args.global);
    // Neither a journal nor a server nor a runtime: it is to be quick.
    if let Command::Check(check) = &args.command {
        return ended(&output, check::run(&output, check));
    }
    log_to_stderr();
    let runtime = match tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
    {
        Ok(runtime) => runtime,
        Err(error) => {
            let refusal = contract::Refusal::new(contract::Code::Internal);
            return ended(
                &output,
                Err(refusal.with("detail", error.to_string()).into()),
            );
        }
    };
    let done = runtime.block_on(command(&output, args));
    // A thread may still be blocked on a terminal or a keychain: it ends with the process.
    runtime.shutdown_background();
    ended(&output, done)
}

async fn command(output: &Output, args: Args) -> Result<Exit, Stop> {
    let run = Run {
        output: output.clone(),
        global: args.global,
        interrupt: Interrupt::listen(),
    };
    match args.command {
        Command::Check(check) => check::run(&run.output, &check),
        Command::Login(login) => match login.service {
            Service::Riffkit => login::run(&run, &login).await,
            Service::Hubfluencer => hub::login(&run, &login).await,
        },
        Command::Logout(logout) => match logout.service {
            Service::Riffkit => logout::run(&run).await,
            Service::Hubfluencer => hub::logout(&run).await,
        },
        Command::Riff(riff) => riff::run(&run, riff).await,
        Command::Batch(batch) => riff::batch(&run, batch).await,
        Command::Queue(queue) => queue::run(&run, &queue).await,
        Command::Library(library) => library::run(&run, library).await,
        Command::Templates(templates) => templates::list(&run, templates).await,
        Command::Template(template) => templates::one(&run, template).await,
        Command::Characters(characters) => characters::list(&run, characters).await,
        Command::Products => products::list(&run).await,
        Command::Product(product) => products::write(&run, product).await,
        Command::Tasks(tasks) => tasks::list(&run, tasks).await,
        Command::Task(task) => tasks::one(&run, task).await,
        Command::Cancel(task) => tasks::cancel(&run, &task.task).await,
        Command::Retry(retry) => retry::run(&run, retry).await,
        Command::References(references) => references::list(&run, references).await,
        Command::Upload(upload) => references::upload(&run, upload).await,
        Command::Usage(usage) => usage::usage(&run, usage).await,
        Command::Plans => usage::plans(&run).await,
        Command::Limits(limits) => limits::run(&run, limits).await,
        Command::Team => usage::team(&run).await,
        Command::Activity => activity::list(&run).await,
        Command::Diagnostics => activity::diagnostics(&run).await,
        Command::Save(save) => save::run(&run, save).await,
        Command::Short(short) => hub::short(&run, short).await,
        Command::Carousel(carousel) => hub::carousel(&run, carousel).await,
        Command::Editor(editor) => hub::editor(&run, editor).await,
        Command::Credits => hub::credits(&run).await,
        Command::Assists(assists) => hub::assists(&run, assists).await,
        Command::Tokens(tokens) => hub::tokens(&run, tokens).await,
        Command::Purchases(purchases) => hub::purchases(&run, purchases).await,
        Command::Sandbox(sandbox) => sandbox::run(&run, sandbox).await,
    }
}

fn ended(output: &Output, done: Result<Exit, Stop>) -> Exit {
    done.unwrap_or_else(|stop| {
        output.failure(&stop);
        stop.exit
    })
}

/// A command line that can't be followed, or that asks for help.
fn misspelled(error: &clap::Error, words: Words, spelled: &[String]) -> Exit {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A reader that went away (`reel --help | head`) is no failure of ours.
            let _ = error.print();
            Exit::Done
        }
        kind => {
            let global = Global {
                json: spelled.iter().any(|argument| argument == "--json"),
                quiet: false,
                live: false,
                limit_rate: None,
                words: None,
            };
            let sentence = match kind {
                ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
                | ErrorKind::MissingSubcommand => words.say("cli-wrong-no-command"),
                _ => help::wrong(&words, error),
            };
            ended(&Output::new(words, &global), Err(Stop::usage(sentence)))
        }
    }
}

/// The log, for the one who asks for it with `REELWRIGHT_LOG` (`info`, `studio=debug`, …).
fn log_to_stderr() {
    if let Ok(filter) = tracing_subscriber::EnvFilter::try_from_env("REELWRIGHT_LOG") {
        // A second logger in one process can't be: this is the only one.
        let _ = tracing_subscriber::fmt()
            .with_env_filter(filter)
            .with_writer(std::io::stderr)
            .try_init();
    }
}
