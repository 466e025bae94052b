//! Who calls whom, by name.

use std::collections::{BTreeMap, VecDeque};

use super::source::{Function, Sources};

/// Names that too many functions have for them to tell anything.
const COMMON: &[&str] = &[
    "new", "default", "from", "get", "set", "with", "of", "view", "read", "put", "send", "clone",
    "now", "next", "take", "fmt", "run", "start", "close", "wake", "change", "spawn", "tell",
    "text", "name", "parse", "as_str", "word", "kind", "open", "main", "stop", "fail",
];

/// Whether a name is one of those that tell nothing.
pub fn is_common(name: &str) -> bool {
    COMMON.contains(&name)
}

/// The functions of some packages, and the ways between them.
pub struct Calls<'a> {
    by_name: BTreeMap<&'a str, Vec<&'a Function>>,
}

impl<'a> Calls<'a> {
    /// The ways within these packages.
    pub fn within(packages: &[&'a Sources]) -> Self {
        let mut by_name: BTreeMap<&str, Vec<&Function>> = BTreeMap::new();
        for function in packages.iter().flat_map(|package| &package.functions) {
            by_name.entry(&function.name).or_default().push(function);
        }
        Self { by_name }
    }

    /// The names of every function that is reached from `start`, itself included, with the number
    /// of calls on the shortest way there.
    pub fn reached_from(&self, start: &'a Function) -> BTreeMap<&'a str, usize> {
        let mut reached = BTreeMap::from([(start.name.as_str(), 0)]);
        let mut open = VecDeque::from([(start, 0)]);
        while let Some((function, steps)) = open.pop_front() {
            for name in &function.names {
                if is_common(name) || reached.contains_key(name.as_str()) {
                    continue;
                }
                if let Some((name, called)) = self.by_name.get_key_value(name.as_str()) {
                    reached.insert(name, steps + 1);
                    open.extend(called.iter().map(|function| (*function, steps + 1)));
                }
            }
        }
        reached
    }
}
