CREATE TABLE account (
  id                uuid PRIMARY KEY,
  email             text NOT NULL CHECK (email = lower(email)),
  email_verified_at timestamptz,
  password_hash     text NOT NULL,
  name              text NOT NULL,
  phone             text,
  locale            text NOT NULL CHECK (locale IN ('ko', 'en')),
  created_at        timestamptz NOT NULL,
  updated_at        timestamptz NOT NULL,
  version           bigint NOT NULL DEFAULT 1
);
CREATE UNIQUE INDEX account_email ON account (email);

-- Single-use secrets sent by mail; only their hash is kept.
CREATE TABLE account_token (
  token_hash text PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  purpose    text NOT NULL CHECK (purpose IN ('verify_email', 'reset_password')),
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX account_token_account ON account_token (account_id);

CREATE TABLE session (
  id           uuid PRIMARY KEY,
  account_id   uuid NOT NULL REFERENCES account (id),
  company_id   uuid,
  user_agent   text NOT NULL,
  address      text NOT NULL,
  created_at   timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  revoked_at   timestamptz
);
CREATE INDEX session_account ON session (account_id);

-- A session's chain of refresh tokens, each use making the next generation; a used one that comes
-- back late revokes the session.
CREATE TABLE refresh_token (
  token_hash text PRIMARY KEY,
  session_id uuid NOT NULL REFERENCES session (id),
  generation integer NOT NULL,
  issued_at  timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at    timestamptz
);
CREATE INDEX refresh_token_session ON refresh_token (session_id, generation);

CREATE TABLE signing_key (
  kid        text PRIMARY KEY,
  secret     bytea NOT NULL,
  created_at timestamptz NOT NULL,
  retires_at timestamptz NOT NULL
);

CREATE TABLE consent (
  account_id uuid NOT NULL REFERENCES account (id),
  document   text NOT NULL,
  edition    text NOT NULL,
  given_at   timestamptz NOT NULL,
  PRIMARY KEY (account_id, document, edition)
);

CREATE TABLE operator_member (
  account_id uuid PRIMARY KEY REFERENCES account (id),
  role       text NOT NULL CHECK (role IN ('chief', 'desk', 'treasurer', 'observer')),
  created_at timestamptz NOT NULL
);
