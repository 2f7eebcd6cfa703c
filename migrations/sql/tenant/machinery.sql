CREATE TABLE handled (
  event_id   uuid NOT NULL,
  reaction   text NOT NULL,
  handled_at timestamptz NOT NULL,
  PRIMARY KEY (event_id, reaction)
);
CREATE TABLE idempotency (
  key         text PRIMARY KEY,
  fingerprint text NOT NULL,
  answer      jsonb NOT NULL,
  created_at  timestamptz NOT NULL
);
