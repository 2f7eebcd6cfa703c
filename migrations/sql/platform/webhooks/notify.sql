-- Addresses of companies to which webhooks go. The secrets are sealed with the installation's key.
CREATE TABLE webhook_endpoint (
  id            uuid PRIMARY KEY,
  company_id    uuid NOT NULL,
  url           text NOT NULL,
  description   text NOT NULL,
  event_types   jsonb NOT NULL,
  enabled       boolean NOT NULL,
  off_reason    text CHECK (off_reason IN ('person', 'failing', 'gone')),
  off_at        timestamptz,
  secret        bytea NOT NULL,
  -- The secret before, and until when it signs beside the present one.
  old_secret    bytea,
  old_ends_at   timestamptz,
  -- Since when nothing was taken.
  failing_since timestamptz,
  created_by    uuid NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  version       bigint NOT NULL DEFAULT 1,
  CHECK (enabled = (off_reason IS NULL)),
  CHECK ((old_secret IS NULL) = (old_ends_at IS NULL))
);
CREATE INDEX webhook_endpoint_company ON webhook_endpoint (company_id, id DESC);

-- One event on its way to one endpoint. The keys see to it that it is told once, and in order.
CREATE TABLE webhook_delivery (
  id           uuid PRIMARY KEY,
  endpoint_id  uuid NOT NULL REFERENCES webhook_endpoint (id) ON DELETE CASCADE,
  company_id   uuid NOT NULL,
  event_key    text NOT NULL,
  event_type   text NOT NULL,
  object       text NOT NULL,
  sequence     bigint NOT NULL CHECK (sequence > 0),
  -- The bytes that are signed; empty once they are no longer kept.
  payload      text NOT NULL,
  state        text NOT NULL CHECK (state IN ('pending', 'delivered', 'failed', 'skipped')),
  tries        integer NOT NULL DEFAULT 0,
  attempts     integer NOT NULL DEFAULT 0,
  next_at      timestamptz NOT NULL,
  created_at   timestamptz NOT NULL,
  delivered_at timestamptz,
  UNIQUE (endpoint_id, event_key),
  UNIQUE (endpoint_id, object, sequence)
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (endpoint_id, next_at, id) WHERE state = 'pending';
CREATE INDEX webhook_delivery_recent ON webhook_delivery (endpoint_id, id DESC);
CREATE INDEX webhook_delivery_old ON webhook_delivery (created_at);

-- A try, and what came back.
CREATE TABLE webhook_attempt (
  delivery_id uuid NOT NULL REFERENCES webhook_delivery (id) ON DELETE CASCADE,
  number      integer NOT NULL,
  at          timestamptz NOT NULL,
  status      smallint,
  error       text,
  answer      text NOT NULL,
  duration_ms integer NOT NULL,
  PRIMARY KEY (delivery_id, number)
);
