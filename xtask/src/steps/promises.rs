//! The page of promises: each has a test behind it, and that test is really there.

use std::collections::HashMap;
use std::fs;

use anyhow::{Context, Result, bail};
use syn::visit::{self, Visit};

use crate::project::Project;

/// The page, at the project's root.
const PAGE: &str = "PROMISES.md";

/// Checks that each row of the page's tables names at least one test by a link, and that the file it
/// leads to has a test of that name.
///
/// # Errors
/// A promise has no test, or names one that is not there; all of them are listed.
pub fn check(project: &Project) -> Result<()> {
    let page =
        fs::read_to_string(project.path(PAGE)).with_context(|| format!("{PAGE} can't be read"))?;
    let promises = promises(&page);
    let mut breaches = Vec::new();
    let mut known: HashMap<&str, Vec<String>> = HashMap::new();
    for promise in &promises {
        if promise.tests.is_empty() {
            breaches.push(format!("{PAGE}:{}: no test behind it", promise.line));
        }
        for (name, path) in &promise.tests {
            if !known.contains_key(path) {
                let names = fs::read_to_string(project.path(path))
                    .map_err(anyhow::Error::from)
                    .and_then(|source| tests_of(&source));
                match names {
                    Ok(names) => {
                        known.insert(path, names);
                    }
                    Err(error) => {
                        breaches.push(format!("{PAGE}:{}: {path}: {error}", promise.line));
                        continue;
                    }
                }
            }
            let is_there = known
                .get(path)
                .is_some_and(|names| names.iter().any(|known| known == name));
            if !is_there {
                breaches.push(format!("{PAGE}:{}: no test {name} in {path}", promise.line));
            }
        }
    }
    if promises.is_empty() {
        bail!("{PAGE} promises nothing");
    }
    if !breaches.is_empty() {
        bail!("promises without their tests:\n{}", breaches.join("\n"));
    }
    let tests: usize = promises.iter().map(|promise| promise.tests.len()).sum();
    println!("{} promises, {tests} tests behind them.", promises.len());
    Ok(())
}

/// A row of a table.
struct Promise<'a> {
    /// Counted from 1.
    line: usize,
    /// Name and file of each test.
    tests: Vec<(&'a str, &'a str)>,
}

/// The rows of the page's tables, without their heads.
fn promises(page: &str) -> Vec<Promise<'_>> {
    let lines: Vec<&str> = page.lines().collect();
    let is_rule = |line: &str| line.starts_with("|--") || line.starts_with("| --");
    lines
        .iter()
        .enumerate()
        .filter(|(at, line)| {
            let is_head = lines.get(at + 1).is_some_and(|next| is_rule(next));
            line.starts_with('|') && !is_rule(line) && !is_head
        })
        .map(|(at, line)| Promise {
            line: at + 1,
            tests: links(line),
        })
        .collect()
}

/// The links of a line whose text is a name in code marks: the name, and where it leads.
fn links(line: &str) -> Vec<(&str, &str)> {
    line.split("[`")
        .skip(1)
        .filter_map(|rest| {
            let (name, rest) = rest.split_once("`](")?;
            let (path, _) = rest.split_once(')')?;
            Some((name, path))
        })
        .collect()
}

/// The names of the tests of a source file, those in its modules too.
fn tests_of(source: &str) -> Result<Vec<String>> {
    let mut found = Tests::default();
    found.visit_file(&syn::parse_file(source)?);
    Ok(found.names)
}

#[derive(Default)]
struct Tests {
    names: Vec<String>,
}

impl<'ast> Visit<'ast> for Tests {
    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        let is_test = item.attrs.iter().any(|attribute| {
            let last = attribute.path().segments.last();
            last.is_some_and(|segment| segment.ident == "test")
        });
        if is_test {
            self.names.push(item.sig.ident.to_string());
        }
        visit::visit_item_fn(self, item);
    }

    fn visit_macro(&mut self, item: &'ast syn::Macro) {
        // `proptest! { #[test] fn name(…) … }`: its functions are no Rust yet.
        let words: Vec<String> = item
            .tokens
            .clone()
            .into_iter()
            .map(|token| token.to_string())
            .collect();
        for pair in words.windows(2) {
            if let [word, name] = pair
                && word == "fn"
            {
                self.names.push(name.clone());
            }
        }
    }
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn each_row_of_a_table_is_a_promise() {
        let page =
            "# Words\n\n| what | test |\n|---|---|\n| a | [`b`](c.rs), [`d`](e.rs) |\n| f | |\n";
        let found = promises(page);
        let [first, second] = &found[..] else {
            panic!("{} rows", found.len());
        };
        assert_eq!(first.tests, [("b", "c.rs"), ("d", "e.rs")]);
        assert_eq!((second.line, second.tests.len()), (6, 0));
    }

    #[test]
    fn only_tests_count() {
        let source = "fn a() {} #[test] fn b() {} mod c { #[tokio::test(start_paused = true)] async fn d() {} }
            proptest! { #[test] fn e(x in 0..9) { } }";
        assert_eq!(tests_of(source).expect("Rust"), ["b", "d", "e"]);
    }
}
