-- The schema that every company has for itself.
-- Written out of the database; what makes it so are the migrations in migrations/sql.

CREATE TABLE cart (
    id uuid NOT NULL,
    token_hash text NOT NULL,
    account_id uuid,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT cart_pkey PRIMARY KEY (id),
    CONSTRAINT cart_token_hash_key UNIQUE (token_hash)
);

CREATE TABLE cart_line (
    cart_id uuid NOT NULL,
    listing_variant_id uuid NOT NULL,
    quantity integer NOT NULL,
    added_at timestamp with time zone NOT NULL,
    CONSTRAINT cart_line_cart_id_fkey FOREIGN KEY (cart_id) REFERENCES tenant.cart(id) ON DELETE CASCADE,
    CONSTRAINT cart_line_pkey PRIMARY KEY (cart_id, listing_variant_id),
    CONSTRAINT cart_line_quantity_check CHECK (((quantity >= 1) AND (quantity <= 999)))
);

CREATE TABLE customer (
    id uuid NOT NULL,
    account_id uuid,
    email text NOT NULL,
    name text NOT NULL,
    phone text,
    locale text NOT NULL,
    orders integer NOT NULL DEFAULT 0,
    spent_minor bigint NOT NULL DEFAULT 0,
    currency text NOT NULL,
    first_order_at timestamp with time zone,
    last_order_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT customer_account_id_key UNIQUE (account_id),
    CONSTRAINT customer_pkey PRIMARY KEY (id)
);

CREATE TABLE handled (
    event_id uuid NOT NULL,
    reaction text NOT NULL,
    handled_at timestamp with time zone NOT NULL,
    CONSTRAINT handled_pkey PRIMARY KEY (event_id, reaction)
);

CREATE TABLE idempotency (
    key text NOT NULL,
    fingerprint text NOT NULL,
    answer jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT idempotency_pkey PRIMARY KEY (key)
);

CREATE TABLE item (
    id uuid NOT NULL,
    code text NOT NULL,
    name text NOT NULL,
    name_en text,
    description text NOT NULL DEFAULT ''::text,
    description_en text,
    unit text NOT NULL,
    tax_class text NOT NULL,
    category_id uuid,
    status text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT item_category_id_fkey FOREIGN KEY (category_id) REFERENCES tenant.item_category(id),
    CONSTRAINT item_code_key UNIQUE (code),
    CONSTRAINT item_pkey PRIMARY KEY (id),
    CONSTRAINT item_status_check CHECK ((status = ANY (ARRAY['active'::text, 'archived'::text]))),
    CONSTRAINT item_tax_class_check CHECK ((tax_class = ANY (ARRAY['taxable'::text, 'zero_rated'::text, 'exempt'::text])))
);

CREATE TABLE item_category (
    id uuid NOT NULL,
    parent_id uuid,
    code text NOT NULL,
    name text NOT NULL,
    name_en text,
    shop_category_id uuid,
    CONSTRAINT item_category_code_key UNIQUE (code),
    CONSTRAINT item_category_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES tenant.item_category(id),
    CONSTRAINT item_category_pkey PRIMARY KEY (id),
    CONSTRAINT item_category_shop_category_id_fkey FOREIGN KEY (shop_category_id) REFERENCES tenant.shop_category(id)
);

CREATE TABLE listing (
    id uuid NOT NULL,
    item_id uuid,
    supplier_id uuid NOT NULL,
    registered_item_id uuid NOT NULL,
    registered_version bigint NOT NULL,
    contract text NOT NULL,
    slug text NOT NULL,
    title text NOT NULL,
    title_en text,
    description text NOT NULL DEFAULT ''::text,
    description_en text,
    unit text NOT NULL,
    tax_class text NOT NULL,
    category_id uuid,
    status text NOT NULL,
    min_quantity integer NOT NULL DEFAULT 1,
    max_quantity integer,
    price_from_minor bigint NOT NULL DEFAULT 0,
    currency text NOT NULL,
    in_stock boolean NOT NULL DEFAULT false,
    picture_key text,
    media jsonb NOT NULL DEFAULT '[]'::jsonb,
    own_words boolean NOT NULL DEFAULT false,
    sold bigint NOT NULL DEFAULT 0,
    published_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT listing_category_id_fkey FOREIGN KEY (category_id) REFERENCES tenant.shop_category(id),
    CONSTRAINT listing_contract_check CHECK ((contract = ANY (ARRAY['own'::text, 'resale'::text, 'consignment'::text, 'agency'::text]))),
    CONSTRAINT listing_item_id_fkey FOREIGN KEY (item_id) REFERENCES tenant.item(id),
    CONSTRAINT listing_item_id_key UNIQUE (item_id),
    CONSTRAINT listing_pkey PRIMARY KEY (id),
    CONSTRAINT listing_registered_item_id_key UNIQUE (registered_item_id),
    CONSTRAINT listing_slug_key UNIQUE (slug),
    CONSTRAINT listing_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text, 'ended'::text])))
);

