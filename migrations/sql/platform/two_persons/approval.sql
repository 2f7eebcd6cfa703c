-- What one person proposes and another approves. The checks hold the rule, whatever the code does.
CREATE TABLE proposal (
  id           uuid PRIMARY KEY,
  kind         text NOT NULL CHECK (kind IN ('payout_account', 'fee', 'payout_release')),
  state        text NOT NULL CHECK (state IN ('pending', 'approved', 'refused', 'withdrawn', 'expired', 'stale')),
  -- The company that it concerns, if it concerns one.
  company_id   uuid REFERENCES company (id),
  -- Whose people approve it; decided when it is made, so that nobody steers it elsewhere afterwards.
  decider      text NOT NULL CHECK (decider IN ('company', 'operator')),
  subject      text NOT NULL,
  label        text NOT NULL,
  -- What is carried out on approval; forgotten when the proposal ends.
  payload      jsonb,
  changes      jsonb NOT NULL,
  amount_minor bigint,
  currency     text,
  reason       text NOT NULL CHECK (reason <> ''),
  -- What it is based on; if that is another when it is approved, the proposal is stale.
  basis        text NOT NULL,
  proposed_by  uuid NOT NULL REFERENCES account (id),
  proposed_at  timestamptz NOT NULL,
  expires_at   timestamptz NOT NULL,
  -- Since when somebody has to have been entitled in the company to be its second person.
  second_since timestamptz NOT NULL,
  approved_by  uuid REFERENCES account (id),
  ended_by     uuid REFERENCES account (id),
  -- For whom that person acted.
  ended_as     text CHECK (ended_as IN ('company', 'operator')),
  ended_at     timestamptz,
  end_reason   text,
  CONSTRAINT proposal_two_persons CHECK (approved_by <> proposed_by),
  CHECK ((state = 'approved') = (approved_by IS NOT NULL)),
  CHECK (state <> 'approved' OR (ended_by = approved_by AND ended_as = decider)),
  CHECK (state <> 'refused' OR (ended_by IS NOT NULL AND ended_by <> proposed_by AND end_reason IS NOT NULL)),
  CHECK (state <> 'withdrawn' OR ended_by = proposed_by),
  CHECK ((ended_by IS NULL) = (ended_as IS NULL)),
  CHECK ((state = 'pending') = (ended_at IS NULL)),
  CHECK ((state = 'pending') = (payload IS NOT NULL)),
  CHECK (state <> 'approved' OR ended_at < expires_at),
  CHECK (expires_at > proposed_at),
  CHECK (decider = 'operator' OR (company_id IS NOT NULL AND kind = 'payout_account')),
  CHECK ((amount_minor IS NULL) = (currency IS NULL))
);
-- Of two about the same the second waits until the first is decided.
CREATE UNIQUE INDEX proposal_one_open ON proposal (subject) WHERE state = 'pending';
CREATE INDEX proposal_open ON proposal (expires_at) WHERE state = 'pending';
CREATE INDEX proposal_company ON proposal (company_id, id DESC) WHERE company_id IS NOT NULL;

-- A decision is for good, nobody changes what was proposed under the eyes of who decides, and who
-- decides is one of the company where the company decides, and none of it where the operator does.
CREATE FUNCTION proposal_guard() RETURNS trigger LANGUAGE plpgsql SET search_path = platform, pg_temp AS $$
DECLARE
  ends text[] := ARRAY['state', 'payload', 'approved_by', 'ended_by', 'ended_as', 'ended_at', 'end_reason'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'pending' THEN
      RAISE EXCEPTION 'proposal % begins open', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_begins_open';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'pending' OR to_jsonb(NEW) - ends IS DISTINCT FROM to_jsonb(OLD) - ends
     OR (NEW.payload IS NOT NULL AND NEW.payload IS DISTINCT FROM OLD.payload) THEN
    RAISE EXCEPTION 'proposal % stands as it is', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_stands';
  END IF;
  IF NEW.state = 'approved' AND NEW.company_id IS NOT NULL AND (NEW.decider = 'company') IS DISTINCT FROM
     EXISTS (SELECT 1 FROM member WHERE company_id = NEW.company_id AND account_id = NEW.approved_by
                                    AND (NEW.decider = 'operator' OR role_since <= NEW.second_since)) THEN
    RAISE EXCEPTION 'proposal % is decided by somebody else', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_second_person';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER proposal_guard BEFORE INSERT OR UPDATE ON proposal FOR EACH ROW EXECUTE FUNCTION proposal_guard();
