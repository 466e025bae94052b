//! What a front asks of the core, and what it mentions.

use std::collections::{BTreeMap, BTreeSet};

use super::calls::Calls;
use super::core::{Core, Given};
use super::source::Sources;

/// A front: the page, or the command line.
pub struct Front {
    /// What is reached and how far off it is, by the word for the way there.
    ways: BTreeMap<String, BTreeMap<String, usize>>,
    /// Every name in its code.
    names: BTreeSet<String>,
}

impl Front {
    /// The page: the requests that it makes, and what the shell begins by itself for it.
    pub fn page<'a>(page: &Sources, shell: &'a Sources, calls: &Calls<'a>) -> Self {
        let names = names(page);
        let mut ways: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for function in &shell.functions {
            let way = match function.name.strip_prefix("Request::") {
                Some(request) if !names.contains(request) => continue,
                Some(request) => request.to_owned(),
                // The command itself holds every arm.
                None if function.name == "ask" => continue,
                None => format!("({})", function.name),
            };
            nearer(ways.entry(way).or_default(), calls.reached_from(function));
        }
        Self { ways, names }
    }

    /// The command line: every one of its functions is a way, called by its file.
    pub fn reel<'a>(reel: &'a Sources, calls: &Calls<'a>) -> Self {
        let mut ways: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
        for function in &reel.functions {
            let way = ways.entry(function.file.clone()).or_default();
            nearer(way, calls.reached_from(function));
        }
        Self {
            ways,
            names: names(reel),
        }
    }

    /// The shortest way to one of the core's functions: one that the person takes before one that
    /// is begun by itself.
    pub fn leads_to(&self, core: &Core<'_>) -> Option<String> {
        let far = |reached: &BTreeMap<String, usize>| {
            let goals = core.callers.iter().map(|caller| caller.name.as_str());
            goals.filter_map(|goal| reached.get(goal)).min().copied()
        };
        self.ways
            .iter()
            .filter_map(|(way, reached)| Some((way, far(reached)?)))
            .min_by_key(|(way, far)| (way.starts_with('('), *far))
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
fn nearer(known: &mut BTreeMap<String, usize>, reached: BTreeMap<&str, usize>) {
    for (name, steps) in reached {
        let way = known.entry(name.to_owned()).or_insert(steps);
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
