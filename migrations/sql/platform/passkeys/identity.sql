-- Passkeys of a person (WebAuthn, level 2): public keys alone, with the counter that was last seen.
CREATE TABLE passkey (
  id            uuid PRIMARY KEY,
  account_id    uuid NOT NULL REFERENCES account (id),
  -- What the authenticator calls it; nobody else can have the same.
  credential_id bytea NOT NULL UNIQUE,
  credential    jsonb NOT NULL,
  name          text NOT NULL,
  created_at    timestamptz NOT NULL,
  last_used_at  timestamptz
);
CREATE INDEX passkey_of_account ON passkey (account_id);

-- What an authenticator was asked to answer. A row is taken away by the first answer, right or wrong.
CREATE TABLE passkey_challenge (
  token_hash text PRIMARY KEY,
  purpose    text NOT NULL CHECK (purpose IN ('add', 'sign_in', 'prove')),
  -- Whose answer is waited for, where that is known.
  account_id uuid REFERENCES account (id),
  state      jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  CHECK ((purpose = 'sign_in') = (account_id IS NULL))
);
CREATE INDEX passkey_challenge_expiry ON passkey_challenge (expires_at);
