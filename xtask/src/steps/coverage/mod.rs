//! Which part of Riffkit's contract is spoken where: a table made from the sources.
//!
//! The rows are the contract's own endpoints and parameters (`crates/riffkit/contract.toml`, held
//! against the contract by hand once, and by nothing else). The cells are found in the code:
//!
//! * **client**: the function of `riffkit` that has the endpoint's path, and the parameter's name in it;
//! * **core**: a function of `studio` that calls it, and sets the parameter;
//! * **page**, **reel**: what of the front leads to that function, and mentions what the parameter is
//!   made from. `core` stands where the core decides a parameter without being asked;
//! * **sandbox**: the document that the sandbox makes of its routes (OpenAPI).
//!
//! Calls are followed by name, so a cell can be full too easily where names are common; it can't be
//! full where nothing of that name is there. What is really sent is the tests' to show.

mod axis;
mod calls;
mod client;
mod core;
mod front;
mod sandbox;
mod source;
mod table;

use anyhow::{Result, bail};

use crate::project::Project;
use calls::Calls;
use source::Sources;

/// Prints the table.
///
/// # Errors
/// A cell is empty, or the sources can't be read.
pub fn coverage(project: &Project) -> Result<()> {
    let table = table(project)?;
    print!("{table}");
    let empty = table.empty_cells();
    if empty.is_empty() {
        println!("\nEvery cell is filled.");
        return Ok(());
    }
    println!();
    for cell in &empty {
        println!("empty: {cell}");
    }
    bail!("{} cells are empty", empty.len())
}

fn table(project: &Project) -> Result<table::Table> {
    let axis = axis::read(&project.path("crates/riffkit/contract.toml"))?;
    let riffkit = Sources::of(project, "crates/riffkit/src")?;
    let contract = Sources::of(project, "crates/contract/src")?;
    let studio = Sources::of(project, "crates/studio/src")?;
    let shell = Sources::of(project, "src-tauri/src")?;
    let page = Sources::of(project, "ui/src")?;
    let reel = Sources::of(project, "crates/reel/src")?;
    let described = sandbox::described(project)?;

    let calls = Calls::within(&[&studio]);
    let shell_calls = Calls::within(&[&shell, &studio]);
    let reel_calls = Calls::within(&[&reel, &studio]);
    let page_front = front::Front::page(&page, &shell, &shell_calls);
    let reel_front = front::Front::reel(&reel, &reel_calls);

    let mut table = table::Table::default();
    for endpoint in axis {
        let client = client::find(&endpoint, &riffkit);
        let core = client
            .as_ref()
            .and_then(|client| core::find(client, &studio, &calls));
        let reached = |front: &front::Front| core.as_ref().and_then(|core| front.leads_to(core));
        table.endpoint(
            &endpoint,
            table::Cells {
                client: client.as_ref().map(|client| client.name.clone()),
                core: core.as_ref().map(core::Core::word),
                page: reached(&page_front),
                reel: reached(&reel_front),
                sandbox: described.has(&endpoint),
            },
        );
        for parameter in &endpoint.parameters {
            let by_client = client
                .as_ref()
                .and_then(|client| client.speaks(parameter, &riffkit));
            let by_core = match (&client, &core) {
                (Some(client), Some(core)) => core.gives(parameter, client, &riffkit, &studio),
                _ => None,
            };
            let front = |front: &front::Front| {
                let given = by_core.as_ref()?;
                front.leads_to(core.as_ref()?)?;
                front.mentions(given, &contract)
            };
            table.parameter(
                parameter,
                table::Cells {
                    client: by_client,
                    core: by_core.as_ref().map(core::Given::word),
                    page: front(&page_front),
                    reel: front(&reel_front),
                    sandbox: described.has_parameter(&endpoint, parameter),
                },
            );
        }
    }
    Ok(table)
}
