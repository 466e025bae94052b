//! What the sources of one package say: its functions, what they name, and what they set.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use syn::visit::Visit as _;

use super::reader::Reader;
use crate::project::Project;
use crate::steps::sources;

/// The functions and fields of one package. Tests are left out.
#[derive(Debug, Default)]
pub struct Sources {
    pub functions: Vec<Function>,
    /// The folders that are modules.
    pub folders: BTreeSet<String>,
    /// Fields of the structs, and of the variants of the enums, by the file and the type's name.
    pub fields: BTreeMap<(String, String), BTreeSet<String>>,
}

/// A function, or an arm of a `match` over the page's requests.
#[derive(Debug, Default)]
pub struct Function {
    pub name: String,
    /// The file it stands in, without its folders and ending.
    pub file: String,
    /// Names of its arguments.
    pub arguments: BTreeSet<String>,
    /// Every name in it: what it calls, and the fields that it reads.
    pub names: BTreeSet<String>,
    /// What it may call.
    pub calls: BTreeSet<Call>,
    /// Whether it is called on a value.
    pub is_method: bool,
    /// Every text in it.
    pub texts: BTreeSet<String>,
    /// The fields that it sets.
    pub sets: Vec<Setting>,
}

/// What may be a call.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Call {
    /// `value.name()`.
    Method(String),
    /// `self.name()`.
    OnSelf(String),
    /// `name()`: of the same file, or imported.
    Free(String),
    /// `name`: a variable, or a function of the same file that is handed on.
    Named(String),
    /// `module::name` or `Type::name`.
    Path(String, String),
}

/// Where a function stands: its file, and its name.
pub type Place<'a> = (&'a str, &'a str);

impl Function {
    /// Where it stands.
    pub fn place(&self) -> Place<'_> {
        (&self.file, &self.name)
    }
}

/// A field that is set.
#[derive(Debug)]
pub struct Setting {
    /// The type, and the variant of an enum, whose field it is. Empty where it can't be told.
    pub owner: Vec<String>,
    pub field: String,
    /// The names that its value is made from.
    pub from: BTreeSet<String>,
}

impl Sources {
    /// Reads every file below a folder.
    pub fn of(project: &Project, folder: &str) -> Result<Self> {
        let mut all = Self::default();
        for path in sources::files_under(&project.path(folder))? {
            let is_test = path.components().any(|part| part.as_os_str() == "tests")
                || path.file_stem().is_some_and(|name| name == "tests");
            if is_test || path.extension().is_none_or(|ending| ending != "rs") {
                continue;
            }
            let text = std::fs::read_to_string(&path)
                .with_context(|| format!("{} can't be read", path.display()))?;
            let file = path.file_stem().unwrap_or_default().to_string_lossy();
            let folder = path.parent().and_then(std::path::Path::file_name);
            all.folders
                .extend(folder.map(|name| name.to_string_lossy().into_owned()));
            all.read(&file, &text)
                .with_context(|| format!("{} can't be parsed", path.display()))?;
        }
        Ok(all)
    }

    /// Reads the text of one file.
    pub fn read(&mut self, file: &str, text: &str) -> Result<()> {
        let parsed = syn::parse_file(text)?;
        Reader::new(self, file).visit_file(&parsed);
        Ok(())
    }

    /// The functions of this name.
    pub fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Function> {
        self.functions
            .iter()
            .filter(move |function| function.name == name)
    }

    /// The types that have a field of this name: of a function's own file, or named in it (an
    /// argument that several endpoints share).
    pub fn types_of<'a>(
        &'a self,
        function: &'a Function,
        field: &'a str,
    ) -> impl Iterator<Item = &'a str> {
        self.fields
            .iter()
            .filter(move |((place, name), fields)| {
                let is_meant = *place == function.file || function.names.contains(name);
                is_meant && fields.contains(field)
            })
            .map(|((_, name), _)| name.as_str())
    }

    /// Whether any type has a field of this name.
    pub fn has_field(&self, name: &str) -> bool {
        self.fields.values().any(|fields| fields.contains(name))
    }
}
