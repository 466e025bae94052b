//! What a front asks of the core, and what it mentions.

use std::collections::{BTreeMap, BTreeSet};

use super::calls::Calls;
use super::core::{Core, Given};
use super::source::Sources;

/// A front: the page, or the command line.
pub struct Front {
    /// What is reached, by the word for the way there.
    ways: BTreeMap<String, BTreeSet<String>>,
    /// Every name in its code.
    names: BTreeSet<String>,
}

impl Front {
    /// The page: the requests that it makes, and what the shell begins by itself for it.
    pub fn page<'a>(page: &Sources, shell: &'a Sources, calls: &Calls<'a>) -> Self {
        let names = names(page);
        let mut ways = BTreeMap::new();
        for function in &shell.functions {
            let way = match function.name.strip_prefix("Request::") {
                Some(request) if !names.contains(request) => continue,
                Some(request) => request.to_owned(),
                // The command itself holds every arm.
                None if function.name == "ask" => continue,
                None => format!("({})", function.name),
            };
            let reached = calls.reached_from(function);
            ways.entry(way)
                .or_insert_with(BTreeSet::new)
                .extend(reached.into_iter().map(str::to_owned));
        }
        Self { ways, names }
    }

    /// The command line: every one of its functions is a way, called by its file.
    pub fn reel<'a>(reel: &'a Sources, calls: &Calls<'a>) -> Self {
        let mut ways: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for function in &reel.functions {
            let reached = calls.reached_from(function);
            ways.entry(function.file.clone())
                .or_default()
                .extend(reached.into_iter().map(str::to_owned));
        }
        Self {
            ways,
            names: names(reel),
        }
    }

    /// The shortest way to one of the core's functions: one that the person takes before one that
    /// is begun by itself.
    pub fn leads_to(&self, core: &Core<'_>) -> Option<String> {
        let goals: Vec<&str> = core.callers.iter().map(|f| f.name.as_str()).collect();
        self.ways
            .iter()
            .filter(|(_, reached)| goals.iter().any(|goal| reached.contains(*goal)))
            .min_by_key(|(way, reached)| (way.starts_with('('), reached.len()))
            .map(|(way, _)| way.clone())
    }

    /// The field of the contract by which the front gives a parameter; `core` where it is made from
    /// none.
    pub fn mentions(&self, given: &Given, contract: &Sources) -> Option<String> {
        let fields: Vec<&String> = given
            .from
            .iter()
            .filter(|name| contract.has_field(name))
            .collect();
        if fields.is_empty() {
            return Some("core".to_owned());
        }
        fields
            .into_iter()
            .find(|field| self.names.contains(*field))
            .cloned()
    }
}

fn names(sources: &Sources) -> BTreeSet<String> {
    sources
        .functions
        .iter()
        .flat_map(|function| function.names.iter().cloned())
        .collect()
}
