-- Who did what, from where, to which thing, and what was different afterwards. Only ever added to;
-- each row bears the hash of the one before it in its chain.
CREATE TABLE audit_entry (
  id           uuid PRIMARY KEY,
  shard        smallint NOT NULL,
  seq          bigint NOT NULL,
  at           timestamptz NOT NULL,
  action       text NOT NULL,
  actor_kind   text NOT NULL CHECK (actor_kind IN ('guest', 'person', 'member', 'operator', 'api_key', 'system')),
  account_id   uuid,
  -- The company that a member or a key acts for.
  acting_for   uuid,
  role         text,
  -- The rule by which the platform acts, or the API key.
  via          text,
  -- Whose part of the log it belongs to; none for the operator's own and for a person's account.
  company_id   uuid,
  object_kind  text NOT NULL,
  object_id    text NOT NULL,
  object_label text NOT NULL,
  changes      jsonb NOT NULL,
  reason       text,
  address      text,
  agent        text,
  trace_id     text,
  -- The event by which it came from a company's part of the database; each is written once.
  event_id     uuid UNIQUE,
  prev_hash    bytea NOT NULL,
  hash         bytea NOT NULL,
  UNIQUE (shard, seq),
  CHECK (actor_kind IN ('guest', 'api_key', 'system') OR account_id IS NOT NULL),
  CHECK (actor_kind NOT IN ('member', 'api_key') OR acting_for IS NOT NULL)
);
CREATE INDEX audit_entry_time ON audit_entry (at DESC, id DESC);
CREATE INDEX audit_entry_company ON audit_entry (company_id, at DESC, id DESC) WHERE company_id IS NOT NULL;
CREATE INDEX audit_entry_object ON audit_entry (object_id, at DESC);
CREATE INDEX audit_entry_account ON audit_entry (account_id, at DESC) WHERE account_id IS NOT NULL;
CREATE INDEX audit_entry_trace ON audit_entry (trace_id) WHERE trace_id IS NOT NULL;

CREATE TABLE audit_head (
  shard smallint PRIMARY KEY,
  seq   bigint NOT NULL,
  hash  bytea NOT NULL
);
INSERT INTO audit_head SELECT shard, 0, decode(repeat('00', 32), 'hex') FROM generate_series(0, 63) shard;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
