//! What the core does with the client's functions.

use std::collections::BTreeSet;

use super::calls::{self, Calls};
use super::client::Client;
use super::source::{Function, Sources};

/// The functions of the core that call one of the client's.
pub struct Core<'a> {
    pub callers: Vec<&'a Function>,
    /// The client's function.
    pub called: String,
}

/// What the core gives for a parameter.
pub struct Given {
    /// Its name.
    pub parameter: String,
    /// The function that gives it.
    by: String,
    /// The names that it is made from.
    pub from: BTreeSet<String>,
    /// The names that those are made from.
    pub wider: BTreeSet<String>,
}

/// Finds them: the functions that name the client and the function.
pub fn find<'a>(client: &Client<'_>, studio: &'a Sources, _: &Calls<'a>) -> Option<Core<'a>> {
    let callers: Vec<_> = studio
        .functions
        .iter()
        .filter(|function| function.names.contains(&client.name) && function.names.contains("api"))
        .collect();
    (!callers.is_empty()).then_some(Core {
        callers,
        called: client.name.clone(),
    })
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
        contract: &Sources,
    ) -> Option<Given> {
        let is_argument = client.function.arguments.contains(parameter)
            || client.endpoint.placeholders().any(|name| name == parameter);
        if is_argument {
            let caller = self.callers.first()?;
            return Some(Given {
                parameter: parameter.to_owned(),
                by: caller.name.clone(),
                from: BTreeSet::from([parameter.to_owned()]),
                wider: BTreeSet::new(),
            });
        }
        let file = client.function.file.as_str();
        let types: Vec<&str> = riffkit.types_of(client.function, parameter).collect();
        let sets = |function: &Function, owners: &[&str]| -> Option<usize> {
            function.sets.iter().position(|set| {
                let of_ours = set.owner.iter().any(|name| owners.contains(&name.as_str()));
                set.field == parameter && of_ours
            })
        };
        let is_of_contract = |function: &Function, place: usize| {
            let mut from = function.sets[place].from.iter();
            from.any(|name| contract.has_field(name))
        };
        let in_core = studio
            .functions
            .iter()
            .filter_map(|one| Some((one, sets(one, &types)?)))
            // What a front is asked for, before what the core decides elsewhere by itself.
            .min_by_key(|(one, place)| !is_of_contract(one, *place));
        // Or by a constructor of the client's that the core calls, such as that of a usual query.
        let (function, place) = in_core.or_else(|| {
            let owners: Vec<&str> = types.iter().copied().chain(["Self"]).collect();
            let constructors = riffkit.functions.iter().filter(|one| one.file == file);
            constructors
                .filter_map(|one| Some((one, sets(one, &owners)?)))
                .find(|(one, _)| {
                    let is_called = |caller: &Function| caller.names.contains(&one.name);
                    studio.functions.iter().any(is_called)
                })
        })?;
        let from = function.sets[place].from.clone();
        let mut wider = BTreeSet::new();
        for name in from.iter().filter(|name| !calls::is_common(name)) {
            for inner in studio.named(name) {
                wider.extend(inner.names.iter().cloned());
            }
        }
        // A value by its own name: a variable that was made from something in the same function.
        if from.len() == 1 && from.contains(parameter) {
            wider.extend(function.names.iter().cloned());
        }
        Some(Given {
            parameter: parameter.to_owned(),
            by: function.name.clone(),
            from,
            wider,
        })
    }
}

impl Given {
    /// For the table.
    pub fn word(&self) -> String {
        self.by.clone()
    }
}
