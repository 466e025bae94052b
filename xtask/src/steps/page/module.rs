//! What a window loads of a compiled page: its WASM, cut into the pieces that come later, made small, and the JavaScript
//! around it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use anyhow::{Context, Result, anyhow};
use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support as splitter;

use crate::shell;

use super::Finish;

/// wasm-opt before this version does not know what today's compilers write.
const OLDEST_OPTIMISER: u32 = 116;

/// How long npm may take to fetch wasm-opt, and wasm-opt to work.
const SHRINKING: Duration = Duration::from_secs(300);

/// The WASM files of a page.
#[derive(Debug)]
pub struct Pieces {
    /// What a window begins with.
    pub first: PathBuf,
    /// What comes when it is first needed.
    pub later: Vec<PathBuf>,
}

/// Makes it in a folder: `NAME.js` and the first piece, `NAME_bg.wasm`, and beside them the others.
///
/// # Errors
/// What was compiled is no page, or was compiled with another version of the glue's library.
pub fn make(compiled: &Path, name: &str, into: &Path, finish: Finish) -> Result<Pieces> {
    let Pieces { first, later } = cut(compiled, name, into)?;
    Bindgen::new()
        .input_path(&first)
        .out_name(name)
        .web(true)?
        .typescript(false)
        // The pieces ask for what the linker exports, by the linker's names.
        .keep_lld_exports(true)
        .demangle(false)
        // Function names are nearly half of the file and serve only a debugger.
        .remove_name_section(true)
        .generate(into)
        .context("the page's JavaScript glue can't be made")?;
    let first = into.join(format!("{name}_bg.wasm"));
    if finish == Finish::Shrunk {
        shrink(&first)?;
        for piece in &later {
            shrink(piece)?;
        }
    }
    Ok(Pieces { first, later })
}

/// Cuts a compiled page at the functions that are marked for it; the first piece still lacks the glue. A page without such
/// functions is its first piece.
fn cut(compiled: &Path, name: &str, into: &Path) -> Result<Pieces> {
    let whole = fs::read(compiled).context("the compiled page can't be read")?;
    let first = compiled.with_file_name(format!("{name}.first.wasm"));
    let glue = format!("./{name}.js");
    let mut options = splitter::Options::new(&whole);
    options.output_dir = into;
    options.main_out_path = &first;
    options.main_module = &glue;
    let pieces = splitter::transform(options)
        .map_err(|report| anyhow!("{report:#}"))
        .context("the page can't be cut into its pieces")?;
    Ok(Pieces {
        first,
        later: pieces.split_modules,
    })
}

fn shrink(module: &Path) -> Result<()> {
    let Some(mut command) = optimiser() else {
        println!(
            "No recent wasm-opt here (npm's binaryen has one): the page stays a little larger."
        );
        return Ok(());
    };
    let small = module.with_extension("small");
    // Only what the compiler itself already relies on.
    command
        .args([
            "-Oz",
            "--enable-bulk-memory",
            "--enable-multivalue",
            "--enable-mutable-globals",
            "--enable-nontrapping-float-to-int",
            "--enable-reference-types",
            "--enable-sign-ext",
        ])
        .arg(module)
        .arg("-o")
        .arg(&small);
    if let Err(reason) = shell::run_within(&mut command, SHRINKING) {
        println!("The page stays a little larger: {reason:#}");
        return Ok(());
    }
    fs::rename(&small, module)?;
    Ok(())
}

fn optimiser() -> Option<Command> {
    let found = shell::find("wasm-opt").filter(|program| {
        shell::answer(Command::new(program).arg("--version")).is_ok_and(|said| {
            said.split_whitespace()
                .find_map(|word| word.parse::<u32>().ok())
                .is_some_and(|version| version >= OLDEST_OPTIMISER)
        })
    });
    if let Some(program) = found {
        return Some(Command::new(program));
    }
    let mut command = shell::npx()?;
    command.args(["--package", "binaryen", "wasm-opt"]);
    Some(command)
}