CREATE TABLE listing_variant (
    id uuid NOT NULL,
    listing_id uuid NOT NULL,
    variant_id uuid NOT NULL,
    sku text NOT NULL,
    name text NOT NULL,
    name_en text,
    list_price_minor bigint NOT NULL,
    selling_price_minor bigint NOT NULL,
    supply_price_minor bigint NOT NULL,
    price_floor_minor bigint NOT NULL DEFAULT 0,
    available integer NOT NULL DEFAULT 0,
    "position" integer NOT NULL DEFAULT 0,
    status text NOT NULL,
    CONSTRAINT listing_variant_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES tenant.listing(id),
    CONSTRAINT listing_variant_listing_id_variant_id_key UNIQUE (listing_id, variant_id),
    CONSTRAINT listing_variant_pkey PRIMARY KEY (id),
    CONSTRAINT listing_variant_selling_price_minor_check CHECK ((selling_price_minor >= 0)),
    CONSTRAINT listing_variant_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ended'::text])))
);

CREATE TABLE media (
    id uuid NOT NULL,
    item_id uuid,
    keys jsonb NOT NULL,
    sha256 text NOT NULL,
    width integer NOT NULL,
    height integer NOT NULL,
    alt text NOT NULL DEFAULT ''::text,
    alt_en text,
    "position" integer NOT NULL DEFAULT 0,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT media_item_id_fkey FOREIGN KEY (item_id) REFERENCES tenant.item(id),
    CONSTRAINT media_pkey PRIMARY KEY (id)
);

CREATE TABLE order_line (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    trade_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    listing_variant_id uuid NOT NULL,
    variant_id uuid NOT NULL,
    registered_item_id uuid NOT NULL,
    registered_version bigint NOT NULL,
    sku text NOT NULL,
    name text NOT NULL,
    name_en text,
    variant_name text NOT NULL,
    variant_name_en text,
    unit text NOT NULL,
    tax_class text NOT NULL,
    category text,
    picture_key text,
    quantity integer NOT NULL,
    unit_price_minor bigint NOT NULL,
    unit_supply_minor bigint NOT NULL,
    goods_minor bigint NOT NULL,
    cancelled boolean NOT NULL DEFAULT false,
    CONSTRAINT order_line_check CHECK ((goods_minor = (quantity * unit_price_minor))),
    CONSTRAINT order_line_order_id_fkey FOREIGN KEY (order_id) REFERENCES tenant.orders(id),
    CONSTRAINT order_line_pkey PRIMARY KEY (id),
    CONSTRAINT order_line_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT order_line_trade_id_fkey FOREIGN KEY (trade_id) REFERENCES tenant.order_part(trade_id)
);

CREATE TABLE order_part (
    trade_id uuid NOT NULL,
    order_id uuid NOT NULL,
    supplier_id uuid NOT NULL,
    supplier_name text NOT NULL,
    contract text NOT NULL,
    goods_minor bigint NOT NULL,
    delivery_minor bigint NOT NULL,
    state text,
    refunded_minor bigint NOT NULL DEFAULT 0,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT order_part_order_id_fkey FOREIGN KEY (order_id) REFERENCES tenant.orders(id),
    CONSTRAINT order_part_pkey PRIMARY KEY (trade_id)
);

