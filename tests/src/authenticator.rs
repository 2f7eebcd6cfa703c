//! An authenticator in software: it makes a passkey and answers challenges as the standard says
//! (WebAuthn, level 2, sections 6.1 and 6.5), and otherwise where a story wants it to misbehave.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use kernel::{Problem, Result};
use p256::ecdsa::{Signature, SigningKey, signature::Signer};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// What the authenticator says of the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flags {
    /// Touched it, and was verified by finger or PIN.
    Verified,
    /// Only touched it.
    Present,
}

impl Flags {
    const fn byte(self) -> u8 {
        match self {
            Self::Verified => 0x05,
            Self::Present => 0x01,
        }
    }
}

/// A passkey in an authenticator.
#[derive(Clone)]
pub struct Token {
    key: SigningKey,
    id: Vec<u8>,
    /// The account, as it was told when the passkey was made.
    owner: Vec<u8>,
    host: String,
    /// The page that the browser is on.
    pub origin: String,
    /// Uses so far.
    pub counter: u32,
    /// What it says of the person.
    pub flags: Flags,
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Token").field("counter", &self.counter).finish_non_exhaustive()
    }
}

fn coded(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

fn text<'a>(challenge: &'a Value, pointer: &str) -> Result<&'a str> {
    challenge.pointer(pointer).and_then(Value::as_str).ok_or_else(|| Problem::internal(format!("no {pointer} in {challenge}")))
}

impl Token {
    /// One that has never been used, for what was asked.
    pub fn new(asked: &Value) -> Result<Self> {
        let host = text(asked, "/options/rp/id")?.to_owned();
        let owner = BASE64_URL_SAFE_NO_PAD.decode(text(asked, "/options/user/id")?).map_err(Problem::internal)?;
        let key = SigningKey::from_slice(&rand::random::<[u8; 32]>()).map_err(Problem::internal)?;
        let origin = format!("http://{host}");
        Ok(Self { key, id: rand::random::<[u8; 20]>().to_vec(), owner, host, origin, counter: 0, flags: Flags::Verified })
    }

    /// What is sent to have it registered under a name.
    pub fn registration(&self, asked: &Value, name: &str) -> Result<Value> {
        let mut data = self.data(self.flags.byte() | 0x40);
        // No maker is named: nobody asks for one.
        data.extend([0; 16]);
        data.extend(u16::try_from(self.id.len()).unwrap_or_default().to_be_bytes());
        data.extend(&self.id);
        data.extend(self.public_key());
        // {"fmt": "none", "attStmt": {}, "authData": h'…'}
        let mut object = vec![0xa3, 0x63];
        object.extend(b"fmt\x64none\x67attStmt\xa0\x68authData\x58");
        object.push(u8::try_from(data.len()).unwrap_or_default());
        object.extend(data);
        Ok(json!({
            "challenge": text(asked, "/challenge")?, "name": name, "credential_id": coded(&self.id),
            "client_data": coded(self.client_data("webauthn.create", asked)?.as_bytes()), "attestation_object": coded(&object),
        }))
    }

    /// Answers a challenge; each answer counts.
    pub fn answer(&mut self, asked: &Value) -> Result<Value> {
        self.counter += 1;
        let data = self.data(self.flags.byte());
        let client_data = self.client_data("webauthn.get", asked)?;
        let mut signed = data.clone();
        signed.extend(Sha256::digest(client_data.as_bytes()));
        let signature: Signature = self.key.sign(&signed);
        Ok(json!({
            "challenge": text(asked, "/challenge")?, "credential_id": coded(&self.id), "client_data": coded(client_data.as_bytes()),
            "authenticator_data": coded(&data), "signature": coded(signature.to_der().as_bytes()), "user_handle": coded(&self.owner),
        }))
    }

    /// With the browser on a page of another origin.
    #[must_use]
    pub fn on_page_of(mut self, origin: &str) -> Self {
        origin.clone_into(&mut self.origin);
        self
    }

    /// Which says something else of the person.
    #[must_use]
    pub const fn saying(mut self, flags: Flags) -> Self {
        self.flags = flags;
        self
    }

    /// Says of whom it is, otherwise than it was told.
    #[must_use]
    pub fn claiming(mut self, account: kernel::AccountId) -> Self {
        self.owner = account.uuid().as_bytes().to_vec();
        self
    }

    fn data(&self, flags: u8) -> Vec<u8> {
        let mut data = Sha256::digest(self.host.as_bytes()).to_vec();
        data.push(flags);
        data.extend(self.counter.to_be_bytes());
        data
    }

    /// The public key for ES256, as COSE writes it.
    fn public_key(&self) -> Vec<u8> {
        let point = self.key.verifying_key().to_encoded_point(false);
        let mut key = vec![0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01];
        for (label, half) in [(0x21, point.x()), (0x22, point.y())] {
            key.extend([label, 0x58, 0x20]);
            key.extend(half.map(|half| half.to_vec()).unwrap_or_default());
        }
        key
    }

    fn client_data(&self, kind: &str, asked: &Value) -> Result<String> {
        Ok(json!({"type": kind, "challenge": text(asked, "/options/challenge")?, "origin": self.origin, "crossOrigin": false}).to_string())
    }
}
