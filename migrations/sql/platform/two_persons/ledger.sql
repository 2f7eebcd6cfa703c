-- A payout above the limit of its currency is let go by two persons before it leaves. Whether it
-- needs them is decided when it is opened, so that a limit raised later lets nothing through.
ALTER TABLE payout ADD COLUMN needs_release boolean NOT NULL DEFAULT false;
ALTER TABLE payout ADD COLUMN released_at timestamptz;
ALTER TABLE payout ADD CONSTRAINT payout_released
  CHECK (state NOT IN ('transferring', 'sent', 'paid') OR NOT needs_release OR released_at IS NOT NULL);
