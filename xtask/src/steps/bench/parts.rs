//! What a compiled page is made of: the code of each crate, by the names that the compiler left in it.

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// A part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// A crate, or what is no code.
    pub name: String,
    /// Bytes of it.
    pub bytes: u64,
}

/// The parts of a page, as it was compiled and before it was optimised, the largest first.
///
/// # Errors
/// It is no WASM.
pub fn parts(compiled: &Path) -> Result<Vec<Part>> {
    let module =
        fs::read(compiled).with_context(|| format!("{} can't be read", compiled.display()))?;
    let (mut imported, mut bodies, mut data) = (0_u32, Vec::new(), 0);
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(&module) {
        match payload? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.range().len() as u64),
            Payload::DataSection(section) => data += section.range().len() as u64,
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(section) = section.as_known() {
                    for part in section {
                        if let Name::Function(functions) = part? {
                            for naming in functions {
                                let naming = naming?;
                                names.insert(naming.index, naming.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
    }
    let mut sums: HashMap<String, u64> = HashMap::new();
    for (index, bytes) in (imported..).zip(bodies) {
        let of = names
            .get(&index)
            .map_or("(no name)".to_owned(), |name| crate_of(name));
        *sums.entry(of).or_default() += bytes;
    }
    sums.insert("(texts and tables)".to_owned(), data);
    let mut parts: Vec<Part> = sums
        .into_iter()
        .map(|(name, bytes)| Part { name, bytes })
        .collect();
    parts.sort_by(|one, other| {
        other
            .bytes
            .cmp(&one.bytes)
            .then_with(|| one.name.cmp(&other.name))
    });
    Ok(parts)
}

/// The crate that a function's name begins with: of `<a::B as c::D>::e` that is `a`, of `<T as c::D>::e` it is `c`.
fn crate_of(mangled: &str) -> String {
    let name = format!("{:#}", rustc_demangle::demangle(mangled));
    let mut rest = name.as_str();
    loop {
        let trimmed = rest.trim_start_matches(['<', '&', '*', '(', '[', ' ']);
        let next = ["mut ", "const ", "dyn ", "impl "]
            .iter()
            .find_map(|word| trimmed.strip_prefix(word))
            .unwrap_or(trimmed);
        if next.len() == rest.len() {
            break;
        }
        rest = next;
    }
    // Of any type at all it is the trait's.
    let rest = rest.split_once("::").map_or("", |(first, _)| first);
    let rest = rest.rsplit(" as ").next().unwrap_or(rest);
    if !rest.is_empty() && rest.chars().all(|c| c.is_alphanumeric() || c == '_') {
        rest.to_owned()
    } else {
        "(glue)".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_crate_that_its_name_begins_with() {
        for (name, of) in [
            ("_ZN4core3fmt5Write9write_fmt17h0123456789abcdefE", "core"),
            (
                "_ZN52_$LT$ui..pages..Riff$u20$as$u20$leptos..IntoView$GT$5build17h0123456789abcdefE",
                "ui",
            ),
            (
                "_ZN42_$LT$$RF$T$u20$as$u20$core..fmt..Debug$GT$3fmt17h0123456789abcdefE",
                "core",
            ),
            ("__wbindgen_malloc", "(glue)"),
        ] {
            assert_eq!(crate_of(name), of, "{name}");
        }
    }
}
