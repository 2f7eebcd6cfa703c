-- An item as registered with the operator: what an order is checked against before a PO.
CREATE TABLE registered_item (
  id          uuid PRIMARY KEY,
  supplier_id uuid NOT NULL,
  item_id     uuid NOT NULL,
  version     bigint NOT NULL,
  status      text NOT NULL CHECK (status IN ('active', 'ended', 'blocked')),
  -- Who may resell it: nobody but the supplier itself, everyone, or the companies named.
  visibility  text NOT NULL CHECK (visibility IN ('own', 'all', 'chosen')),
  companies   uuid[] NOT NULL DEFAULT '{}',
  name        text NOT NULL,
  name_en     text,
  updated_at  timestamptz NOT NULL,
  UNIQUE (supplier_id, item_id)
);
CREATE INDEX registered_item_open ON registered_item (visibility, id) WHERE status = 'active';
CREATE INDEX registered_item_name ON registered_item USING gin (name public.gin_trgm_ops);

-- Versions are never changed; an order line names the version it was sold under.
CREATE TABLE registered_version (
  registered_item_id uuid NOT NULL REFERENCES registered_item (id),
  version            bigint NOT NULL,
  name               text NOT NULL,
  name_en            text,
  description        text NOT NULL,
  description_en     text,
  unit               text NOT NULL,
  tax_class          text NOT NULL,
  category_code      text,
  contract           text NOT NULL CHECK (contract IN ('own', 'resale', 'consignment', 'agency')),
  currency           text NOT NULL,
  min_quantity       integer NOT NULL DEFAULT 1,
  max_quantity       integer,
  -- [{variant_id, sku, name, name_en, list_price_minor, selling_price_minor, supply_price_minor, price_floor_minor}]
  variants           jsonb NOT NULL,
  media              jsonb NOT NULL DEFAULT '[]',
  created_at         timestamptz NOT NULL,
  PRIMARY KEY (registered_item_id, version)
);

-- The seller's contract with the supplier for one registered item.
CREATE TABLE contract (
  id                 uuid PRIMARY KEY,
  seller_id          uuid NOT NULL,
  supplier_id        uuid NOT NULL,
  registered_item_id uuid NOT NULL REFERENCES registered_item (id),
  kind               text NOT NULL CHECK (kind IN ('own', 'resale', 'consignment', 'agency')),
  started_at         timestamptz NOT NULL,
  ended_at           timestamptz,
  CHECK ((kind = 'own') = (seller_id = supplier_id))
);
CREATE UNIQUE INDEX contract_running ON contract (seller_id, registered_item_id) WHERE ended_at IS NULL;
CREATE INDEX contract_item ON contract (registered_item_id) WHERE ended_at IS NULL;

