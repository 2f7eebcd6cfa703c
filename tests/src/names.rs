//! The world's name servers, as a story wants them.

use async_trait::async_trait;
use kernel::{Problem, Result};
use platform::dns::TextRecords;
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// Text records by name; clones share them.
#[derive(Clone, Debug, Default)]
pub struct Names(Arc<Mutex<HashMap<String, Option<Vec<String>>>>>);

impl Names {
    /// Somebody sets a record.
    pub fn set(&self, name: &str, text: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), Some(vec!["v=spf1 -all".to_owned(), text.to_owned()]));
    }

    /// Somebody takes it away.
    pub fn clear(&self, name: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
    }

    /// The servers of a name are silent.
    pub fn silence(&self, name: &str) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), None);
    }
}

#[async_trait]
impl TextRecords for Names {
    async fn at(&self, name: &str) -> Result<Vec<String>> {
        match self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name) {
            None => Ok(Vec::new()),
            Some(Some(texts)) => Ok(texts.clone()),
            Some(None) => Err(Problem::unavailable("no answer")),
        }
    }
}
