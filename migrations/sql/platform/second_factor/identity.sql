-- The app that makes a person's codes (RFC 6238). Its secret is sealed with the installation's key.
CREATE TABLE second_factor (
  account_id   uuid PRIMARY KEY REFERENCES account (id),
  secret       bytea NOT NULL,
  -- Until a first code has come it is not asked for.
  confirmed_at timestamptz,
  -- The newest step of time whose code was used; it and older ones are never taken again.
  used_step    bigint NOT NULL DEFAULT 0,
  created_at   timestamptz NOT NULL
);

-- Codes for the day on which the app is lost, each good for one use; only their hash is kept.
CREATE TABLE recovery_code (
  account_id uuid NOT NULL REFERENCES account (id),
  code_hash  text NOT NULL,
  used_at    timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

-- When the person last proved on this device that it is them.
ALTER TABLE session ADD COLUMN proved_at timestamptz;
UPDATE session SET proved_at = created_at;
ALTER TABLE session ALTER COLUMN proved_at SET NOT NULL;
