CREATE TABLE shop_category (
  id       uuid PRIMARY KEY,
  parent_id uuid REFERENCES shop_category (id),
  slug     text NOT NULL UNIQUE,
  name     text NOT NULL,
  name_en  text,
  position integer NOT NULL DEFAULT 0
);

CREATE TABLE item_category (
  id               uuid PRIMARY KEY,
  parent_id        uuid REFERENCES item_category (id),
  code             text NOT NULL UNIQUE,
  name             text NOT NULL,
  name_en          text,
  -- The shop category in which items of this category are listed.
  shop_category_id uuid REFERENCES shop_category (id)
);

CREATE TABLE item (
  id             uuid PRIMARY KEY,
  code           text NOT NULL UNIQUE,
  name           text NOT NULL,
  name_en        text,
  description    text NOT NULL DEFAULT '',
  description_en text,
  unit           text NOT NULL,
  tax_class      text NOT NULL CHECK (tax_class IN ('taxable', 'zero_rated', 'exempt')),
  category_id    uuid REFERENCES item_category (id),
  status         text NOT NULL CHECK (status IN ('active', 'archived')),
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  version        bigint NOT NULL DEFAULT 1
);
CREATE INDEX item_name ON item USING gin (name public.gin_trgm_ops);

CREATE TABLE variant (
  id       uuid PRIMARY KEY,
  item_id  uuid NOT NULL REFERENCES item (id),
  sku      text NOT NULL UNIQUE,
  barcode  text UNIQUE,
  name     text NOT NULL,
  name_en  text,
  position integer NOT NULL DEFAULT 0,
  -- What can be sold of it, as stock last said; copied to the listings.
  available integer NOT NULL DEFAULT 0,
  status   text NOT NULL CHECK (status IN ('active', 'archived'))
);
CREATE INDEX variant_item ON variant (item_id);

-- Prices with their periods. A running price has no end; ended ones are the history.
CREATE TABLE price (
  id           uuid PRIMARY KEY,
  variant_id   uuid NOT NULL REFERENCES variant (id),
  kind         text NOT NULL CHECK (kind IN ('list', 'selling', 'supply')),
  currency     text NOT NULL,
  amount_minor bigint NOT NULL CHECK (amount_minor >= 0),
  valid_from   timestamptz NOT NULL,
  valid_to     timestamptz,
  created_by   uuid,
  created_at   timestamptz NOT NULL,
  CHECK (valid_to IS NULL OR valid_to > valid_from),
  -- No two prices of a kind at one moment.
  EXCLUDE USING gist (variant_id public.gist_uuid_ops WITH OPERATOR(pg_catalog.=), kind public.gist_text_ops WITH OPERATOR(pg_catalog.=), tstzrange(valid_from, valid_to) WITH OPERATOR(pg_catalog.&&))
);
CREATE INDEX price_variant ON price (variant_id, kind, valid_from DESC);

CREATE TABLE supply_offer (
  id           uuid PRIMARY KEY,
  item_id      uuid NOT NULL UNIQUE REFERENCES item (id),
  contract     text NOT NULL CHECK (contract IN ('resale', 'consignment', 'agency')),
  visibility   text NOT NULL CHECK (visibility IN ('own', 'all', 'chosen')),
  companies    uuid[] NOT NULL DEFAULT '{}',
  min_quantity integer NOT NULL DEFAULT 1 CHECK (min_quantity > 0),
  max_quantity integer CHECK (max_quantity >= min_quantity),
  -- The lowest selling price allowed, as a share of the list price; empty: no floor.
  price_floor_rate numeric(5, 4) CHECK (price_floor_rate BETWEEN 0 AND 1),
  status       text NOT NULL CHECK (status IN ('active', 'ended')),
  updated_at   timestamptz NOT NULL,
  version      bigint NOT NULL DEFAULT 1
);

-- An item, own or of a supplier, offered in this shop as a product.
CREATE TABLE listing (
  id                 uuid PRIMARY KEY,
  -- The own item, where there is one.
  item_id            uuid UNIQUE REFERENCES item (id),
  supplier_id        uuid NOT NULL,
  registered_item_id uuid NOT NULL UNIQUE,
  registered_version bigint NOT NULL,
  contract           text NOT NULL CHECK (contract IN ('own', 'resale', 'consignment', 'agency')),
  slug               text NOT NULL UNIQUE,
  title              text NOT NULL,
  title_en           text,
  description        text NOT NULL DEFAULT '',
  description_en     text,
  unit               text NOT NULL,
  tax_class          text NOT NULL,
  category_id        uuid REFERENCES shop_category (id),
  status             text NOT NULL CHECK (status IN ('draft', 'published', 'ended')),
  min_quantity       integer NOT NULL DEFAULT 1,
  max_quantity       integer,
  -- For lists: the lowest selling price of a variant that is offered, and whether any is in stock.
  price_from_minor   bigint NOT NULL DEFAULT 0,
  currency           text NOT NULL,
  in_stock           boolean NOT NULL DEFAULT false,
  picture_key        text,
  -- Its pictures, in order: [{keys, alt, alt_en}]; copied, so that a product page is one read.
  media              jsonb NOT NULL DEFAULT '[]',
  -- Whether the seller wrote title and description itself; otherwise they follow the item.
  own_words          boolean NOT NULL DEFAULT false,
  sold               bigint NOT NULL DEFAULT 0,
  published_at       timestamptz,
  updated_at         timestamptz NOT NULL,
  version            bigint NOT NULL DEFAULT 1
);
CREATE INDEX listing_category ON listing (category_id, published_at DESC) WHERE status = 'published';
CREATE INDEX listing_new ON listing (published_at DESC, id DESC) WHERE status = 'published';
CREATE INDEX listing_price ON listing (price_from_minor, id) WHERE status = 'published';
CREATE INDEX listing_sold ON listing (sold DESC, id DESC) WHERE status = 'published';
CREATE INDEX listing_title ON listing USING gin (title public.gin_trgm_ops, title_en public.gin_trgm_ops);

CREATE TABLE listing_variant (
  id                 uuid PRIMARY KEY,
  listing_id         uuid NOT NULL REFERENCES listing (id),
  -- The supplier's variant; stock is kept under it at the supplier.
  variant_id         uuid NOT NULL,
  sku                text NOT NULL,
  name               text NOT NULL,
  name_en            text,
  list_price_minor   bigint NOT NULL,
  selling_price_minor bigint NOT NULL CHECK (selling_price_minor >= 0),
  supply_price_minor bigint NOT NULL,
  price_floor_minor  bigint NOT NULL DEFAULT 0,
  -- What the supplier has to give, as last heard; the reservation decides.
  available          integer NOT NULL DEFAULT 0,
  position           integer NOT NULL DEFAULT 0,
  status             text NOT NULL CHECK (status IN ('active', 'ended')),
  UNIQUE (listing_id, variant_id)
);
CREATE INDEX listing_variant_variant ON listing_variant (variant_id);

CREATE TABLE media (
  id         uuid PRIMARY KEY,
  item_id    uuid REFERENCES item (id),
  -- Keys of the re-encoded sizes: {"320": "…", "800": "…", "1600": "…"}.
  keys       jsonb NOT NULL,
  sha256     text NOT NULL,
  width      integer NOT NULL,
  height     integer NOT NULL,
  alt        text NOT NULL DEFAULT '',
  alt_en     text,
  position   integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL
);
CREATE INDEX media_item ON media (item_id, position);
