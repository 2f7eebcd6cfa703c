//! The OpenAPI document: what is mounted, completed by what every operation shares. Mounting is
//! documenting; what is written here is only what follows from an operation's path and method.

use crate::mount;
use actix_web::App;
use kernel::{AuditAction, Code, KERNEL_CODES};
use utoipa::openapi::{
    Content, HttpMethod, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, Required, ResponseBuilder, ServerBuilder,
    path::{Operation, ParameterBuilder, ParameterIn},
    schema::{ObjectBuilder, Schema, Type},
    security::{Http, HttpAuthScheme, SecurityRequirement, SecurityScheme},
    tag::TagBuilder,
};
use utoipa::{PartialSchema, ToSchema};
use utoipa_actix_web::AppExt;

/// The faces: first path segment, and what it is for.
const FACES: &[(&str, &str)] = &[
    ("account", "Accounts, sessions and what belongs to a person."),
    ("shop", "A company's online shop: products, cart, checkout, orders. For visitors and buyers."),
    ("company", "A company's workspace. The company comes from the credential."),
    ("operator", "The platform operator's console."),
    ("open", "What anyone may read."),
];

/// Account operations that need no session.
const WITHOUT_SESSION: &[&str] = &[
    "account.account.create",
    "account.email_verification.confirm",
    "account.email_verification.resend",
    "account.email_change.confirm",
    "account.document.list",
    "account.session.create",
    "account.session.refresh",
    "account.session.end",
    "account.password_reset.request",
    "account.password_reset.confirm",
];

/// What the successful answer of a status is called where the handler does not say more.
const SUCCESSES: &[(&str, &str)] = &[
    ("200", "As asked for."),
    ("201", "Made."),
    ("202", "Taken; what follows comes by mail."),
    ("204", "Done; there is nothing to say."),
    ("304", "It has not changed."),
];

/// Statuses that any operation may answer with a problem.
const PROBLEMS: &[(&str, &str)] = &[
    ("400", "The request could not be read."),
    ("401", "Not signed in, or the session has expired."),
    ("403", "The role does not allow it."),
    ("404", "It does not exist, or it is not the caller's."),
    ("405", "The address does not answer this method."),
    ("409", "The state of things does not allow it, or it was changed meanwhile."),
    ("412", "The version seen is not the current one."),
    ("413", "The body is too large."),
    ("415", "The type of content is not accepted."),
    ("422", "Some fields are not valid."),
    ("428", "If-Match is required."),
    ("429", "Too many requests."),
    ("500", "A failure on our side."),
    ("503", "A part of the service is not reachable."),
];

/// Every error code of the system.
#[must_use]
pub fn codes() -> Vec<Code> {
    [
        KERNEL_CODES,
        identity::CODES,
        company::CODES,
        catalog::CODES,
        stock::CODES,
        sales::CODES,
        trade::CODES,
        payment::CODES,
        ledger::CODES,
        books::CODES,
        notify::CODES,
        approval::CODES,
        flows::CODES,
    ]
    .concat()
}

/// Everything that the audit log tells of.
#[must_use]
pub fn audit_actions() -> Vec<AuditAction> {
    [identity::AUDIT, company::AUDIT, catalog::AUDIT, trade::AUDIT, payment::AUDIT, ledger::AUDIT, approval::AUDIT, flows::AUDIT, crate::audit::AUDIT]
        .concat()
}

/// A text that is one of these words.
fn one_of(about: &str, mut words: Vec<&'static str>) -> RefOr<Schema> {
    words.sort_unstable();
    words.dedup();
    let schema = ObjectBuilder::new().schema_type(Type::String).description(Some(about)).enum_values(Some(words));
    RefOr::T(Schema::Object(schema.build()))
}

