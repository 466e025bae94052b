//! Who calls whom, by name.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::source::{Call, Function, Place, Sources};

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
    by_path: BTreeMap<Place<'a>, Vec<&'a Function>>,
    files: BTreeSet<&'a str>,
    folders: BTreeSet<&'a str>,
}

impl<'a> Calls<'a> {
    /// The ways within these packages.
    pub fn within(packages: &[&'a Sources]) -> Self {
        let mut calls = Self {
            by_name: BTreeMap::new(),
            by_path: BTreeMap::new(),
            files: BTreeSet::new(),
            folders: packages
                .iter()
                .flat_map(|package| package.folders.iter().map(String::as_str))
                .collect(),
        };
        for function in packages.iter().flat_map(|package| &package.functions) {
            let place = function.place();
            calls.by_name.entry(place.1).or_default().push(function);
            calls.by_path.entry(place).or_default().push(function);
            calls.files.insert(place.0);
        }
        calls
    }

    /// Every function that is reached from `start`, itself included, by its file and name, with the
    /// number of calls on the shortest way there.
    pub fn reached_from(&self, start: &'a Function) -> BTreeMap<Place<'a>, usize> {
        let mut reached = BTreeMap::from([(start.place(), 0)]);
        let mut seen = BTreeSet::from([std::ptr::from_ref(start)]);
        let mut open = VecDeque::from([(start, 0)]);
        while let Some((function, steps)) = open.pop_front() {
            for called in function
                .calls
                .iter()
                .flat_map(|call| self.meant(function, call))
            {
                if seen.insert(std::ptr::from_ref(called)) {
                    reached.entry(called.place()).or_insert(steps + 1);
                    open.push_back((called, steps + 1));
                }
            }
        }
        reached
    }

    /// What a call may mean: exactly that function where its module is a file, nothing where it is
    /// another package's, else all of the name.
    fn meant(&self, from: &'a Function, call: &'a Call) -> Vec<&'a Function> {
        let of_file = |file: &'a str, name: &'a str| self.by_path.get(&(file, name)).cloned();
        let anywhere = |name: &str| -> Vec<&'a Function> {
            let known = self.by_name.get(name).filter(|_| !is_common(name));
            known.cloned().unwrap_or_default()
        };
        match call {
            Call::Method(name) => methods(anywhere(name)),
            Call::OnSelf(name) => match methods(of_file(&from.file, name).unwrap_or_default()) {
                of_others if of_others.is_empty() => methods(anywhere(name)),
                own => own,
            },
            Call::Named(name) => of_file(&from.file, name).unwrap_or_default(),
            Call::Free(name) => of_file(&from.file, name).unwrap_or_else(|| {
                let found = anywhere(name).into_iter();
                found.filter(|function| !function.is_method).collect()
            }),
            Call::Path(module, name) => match of_file(module, name) {
                Some(exactly) => exactly,
                None if self.files.contains(module.as_str()) => Vec::new(),
                None if self.is_of_these(module) => anywhere(name),
                None => Vec::new(),
            },
        }
    }

    /// Whether a path's first part is a type, or a module that is no other package's.
    fn is_of_these(&self, module: &str) -> bool {
        let is_type = module.starts_with(|letter: char| letter.is_ascii_uppercase());
        is_type || matches!(module, "crate" | "self" | "super") || self.folders.contains(module)
    }
}

fn methods(functions: Vec<&Function>) -> Vec<&Function> {
    let mut functions = functions;
    functions.retain(|function| function.is_method);
    functions
}
