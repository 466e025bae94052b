//! The service's description of itself (OpenAPI 3.1). The paths come from the routes; here is
//! what they share: the session, and the refusals that a handler's annotation names.
//!
//! What stands only in the field notes and not in the contract is marked `x-field-note: true`.

use std::collections::BTreeMap;

use utoipa::{
    IntoResponses, Modify, OpenApi,
    openapi::{
        ContentBuilder, Header, Object, ObjectBuilder, Ref, RefOr, Response, ResponseBuilder, Type,
        extensions::{Extensions, ExtensionsBuilder},
        schema::{ArrayBuilder, Schema},
        security::{ApiKey, ApiKeyValue, SecurityScheme},
    },
};

use super::{
    auth::SESSION_COOKIE,
    problem::{InsufficientCredits, SubscriptionRequired, ValidationEntry},
};

/// The document, before the routes have added their paths.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Riffkit (sandbox)",
        description = "The Riffkit service on loopback, written from the contract's text.",
        version = "1.1.0",
        license(name = "MIT OR Apache-2.0")
    ),
    components(schemas(InsufficientCredits, SubscriptionRequired, ValidationEntry)),
    modifiers(&Session)
)]
pub(crate) struct Document;

/// The session cookie, under the name `session`.
struct Session;

impl Modify for Session {
    fn modify(&self, document: &mut utoipa::openapi::OpenApi) {
        let cookie = SecurityScheme::ApiKey(ApiKey::Cookie(ApiKeyValue::new(SESSION_COOKIE)));
        document
            .components
            .get_or_insert_default()
            .add_security_scheme("session", cookie);
    }
}

/// The mark of what stands only in the field notes, for a part of a schema.
pub(crate) fn field_note() -> Extensions {
    ExtensionsBuilder::new().add("x-field-note", true).build()
}

/// `{"detail": …}` with this inside.
fn detail(inside: impl Into<RefOr<Schema>>) -> Object {
    ObjectBuilder::new()
        .property("detail", inside)
        .required("detail")
        .build()
}

fn text() -> Object {
    detail(Object::with_type(Type::String))
}

fn structured(schema: &str) -> Object {
    detail(Ref::from_schema_name(schema))
}

fn entries() -> Object {
    let entry = Ref::from_schema_name("ValidationEntry");
    detail(ArrayBuilder::new().items(entry))
}

fn refusal(description: &str, body: Object) -> ResponseBuilder {
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
    BadRequest = "400", refusal("A rule of the contract is broken", text());
    /// 401.
    Unauthenticated = "401", refusal("No session, or one that holds no more", text());
    /// 402.
    Insufficient = "402",
        refusal("The balance doesn't cover it", structured("InsufficientCredits"));
    /// 403, for an account without a plan.
    NoPlan = "403", refusal("The account has no plan", structured("SubscriptionRequired"));
    /// 403, for everybody but members.
    Forbidden = "403", refusal("Not for this user", text());
    /// 404.
    NotFound = "404", refusal("There is no such thing", text());
    /// 409.
    Conflict = "409", refusal("The state doesn't allow it", text());
    /// 410.
    Gone = "410", refusal("It is too late for it", text());
    /// 413.
    TooLarge = "413", refusal("A file is over its cap", text());
    /// 422.
    Invalid = "422", refusal("A parameter or body doesn't fit its declared form", entries());
    /// 429.
    TooMany = "429", with_retry_after(refusal("Too many requests", text()));
    /// 500.
    Broken = "500", refusal("Something went wrong inside", text());
    /// 503.
    Unavailable = "503", refusal("Out of order for the moment", text());
}
