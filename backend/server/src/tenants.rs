//! `madang tenant …`: looking after companies on the command line.

use crate::Madang;
use clap::Subcommand;
use company::{Company, actions, company as row};
use flows::tenant_life::{Package, package::Profile};
use kernel::{AccountId, CompanyId, PageQuery, Problem, Result};
use migrations::{Installer, Loading};
use std::path::{Path, PathBuf};

/// What can be done with companies.
#[derive(Subcommand)]
pub enum TenantCommand {
    /// List the companies: address, id, status, cell.
    List,
    /// Write all data of a company into a file (docs/export.md).
    Export {
        /// The address of its shop.
        slug: String,
        /// The file to be written.
        file: PathBuf,
    },
    /// Make a company again out of such a file.
    Restore {
        /// The file.
        file: PathBuf,
        /// The address of the account that is to own it.
        #[arg(long)]
        owner: String,
        /// Under another id, where the company is here already.
        #[arg(long)]
        new_id: bool,
        /// At another shop address.
        #[arg(long)]
        slug: Option<String>,
    },
}

/// A company that is to be made out of a file.
#[derive(Clone, Debug)]
pub struct Restoring {
    /// The file.
    pub file: PathBuf,
    /// The account that is to own it.
    pub owner: AccountId,
    /// Whether it gets another id.
    pub new_id: bool,
    /// Another shop address.
    pub slug: Option<String>,
}

/// Runs a command and returns what it has to say.
pub async fn run(madang: &Madang, command: TenantCommand) -> Result<Vec<String>> {
    match command {
        TenantCommand::List => list(madang).await,
        TenantCommand::Export { slug, file } => {
            let tx = madang.app.platform().await?;
            let company = company::queries::by_slug(&tx, &slug).await?.ok_or_else(Problem::not_found)?;
            drop(tx);
            let (size, sha256) = flows::tenant_life::pack_company(&madang.flows, company.id, file.clone()).await?;
            Ok(vec![format!("{} {size} bytes, sha256 {sha256}", file.display())])
        }
        TenantCommand::Restore { file, owner, new_id, slug } => {
            let tx = madang.app.platform().await?;
            let owner = identity::queries::by_email(&tx, &owner.to_lowercase()).await?;
            let owner = owner.ok_or_else(|| Problem::internal("no account has this address"))?.id;
            drop(tx);
            let company = restore(madang, Restoring { file, owner, new_id, slug }).await?;
            Ok(vec![format!("{} is here as {}, and waits for its verification", company.slug, company.id)])
        }
    }
}

async fn list(madang: &Madang) -> Result<Vec<String>> {
    let (mut lines, mut page) = (Vec::new(), PageQuery { limit: Some(100), cursor: None });
    loop {
        let tx = madang.app.platform().await?;
        let found = company::queries::search(&tx, None, None, &page).await?;
        let line = |company: Company| format!("{:<40} {} {:?} cell {}", company.slug, company.id, company.status, company.cell);
        lines.extend(found.items.into_iter().map(line));
        if found.next.is_none() {
            return Ok(lines);
        }
        page.cursor = found.next;
    }
}

/// Makes a company out of a package: its schema filled in one transaction, its pictures, its row.
/// Errors: the package is not whole or of another version; the company, its address or its business
/// number is here already.
pub async fn restore(madang: &Madang, wanted: Restoring) -> Result<Company> {
    let app = &madang.app;
    let mut package = Package::open(&wanted.file)?;
    let mut profile = package.profile()?;
    let before = profile.id;
    if wanted.new_id {
        profile.id = CompanyId::new();
    }
    if let Some(slug) = wanted.slug {
        profile.slug = slug;
    }
    let cell = first_cell(&app.config().database.open_cells)?;
    let installer = Installer::open(app.config()).await?;
    let loading = installer.loading(cell, &package.manifest.schema_version).await?;
    if let Err(problem) = fill(&mut package, &loading, before, profile.id).await {
        loading.give_up().await?;
        return Err(problem);
    }
    let schema = loading.finish().await?;
    let names: Vec<String> = package.manifest.files.iter().map(|file| file.name.clone()).collect();
    for name in names {
        // Papers of trades belong to the journal of the installation that they come from.
        if let Some(key) = name.strip_prefix("files/").filter(|key| !key.starts_with("documents/") && plain(key)) {
            app.storage().put(key, package.stored(&name)?.into()).await?;
        }
    }
    let tx = app.platform().await?;
    let restored = actions::restore(&tx, company_row(profile, cell, schema.as_str(), app.now()), wanted.owner).await;
    match restored {
        Ok(company) => {
            tx.commit().await?;
            Ok(company)
        }
        Err(problem) => {
            drop(tx);
            installer.drop_unused(cell, &schema).await?;
            Err(problem)
        }
    }
}

async fn fill(package: &mut Package, loading: &Loading, before: CompanyId, now: CompanyId) -> Result<()> {
    let names: Vec<String> = package.manifest.files.iter().map(|file| file.name.clone()).collect();
    let (uuids, ids) = ((before.uuid().to_string(), now.uuid().to_string()), (before.to_string(), now.to_string()));
    let change = |line: String| if before == now { line } else { line.replace(&uuids.0, &uuids.1).replace(&ids.0, &ids.1) };
    for name in names {
        let Some(table) = name.strip_prefix("tables/").and_then(|rest| rest.strip_suffix(".ndjson")).map(str::to_owned) else { continue };
        package.lines(&name, change, async |lines| loading.rows(&table, format!("[{}]", lines.join(","))).await).await?;
    }
    Ok(())
}

/// Keys are made by the program; what could be a way out of the store is none.
fn plain(key: &str) -> bool {
    Path::new(key).components().all(|part| matches!(part, std::path::Component::Normal(_)))
}

fn first_cell(open: &str) -> Result<i16> {
    let first = open.split(',').map(str::trim).find(|part| !part.is_empty());
    first.ok_or_else(|| Problem::internal("database.open_cells names no cell"))?.parse().map_err(Problem::internal)
}

fn company_row(profile: Profile, cell: i16, schema: &str, now: chrono::DateTime<chrono::Utc>) -> Company {
    Company {
        id: profile.id,
        cell,
        schema_name: schema.to_owned(),
        slug: profile.slug,
        name: profile.name,
        name_en: profile.name_en,
        country: profile.country,
        currency: profile.currency,
        time_zone: profile.time_zone,
        locale: profile.locale,
        business_number: profile.business_number,
        representative: profile.representative,
        mail_order_number: profile.mail_order_number,
        postcode: profile.postcode,
        address1: profile.address1,
        address2: profile.address2,
        phone: profile.phone,
        email: profile.email,
        about: profile.about,
        about_en: profile.about_en,
        logo_key: profile.logo_key,
        banner_key: profile.banner_key,
        functions: profile.functions,
        status: row::Status::Pending,
        status_reason: None,
        verified_at: None,
        plan: "standard".to_owned(),
        auto_request: profile.auto_request,
        auto_accept: profile.auto_accept,
        delivery_fee_minor: profile.delivery_fee_minor,
        free_delivery_from_minor: profile.free_delivery_from_minor,
        delivery_rule_set_at: None,
        settlement_cycle: profile.settlement_cycle,
        payout_bank: profile.payout_bank,
        payout_account: profile.payout_account,
        payout_holder: profile.payout_holder,
        created_at: profile.created_at,
        updated_at: now,
        version: 1,
    }
}
