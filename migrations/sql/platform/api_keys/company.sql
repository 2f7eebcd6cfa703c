-- The keys of a company's programs. Of a secret only its SHA-256 is kept. A row is never deleted:
-- timelines name it.
CREATE TABLE api_key (
  id              uuid PRIMARY KEY,
  company_id      uuid NOT NULL REFERENCES company (id),
  name            text NOT NULL,
  permissions     jsonb NOT NULL,
  -- How the secret begins, for lists.
  hint            text NOT NULL,
  secret_hash     text NOT NULL UNIQUE,
  -- The secret before, and until when it opens beside the present one.
  old_hint        text,
  old_secret_hash text UNIQUE,
  old_ends_at     timestamptz,
  created_by      uuid NOT NULL,
  created_at      timestamptz NOT NULL,
  expires_at      timestamptz NOT NULL CHECK (expires_at > created_at),
  rotated_at      timestamptz,
  revoked_at      timestamptz,
  revoked_by      uuid,
  -- To the minute.
  last_used_at    timestamptz,
  CHECK ((old_secret_hash IS NULL) = (old_ends_at IS NULL)),
  CHECK (old_secret_hash <> secret_hash)
);
CREATE INDEX api_key_company ON api_key (company_id, id DESC);
