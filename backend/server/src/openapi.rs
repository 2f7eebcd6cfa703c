//! The OpenAPI document: what is mounted, completed by what every operation shares. Mounting is
//! documenting; what is written here is only what follows from an operation's path and method.

use crate::mount;
use actix_web::App;
use kernel::{AuditAction, Code, KERNEL_CODES};
use platform::http::QUERY_TEXT_LENGTH;
use std::collections::BTreeMap;
use utoipa::openapi::{
    Content, HttpMethod, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, Required, ResponseBuilder, ServerBuilder,
    path::{Operation, ParameterBuilder, ParameterIn},
    schema::{ArrayItems, ObjectBuilder, Schema, SchemaType, Type},
    security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme},
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
    "account.session.create_by_passkey",
    "account.sign_in_challenge.create",
    "account.session.refresh",
    "account.session.end",
    "account.password_reset.request",
    "account.password_reset.confirm",
    "account.invitation.show",
    "account.invitation.decline",
];

/// Writes that are not repeated under a key: what they answer is a secret that is never stored, or
/// whoever calls has keys of its own. Deleting twice is deleting.
const WITHOUT_KEY: &[&str] = &[
    "account.second_factor.prepare",
    "account.recovery_codes.renew",
    "account.passkey.prepare",
    "account.passkey.create",
    "account.sign_in_challenge.create",
    "account.proof_challenge.create",
    "account.session.create_by_passkey",
    "account.session.create",
    "account.session.refresh",
    "account.session.prove",
    "account.session.choose_company",
    "open.webhook.receive",
];

/// Headers that mean the same everywhere: name, what it says, how it is written.
const HEADERS: &[(&str, &str, &str)] = &[
    ("Idempotency-Key", "A repeated request with the same key gets the first answer.", "^[!#-~]{1,128}$"),
    ("If-Match", "The version that was seen, as given in ETag.", "^\"[0-9]{1,18}\"$"),
];

/// Company operations that a program's API key does not open: who belongs to the company, where its
/// money goes, and what its programs may do and hear.
const NOT_FOR_PROGRAMS: &[&str] = &[
    "company.member.remove",
    "company.payout_account.propose",
    "company.proposal.list",
    "company.proposal.approve",
    "company.proposal.refuse",
    "company.proposal.withdraw",
    "company.api_key.list",
    "company.api_key.create",
    "company.api_key.rotate",
    "company.api_key.end_overlap",
    "company.api_key.revoke",
    "company.webhook_endpoint.create",
    "company.webhook_endpoint.change",
    "company.webhook_endpoint.delete",
    "company.webhook_endpoint.rotate",
    "company.webhook_endpoint.end_overlap",
    "company.address.drop_domain",
    "company.address.set_domain",
    "company.address.set_slug",
    "company.closure.ask",
    "company.closure.take_back",
    "company.export.create",
    "company.export.fetch",
    "company.invitation.create",
    "company.invitation.list",
    "company.invitation.resend",
    "company.invitation.withdraw",
    "company.member.change_role",
    "company.role.create",
    "company.role.delete",
    "company.role.replace",
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
    [
        identity::AUDIT,
        company::AUDIT,
        catalog::AUDIT,
        trade::AUDIT,
        payment::AUDIT,
        ledger::AUDIT,
        approval::AUDIT,
        notify::AUDIT,
        flows::AUDIT,
        crate::audit::AUDIT,
    ]
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
    name_rows(&mut components.schemas);
    let session = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some("The access token of a person who has signed in; the company is the one that was chosen with it."));
    let api_key = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("mk_…").description(Some(
        "The API key of a program. It opens what its permissions say, is limited in requests (`RateLimit`, `RateLimit-Policy`, and `Retry-After` \
         with 429), and is refused where a person has to decide.",
    ));
    components.security_schemes.insert("session".into(), RefOr::T(SecurityScheme::Http(session.build())));
    components.security_schemes.insert("api_key".into(), RefOr::T(SecurityScheme::Http(api_key.build())));
    api
}

/// The part of the document that an integrator of a company needs.
#[must_use]
pub fn company_document() -> OpenApi {
    let mut api = document();
    api.info.title = "Madang for integrators".into();
    api.paths.paths.retain(|path, _| face_of(path) == "company");
    drop_unused(&mut api);
    api
}

/// utoipa writes the rows of each kind of page out once more; they have a name.
fn name_rows(schemas: &mut BTreeMap<String, RefOr<Schema>>) {
    let names: Vec<String> =
        schemas.keys().filter_map(|page| page.strip_prefix("Page_")).filter(|row| schemas.contains_key(*row)).map(str::to_owned).collect();
    for name in names {
        let Some(RefOr::T(Schema::Object(page))) = schemas.get_mut(&format!("Page_{name}")) else { continue };
        if let Some(RefOr::T(Schema::Array(rows))) = page.properties.get_mut("items") {
            rows.items = ArrayItems::RefOrSchema(Box::new(RefOr::Ref(Ref::from_schema_name(name))));
        }
    }
}

/// Leaves out the schemas that nothing refers to, also those that only such a one did.
fn drop_unused(api: &mut OpenApi) {
    loop {
        let written = api.to_json().unwrap_or_default();
        let Some(components) = &mut api.components else { return };
        let before = components.schemas.len();
        components.schemas.retain(|name, _| written.contains(&format!("\"#/components/schemas/{name}\"")));
        if components.schemas.len() == before {
            return;
        }
    }
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
    let api_key = SecurityRequirement::new::<_, [&str; 0], &str>("api_key", []);
    operation.security = Some(match face {
        "company" if !NOT_FOR_PROGRAMS.contains(&id.as_str()) => vec![session, api_key],
        "company" | "operator" => vec![session],
        "account" if !WITHOUT_SESSION.contains(&id.as_str()) => vec![session],
        "shop" => vec![SecurityRequirement::default(), session],
        _ => vec![SecurityRequirement::default()],
    });
    let parameters = operation.parameters.get_or_insert_default();
    if matches!(method, HttpMethod::Post | HttpMethod::Put | HttpMethod::Patch) && !WITHOUT_KEY.contains(&id.as_str()) {
        let key = ParameterBuilder::new().name("Idempotency-Key").parameter_in(ParameterIn::Header).required(Required::False);
        parameters.push(RefOr::T(key.build()));
    }
    for parameter in parameters.iter_mut().filter_map(|parameter| if let RefOr::T(parameter) = parameter { Some(parameter) } else { None }) {
        if let Some((_, about, pattern)) = HEADERS.iter().find(|(name, ..)| *name == parameter.name) {
            parameter.description = Some((*about).to_owned());
            parameter.schema = Some(ObjectBuilder::new().schema_type(Type::String).pattern(Some(*pattern)).into());
        }
        if let (ParameterIn::Query, Some(RefOr::T(Schema::Object(text)))) = (&parameter.parameter_in, &mut parameter.schema)
            && text.schema_type == SchemaType::from(Type::String)
            && text.enum_values.is_none()
        {
            text.max_length = Some(QUERY_TEXT_LENGTH);
        }
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
