//! Names that can't be found.

use super::GROUP;
use super::customer::{Customer, SERVICES, name};
use crate::bench::Bench;
use crate::table::{Table, Try, attempt};

/// An address whose name nobody will ever have (RFC 2606).
pub const NOWHERE: &str = "https://reelwright.invalid/";

/// Its row.
pub fn rows(table: &mut Table) {
    let mut tries = vec![sign_in()];
    for service in SERVICES {
        tries.push(attempt(name(service), async move {
            let mut customer = Customer::of(service).await;
            customer.finds_it_at(NOWHERE);
            let runs = customer.tries(&[]).await;
            customer.nothing_came(&runs);
            for run in runs {
                assert_eq!(run.code(), "offline", "{}", run.stderr);
            }
        }));
    }
    table.row(GROUP, "a name that DNS does not know", tries);
}

/// Nobody can sign in there.
fn sign_in() -> Try {
    attempt("sign-in", async {
        let mut bench = Bench::new(|_| {}).await;
        bench.address = NOWHERE.to_owned();
        let refused = bench.refused(&["login", "riffkit", "--no-browser"]).await;
        assert_eq!(refused, (5, "offline".to_owned()));
    })
}