CREATE TABLE orders (
    id uuid NOT NULL,
    number text NOT NULL,
    checkout_key text,
    token_hash text NOT NULL,
    cart_id uuid,
    account_id uuid,
    customer_id uuid,
    state text NOT NULL,
    locale text NOT NULL,
    buyer jsonb NOT NULL,
    ship_to jsonb NOT NULL,
    note text,
    currency text NOT NULL,
    goods_minor bigint NOT NULL,
    delivery_minor bigint NOT NULL,
    vat_minor bigint NOT NULL,
    total_minor bigint NOT NULL,
    payment_id uuid,
    placed_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    paid_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT orders_check CHECK ((total_minor = (goods_minor + delivery_minor))),
    CONSTRAINT orders_checkout_key_key UNIQUE (checkout_key),
    CONSTRAINT orders_customer_id_fkey FOREIGN KEY (customer_id) REFERENCES tenant.customer(id),
    CONSTRAINT orders_number_key UNIQUE (number),
    CONSTRAINT orders_pkey PRIMARY KEY (id),
    CONSTRAINT orders_state_check CHECK ((state = ANY (ARRAY['pending_payment'::text, 'paid'::text, 'expired'::text, 'cancelled'::text])))
);

CREATE TABLE price (
    id uuid NOT NULL,
    variant_id uuid NOT NULL,
    kind text NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT price_amount_minor_check CHECK ((amount_minor >= 0)),
    CONSTRAINT price_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
    CONSTRAINT price_kind_check CHECK ((kind = ANY (ARRAY['list'::text, 'selling'::text, 'supply'::text]))),
    CONSTRAINT price_pkey PRIMARY KEY (id),
    CONSTRAINT price_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES tenant.variant(id),
    CONSTRAINT price_variant_id_kind_tstzrange_excl EXCLUDE USING gist (variant_id WITH =, kind WITH =, tstzrange(valid_from, valid_to) WITH &&)
);

CREATE TABLE purchase_order (
    id uuid NOT NULL,
    direction text NOT NULL,
    trade_id uuid NOT NULL,
    number text NOT NULL,
    counterparty_id uuid NOT NULL,
    counterparty_name text NOT NULL,
    contract text NOT NULL,
    state text NOT NULL,
    currency text NOT NULL,
    lines jsonb NOT NULL,
    supply_minor bigint NOT NULL,
    delivery_minor bigint NOT NULL,
    ordered_on date NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT purchase_order_direction_check CHECK ((direction = ANY (ARRAY['given'::text, 'received'::text]))),
    CONSTRAINT purchase_order_pkey PRIMARY KEY (id, direction)
);

CREATE TABLE reservation (
    order_line_id uuid NOT NULL,
    order_id uuid NOT NULL,
    variant_id uuid NOT NULL,
    quantity integer NOT NULL,
    state text NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT reservation_pkey PRIMARY KEY (order_line_id),
    CONSTRAINT reservation_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT reservation_state_check CHECK ((state = ANY (ARRAY['held'::text, 'firm'::text, 'released'::text, 'shipped'::text]))),
    CONSTRAINT reservation_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES tenant.stock_level(variant_id)
);

CREATE TABLE revenue_entry (
    id uuid NOT NULL,
    trade_id uuid NOT NULL,
    order_id uuid,
    kind text NOT NULL,
    basis text NOT NULL,
    tax_class text NOT NULL,
    currency text NOT NULL,
    gross_minor bigint NOT NULL,
    supply_value_minor bigint NOT NULL,
    vat_minor bigint NOT NULL,
    counterparty text NOT NULL,
    note text,
    posted_on date NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    event_id uuid NOT NULL,
    CONSTRAINT revenue_entry_basis_check CHECK ((basis = ANY (ARRAY['gross'::text, 'net'::text]))),
    CONSTRAINT revenue_entry_check CHECK ((gross_minor = (supply_value_minor + vat_minor))),
    CONSTRAINT revenue_entry_kind_check CHECK ((kind = ANY (ARRAY['sale'::text, 'supply'::text, 'commission'::text, 'delivery'::text, 'cost_of_goods'::text, 'platform_fee'::text]))),
    CONSTRAINT revenue_entry_pkey PRIMARY KEY (id)
);

CREATE TABLE settlement_entry (
    id uuid NOT NULL,
    trade_id uuid,
    settlement_id uuid NOT NULL,
    payout_id uuid,
    kind text NOT NULL,
    role text,
    currency text NOT NULL,
    gross_minor bigint NOT NULL,
    fee_minor bigint NOT NULL,
    net_minor bigint NOT NULL,
    posted_on date NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    event_id uuid NOT NULL,
    CONSTRAINT settlement_entry_kind_check CHECK ((kind = ANY (ARRAY['settled'::text, 'payout_sent'::text, 'payout_paid'::text, 'payout_returned'::text]))),
    CONSTRAINT settlement_entry_pkey PRIMARY KEY (id)
);

