CREATE TABLE customer (
  id             uuid PRIMARY KEY,
  account_id     uuid UNIQUE,
  email          text NOT NULL,
  name           text NOT NULL,
  phone          text,
  locale         text NOT NULL,
  orders         integer NOT NULL DEFAULT 0,
  -- What was paid less what went back, in the currency of the first order.
  spent_minor    bigint NOT NULL DEFAULT 0,
  currency       text NOT NULL,
  first_order_at timestamptz,
  last_order_at  timestamptz,
  created_at     timestamptz NOT NULL
);
CREATE UNIQUE INDEX customer_guest ON customer (email) WHERE account_id IS NULL;
CREATE INDEX customer_last ON customer (last_order_at DESC, id DESC);
CREATE INDEX customer_spent ON customer (spent_minor DESC, id DESC);
CREATE INDEX customer_name ON customer (name, id);

CREATE TABLE cart (
  id         uuid PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  account_id uuid,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX cart_account ON cart (account_id) WHERE account_id IS NOT NULL;

CREATE TABLE cart_line (
  cart_id            uuid NOT NULL REFERENCES cart (id) ON DELETE CASCADE,
  listing_variant_id uuid NOT NULL,
  quantity           integer NOT NULL CHECK (quantity BETWEEN 1 AND 999),
  added_at           timestamptz NOT NULL,
  PRIMARY KEY (cart_id, listing_variant_id)
);

CREATE TABLE orders (
  id             uuid PRIMARY KEY,
  number         text NOT NULL UNIQUE,
  -- The caller's idempotency key, so that a repeated checkout finds this order.
  checkout_key   text UNIQUE,
  token_hash     text NOT NULL,
  cart_id        uuid,
  account_id     uuid,
  customer_id    uuid REFERENCES customer (id),
  state          text NOT NULL CHECK (state IN ('pending_payment', 'paid', 'expired', 'cancelled')),
  locale         text NOT NULL,
  buyer          jsonb NOT NULL,
  ship_to        jsonb NOT NULL,
  note           text,
  currency       text NOT NULL,
  goods_minor    bigint NOT NULL,
  delivery_minor bigint NOT NULL,
  vat_minor      bigint NOT NULL,
  total_minor    bigint NOT NULL CHECK (total_minor = goods_minor + delivery_minor),
  payment_id     uuid,
  placed_at      timestamptz NOT NULL,
  expires_at     timestamptz NOT NULL,
  paid_at        timestamptz,
  updated_at     timestamptz NOT NULL,
  version        bigint NOT NULL DEFAULT 1
);
CREATE INDEX orders_recent ON orders (id DESC);
CREATE INDEX orders_account ON orders (account_id, id DESC) WHERE account_id IS NOT NULL;
CREATE INDEX orders_state ON orders (state, id DESC);
CREATE INDEX orders_expiry ON orders (expires_at) WHERE state = 'pending_payment';
CREATE INDEX orders_customer ON orders (customer_id, id DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX orders_paid ON orders (paid_at) WHERE paid_at IS NOT NULL;

-- The supplier's part of an order; its id is the id of the trade, the matching key.
CREATE TABLE order_part (
  trade_id       uuid PRIMARY KEY,
  order_id       uuid NOT NULL REFERENCES orders (id),
  supplier_id    uuid NOT NULL,
  supplier_name  text NOT NULL,
  contract       text NOT NULL,
  goods_minor    bigint NOT NULL,
  delivery_minor bigint NOT NULL,
  -- The trade's state as last heard; empty until the order is paid.
  state          text,
  refunded_minor bigint NOT NULL DEFAULT 0,
  updated_at     timestamptz NOT NULL
);
CREATE INDEX order_part_order ON order_part (order_id);

CREATE TABLE order_line (
  id                  uuid PRIMARY KEY,
  order_id            uuid NOT NULL REFERENCES orders (id),
  trade_id            uuid NOT NULL REFERENCES order_part (trade_id),
  listing_id          uuid NOT NULL,
  listing_variant_id  uuid NOT NULL,
  variant_id          uuid NOT NULL,
  registered_item_id  uuid NOT NULL,
  registered_version  bigint NOT NULL,
  sku                 text NOT NULL,
  name                text NOT NULL,
  name_en             text,
  variant_name        text NOT NULL,
  variant_name_en     text,
  unit                text NOT NULL,
  tax_class           text NOT NULL,
  category            text,
  picture_key         text,
  quantity            integer NOT NULL CHECK (quantity > 0),
  unit_price_minor    bigint NOT NULL,
  unit_supply_minor   bigint NOT NULL,
  goods_minor         bigint NOT NULL CHECK (goods_minor = quantity * unit_price_minor),
  cancelled           boolean NOT NULL DEFAULT false
);
CREATE INDEX order_line_order ON order_line (order_id);
CREATE INDEX order_line_variant ON order_line (variant_id);
