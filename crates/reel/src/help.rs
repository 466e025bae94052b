//! `--help` and the words of a wrong command line, in the person's language.
//!
//! Keys are composed: `cli-help-<command>` for a command (`cli-help-reel` for the whole,
//! `cli-help-<command>-<command>` for one below another),
//! `cli-help-<command>-<argument>` for its arguments, `cli-help-hub-<argument>` for those of
//! Hubfluencer's commands that mean the same in all of them, `cli-help-reel-<argument>` for those that
//! every command understands, `cli-value-<name>` for what stands for a value.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory as _};
use contract::{Args as Values, Language};
use words::Words;

use crate::args::Args;

/// Below everything else.
const LAST: usize = 1_000;

/// The command line with its texts.
pub fn command(words: &Words) -> Command {
    // clap wants to own its texts for good; this happens once in a run.
    let root = Args::command()
        .disable_help_subcommand(true)
        .version(env!("CARGO_PKG_VERSION"));
    let root = root
        .subcommand_help_heading(words.say("cli-heading-commands"))
        .subcommand_value_name(words.say("cli-value-command"));
    told(root, &Place::root(), words)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .long("version")
                .short('V')
                .action(ArgAction::Version)
                .help(words.say("cli-help-reel-version"))
                .display_order(LAST)
                .help_heading(words.say("cli-heading-options")),
        )
        .mut_subcommands(|command| {
            let place = Place::root().of(&command);
            nested(told(command, &place, words), &place, words)
        })
}

/// Where a command stands.
struct Place {
    /// What its texts' keys have.
    key: String,
    /// How it is written.
    spoken: String,
}

impl Place {
    fn root() -> Self {
        Self {
            key: "reel".to_owned(),
            spoken: "reel".to_owned(),
        }
    }

    /// That of a command below this one.
    fn of(&self, command: &Command) -> Self {
        let name = command.get_name();
        let key = match self.key.as_str() {
            "reel" => name.to_owned(),
            above => format!("{above}-{name}"),
        };
        Self {
            key,
            spoken: format!("{} {name}", self.spoken),
        }
    }
}

/// The commands below a command, however deep.
fn nested(command: Command, place: &Place, words: &Words) -> Command {
    if !command.has_subcommands() {
        return command;
    }
    command
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.say("cli-heading-commands"))
        .subcommand_value_name(words.say("cli-value-command"))
        .mut_subcommands(|command| {
            let place = place.of(&command);
            nested(told(command, &place, words), &place, words)
        })
}

fn told(command: Command, place: &Place, words: &Words) -> Command {
    let name = place.key.as_str();
    let about = words.say(&format!("cli-help-{name}"));
    let template = format!(
        "{{about-with-newline}}\n{}: {{usage}}\n\n{{all-args}}{{after-help}}",
        words.say("cli-heading-usage")
    );
    let usage = usage(&command, &place.spoken, words);
    // As they are declared: clap would sort what stands below a heading of our own.
    let mut order = 0;
    // Their keys are composed as those of arguments are.
    let below: Vec<String> = command
        .get_subcommands()
        .map(|command| command.get_name().to_owned())
        .collect();
    let command = command
        .about(about)
        .override_usage(usage)
        .long_about(None)
        .help_template(template)
        .disable_help_flag(true)
        .mut_args(|arg| {
            order += 1;
            told_argument(arg, name, &below, words).display_order(order)
        })
        .arg(
            Arg::new("help")
                .long("help")
                .short('h')
                .action(ArgAction::Help)
                .help(words.say("cli-help-reel-help"))
                .display_order(LAST)
                .help_heading(words.say("cli-heading-options")),
        );
    match after(name) {
        Some(key) => command.after_help(words.say(key)),
        None => command,
    }
}

/// What stands below a command's options: examples where they help.
fn after(name: &str) -> Option<&'static str> {
    Some(match name {
        "reel" => "cli-help-exits",
        "riff" => "cli-examples-riff",
        "batch" => "cli-examples-batch",
        "product-create" => "cli-examples-product-create",
        "product-add-image" => "cli-examples-product-add-image",
        "tasks" => "cli-examples-tasks",
        "templates" => "cli-examples-templates",
        "limits" => "cli-examples-limits",
        "sandbox" => "cli-examples-sandbox",
        "short" => "cli-examples-short",
        "carousel" => "cli-examples-carousel",
        "editor" => "cli-examples-editor",
        _ => return None,
    })
}