CREATE TABLE shop_category (
    id uuid NOT NULL,
    parent_id uuid,
    slug text NOT NULL,
    name text NOT NULL,
    name_en text,
    "position" integer NOT NULL DEFAULT 0,
    CONSTRAINT shop_category_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES tenant.shop_category(id),
    CONSTRAINT shop_category_pkey PRIMARY KEY (id),
    CONSTRAINT shop_category_slug_key UNIQUE (slug)
);

CREATE TABLE stock_level (
    variant_id uuid NOT NULL,
    on_hand integer NOT NULL,
    reserved integer NOT NULL DEFAULT 0,
    reorder_at integer NOT NULL DEFAULT 0,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT stock_level_check CHECK (((reserved >= 0) AND (reserved <= on_hand))),
    CONSTRAINT stock_level_on_hand_check CHECK ((on_hand >= 0)),
    CONSTRAINT stock_level_pkey PRIMARY KEY (variant_id)
);

CREATE TABLE stock_move (
    id uuid NOT NULL,
    variant_id uuid NOT NULL,
    kind text NOT NULL,
    quantity integer NOT NULL,
    on_hand integer NOT NULL,
    trade_id uuid,
    reason text,
    account_id uuid,
    at timestamp with time zone NOT NULL,
    CONSTRAINT stock_move_kind_check CHECK ((kind = ANY (ARRAY['receipt'::text, 'adjustment'::text, 'shipment'::text, 'return'::text]))),
    CONSTRAINT stock_move_pkey PRIMARY KEY (id),
    CONSTRAINT stock_move_quantity_check CHECK ((quantity <> 0)),
    CONSTRAINT stock_move_variant_id_fkey FOREIGN KEY (variant_id) REFERENCES tenant.stock_level(variant_id)
);

CREATE TABLE supply_offer (
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    contract text NOT NULL,
    visibility text NOT NULL,
    companies uuid[] NOT NULL DEFAULT '{}'::uuid[],
    min_quantity integer NOT NULL DEFAULT 1,
    max_quantity integer,
    price_floor_rate numeric(5,4),
    status text NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT supply_offer_check CHECK ((max_quantity >= min_quantity)),
    CONSTRAINT supply_offer_contract_check CHECK ((contract = ANY (ARRAY['resale'::text, 'consignment'::text, 'agency'::text]))),
    CONSTRAINT supply_offer_item_id_fkey FOREIGN KEY (item_id) REFERENCES tenant.item(id),
    CONSTRAINT supply_offer_item_id_key UNIQUE (item_id),
    CONSTRAINT supply_offer_min_quantity_check CHECK ((min_quantity > 0)),
    CONSTRAINT supply_offer_pkey PRIMARY KEY (id),
    CONSTRAINT supply_offer_price_floor_rate_check CHECK (((price_floor_rate >= (0)::numeric) AND (price_floor_rate <= (1)::numeric))),
    CONSTRAINT supply_offer_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ended'::text]))),
    CONSTRAINT supply_offer_visibility_check CHECK ((visibility = ANY (ARRAY['own'::text, 'all'::text, 'chosen'::text])))
);

CREATE TABLE tax_entry (
    id uuid NOT NULL,
    trade_id uuid NOT NULL,
    direction text NOT NULL,
    subject text NOT NULL,
    tax_class text NOT NULL,
    rule text NOT NULL,
    currency text NOT NULL,
    gross_minor bigint NOT NULL,
    supply_value_minor bigint NOT NULL,
    vat_minor bigint NOT NULL,
    counterparty text NOT NULL,
    counterparty_number text,
    written_on date NOT NULL,
    posted_at timestamp with time zone NOT NULL,
    event_id uuid NOT NULL,
    CONSTRAINT tax_entry_check CHECK ((gross_minor = (supply_value_minor + vat_minor))),
    CONSTRAINT tax_entry_direction_check CHECK ((direction = ANY (ARRAY['output'::text, 'input'::text]))),
    CONSTRAINT tax_entry_pkey PRIMARY KEY (id),
    CONSTRAINT tax_entry_subject_check CHECK ((subject = ANY (ARRAY['sale'::text, 'supply'::text, 'commission'::text, 'delivery'::text, 'fee'::text])))
);

