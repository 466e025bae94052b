//! What a front asks of the core, and what it mentions.

use std::collections::{BTreeMap, BTreeSet};

use super::calls::Calls;
use super::core::{Core, Given};
use super::source::{Place, Sources};

/// A front: the page, or the command line.
pub struct Front<'a> {
    /// What is reached and how far off it is, by the word for the way there.
    ways: BTreeMap<String, BTreeMap<Place<'a>, usize>>,
    /// Every name in its code.
    names: BTreeSet<String>,
}

impl<'a> Front<'a> {
    /// The page: the requests that it makes, and what the shell begins by itself for it.
    pub fn page(page: &Sources, shell: &'a Sources, calls: &Calls<'a>) -> Self {
        let names = names(page);
        let mut ways: BTreeMap<String, BTreeMap<Place<'_>, usize>> = BTreeMap::new();
        for function in &shell.functions {
            let way = match function.name.strip_prefix("Request::") {
                Some(request) if !names.contains(request) => continue,
                Some(request) => request.to_owned(),
                // These hold every arm.
                None if matches!(function.name.as_str(), "ask" | "hub") => continue,
                None => format!("({})", function.name),
            };
            nearer(ways.entry(way).or_default(), calls.reached_from(function));
        }
        Self { ways, names }
    }

    /// The command line: each of its commands is a way.
    pub fn reel(reel: &'a Sources, calls: &Calls<'a>) -> Self {
        let mut ways: BTreeMap<String, BTreeMap<Place<'_>, usize>> = BTreeMap::new();
        for function in &reel.functions {
            if let Some(command) = function.name.strip_prefix("Command::") {
                let way = ways.entry(command.to_lowercase()).or_default();
                nearer(way, calls.reached_from(function));
            }
        }
        Self {
            ways,
            names: names(reel),
        }
    }

    /// A way to one of the core's functions: one that the person takes before one that is begun by
    /// itself, then one that is called like it, then the shortest.
    pub fn leads_to(&self, core: &Core<'_>) -> Option<String> {
        let far = |reached: &BTreeMap<Place<'_>, usize>| {
            let goals = core.callers.iter().map(|caller| caller.place());
            goals.filter_map(|goal| reached.get(&goal)).min().copied()
        };
        self.ways
            .iter()
            .filter_map(|(way, reached)| Some((way, far(reached)?)))
            .min_by_key(|(way, far)| {
                let is_called_so = core.called.split('_').any(|word| word == way.as_str());
                (way.starts_with('('), !is_called_so, *far)
            })
            .map(|(way, _)| way.clone())
    }

    /// The field of the contract by which the front gives a parameter; `core` where it is made from
    /// none.
    pub fn mentions(&self, given: &Given, contract: &Sources) -> Option<String> {
        let fields = |names: &BTreeSet<String>| -> Vec<String> {
            let of_contract = names.iter().filter(|name| contract.has_field(name));
            of_contract.cloned().collect()
        };
        let direct = fields(&given.from);
        let mut candidates = if direct.is_empty() {
            fields(&given.wider)
        } else {
            direct
        };
        if candidates.is_empty() {
            return Some("core".to_owned());
        }
        // The one that is called like the parameter tells the most.
        candidates.sort_by_key(|field| !given.parameter.contains(field.as_str()));
        candidates
            .into_iter()
            .find(|field| self.names.contains(field))
    }
}

/// Keeps the shorter of two ways to the same.
fn nearer<'a>(known: &mut BTreeMap<Place<'a>, usize>, reached: BTreeMap<Place<'a>, usize>) {
    for (place, steps) in reached {
        let way = known.entry(place).or_insert(steps);
        *way = steps.min(*way);
    }
}

fn names(sources: &Sources) -> BTreeSet<String> {
    sources
        .functions
        .iter()
        .flat_map(|function| function.names.iter().cloned())
        .collect()
}
