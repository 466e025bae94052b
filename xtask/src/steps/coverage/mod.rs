//! Which part of both services' contracts is spoken where: a table made from the sources.
//!
//! The rows are the contracts' own endpoints and parameters (`crates/riffkit/contract.toml` and
//! `crates/hubfluencer/contract.toml`, held against the contracts by hand once, and by nothing else). The cells are found in the code:
//!
//! * **client**: the function of the client that has the endpoint's path, and the parameter's name in it;
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
mod reader;
mod sandbox;
mod source;
mod table;

use anyhow::{Result, bail};

use crate::project::Project;
use crate::steps::build;
use calls::Calls;
use source::Sources;

/// Prints the table.
///
/// # Errors
/// A cell is empty, or the sources can't be read.
pub fn coverage(project: &Project) -> Result<()> {
    build::reel_alone(project)?;
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

/// The services, each with a client of its name.
const SERVICES: [&str; 2] = ["riffkit", "hubfluencer"];

fn table(project: &Project) -> Result<table::Table> {
    let contract = Sources::of(project, "crates/contract/src")?;
    let studio = Sources::of(project, "crates/studio/src")?;
    let shell = Sources::of(project, "src-tauri/src")?;
    let page = Sources::of(project, "ui/src")?;
    let reel = Sources::of(project, "crates/reel/src")?;

    // What moves bytes calls back into the core: to sign an address, and to send.
    let engine = Sources::of(project, "crates/transfer/src")?;
    let calls = Calls::within(&[&studio, &engine]);
    let shell_calls = Calls::within(&[&shell, &studio, &engine]);
    let reel_calls = Calls::within(&[&reel, &studio, &engine]);
    let page_front = front::Front::page(&page, &shell, &shell_calls);
    let reel_front = front::Front::reel(&reel, &reel_calls);

    let mut table = table::Table::default();
    for service in SERVICES {
        let axis = axis::read(&project.path(&format!("crates/{service}/contract.toml")))?;
        let client_sources = Sources::of(project, &format!("crates/{service}/src"))?;
        let described = sandbox::described(project, service)?;
        for endpoint in axis {
            let client = client::find(&endpoint, &client_sources);
            let core = client
                .as_ref()
                .and_then(|client| core::find(client, &studio, &calls));
            let reached =
                |front: &front::Front<'_>| core.as_ref().and_then(|core| front.leads_to(core));
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
                    .and_then(|client| client.speaks(parameter, &client_sources));
                let by_core = match (&client, &core) {
                    (Some(client), Some(core)) => {
                        core.gives(parameter, client, &client_sources, &studio, &contract)
                    }
                    _ => None,
                };
                let front = |front: &front::Front<'_>| {
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
    }
    Ok(table)
}

#[cfg(test)]
mod tests {
    use super::axis::Endpoint;
    use super::*;

    fn sources(file: &str, text: &str) -> Sources {
        let mut all = Sources::default();
        all.read(file, text).expect("Rust");
        all
    }

    fn endpoint() -> Endpoint {
        Endpoint {
            method: "GET".to_owned(),
            path: "/api/things".to_owned(),
            parameters: vec!["search".to_owned()],
        }
    }

    const CLIENT: &str = r#"
        pub struct ThingQuery { pub search: String }
        impl ThingQuery { fn pairs(&self) -> Pairs { Pairs::default().with("search", &self.search) } }
        impl Api {
            pub async fn things(&self, query: &ThingQuery) { self.get("/api/things").query(query.pairs()).read().await }
        }
    "#;
    const CORE: &str = r#"
        impl Studio {
            pub async fn list_things(&self, query: Query) {
                let asked = ThingQuery { search: query.words.trim().to_owned() };
                self.core.api.things(&asked).await
            }
        }
    "#;

    #[test]
    fn a_parameter_is_followed_from_the_wire_to_the_front() {
        let (riffkit, studio) = (sources("thing", CLIENT), sources("things", CORE));
        let contract = sources("thing", "pub struct Query { pub words: String }");
        let reel = sources(
            "search",
            "fn main() { match command { Command::Search(words) => search::found(words) } }
             async fn found(words: String) { studio.list_things(Query { words }).await }",
        );
        let client = client::find(&endpoint(), &riffkit).expect("a client");
        assert_eq!(client.speaks("search", &riffkit).as_deref(), Some("pairs"));
        assert_eq!(client.speaks("tags", &riffkit), None);
        let core = core::find(&client, &studio, &Calls::within(&[&studio])).expect("a caller");
        let given = core.gives("search", &client, &riffkit, &studio, &contract);
        let given = given.expect("it is set");
        let calls = Calls::within(&[&reel, &studio]);
        let front = front::Front::reel(&reel, &calls);
        assert_eq!(front.leads_to(&core).as_deref(), Some("search"));
        assert_eq!(front.mentions(&given, &contract).as_deref(), Some("words"));
    }

    #[test]
    fn what_nobody_calls_sets_or_mentions_is_an_empty_cell() {
        let riffkit = sources("thing", CLIENT);
        let deaf = sources("things", "impl Studio { fn other(&self) {} }");
        let client = client::find(&endpoint(), &riffkit).expect("a client");
        assert!(core::find(&client, &deaf, &Calls::within(&[&deaf])).is_none());
        let studio = sources("things", CORE);
        let core = core::find(&client, &studio, &Calls::within(&[&studio])).expect("a caller");
        let contract = sources("thing", "pub struct Query { pub words: String }");
        assert!(
            core.gives("tags", &client, &riffkit, &studio, &contract)
                .is_none()
        );
        let given = core.gives("search", &client, &riffkit, &studio, &contract);
        let mute = sources(
            "search",
            "fn search(studio: &Studio) { studio.list_things() }",
        );
        let front = front::Front::reel(&mute, &Calls::within(&[&mute, &studio]));
        assert_eq!(front.mentions(&given.expect("set"), &contract), None);
        assert!(
            client::find(
                &Endpoint {
                    path: "/api/other".to_owned(),
                    ..endpoint()
                },
                &riffkit
            )
            .is_none()
        );
    }

    #[test]
    fn a_function_that_no_command_calls_is_no_way() {
        let (riffkit, studio) = (sources("thing", CLIENT), sources("things", CORE));
        let client = client::find(&endpoint(), &riffkit).expect("a client");
        let core = core::find(&client, &studio, &Calls::within(&[&studio])).expect("a caller");
        let leads = |command: &str| {
            let text = format!(
                "fn main() {{ match command {{ Command::Search(words) => {command} }} }}
                 async fn idle(words: String) {{ std::mem::list_things(words) }}
                 async fn found(words: String) {{ studio.list_things(words).await }}"
            );
            let reel = sources("search", &text);
            let calls = Calls::within(&[&reel, &studio]);
            front::Front::reel(&reel, &calls).leads_to(&core)
        };
        assert_eq!(leads("search::found(words)").as_deref(), Some("search"));
        // A variable of that name, another package's function, and nothing at all.
        for idle in ["search::idle(list_things)", "search::idle(words)", "()"] {
            assert_eq!(leads(idle), None, "{idle}");
        }
    }

    #[test]
    fn what_a_front_gives_counts_before_what_the_core_decides() {
        let riffkit = sources("thing", CLIENT);
        let contract = sources("thing", "pub struct Query { pub words: String }");
        let fixed = "impl Studio { async fn all_things(&self) { let asked = ThingQuery { search: String::new() }; self.core.api.things(&asked).await } }";
        let mut studio = sources("every", fixed);
        studio.read("things", CORE).expect("Rust");
        let client = client::find(&endpoint(), &riffkit).expect("a client");
        let core = core::find(&client, &studio, &Calls::within(&[&studio])).expect("a caller");
        let given = core.gives("search", &client, &riffkit, &studio, &contract);
        let given = given.expect("it is set");
        assert_eq!(given.word(), "list_things");
        let mute = sources("search", "fn main() {}");
        let front = front::Front::reel(&mute, &Calls::within(&[&mute, &studio]));
        assert_eq!(front.mentions(&given, &contract), None);
    }

    #[test]
    fn tests_do_not_count() {
        let all = sources(
            "a",
            "#[cfg(test)] mod tests { fn things() {} } #[test] fn t() {}",
        );
        assert!(all.functions.is_empty());
    }

    #[test]
    fn the_whole_contract_is_spoken_everywhere() {
        let project = Project::find().expect("the project");
        let table = table(&project).expect("readable sources");
        let empty = table.empty_cells();
        assert!(empty.is_empty(), "{}", empty.join("\n"));
    }
}
