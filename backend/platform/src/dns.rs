//! Asking the DNS for text records, behind a trait, so that a story answers for the world.

use async_trait::async_trait;
use hickory_resolver::{
    Resolver, TokioResolver,
    proto::rr::{RData, Record},
};
use kernel::{Problem, Result};
use std::{sync::OnceLock, time::Duration};

/// How long the name servers may take.
const TIME_LIMIT: Duration = Duration::from_secs(8);

/// Knows text records.
#[async_trait]
pub trait TextRecords: Send + Sync {
    /// The texts at a name; none where there is no such record. Error: nobody could be asked.
    async fn at(&self, name: &str) -> Result<Vec<String>>;
}

/// Asks the name servers of this machine.
#[derive(Default)]
pub struct SystemDns(OnceLock<TokioResolver>);

impl SystemDns {
    fn resolver(&self) -> Result<&TokioResolver> {
        if let Some(resolver) = self.0.get() {
            return Ok(resolver);
        }
        let made = Resolver::builder_tokio().and_then(|builder| builder.build()).map_err(Problem::unavailable)?;
        Ok(self.0.get_or_init(|| made))
    }
}

#[async_trait]
impl TextRecords for SystemDns {
    async fn at(&self, name: &str) -> Result<Vec<String>> {
        // With a dot at its end it is a whole name, to which no search domain is added.
        let asked = self.resolver()?.txt_lookup(format!("{name}."));
        match tokio::time::timeout(TIME_LIMIT, asked).await {
            Err(_) => Err(Problem::unavailable("the name servers do not answer")),
            Ok(Err(error)) if error.is_no_records_found() || error.is_nx_domain() => Ok(Vec::new()),
            Ok(Err(error)) => Err(Problem::unavailable(error)),
            Ok(Ok(found)) => {
                let text = |record: &Record| if let RData::TXT(text) = &record.data { Some(text.to_string()) } else { None };
                Ok(found.answers().iter().filter_map(text).collect())
            }
        }
    }
}