CREATE TABLE variant (
    id uuid NOT NULL,
    item_id uuid NOT NULL,
    sku text NOT NULL,
    barcode text,
    name text NOT NULL,
    name_en text,
    "position" integer NOT NULL DEFAULT 0,
    available integer NOT NULL DEFAULT 0,
    status text NOT NULL,
    CONSTRAINT variant_barcode_key UNIQUE (barcode),
    CONSTRAINT variant_item_id_fkey FOREIGN KEY (item_id) REFERENCES tenant.item(id),
    CONSTRAINT variant_pkey PRIMARY KEY (id),
    CONSTRAINT variant_sku_key UNIQUE (sku),
    CONSTRAINT variant_status_check CHECK ((status = ANY (ARRAY['active'::text, 'archived'::text])))
);

CREATE UNIQUE INDEX cart_account ON tenant.cart USING btree (account_id) WHERE (account_id IS NOT NULL);

CREATE INDEX cart_forgotten ON tenant.cart USING btree (updated_at) WHERE (account_id IS NULL);

CREATE UNIQUE INDEX customer_guest ON tenant.customer USING btree (email) WHERE (account_id IS NULL);

CREATE INDEX customer_last ON tenant.customer USING btree (last_order_at DESC, id DESC);

CREATE INDEX customer_name ON tenant.customer USING btree (name, id);

CREATE INDEX customer_spent ON tenant.customer USING btree (spent_minor DESC, id DESC);

CREATE INDEX item_name ON tenant.item USING gin (name gin_trgm_ops);

CREATE INDEX listing_category ON tenant.listing USING btree (category_id, published_at DESC) WHERE (status = 'published'::text);

CREATE INDEX listing_new ON tenant.listing USING btree (published_at DESC, id DESC) WHERE (status = 'published'::text);

CREATE INDEX listing_price ON tenant.listing USING btree (price_from_minor, id) WHERE (status = 'published'::text);

CREATE INDEX listing_sold ON tenant.listing USING btree (sold DESC, id DESC) WHERE (status = 'published'::text);

CREATE INDEX listing_title ON tenant.listing USING gin (title gin_trgm_ops, title_en gin_trgm_ops);

CREATE INDEX listing_variant_variant ON tenant.listing_variant USING btree (variant_id);

CREATE INDEX media_item ON tenant.media USING btree (item_id, "position");

CREATE INDEX order_line_order ON tenant.order_line USING btree (order_id);

CREATE INDEX order_line_variant ON tenant.order_line USING btree (variant_id);

CREATE INDEX order_part_order ON tenant.order_part USING btree (order_id);

CREATE INDEX orders_account ON tenant.orders USING btree (account_id, id DESC) WHERE (account_id IS NOT NULL);

CREATE INDEX orders_customer ON tenant.orders USING btree (customer_id, id DESC) WHERE (customer_id IS NOT NULL);

CREATE INDEX orders_expiry ON tenant.orders USING btree (expires_at) WHERE (state = 'pending_payment'::text);

CREATE INDEX orders_paid ON tenant.orders USING btree (paid_at) WHERE (paid_at IS NOT NULL);

CREATE INDEX orders_recent ON tenant.orders USING btree (id DESC);

CREATE INDEX orders_state ON tenant.orders USING btree (state, id DESC);

CREATE INDEX price_variant ON tenant.price USING btree (variant_id, kind, valid_from DESC);

CREATE INDEX purchase_order_list ON tenant.purchase_order USING btree (direction, id DESC);

CREATE INDEX purchase_order_trade ON tenant.purchase_order USING btree (trade_id);

CREATE INDEX reservation_expiry ON tenant.reservation USING btree (expires_at) WHERE (state = 'held'::text);

CREATE INDEX reservation_order ON tenant.reservation USING btree (order_id);

CREATE INDEX revenue_entry_day ON tenant.revenue_entry USING btree (posted_on, kind);

CREATE INDEX revenue_entry_list ON tenant.revenue_entry USING btree (id DESC);

CREATE INDEX revenue_entry_trade ON tenant.revenue_entry USING btree (trade_id);

CREATE INDEX settlement_entry_settlement ON tenant.settlement_entry USING btree (settlement_id);

CREATE INDEX settlement_entry_trade ON tenant.settlement_entry USING btree (trade_id);

CREATE INDEX stock_move_variant ON tenant.stock_move USING btree (variant_id, id DESC);

CREATE INDEX tax_entry_day ON tenant.tax_entry USING btree (written_on, direction);

CREATE INDEX tax_entry_trade ON tenant.tax_entry USING btree (trade_id);

CREATE INDEX variant_item ON tenant.variant USING btree (item_id);