CREATE TABLE trade (
  id                uuid PRIMARY KEY,
  number            text NOT NULL UNIQUE,
  order_id          uuid NOT NULL,
  order_number      text NOT NULL,
  payment_id        uuid NOT NULL,
  seller_id         uuid NOT NULL,
  supplier_id       uuid NOT NULL,
  buyer_account_id  uuid,
  contract          text NOT NULL CHECK (contract IN ('own', 'resale', 'consignment', 'agency')),
  state             text NOT NULL CHECK (state IN ('paid', 'po_requested', 'po_issued', 'po_accepted', 'delivery_filed',
                      'shipment_approved', 'in_transit', 'arrived', 'confirmed', 'settled', 'cancelled')),
  currency          text NOT NULL,
  -- The goods in a few words, for lists.
  summary           text NOT NULL,
  -- What the buyer paid for it when it was opened.
  paid_minor        bigint NOT NULL CHECK (paid_minor >= 0),
  -- What stands after cancellations and short deliveries; lines carry the frozen parts.
  goods_minor       bigint NOT NULL CHECK (goods_minor >= 0),
  delivery_minor    bigint NOT NULL CHECK (delivery_minor >= 0),
  supply_minor      bigint NOT NULL CHECK (supply_minor >= 0),
  fee_minor         bigint NOT NULL CHECK (fee_minor >= 0),
  fee_vat_minor     bigint NOT NULL CHECK (fee_vat_minor >= 0 AND fee_vat_minor <= fee_minor),
  margin_minor      bigint NOT NULL,
  refunded_minor    bigint NOT NULL DEFAULT 0 CHECK (refunded_minor >= 0),
  buyer             jsonb NOT NULL,
  ship_to           jsonb NOT NULL,
  -- Why the trade waits for the operator, if it does: {at: po|shipment|payment, findings: […]}.
  hold              jsonb,
  cleared_at        timestamptz,
  carrier           text,
  tracking_number   text,
  -- The moment by which the next step is owed, and whose step it is.
  due_at            timestamptz,
  due_by            text,
  confirm_due_at    timestamptz,
  warned_at         timestamptz,
  paid_at           timestamptz NOT NULL,
  po_issued_at      timestamptz,
  arrived_at        timestamptz,
  confirmed_at      timestamptz,
  seller_settled_at   timestamptz,
  supplier_settled_at timestamptz,
  updated_at        timestamptz NOT NULL,
  version           bigint NOT NULL DEFAULT 1,
  CHECK (goods_minor = supply_minor + fee_minor + margin_minor),
  CHECK (paid_minor = goods_minor + delivery_minor + refunded_minor)
);
CREATE INDEX trade_seller ON trade (seller_id, id DESC);
CREATE INDEX trade_supplier ON trade (supplier_id, id DESC);
CREATE INDEX trade_order ON trade (order_id);
CREATE INDEX trade_state_due ON trade (state, due_at);
CREATE INDEX trade_confirm_due ON trade (confirm_due_at) WHERE state = 'arrived';
CREATE INDEX trade_confirmed ON trade (confirmed_at) WHERE state = 'confirmed';
CREATE INDEX trade_email ON trade (seller_id, (buyer ->> 'email'), paid_at);
CREATE INDEX trade_hold ON trade (updated_at) WHERE hold IS NOT NULL;
CREATE INDEX trade_buyer ON trade (buyer_account_id, id DESC) WHERE buyer_account_id IS NOT NULL;

CREATE TABLE trade_line (
  id                 uuid PRIMARY KEY,
  trade_id           uuid NOT NULL REFERENCES trade (id),
  registered_item_id uuid NOT NULL,
  registered_version bigint NOT NULL,
  variant_id         uuid NOT NULL,
  listing_id         uuid NOT NULL,
  sku                text NOT NULL,
  name               text NOT NULL,
  variant_name       text NOT NULL,
  unit               text NOT NULL,
  tax_class          text NOT NULL,
  category           text,
  quantity           integer NOT NULL CHECK (quantity > 0),
  unit_price_minor   bigint NOT NULL CHECK (unit_price_minor >= 0),
  unit_supply_minor  bigint NOT NULL CHECK (unit_supply_minor >= 0),
  goods_minor        bigint NOT NULL,
  supply_minor       bigint NOT NULL,
  fee_rate           numeric(7, 6) NOT NULL,
  fee_minor          bigint NOT NULL,
  cancelled          boolean NOT NULL DEFAULT false,
  delivered          integer CHECK (delivered >= 0 AND delivered <= quantity),
  CHECK (goods_minor = quantity * unit_price_minor),
  CHECK (supply_minor = quantity * unit_supply_minor)
);
CREATE INDEX trade_line_trade ON trade_line (trade_id);

-- The timeline. Rows are only ever added.
CREATE TABLE trade_event (
  trade_id   uuid NOT NULL REFERENCES trade (id),
  seq        integer NOT NULL,
  action     text NOT NULL,
  from_state text,
  to_state   text NOT NULL,
  actor_kind text NOT NULL,
  account_id uuid,
  company_id uuid,
  reason     text,
  details    jsonb,
  at         timestamptz NOT NULL,
  PRIMARY KEY (trade_id, seq)
);

