-- What the law has a company's records kept for after it has left, each row with the day on which it goes. No role
-- of the application is granted anything here: only the owner of the database writes and reads it.
CREATE TABLE kept_record (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  company_id uuid NOT NULL,
  company    jsonb NOT NULL,
  name       text NOT NULL,
  record     jsonb NOT NULL,
  law        text NOT NULL,
  kept_at    timestamptz NOT NULL,
  kept_until timestamptz NOT NULL CHECK (kept_until > kept_at)
);
CREATE INDEX kept_record_company ON kept_record (company_id, name);
CREATE INDEX kept_record_until ON kept_record (kept_until);
