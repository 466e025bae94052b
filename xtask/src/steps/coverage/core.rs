//! What the core does with the client's functions.

use std::collections::BTreeSet;

use super::calls::Calls;
use super::client::Client;
use super::source::{Function, Sources};

/// The functions of the core that call one of the client's.
pub struct Core<'a> {
    pub callers: Vec<&'a Function>,
}

/// What the core gives for a parameter.
pub struct Given {
    /// The function that gives it.
    by: String,
    /// The names that it is made from, and those that they are made from.
    pub from: BTreeSet<String>,
}

/// Finds them: the functions that name the client and the function.
pub fn find<'a>(client: &Client<'_>, studio: &'a Sources, _: &Calls<'a>) -> Option<Core<'a>> {
    let callers: Vec<_> = studio
        .functions
        .iter()
        .filter(|function| function.names.contains(&client.name) && function.names.contains("api"))
        .collect();
    (!callers.is_empty()).then_some(Core { callers })
}

impl Core<'_> {
    /// For the table.
    pub fn word(&self) -> String {
        self.callers
            .first()
            .map(|caller| caller.name.clone())
            .unwrap_or_default()
    }

    /// What is given for a parameter: the field of that name that is set somewhere in the core, or
    /// the argument of that name.
    pub fn gives(
        &self,
        parameter: &str,
        client: &Client<'_>,
        riffkit: &Sources,
        studio: &Sources,
    ) -> Option<Given> {
        let is_argument = client.function.arguments.contains(parameter)
            || client.endpoint.placeholders().any(|name| name == parameter);
        if is_argument {
            let caller = self.callers.first()?;
            return Some(Given {
                by: caller.name.clone(),
                from: BTreeSet::from([parameter.to_owned()]),
            });
        }
        if !riffkit.has_field(parameter) {
            return None;
        }
        let (function, setting) = studio.functions.iter().find_map(|function| {
            let setting = function.sets.iter().find(|set| set.field == parameter)?;
            Some((function, setting))
        })?;
        let mut from = setting.from.clone();
        for name in &setting.from {
            for inner in studio.named(name) {
                from.extend(inner.names.iter().cloned());
            }
        }
        // A value by its own name: a variable that was made from something in the same function.
        if from.len() == 1 && from.contains(parameter) {
            from.extend(function.names.iter().cloned());
        }
        Some(Given {
            by: function.name.clone(),
            from,
        })
    }
}

impl Given {
    /// For the table.
    pub fn word(&self) -> String {
        self.by.clone()
    }
}