/// The whole document.
#[must_use]
pub fn document() -> OpenApi {
    let (_, mut api) = App::new().into_utoipa_app().openapi(base()).service(mount::api()).split_for_parts();
    let items = &mut api.paths.paths;
    for (path, item) in items.iter_mut() {
        let face = face_of(path);
        for (method, operation) in [
            (HttpMethod::Get, &mut item.get),
            (HttpMethod::Put, &mut item.put),
            (HttpMethod::Post, &mut item.post),
            (HttpMethod::Delete, &mut item.delete),
            (HttpMethod::Patch, &mut item.patch),
        ] {
            if let Some(operation) = operation {
                complete(operation, &method, face);
            }
        }
    }
    let components = api.components.get_or_insert_default();
    let names = codes().into_iter().map(|code| code.name).collect::<Vec<_>>();
    let code = ObjectBuilder::new().schema_type(Type::String).description(Some("Every error code.")).enum_values(Some(names));
    components.schemas.insert("Code".into(), RefOr::T(Schema::Object(code.build())));
    let actions = audit_actions();
    components
        .schemas
        .insert("AuditAction".into(), one_of("Everything that the audit log tells of.", actions.iter().map(|action| action.name).collect()));
    let fields = actions.iter().flat_map(|action| action.fields).copied().collect();
    components.schemas.insert("AuditField".into(), one_of("Every field whose change the audit log may tell.", fields));
    components.schemas.insert(kernel::ProblemBody::name().into_owned(), kernel::ProblemBody::schema());
    components.schemas.insert(kernel::FieldProblem::name().into_owned(), kernel::FieldProblem::schema());
    components.security_schemes.insert("session".into(), RefOr::T(SecurityScheme::Http(Http::new(HttpAuthScheme::Bearer))));
    api
}

/// The part of the document that an integrator of a company needs.
#[must_use]
pub fn company_document() -> OpenApi {
    let mut api = document();
    api.info.title = "Madang for integrators".into();
    api.paths.paths.retain(|path, _| face_of(path) == "company");
    api
}

fn base() -> OpenApi {
    let info = InfoBuilder::new()
        .title("Madang")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Online shop and sales management in one, with the platform operator as escrow intermediary. \
             Errors are `application/problem+json` (RFC 9457) with a stable `code`. Writes take an `Idempotency-Key`. \
             Lists are pages: `limit` and `cursor`. Amounts are integers in the currency's minor unit.",
        ))
        .license(Some(LicenseBuilder::new().name("Proprietary").identifier(Some("LicenseRef-Proprietary")).build()));
    let tags = FACES.iter().map(|(name, about)| TagBuilder::new().name(*name).description(Some(*about)).build());
    OpenApiBuilder::new().info(info.build()).tags(Some(tags.collect::<Vec<_>>())).servers(Some([ServerBuilder::new().url("/").build()])).build()
}

fn face_of(path: &str) -> &'static str {
    let first = path.trim_start_matches("/api/v1/").split('/').next().unwrap_or_default();
    // Signing a company up is a person's act: the company does not exist yet.
    let first = if first.starts_with("company-registrations") { "account" } else { first };
    FACES.iter().map(|(name, _)| *name).find(|name| *name == first).unwrap_or("open")
}

fn complete(operation: &mut Operation, method: &HttpMethod, face: &'static str) {
    let id = operation.operation_id.clone().unwrap_or_default();
    operation.tags = Some(vec![face.to_owned()]);
    let session = SecurityRequirement::new::<_, [&str; 0], &str>("session", []);
    operation.security = Some(match face {
        "company" | "operator" => vec![session],
        "account" if !WITHOUT_SESSION.contains(&id.as_str()) => vec![session],
        "shop" => vec![SecurityRequirement::default(), session],
        _ => vec![SecurityRequirement::default()],
    });
    if !matches!(method, HttpMethod::Get) {
        header(operation, "Idempotency-Key", "A repeated request with the same key gets the first answer.", 128);
    }
    let versioned = operation.parameters.iter().flatten().any(|parameter| matches!(parameter, RefOr::T(parameter) if parameter.name == "If-Match"));
    if matches!(method, HttpMethod::Put | HttpMethod::Patch) && !versioned {
        header(operation, "If-Match", "The version that was seen, as given in ETag.", 32);
    }
    for (status, response) in &mut operation.responses.responses {
        let about = SUCCESSES.iter().find(|(known, _)| known == status).map(|(_, about)| *about);
        if let (RefOr::T(response), Some(about)) = (response, about)
            && response.description.is_empty()
        {
            about.clone_into(&mut response.description);
        }
    }
    for (status, about) in PROBLEMS {
        operation.responses.responses.entry((*status).to_owned()).or_insert_with(|| {
            let content = Content::new(Some(Ref::from_schema_name("Problem")));
            RefOr::T(ResponseBuilder::new().description(*about).content("application/problem+json", content).build())
        });
    }
}

fn header(operation: &mut Operation, name: &str, about: &str, longest: usize) {
    let schema = ObjectBuilder::new().schema_type(Type::String).max_length(Some(longest)).build();
    let parameter = ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(about))
        .schema(Some(schema))
        .build();
    operation.parameters.get_or_insert_default().push(RefOr::T(parameter));
}
