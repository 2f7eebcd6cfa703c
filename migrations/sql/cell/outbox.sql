-- Events leave every tenant transaction of this cell by one table. A tenant role may only insert,
-- and only in its own name, which the database itself compares with the role.
CREATE TABLE outbox (
  seq        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  id         uuid NOT NULL UNIQUE,
  name       text NOT NULL,
  key        text NOT NULL,
  company_id uuid,
  tenant     text NOT NULL DEFAULT current_user,
  payload    jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  next_at    timestamptz NOT NULL,
  attempts   integer NOT NULL DEFAULT 0,
  dead_at    timestamptz,
  last_error text
);
CREATE INDEX outbox_key ON outbox (key, seq);
CREATE INDEX outbox_due ON outbox (next_at) WHERE dead_at IS NULL;
ALTER TABLE outbox ENABLE ROW LEVEL SECURITY;
CREATE POLICY outbox_own_name ON outbox FOR INSERT WITH CHECK (tenant = current_user);
-- The relay's own policy names the login role of the installation, and is made with its grants.
