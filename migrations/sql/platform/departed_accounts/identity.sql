-- A person who has left. The account stays as a number that others refer to, with nothing of the
-- person in it.
ALTER TABLE account ADD COLUMN deleted_at timestamptz;

-- What the law has kept of them, apart from everything in use (E-Commerce Act, art. 6; its decree,
-- art. 6; Framework Act on National Taxes, art. 85-3), and until when.
CREATE TABLE departed_account (
  account_id    uuid PRIMARY KEY REFERENCES account (id),
  email         text NOT NULL,
  name          text NOT NULL,
  phone         text,
  registered_at timestamptz NOT NULL,
  deleted_at    timestamptz NOT NULL,
  keep_until    timestamptz NOT NULL
);
CREATE INDEX departed_account_due ON departed_account (keep_until);
