-- A company that has left: its own part of the database is gone, its row names it on the documents of others.
ALTER TABLE company DROP CONSTRAINT company_status_check;
ALTER TABLE company ADD CONSTRAINT company_status_check CHECK (status IN ('pending', 'verified', 'rejected', 'suspended', 'closed'));
DROP INDEX company_business_number;
CREATE UNIQUE INDEX company_business_number ON company (country, business_number) WHERE status NOT IN ('rejected', 'closed');

-- An address that a shop had before. It leads to the shop, and nobody else takes it, until it ends.
CREATE TABLE former_slug (
  slug       text PRIMARY KEY,
  company_id uuid NOT NULL REFERENCES company (id),
  ends_at    timestamptz NOT NULL
);
CREATE INDEX former_slug_company ON former_slug (company_id);

-- A host name of a company's own. Anybody may claim a name; only who proves to control it is served there.
CREATE TABLE company_domain (
  company_id    uuid PRIMARY KEY REFERENCES company (id),
  host          text NOT NULL CHECK (host = lower(host) AND length(host) <= 253),
  token         text NOT NULL,
  state         text NOT NULL CHECK (state IN ('waiting', 'proven', 'lost')),
  asked_at      timestamptz NOT NULL,
  checked_at    timestamptz,
  proven_at     timestamptz,
  failing_since timestamptz,
  CHECK (state <> 'proven' OR proven_at IS NOT NULL)
);
CREATE UNIQUE INDEX company_domain_proven ON company_domain (host) WHERE state = 'proven';
CREATE INDEX company_domain_due ON company_domain (checked_at);

-- All that a company has, packed into one file.
CREATE TABLE company_export (
  id            uuid PRIMARY KEY,
  company_id    uuid NOT NULL REFERENCES company (id),
  asked_by      uuid NOT NULL,
  state         text NOT NULL CHECK (state IN ('waiting', 'running', 'ready', 'failed', 'gone')),
  asked_at      timestamptz NOT NULL,
  claimed_until timestamptz,
  attempts      integer NOT NULL DEFAULT 0,
  tables_done   integer NOT NULL DEFAULT 0,
  tables_total  integer NOT NULL DEFAULT 0,
  rows_done     bigint NOT NULL DEFAULT 0,
  size          bigint,
  sha256        text,
  ready_at      timestamptz,
  ends_at       timestamptz,
  CHECK (state <> 'ready' OR (size IS NOT NULL AND sha256 IS NOT NULL AND ends_at IS NOT NULL))
);
CREATE UNIQUE INDEX company_export_one_under_way ON company_export (company_id) WHERE state IN ('waiting', 'running');
CREATE INDEX company_export_company ON company_export (company_id, id);

-- A company that wants to leave, until it has left.
CREATE TABLE company_closure (
  company_id uuid PRIMARY KEY REFERENCES company (id),
  asked_by   uuid NOT NULL,
  asked_at   timestamptz NOT NULL,
  due_at     timestamptz NOT NULL,
  closed_at  timestamptz
);
CREATE INDEX company_closure_due ON company_closure (due_at) WHERE closed_at IS NULL;

-- Whoever works on members, a company is never left without an owner, until it has left itself.
CREATE OR REPLACE FUNCTION member_keeps_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  -- Two transactions that each take one of two owners away wait for each other here.
  PERFORM 1 FROM company WHERE id = OLD.company_id AND status <> 'closed' FOR UPDATE;
  IF FOUND AND NOT EXISTS (SELECT 1 FROM member WHERE company_id = OLD.company_id AND role = 'owner') THEN
    RAISE EXCEPTION 'company % is left without an owner', OLD.company_id;
  END IF;
  RETURN NULL;
END $$;
