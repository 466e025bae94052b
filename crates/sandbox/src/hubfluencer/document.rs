//! The service's description of itself (OpenAPI 3.1). The paths come from the routes; here is
//! what they share: the token, and the refusals that a handler's annotation names.

use std::collections::BTreeMap;

use utoipa::{
    IntoResponses, Modify, OpenApi,
    openapi::{
        ContentBuilder, Header, Object, ObjectBuilder, RefOr, Response, ResponseBuilder, Type,
        schema::{AdditionalProperties, ArrayBuilder, OneOfBuilder, Schema},
        security::{HttpAuthScheme, HttpBuilder, SecurityScheme},
    },
};

/// The document, before the routes have added their paths.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Hubfluencer (sandbox)",
        description = "The Hubfluencer service on loopback, written from the contract's text.",
        version = "1.0.0",
        license(name = "MIT OR Apache-2.0")
    ),
    modifiers(&Token)
)]
pub(crate) struct Document;

/// The bearer token, under the name `bearer`.
struct Token;

impl Modify for Token {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let http = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        document
            .components
            .get_or_insert_default()
            .add_security_scheme("bearer", SecurityScheme::Http(http));
    }
}

fn text() -> Object {
    Object::with_type(Type::String)
}

/// `{"error", "message"?, …}` with these members beside it.
fn named(rest: &[(&str, Type)]) -> Schema {
    let mut body = ObjectBuilder::new()
        .property("error", text())
        .required("error")
        .property("message", text());
    for (name, kind) in rest {
        body = body.property(*name, Object::with_type(kind.clone()));
    }
    body.build().into()
}

/// `{"errors": {field: [messages]}}`.
fn fields() -> Schema {
    let messages = ArrayBuilder::new().items(text()).build();
    let by_field = ObjectBuilder::new()
        .additional_properties(Some(AdditionalProperties::RefOr(RefOr::T(messages.into()))))
        .build();
    ObjectBuilder::new()
        .property("errors", by_field)
        .build()
        .into()
}

/// A refusal in one of the two forms above.
fn either() -> Schema {
    let forms = OneOfBuilder::new().item(named(&[])).item(
        ObjectBuilder::new()
            .property("errors", Object::with_type(Type::Object))
            .required("errors"),
    );
    Schema::OneOf(forms.build())
}

fn refusal(description: &str, body: Schema) -> ResponseBuilder {
    let content = ContentBuilder::new().schema(Some(body)).build();
    ResponseBuilder::new()
        .description(description)
        .content("application/json", content)
}

fn with_retry_after(response: ResponseBuilder) -> ResponseBuilder {
    response.header("Retry-After", Header::new(Object::with_type(Type::Integer)))
}

/// Names for the refusals: a handler's `responses(…)` lists those that it can answer with.
macro_rules! refusals {
    ($($(#[$doc:meta])* $name:ident = $status:literal, $response:expr;)*) => {$(
        $(#[$doc])*
        pub(crate) enum $name {}

        impl IntoResponses for $name {
            fn responses() -> BTreeMap<String, RefOr<Response>> {
                let response: ResponseBuilder = $response;
                BTreeMap::from([($status.to_owned(), response.build().into())])
            }
        }
    )*};
}

refusals! {
    /// 400.
    Unreadable = "400", refusal("The body isn't an object in JSON", named(&[]));
    /// 415.
    Unannounced = "415", refusal("The body isn't announced as JSON", named(&[]));
    /// 401.
    Unauthorized = "401", refusal("No token, or one that doesn't hold", named(&[]));
    /// 402.
    Insufficient = "402", refusal(
        "The credits don't cover it",
        named(&[("required", Type::Integer), ("credits", Type::Integer)])
    );
    /// 403.
    Forbidden = "403", refusal("The token lacks the scope", named(&[]));
    /// 404.
    NotFound = "404", refusal("There is no such thing", named(&[]));
    /// 409.
    Conflict = "409", refusal("The state doesn't allow it", named(&[]));
    /// 422, where a field breaks a constraint.
    Invalid = "422", refusal("A field breaks its constraint", fields());
    /// 422, with an error's name.
    Unprocessable = "422", refusal("It can't be done with this", named(&[]));
    /// 422, where a field breaks its constraint or the state doesn't allow it: in either form.
    Unfit = "422", refusal("A field or the state doesn't allow it", either());
    /// 422, where a prompt breaks the content policy.
    Rejected = "422", refusal(
        "The prompt breaks the content policy; nothing was charged",
        named(&[("code", Type::String), ("category", Type::String)])
    );
    /// 429, where a minute is full.
    TooMany = "429", with_retry_after(refusal("Too many requests", named(&[])));
    /// 429, where the day's assists are used up.
    AssistsUsedUp = "429", refusal(
        "No AI assist is left for today",
        named(&[
            ("remaining", Type::Integer),
            ("can_unlock", Type::Boolean),
            ("unlock_cost", Type::Integer),
            ("unlock_batch_size", Type::Integer),
        ])
    );
    /// 500.
    Broken = "500", refusal("Something went wrong inside", named(&[]));
    /// 503.
    Unavailable = "503", refusal("Screening is out of order for the moment", named(&[]));
}
