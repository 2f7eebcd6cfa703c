-- Double entry, append-only. Every row of `transfer` debits one account and credits another by
-- the same amount, so that the journal balances row by row.
CREATE TABLE ledger_account (
  id         uuid PRIMARY KEY,
  code       text NOT NULL UNIQUE,
  kind       text NOT NULL CHECK (kind IN ('gateway_clearing', 'bank', 'escrow', 'payable', 'platform_fee', 'vat_payable',
               'refunds_clearing', 'payment_cost', 'write_off')),
  currency   text NOT NULL,
  company_id uuid,
  trade_id   uuid UNIQUE,
  created_at timestamptz NOT NULL,
  CHECK ((kind = 'escrow') = (trade_id IS NOT NULL)),
  CHECK ((kind = 'payable') = (company_id IS NOT NULL))
);
CREATE INDEX ledger_account_company ON ledger_account (company_id) WHERE company_id IS NOT NULL;

-- `posted` moves money; `pending` reserves it; `post` and `void` end a pending one, each at most once.
-- A `post` may be for less than was pending; the rest is released.
CREATE TABLE transfer (
  id           uuid PRIMARY KEY,
  shard        smallint NOT NULL,
  seq          bigint NOT NULL,
  key          text NOT NULL UNIQUE,
  kind         text NOT NULL CHECK (kind IN ('posted', 'pending', 'post', 'void')),
  pending_id   uuid UNIQUE REFERENCES transfer (id),
  debit_id     uuid NOT NULL REFERENCES ledger_account (id),
  credit_id    uuid NOT NULL REFERENCES ledger_account (id),
  currency     text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  trade_id     uuid,
  payment_id   uuid,
  payout_id    uuid,
  reason       text NOT NULL,
  at           timestamptz NOT NULL,
  prev_hash    bytea NOT NULL,
  hash         bytea NOT NULL,
  UNIQUE (shard, seq),
  CHECK (debit_id <> credit_id),
  CHECK ((kind IN ('post', 'void')) = (pending_id IS NOT NULL)),
  CHECK (amount_minor > 0 OR kind = 'void')
);
CREATE INDEX transfer_debit ON transfer (debit_id, at);
CREATE INDEX transfer_credit ON transfer (credit_id, at);
CREATE INDEX transfer_trade ON transfer (trade_id) WHERE trade_id IS NOT NULL;
CREATE INDEX transfer_payment ON transfer (payment_id) WHERE payment_id IS NOT NULL;

CREATE TABLE chain_head (
  shard smallint PRIMARY KEY,
  seq   bigint NOT NULL,
  hash  bytea NOT NULL
);
INSERT INTO chain_head SELECT shard, 0, decode(repeat('00', 32), 'hex') FROM generate_series(0, 63) shard;

-- Both sides in the transfer's currency, and no escrow below zero, pending ones counted: the
-- escrow's row is locked, so two transfers cannot both take the last won. It runs with its owner's
-- rights, because the application's role may not lock rows that it may not change. The lock is the
-- weaker one, which lets foreign keys to the same account be checked meanwhile.
CREATE FUNCTION transfer_guard() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = platform, pg_temp AS $$
DECLARE
  escrow uuid;
  left_minor numeric;
  original transfer%ROWTYPE;
BEGIN
  PERFORM 1 FROM ledger_account WHERE id IN (NEW.debit_id, NEW.credit_id) AND currency <> NEW.currency;
  IF FOUND THEN
    RAISE EXCEPTION 'transfer % mixes currencies', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_currency';
  END IF;
  IF NEW.kind IN ('post', 'void') THEN
    SELECT * INTO original FROM transfer WHERE id = NEW.pending_id;
    IF original.kind <> 'pending' OR original.debit_id <> NEW.debit_id OR original.credit_id <> NEW.credit_id
       OR (NEW.kind = 'post' AND NEW.amount_minor > original.amount_minor) THEN
      RAISE EXCEPTION 'transfer % does not end its pending one', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_pending';
    END IF;
  END IF;
  SELECT id INTO escrow FROM ledger_account WHERE id = NEW.debit_id AND kind = 'escrow' FOR NO KEY UPDATE;
  IF escrow IS NOT NULL THEN
    SELECT coalesce(sum(CASE
             WHEN t.kind IN ('posted', 'post') AND t.credit_id = escrow THEN t.amount_minor
             WHEN t.kind IN ('posted', 'post') AND t.debit_id = escrow THEN -t.amount_minor
             WHEN t.kind = 'pending' AND t.debit_id = escrow
              AND NOT EXISTS (SELECT 1 FROM transfer e WHERE e.pending_id = t.id) THEN -t.amount_minor
             ELSE 0 END), 0)
      INTO left_minor FROM transfer t WHERE t.debit_id = escrow OR t.credit_id = escrow;
    IF left_minor < 0 THEN
      RAISE EXCEPTION 'escrow % would fall below zero', escrow USING ERRCODE = 'check_violation', CONSTRAINT = 'escrow_not_negative';
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER transfer_guard AFTER INSERT ON transfer DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION transfer_guard();

CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER transfer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transfer
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();
CREATE TRIGGER trade_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON trade_event
  FOR EACH STATEMENT EXECUTE FUNCTION append_only();

CREATE TABLE settlement (
  id          uuid PRIMARY KEY,
  number      text NOT NULL UNIQUE,
  company_id  uuid NOT NULL,
  company_name text NOT NULL,
  currency    text NOT NULL,
  -- The business day of the run, in the company's time zone; one settlement a day.
  settled_on  date NOT NULL,
  sales_minor   bigint NOT NULL,
  supply_minor  bigint NOT NULL,
  delivery_minor bigint NOT NULL,
  fee_minor     bigint NOT NULL,
  net_minor     bigint NOT NULL,
  trades        integer NOT NULL,
  created_at  timestamptz NOT NULL,
  UNIQUE (company_id, currency, settled_on)
);
CREATE INDEX settlement_company ON settlement (company_id, id DESC);

CREATE TABLE settlement_line (
  trade_id      uuid NOT NULL,
  company_id    uuid NOT NULL,
  settlement_id uuid NOT NULL REFERENCES settlement (id),
  role          text NOT NULL CHECK (role IN ('seller', 'supplier')),
  trade_number  text NOT NULL,
  order_number  text NOT NULL,
  gross_minor   bigint NOT NULL,
  fee_minor     bigint NOT NULL,
  net_minor     bigint NOT NULL,
  confirmed_at  timestamptz NOT NULL,
  PRIMARY KEY (trade_id, role)
);
CREATE INDEX settlement_line_settlement ON settlement_line (settlement_id, trade_id);

CREATE TABLE payout_batch (
  id           uuid PRIMARY KEY,
  number       text NOT NULL UNIQUE,
  method       text NOT NULL,
  currency     text NOT NULL,
  count        integer NOT NULL,
  total_minor  bigint NOT NULL,
  file_sha256  text NOT NULL,
  created_by   uuid,
  created_at   timestamptz NOT NULL
);

CREATE TABLE payout (
  id            uuid PRIMARY KEY,
  number        text NOT NULL UNIQUE,
  company_id    uuid NOT NULL,
  company_name  text NOT NULL,
  settlement_id uuid UNIQUE REFERENCES settlement (id),
  batch_id      uuid REFERENCES payout_batch (id),
  state         text NOT NULL CHECK (state IN ('pending', 'transferring', 'sent', 'paid', 'returned')),
  currency      text NOT NULL,
  amount_minor  bigint NOT NULL CHECK (amount_minor > 0),
  bank          text,
  account       text,
  holder        text,
  transfer_id   uuid NOT NULL,
  return_reason text,
  -- The payment provider that transfers it, written down before the provider is asked.
  provider      text,
  provider_ref  text,
  -- Counts the orders to a provider; part of the key that makes a repeated order the same one.
  transfer_attempt integer NOT NULL DEFAULT 0,
  -- When the provider is asked next what became of it.
  transfer_next_at timestamptz,
  -- Why the last provider did not transfer it.
  transfer_error text,
  created_at    timestamptz NOT NULL,
  sent_at       timestamptz,
  ended_at      timestamptz,
  version       bigint NOT NULL DEFAULT 1,
  CHECK (state <> 'transferring' OR provider IS NOT NULL)
);
CREATE INDEX payout_company ON payout (company_id, id DESC);
CREATE INDEX payout_state ON payout (state, id);
-- A company has at most one payout on its way per currency, so that a payable is not paid twice.
CREATE UNIQUE INDEX payout_one_open ON payout (company_id, currency) WHERE state IN ('pending', 'transferring', 'sent');
CREATE INDEX payout_transfer_due ON payout (transfer_next_at) WHERE transfer_next_at IS NOT NULL;
