-- A set of permissions that a company has named itself.
CREATE TABLE company_role (
  id          uuid PRIMARY KEY,
  company_id  uuid NOT NULL REFERENCES company (id),
  name        text NOT NULL,
  permissions jsonb NOT NULL,
  created_at  timestamptz NOT NULL,
  updated_at  timestamptz NOT NULL,
  version     bigint NOT NULL DEFAULT 1,
  UNIQUE (company_id, id)
);
CREATE UNIQUE INDEX company_role_name ON company_role (company_id, lower(name));

-- A member has a built-in role or one of the company's own; a role that somebody has stays.
ALTER TABLE member ALTER COLUMN role DROP NOT NULL;
ALTER TABLE member ADD COLUMN role_id uuid;
ALTER TABLE member ADD COLUMN version bigint NOT NULL DEFAULT 1;
ALTER TABLE member ADD CONSTRAINT member_one_role CHECK (num_nonnulls(role, role_id) = 1);
ALTER TABLE member ADD CONSTRAINT member_own_role FOREIGN KEY (company_id, role_id) REFERENCES company_role (company_id, id);
CREATE INDEX member_role ON member (role_id) WHERE role_id IS NOT NULL;

-- Whoever works on members, a company is never left without an owner.
CREATE FUNCTION member_keeps_owner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
BEGIN
  -- Two transactions that each take one of two owners away wait for each other here.
  PERFORM 1 FROM company WHERE id = OLD.company_id FOR UPDATE;
  IF FOUND AND NOT EXISTS (SELECT 1 FROM member WHERE company_id = OLD.company_id AND role = 'owner') THEN
    RAISE EXCEPTION 'company % is left without an owner', OLD.company_id;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER member_keeps_owner AFTER UPDATE OR DELETE ON member DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.role = 'owner') EXECUTE FUNCTION member_keeps_owner();

-- Who was asked to be a member. Of the secret in the mail only its hash is kept.
CREATE TABLE invitation (
  id         uuid PRIMARY KEY,
  company_id uuid NOT NULL REFERENCES company (id),
  email      text NOT NULL,
  locale     text NOT NULL,
  role       text,
  role_id    uuid,
  state      text NOT NULL CHECK (state IN ('pending', 'accepted', 'declined', 'withdrawn', 'expired')),
  token_hash text NOT NULL UNIQUE,
  invited_by uuid NOT NULL REFERENCES account (id),
  created_at timestamptz NOT NULL,
  sent_at    timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at   timestamptz,
  CHECK (state <> 'pending' OR num_nonnulls(role, role_id) = 1),
  -- A role goes with the invitations to it that are over, and stays for those that wait.
  FOREIGN KEY (company_id, role_id) REFERENCES company_role (company_id, id) ON DELETE SET NULL (role_id)
);
CREATE UNIQUE INDEX invitation_waiting ON invitation (company_id, email) WHERE state = 'pending';
CREATE INDEX invitation_company ON invitation (company_id, id);
CREATE INDEX invitation_role ON invitation (role_id) WHERE role_id IS NOT NULL;

-- Selling what others supply was part of having a shop; now it is a function of its own.
UPDATE company SET functions = functions || '["resale"]'::jsonb WHERE functions @> '["shop"]'::jsonb;
