//! The client's function for an endpoint.

use super::axis::Endpoint;
use super::calls::Calls;
use super::source::{Function, Sources};

/// The function of the typed client that speaks to an endpoint.
pub struct Client<'a> {
    pub name: String,
    pub endpoint: Endpoint,
    pub function: &'a Function,
}

/// Finds it: the one that has the path in it and uses its method.
pub fn find<'a>(endpoint: &Endpoint, riffkit: &'a Sources) -> Option<Client<'a>> {
    let method = endpoint.method.to_lowercase();
    let function = riffkit.functions.iter().find(|function| {
        function.texts.contains(&endpoint.path) && function.names.contains(&method)
    })?;
    Some(Client {
        name: function.name.clone(),
        endpoint: endpoint.clone(),
        function,
    })
}

impl Client<'_> {
    /// Where the parameter's name is written: in the function, or in what it calls to write its
    /// query, its form or its body.
    pub fn speaks(&self, parameter: &str, riffkit: &Sources) -> Option<String> {
        let calls = Calls::within(&[riffkit]);
        let reached = calls.reached_from(self.function);
        riffkit
            .functions
            .iter()
            .filter(|function| {
                reached.contains_key(&function.place()) && function.file == self.function.file
            })
            .find(|function| function.texts.contains(parameter))
            .map(|function| function.name.clone())
    }
}
