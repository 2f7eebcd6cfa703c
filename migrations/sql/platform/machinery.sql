CREATE TABLE outbox (
  seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id         uuid NOT NULL UNIQUE,
  name       text NOT NULL,
  key        text NOT NULL,
  company_id uuid,
  payload    jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  next_at    timestamptz NOT NULL,
  attempts   integer NOT NULL DEFAULT 0,
  dead_at    timestamptz,
  last_error text
);
CREATE INDEX outbox_key ON outbox (key, seq);
CREATE INDEX outbox_due ON outbox (next_at) WHERE dead_at IS NULL;

CREATE TABLE handled (
  event_id   uuid NOT NULL,
  reaction   text NOT NULL,
  handled_at timestamptz NOT NULL,
  PRIMARY KEY (event_id, reaction)
);

CREATE TABLE sweep (
  name    text PRIMARY KEY,
  next_at timestamptz NOT NULL
);

CREATE TABLE idempotency (
  key         text PRIMARY KEY,
  fingerprint text NOT NULL,
  answer      jsonb NOT NULL,
  created_at  timestamptz NOT NULL
);