/// The line that shows the order of things. clap's own has English in it.
fn usage(command: &Command, spoken: &str, words: &Words) -> String {
    let mut line = spoken.to_owned();
    line.push_str(&format!(" [{}]", words.say("cli-value-options")));
    for required in command.get_opts().filter(|arg| arg.is_required_set()) {
        let names = required.get_value_names().unwrap_or_default();
        let value = names
            .iter()
            .map(|name| words.say(&format!("cli-value-{name}")));
        let value: Vec<_> = value.map(|value| format!("<{value}>")).collect();
        if let Some(long) = required.get_long() {
            line.push_str(&format!(" --{long} {}", value.join(" ")));
        }
    }
    let positionals = command
        .get_positionals()
        .flat_map(|arg| arg.get_value_names());
    for name in positionals.flatten() {
        line.push_str(&format!(" <{}>", words.say(&format!("cli-value-{name}"))));
    }
    if command.has_subcommands() && !command.is_args_conflicts_with_subcommands_set() {
        line.push_str(&format!(" <{}>", words.say("cli-value-command")));
    }
    line
}

fn told_argument(arg: Arg, command: &str, below: &[String], words: &Words) -> Arg {
    let id = arg.get_id().as_str().replace('_', "-");
    let heading = if arg.is_positional() {
        "cli-heading-arguments"
    } else if arg.is_global_set() {
        "cli-heading-everywhere"
    } else {
        "cli-heading-options"
    };
    let own = format!("cli-help-{command}-{id}");
    let shared = format!("cli-help-hub-{id}");
    // A key that is in neither place is missed by its own name.
    let has_own = words.has(&own) && !below.contains(&id);
    let key = if !has_own && words.has(&shared) {
        shared
    } else {
        own
    };
    let arg = arg
        .help(words.say(&key))
        .long_help(None)
        .help_heading(words.say(heading));
    if !arg.get_action().takes_values() {
        return arg;
    }
    let names: Vec<String> = arg
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .map(|name| words.say(&format!("cli-value-{name}")))
        .collect();
    arg.value_names(names)
        .hide_default_value(true)
        .hide_possible_values(true)
}

/// What is wrong with a command line, in one sentence.
pub fn wrong(words: &Words, error: &clap::Error) -> String {
    let context = |kind| match error.get(kind) {
        Some(ContextValue::String(text)) => Some(text.clone()),
        Some(ContextValue::Strings(texts)) => Some(texts.join(", ")),
        _ => None,
    };
    let argument =
        context(ContextKind::InvalidArg).or_else(|| context(ContextKind::InvalidSubcommand));
    let value = context(ContextKind::InvalidValue);
    let key = match error.kind() {
        ErrorKind::UnknownArgument => "cli-wrong-argument",
        ErrorKind::InvalidSubcommand => "cli-wrong-command",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.as_deref() == Some("") => {
            "cli-wrong-no-value"
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-wrong-value",
        ErrorKind::MissingRequiredArgument => "cli-wrong-missing",
        ErrorKind::ArgumentConflict => "cli-wrong-conflict",
        ErrorKind::InvalidUtf8 => "cli-wrong-utf8",
        _ => "cli-wrong",
    };
    let mut values = Values::new();
    for (name, text) in [("argument", argument), ("value", value)] {
        values.insert(name.to_owned(), text.unwrap_or_default().into());
    }
    words.say_with(key, &values)
}

/// The language of the words, known before the command line is: `--words`, then the settings,
/// then the system's.
pub fn language(arguments: &[String], settings: impl FnOnce() -> Option<Language>) -> Language {
    asked(arguments)
        .or_else(settings)
        .unwrap_or_else(words::system_language)
}

fn asked(arguments: &[String]) -> Option<Language> {
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix("--words") {
            Some("") => return arguments.next().map(|tag| Language::nearest(tag)),
            Some(rest) => return rest.strip_prefix('=').map(Language::nearest),
            None if argument == "--" => return None,
            None => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_argument_has_its_words() {
        for &language in Language::ALL {
            // A missing key panics in `say`, an ill-formed command in `debug_assert`.
            command(&Words::of(language)).debug_assert();
        }
    }

    #[test]
    fn the_language_is_known_before_the_command_line_is() {
        let line = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let of = |text: &str| asked(&line(text));
        assert_eq!(of("reel --words es --help"), Some(Language::Spanish));
        assert_eq!(of("reel check --words=zh-Hans x"), Some(Language::Chinese));
        assert_eq!(of("reel check -- --words es"), None);
        assert_eq!(of("reel check x"), None);
    }
}
