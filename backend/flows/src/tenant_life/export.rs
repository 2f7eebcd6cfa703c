//! Packing all that a company has. The tables are read in one snapshot; nothing is locked by it,
//! and the company goes on working.

use super::{
    pack::{Packed, Packer},
    package::{COMPANY, DOCUMENTS, FORMAT, MANIFEST, MEMBERS, Manifest, Profile, stored_file, table_file},
};
use crate::Flows;
use company::{
    actions::{self, Progress},
    export::Model as Export,
};
use futures_util::StreamExt;
use kernel::{CompanyId, Page, PageQuery, Problem, Result};
use platform::live::Audience;
use serde_json::json;
use std::{collections::BTreeSet, path::PathBuf};

/// Rows of a list read at once.
const PAGE: u64 = 100;
/// Rows after which a maker shows that it lives.
const SIGN: i64 = 20_000;

/// Makes the exports that were asked for, one after another; returns how many.
pub async fn make_exports(flows: Flows) -> Result<u64> {
    let mut made = 0;
    loop {
        let tx = flows.app.platform().await?;
        let claimed = actions::claim_export(&tx).await?;
        tx.commit().await?;
        let Some(claimed) = claimed else { return Ok(made) };
        if let Err(problem) = make(&flows, &claimed).await {
            tracing::error!(export = %claimed.id, company = %claimed.company_id, %problem, "an export could not be made");
            let tx = flows.app.platform().await?;
            actions::export_failed(&tx, &claimed).await?;
            tx.commit().await?;
        }
        tell(&flows, &claimed).await;
        made += 1;
    }
}

/// Deletes the files whose time is over; returns how many.
pub async fn drop_exports(flows: Flows) -> Result<u64> {
    let tx = flows.app.platform().await?;
    let over = company::queries::exports_over(&tx, PAGE).await?;
    drop(tx);
    let mut done = 0;
    for row in over {
        flows.app.storage().delete(&row.key()).await?;
        let tx = flows.app.platform().await?;
        actions::export_gone(&tx, row).await?;
        tx.commit().await?;
        done += 1;
    }
    Ok(done)
}

async fn make(flows: &Flows, claimed: &Export) -> Result<()> {
    let dir = std::path::Path::new(&flows.app.config().storage.dir).join("packing");
    tokio::fs::create_dir_all(&dir).await.map_err(Problem::internal)?;
    let path = dir.join(format!("{}-{}.zip", claimed.id.uuid().simple(), claimed.attempts));
    let outcome = make_at(flows, claimed, path.clone()).await;
    // It lies in the store now, or is worth nothing.
    let _gone = tokio::fs::remove_file(&path).await;
    outcome
}

async fn make_at(flows: &Flows, claimed: &Export, path: PathBuf) -> Result<()> {
    let packed = pack(flows, claimed.company_id, path, Some(claimed)).await?;
    flows.app.storage().put_file(&claimed.key(), &packed.path).await?;
    let tx = flows.app.platform().await?;
    let size = i64::try_from(packed.size).map_err(Problem::internal)?;
    actions::export_ready(&tx, claimed, size, packed.sha256, flows.app.config().tenant.export_days).await?;
    tx.commit().await
}

/// Packs a company into a file of this machine; for the command line.
pub async fn pack_company(flows: &Flows, id: CompanyId, path: PathBuf) -> Result<(u64, String)> {
    let packed = pack(flows, id, path, None).await?;
    Ok((packed.size, packed.sha256))
}

