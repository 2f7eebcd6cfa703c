//! Files: a local folder by default, an S3-compatible bucket by URL. Keys are made by the code,
//! never from names that a client sent.

use crate::config::Config;
use bytes::Bytes;
use futures_util::{StreamExt, TryStreamExt, stream::BoxStream};
use kernel::{Problem, Result};
use object_store::{ObjectStore, ObjectStoreExt, PutPayload, WriteMultipart, local::LocalFileSystem, path::Path, prefix::PrefixStore};
use std::sync::Arc;
use tokio::io::AsyncReadExt;

/// Bytes of a file in memory at once, and parts of it on their way.
const PART: usize = 256 * 1024;
const PARTS: usize = 4;

/// The file store.
#[derive(Clone)]
pub struct Storage(Arc<dyn ObjectStore>);

impl Storage {
    /// Opens the configured store. Error: a folder that cannot be made or a wrong URL.
    pub fn open(config: &Config) -> Result<Self> {
        if config.storage.url.is_empty() {
            let dir = std::path::Path::new(&config.storage.dir).join("files");
            std::fs::create_dir_all(&dir).map_err(Problem::internal)?;
            let local = LocalFileSystem::new_with_prefix(&dir).map_err(Problem::internal)?;
            return Ok(Self(Arc::new(local)));
        }
        let url = url::Url::parse(&config.storage.url).map_err(Problem::internal)?;
        let bucket = object_store::aws::AmazonS3Builder::from_env().with_url(url.as_str()).build().map_err(Problem::internal)?;
        Ok(Self(Arc::new(PrefixStore::new(bucket, url.path().trim_start_matches('/')))))
    }

    /// Stores bytes under a key.
    pub async fn put(&self, key: &str, bytes: Bytes) -> Result<()> {
        self.0.put(&Path::from(key), PutPayload::from_bytes(bytes)).await.map_err(Problem::unavailable)?;
        Ok(())
    }

    /// The bytes under a key. Error: not found.
    pub async fn get(&self, key: &str) -> Result<Bytes> {
        match self.0.get(&Path::from(key)).await {
            Ok(found) => found.bytes().await.map_err(Problem::unavailable),
            Err(object_store::Error::NotFound { .. }) => Err(Problem::not_found()),
            Err(error) => Err(Problem::unavailable(error)),
        }
    }

    /// Stores a file of the machine under a key, part by part.
    pub async fn put_file(&self, key: &str, file: &std::path::Path) -> Result<()> {
        let mut file = tokio::fs::File::open(file).await.map_err(Problem::internal)?;
        let upload = self.0.put_multipart(&Path::from(key)).await.map_err(Problem::unavailable)?;
        let mut upload = WriteMultipart::new(upload);
        loop {
            let mut part = bytes::BytesMut::with_capacity(PART);
            if file.read_buf(&mut part).await.map_err(Problem::internal)? == 0 {
                break;
            }
            upload.wait_for_capacity(PARTS).await.map_err(Problem::unavailable)?;
            upload.put(part.freeze());
        }
        upload.finish().await.map_err(Problem::unavailable)?;
        Ok(())
    }

    /// The bytes under a key as they come, and how many they are. Error: not found.
    pub async fn stream(&self, key: &str) -> Result<(u64, BoxStream<'static, Result<Bytes>>)> {
        match self.0.get(&Path::from(key)).await {
            Ok(found) => Ok((found.meta.size, found.into_stream().map_err(Problem::unavailable).boxed())),
            Err(object_store::Error::NotFound { .. }) => Err(Problem::not_found()),
            Err(error) => Err(Problem::unavailable(error)),
        }
    }

    /// Deletes the bytes under a key; a missing one is fine.
    pub async fn delete(&self, key: &str) -> Result<()> {
        match self.0.delete(&Path::from(key)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(Problem::unavailable(error)),
        }
    }
}
