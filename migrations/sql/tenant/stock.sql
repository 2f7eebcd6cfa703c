CREATE TABLE stock_level (
  variant_id uuid PRIMARY KEY,
  on_hand    integer NOT NULL CHECK (on_hand >= 0),
  reserved   integer NOT NULL DEFAULT 0 CHECK (reserved >= 0 AND reserved <= on_hand),
  reorder_at integer NOT NULL DEFAULT 0,
  updated_at timestamptz NOT NULL,
  version    bigint NOT NULL DEFAULT 1
);

CREATE TABLE stock_move (
  id         uuid PRIMARY KEY,
  variant_id uuid NOT NULL REFERENCES stock_level (variant_id),
  kind       text NOT NULL CHECK (kind IN ('receipt', 'adjustment', 'shipment', 'return')),
  quantity   integer NOT NULL CHECK (quantity <> 0),
  on_hand    integer NOT NULL,
  trade_id   uuid,
  reason     text,
  account_id uuid,
  at         timestamptz NOT NULL
);
CREATE INDEX stock_move_variant ON stock_move (variant_id, id DESC);

-- One reservation per order line. `held` ends at expires_at; `firm` ends with the trade.
CREATE TABLE reservation (
  order_line_id uuid PRIMARY KEY,
  order_id      uuid NOT NULL,
  variant_id    uuid NOT NULL REFERENCES stock_level (variant_id),
  quantity      integer NOT NULL CHECK (quantity > 0),
  state         text NOT NULL CHECK (state IN ('held', 'firm', 'released', 'shipped')),
  expires_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL
);
CREATE INDEX reservation_order ON reservation (order_id);
CREATE INDEX reservation_expiry ON reservation (expires_at) WHERE state = 'held';
