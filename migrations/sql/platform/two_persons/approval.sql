-- What one person proposes and another approves. The checks hold the rule, whatever the code does.
CREATE TABLE proposal (
  id           uuid PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('payout_account', 'fee', 'payout_release')),
  state        text NOT NULL CHECK (state IN ('pending', 'approved', 'refused', 'withdrawn', 'expired', 'stale')),
  -- The company that it concerns, if it concerns one.
  company_id   uuid REFERENCES company (id),
  subject      text NOT NULL,
  label        text NOT NULL,
  -- What is carried out on approval; forgotten when the proposal ends.
  payload      jsonb,
  changes      jsonb NOT NULL,
  amount_minor bigint,
  currency     text,
  reason       text NOT NULL,
  -- What it is based on; if that is another when it is approved, the proposal is stale.
  basis        text NOT NULL,
  proposed_by  uuid NOT NULL REFERENCES account (id),
  proposed_at  timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  -- Since when somebody has to have been a member of the company to be its second person.
  second_since timestamptz NOT NULL,
  approved_by  uuid REFERENCES account (id),
  ended_by     uuid REFERENCES account (id),
  ended_at     timestamptz,
  end_reason   text,
  CONSTRAINT proposal_two_persons CHECK (approved_by <> proposed_by),
  CHECK ((state = 'approved') = (approved_by IS NOT NULL)),
  CHECK (state <> 'refused' OR (ended_by IS NOT NULL AND ended_by <> proposed_by AND end_reason IS NOT NULL)),
  CHECK (state <> 'withdrawn' OR ended_by = proposed_by),
  CHECK ((state = 'pending') = (ended_at IS NULL)),
  CHECK ((state = 'pending') = (payload IS NOT NULL)),
  CHECK (state <> 'approved' OR ended_at < expires_at),
  CHECK (expires_at > proposed_at),
  CHECK ((amount_minor IS NULL) = (currency IS NULL))
);
-- Of two about the same the second waits until the first is decided.
CREATE UNIQUE INDEX proposal_one_open ON proposal (subject) WHERE state = 'pending';
CREATE INDEX proposal_open ON proposal (expires_at) WHERE state = 'pending';
CREATE INDEX proposal_company ON proposal (company_id, id DESC) WHERE company_id IS NOT NULL;

-- A decision is for good, and nobody changes what was proposed under the eyes of who decides.
CREATE FUNCTION proposal_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'pending'
     OR (NEW.kind, NEW.company_id, NEW.subject, NEW.changes, NEW.basis, NEW.proposed_by, NEW.expires_at, NEW.second_since)
        IS DISTINCT FROM (OLD.kind, OLD.company_id, OLD.subject, OLD.changes, OLD.basis, OLD.proposed_by, OLD.expires_at, OLD.second_since)
     OR (NEW.payload IS NOT NULL AND NEW.payload IS DISTINCT FROM OLD.payload) THEN
    RAISE EXCEPTION 'proposal % stands as it is', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_stands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposal_guard BEFORE UPDATE ON proposal FOR EACH ROW EXECUTE FUNCTION proposal_guard();