async fn pack(flows: &Flows, id: CompanyId, path: PathBuf, claimed: Option<&Export>) -> Result<Packed> {
    let app = &flows.app;
    let tx = app.platform().await?;
    let row = company::queries::by_id(&tx, id).await?.ok_or_else(Problem::not_found)?;
    drop(tx);
    let place = row.place()?;
    let mut files: BTreeSet<String> = [row.logo_key.clone(), row.banner_key.clone()].into_iter().flatten().collect();
    let mut packer = Packer::begin(path);
    packer.file(COMPANY).await?;
    packer.bytes(&serde_json::to_vec_pretty(&Profile::from(row)).map_err(Problem::internal)?).await?;

    let snapshot = app.databases().snapshot(&place).await?;
    let (made_at, schema_version, tables) = (snapshot.now(), snapshot.schema_version().await?, snapshot.tables().await?);
    let mut progress = Progress { tables_total: i32::try_from(tables.len()).map_err(Problem::internal)?, ..Progress::default() };
    for table in &tables {
        packer.lines(table_file(&table.name)).await?;
        snapshot
            .each_row(table, async |line| {
                progress.rows_done += 1;
                if progress.rows_done % SIGN == 0 {
                    moved(flows, claimed, progress).await?;
                }
                packer.line(&line).await
            })
            .await?;
        progress.tables_done += 1;
        moved(flows, claimed, progress).await?;
    }
    let mut after = None;
    loop {
        let pictures = catalog::queries::picture_keys(&snapshot, after, PAGE).await?;
        let Some((last, _)) = pictures.last() else { break };
        after = Some(*last);
        files.extend(pictures.into_iter().flat_map(|(_, keys)| keys));
    }
    drop(snapshot);

    members(flows, id, &mut packer).await?;
    files.extend(documents(flows, id, &mut packer).await?);
    for key in &files {
        // A picture that the store has lost is no reason to give up all the rest.
        let Ok((_, mut bytes)) = app.storage().stream(key).await else { continue };
        packer.file(stored_file(key)).await?;
        while let Some(bytes) = bytes.next().await {
            packer.bytes(&bytes?).await?;
        }
    }
    let made_by = format!("madang {}", env!("CARGO_PKG_VERSION"));
    packer
        .finish(move |files| {
            let manifest = Manifest { format: FORMAT.to_owned(), made_by, made_at, company_id: id, schema_version, files };
            Ok((MANIFEST.to_owned(), serde_json::to_vec_pretty(&manifest).map_err(Problem::internal)?))
        })
        .await
}

async fn members(flows: &Flows, id: CompanyId, packer: &mut Packer) -> Result<()> {
    packer.lines(MEMBERS).await?;
    let mut page = PageQuery { limit: Some(PAGE), cursor: None };
    loop {
        let tx = flows.app.platform().await?;
        let Page { items, next } = company::queries::members(&tx, id, &page).await?;
        let ids: Vec<_> = items.iter().map(|member| member.account_id).collect();
        let people = identity::queries::people(&tx, &ids).await?;
        drop(tx);
        for member in items {
            let person = people.iter().find(|person| person.id == member.account_id);
            let line = json!({
                "name": person.map(|person| &person.name), "email": person.map(|person| &person.email),
                "role": member.role, "since": member.created_at,
            });
            packer.line(&line.to_string()).await?;
        }
        if next.is_none() {
            return Ok(());
        }
        page.cursor = next;
    }
}

/// Lists the documents, and returns their keys in the store.
async fn documents(flows: &Flows, id: CompanyId, packer: &mut Packer) -> Result<Vec<String>> {
    packer.lines(DOCUMENTS).await?;
    let (mut keys, mut after) = (Vec::new(), None);
    loop {
        let tx = flows.app.platform().await?;
        let rows = trade::queries::documents_of(&tx, id, after, PAGE).await?;
        drop(tx);
        let Some(last) = rows.last() else { return Ok(keys) };
        after = Some(last.id);
        for row in rows {
            let line = json!({
                "id": row.id, "name": row.name, "type": row.media_type, "sha256": row.sha256, "size": row.size,
                "file": stored_file(&row.key), "created_at": row.created_at,
            });
            packer.line(&line.to_string()).await?;
            keys.push(row.key);
        }
    }
}

async fn moved(flows: &Flows, claimed: Option<&Export>, progress: Progress) -> Result<()> {
    let Some(claimed) = claimed else { return Ok(()) };
    let tx = flows.app.platform().await?;
    let ours = actions::export_moved(&tx, claimed, progress).await?;
    tx.commit().await?;
    if !ours {
        return Err(Problem::internal("another worker has taken this export"));
    }
    tell(flows, claimed).await;
    Ok(())
}

async fn tell(flows: &Flows, export: &Export) {
    flows.app.live().tell(Audience::Company(export.company_id), "export", export.id).await;
}
