CREATE TABLE payment (
  id             uuid PRIMARY KEY,
  order_id       uuid NOT NULL,
  order_number   text NOT NULL,
  seller_id      uuid NOT NULL,
  gateway        text NOT NULL,
  provider_ref   text UNIQUE,
  state          text NOT NULL CHECK (state IN ('created', 'pending', 'captured', 'failed', 'cancelled', 'held')),
  currency       text NOT NULL,
  amount_minor   bigint NOT NULL CHECK (amount_minor > 0),
  captured_minor bigint NOT NULL DEFAULT 0,
  -- Another currency than the order's is held for the operator.
  captured_currency text,
  refunded_minor bigint NOT NULL DEFAULT 0,
  failure        text,
  hold_reason    text,
  -- All that opening the trades needs, so that a captured payment can be completed from here alone.
  draft          jsonb NOT NULL,
  expires_at     timestamptz NOT NULL,
  captured_at    timestamptz,
  completed_at   timestamptz,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  version        bigint NOT NULL DEFAULT 1,
  CHECK (refunded_minor >= 0 AND refunded_minor <= captured_minor)
);
CREATE INDEX payment_order ON payment (order_id);
-- Each captured payment has exactly one order, and each order at most one captured payment.
CREATE UNIQUE INDEX payment_one_capture ON payment (order_id) WHERE state = 'captured';
CREATE INDEX payment_open ON payment (updated_at) WHERE state IN ('created', 'pending', 'failed');
CREATE INDEX payment_incomplete ON payment (captured_at) WHERE state = 'captured' AND completed_at IS NULL;
CREATE INDEX payment_held ON payment (updated_at) WHERE state = 'held';

CREATE TABLE webhook (
  gateway     text NOT NULL,
  event_id    text NOT NULL,
  kind        text NOT NULL,
  provider_ref text,
  payload     jsonb NOT NULL,
  received_at timestamptz NOT NULL,
  handled_at  timestamptz,
  outcome     text,
  PRIMARY KEY (gateway, event_id)
);

CREATE TABLE refund (
  id           uuid PRIMARY KEY,
  payment_id   uuid NOT NULL REFERENCES payment (id),
  trade_id     uuid,
  key          text NOT NULL UNIQUE,
  currency     text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  reason       text NOT NULL,
  state        text NOT NULL CHECK (state IN ('requested', 'succeeded', 'failed')),
  provider_ref text,
  attempts     integer NOT NULL DEFAULT 0,
  next_at      timestamptz NOT NULL,
  last_error   text,
  created_at   timestamptz NOT NULL,
  succeeded_at timestamptz
);
CREATE INDEX refund_payment ON refund (payment_id);
CREATE INDEX refund_due ON refund (next_at) WHERE state = 'requested';

-- The built-in sandbox provider keeps its own records, as a provider would.
CREATE TABLE sandbox_charge (
  ref          text PRIMARY KEY,
  key          text NOT NULL UNIQUE,
  card         text,
  state        text NOT NULL CHECK (state IN ('open', 'challenge', 'captured', 'declined', 'cancelled')),
  currency     text NOT NULL,
  amount_minor bigint NOT NULL,
  refunded_minor bigint NOT NULL DEFAULT 0 CHECK (refunded_minor <= amount_minor),
  return_url   text,
  decline      text,
  -- A webhook that is still to be sent, and when.
  webhook_at   timestamptz,
  created_at   timestamptz NOT NULL
);
CREATE INDEX sandbox_charge_webhook ON sandbox_charge (webhook_at) WHERE webhook_at IS NOT NULL;
CREATE TABLE sandbox_refund (
  key          text PRIMARY KEY,
  ref          text NOT NULL REFERENCES sandbox_charge (ref),
  amount_minor bigint NOT NULL,
  created_at   timestamptz NOT NULL
);
CREATE TABLE sandbox_transfer (
  key          text PRIMARY KEY,
  currency     text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor > 0),
  -- Why it was refused, or is sent back by the receiving bank at `ends_at`.
  refusal      text,
  ends_at      timestamptz NOT NULL,
  created_at   timestamptz NOT NULL
);
