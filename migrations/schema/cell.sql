-- A cell's own schema: the outbox of its tenants.
-- Written out of the database; what makes it so are the migrations in migrations/sql.

CREATE TABLE kept_record (
    id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    company_id uuid NOT NULL,
    company jsonb NOT NULL,
    name text NOT NULL,
    record jsonb NOT NULL,
    law text NOT NULL,
    kept_at timestamp with time zone NOT NULL,
    kept_until timestamp with time zone NOT NULL,
    CONSTRAINT kept_record_check CHECK ((kept_until > kept_at)),
    CONSTRAINT kept_record_pkey PRIMARY KEY (id)
);

CREATE TABLE outbox (
    seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    id uuid NOT NULL,
    name text NOT NULL,
    key text NOT NULL,
    company_id uuid,
    tenant text NOT NULL DEFAULT CURRENT_USER,
    payload jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    dead_at timestamp with time zone,
    last_error text,
    CONSTRAINT outbox_id_key UNIQUE (id),
    CONSTRAINT outbox_pkey PRIMARY KEY (seq)
);

CREATE INDEX kept_record_company ON cell.kept_record USING btree (company_id, name);

CREATE INDEX kept_record_until ON cell.kept_record USING btree (kept_until);

CREATE INDEX outbox_due ON cell.outbox USING btree (next_at) WHERE (dead_at IS NULL);

CREATE INDEX outbox_key ON cell.outbox USING btree (key, seq);

CREATE POLICY outbox_own_name ON outbox FOR INSERT USING () WITH CHECK ((tenant = CURRENT_USER));

CREATE POLICY outbox_relay ON outbox FOR ALL USING (true);
