-- This company's own copies, written by reactions under the trade's matching key.

CREATE TABLE purchase_order (
  id             uuid NOT NULL,
  direction      text NOT NULL CHECK (direction IN ('given', 'received')),
  trade_id       uuid NOT NULL,
  number         text NOT NULL,
  counterparty_id   uuid NOT NULL,
  counterparty_name text NOT NULL,
  contract       text NOT NULL,
  state          text NOT NULL,
  currency       text NOT NULL,
  lines          jsonb NOT NULL,
  supply_minor   bigint NOT NULL,
  delivery_minor bigint NOT NULL,
  ordered_on     date NOT NULL,
  issued_at      timestamptz NOT NULL,
  delivered_at   timestamptz,
  updated_at     timestamptz NOT NULL,
  PRIMARY KEY (id, direction)
);
CREATE INDEX purchase_order_trade ON purchase_order (trade_id);
CREATE INDEX purchase_order_list ON purchase_order (direction, id DESC);

-- Sales and revenue. Negative rows are corrections; nothing is changed afterwards.
CREATE TABLE revenue_entry (
  id             uuid PRIMARY KEY,
  trade_id       uuid NOT NULL,
  order_id       uuid,
  kind           text NOT NULL CHECK (kind IN ('sale', 'supply', 'commission', 'delivery', 'cost_of_goods', 'platform_fee')),
  -- Gross where the company is the principal, net where it sells in the supplier's name.
  basis          text NOT NULL CHECK (basis IN ('gross', 'net')),
  tax_class      text NOT NULL,
  currency       text NOT NULL,
  gross_minor    bigint NOT NULL,
  supply_value_minor bigint NOT NULL,
  vat_minor      bigint NOT NULL,
  counterparty   text NOT NULL,
  note           text,
  posted_on      date NOT NULL,
  posted_at      timestamptz NOT NULL,
  event_id       uuid NOT NULL,
  CHECK (gross_minor = supply_value_minor + vat_minor)
);
CREATE INDEX revenue_entry_trade ON revenue_entry (trade_id);
CREATE INDEX revenue_entry_day ON revenue_entry (posted_on, kind);
CREATE INDEX revenue_entry_list ON revenue_entry (id DESC);

CREATE TABLE tax_entry (
  id             uuid PRIMARY KEY,
  trade_id       uuid NOT NULL,
  direction      text NOT NULL CHECK (direction IN ('output', 'input')),
  subject        text NOT NULL CHECK (subject IN ('sale', 'supply', 'commission', 'delivery', 'fee')),
  tax_class      text NOT NULL,
  -- Name of the rule by which the VAT was found.
  rule           text NOT NULL,
  currency       text NOT NULL,
  gross_minor    bigint NOT NULL,
  supply_value_minor bigint NOT NULL,
  vat_minor      bigint NOT NULL,
  counterparty   text NOT NULL,
  counterparty_number text,
  written_on     date NOT NULL,
  posted_at      timestamptz NOT NULL,
  event_id       uuid NOT NULL,
  CHECK (gross_minor = supply_value_minor + vat_minor)
);
CREATE INDEX tax_entry_trade ON tax_entry (trade_id);
CREATE INDEX tax_entry_day ON tax_entry (written_on, direction);

CREATE TABLE settlement_entry (
  id            uuid PRIMARY KEY,
  trade_id      uuid,
  settlement_id uuid NOT NULL,
  payout_id     uuid,
  kind          text NOT NULL CHECK (kind IN ('settled', 'payout_sent', 'payout_paid', 'payout_returned')),
  role          text,
  currency      text NOT NULL,
  gross_minor   bigint NOT NULL,
  fee_minor     bigint NOT NULL,
  net_minor     bigint NOT NULL,
  posted_on     date NOT NULL,
  posted_at     timestamptz NOT NULL,
  event_id      uuid NOT NULL
);
CREATE INDEX settlement_entry_trade ON settlement_entry (trade_id);
CREATE INDEX settlement_entry_settlement ON settlement_entry (settlement_id);
