//! A company finds others, to offer them something: what every shop shows anyway, and no more.

use crate::queries;
use actix_web::{HttpResponse, get, web::Data};
use kernel::{CompanyId, Page, PageQuery, Problem, Result, need};
use platform::{
    App,
    http::{self, Member, Query},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Companies asked for by id at once.
const IDS: usize = 100;

/// Which companies are looked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Part of the name or of the shop's address.
    #[param(example = "한빛")]
    q: Option<String>,
    /// Only these, at most 100, separated by commas; to show the names of companies chosen before.
    #[param(example = "co_01h455vb4pex5vsknk084sn02q")]
    ids: Option<String>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// A company as others may know it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct KnownCompany {
    /// Its id.
    id: CompanyId,
    /// Its name.
    #[schema(example = "한빛제빵")]
    name: String,
    /// The address of its shop.
    #[schema(example = "hanbit")]
    slug: String,
}

/// Find other companies.
///
/// Verified companies but the caller's own, by name.
#[utoipa::path(operation_id = "company.company.list", params(Wanted), responses((status = 200, body = Page<KnownCompany>)))]
#[get("/company/companies")]
async fn companies(app: Data<App>, who: Member<need::ViewWorkspace>, query: Query<Wanted>) -> Result<HttpResponse> {
    let Wanted { q, ids, limit, cursor } = query.0;
    if q.as_ref().is_some_and(|q| q.chars().count() > 100) {
        return Err(Problem::invalid("q", "too_long"));
    }
    let ids = ids.as_deref().map(read).transpose()?;
    let tx = app.platform().await?;
    let page = queries::others(&tx, who.company, q.as_deref(), ids.as_deref(), &PageQuery { limit, cursor }).await?;
    Ok(http::ok(&page.map(|row| KnownCompany { id: row.id, name: row.name, slug: row.slug })))
}

fn read(ids: &str) -> Result<Vec<CompanyId>> {
    let ids = ids.split(',').map(|id| id.trim().parse().map_err(|_| Problem::invalid("ids", "malformed"))).collect::<Result<Vec<CompanyId>>>()?;
    if ids.len() > IDS { Err(Problem::invalid("ids", "out_of_range")) } else { Ok(ids) }
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(companies);
}