CREATE TABLE gate_check (
  trade_id   uuid NOT NULL REFERENCES trade (id),
  seq        integer NOT NULL,
  outcome    text NOT NULL CHECK (outcome IN ('green', 'red')),
  findings   jsonb NOT NULL,
  checked_at timestamptz NOT NULL,
  took_us    bigint NOT NULL,
  PRIMARY KEY (trade_id, seq)
);

CREATE TABLE purchase_order (
  id        uuid PRIMARY KEY,
  trade_id  uuid NOT NULL UNIQUE REFERENCES trade (id),
  number    text NOT NULL UNIQUE,
  issued_at timestamptz NOT NULL,
  issued_by uuid
);

-- Files that companies have uploaded; the bytes lie in the file store.
CREATE TABLE document (
  id         uuid PRIMARY KEY,
  company_id uuid NOT NULL,
  name       text NOT NULL,
  type       text NOT NULL,
  sha256     text NOT NULL,
  size       bigint NOT NULL CHECK (size > 0),
  key        text NOT NULL,
  created_at timestamptz NOT NULL
);
CREATE INDEX document_company ON document (company_id, id DESC);

CREATE TABLE delivery_confirmation (
  id               uuid PRIMARY KEY,
  trade_id         uuid NOT NULL REFERENCES trade (id),
  filed_at         timestamptz NOT NULL,
  filed_by         uuid,
  carrier          text NOT NULL,
  tracking_number  text NOT NULL,
  document_id      uuid REFERENCES document (id),
  document_key     text,
  document_name    text,
  document_type    text,
  document_sha256  text,
  -- SHA-256 over the filed content, so that a later change would show.
  content_sha256   text NOT NULL,
  approved_at      timestamptz,
  approved_by      uuid,
  -- One that the operator sent back stays, and another is filed in its place.
  returned_at      timestamptz,
  return_reason    text
);
CREATE UNIQUE INDEX delivery_confirmation_standing ON delivery_confirmation (trade_id) WHERE returned_at IS NULL;

CREATE TABLE delivery_line (
  delivery_confirmation_id uuid NOT NULL REFERENCES delivery_confirmation (id),
  trade_line_id            uuid NOT NULL REFERENCES trade_line (id),
  quantity                 integer NOT NULL CHECK (quantity >= 0),
  lot                      text,
  PRIMARY KEY (delivery_confirmation_id, trade_line_id)
);

-- A cancellation of whole lines or a short delivery: what goes back to the buyer, and why.
CREATE TABLE claim (
  id           uuid PRIMARY KEY,
  trade_id     uuid NOT NULL REFERENCES trade (id),
  kind         text NOT NULL CHECK (kind IN ('cancellation', 'short_delivery')),
  state        text NOT NULL CHECK (state IN ('approved', 'resolved')),
  reason       text NOT NULL,
  lines        jsonb NOT NULL,
  refund_minor bigint NOT NULL CHECK (refund_minor >= 0),
  currency     text NOT NULL,
  opened_by    text NOT NULL,
  opened_at    timestamptz NOT NULL,
  resolved_at  timestamptz
);
CREATE INDEX claim_trade ON claim (trade_id);

-- Rules of the operator: what happens by itself when every check passes.
CREATE TABLE operator_rule (
  id            smallint PRIMARY KEY CHECK (id = 1),
  auto_issue    boolean NOT NULL,
  auto_approve  boolean NOT NULL,
  confirm_after_days integer NOT NULL CHECK (confirm_after_days >= 7),
  updated_at    timestamptz NOT NULL,
  version       bigint NOT NULL DEFAULT 1
);
INSERT INTO operator_rule VALUES (1, false, false, 8, '2026-01-01T00:00:00Z');
