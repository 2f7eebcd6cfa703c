CREATE TABLE company (
  id                        uuid PRIMARY KEY,
  cell                      smallint NOT NULL,
  schema_name               text NOT NULL UNIQUE,
  slug                      text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$'),
  name                      text NOT NULL,
  name_en                   text,
  country                   text NOT NULL,
  currency                  text NOT NULL,
  time_zone                 text NOT NULL,
  locale                    text NOT NULL,
  business_number           text NOT NULL,
  representative            text NOT NULL,
  mail_order_number         text,
  postcode                  text NOT NULL,
  address1                  text NOT NULL,
  address2                  text,
  phone                     text NOT NULL,
  email                     text NOT NULL,
  about                     text,
  about_en                  text,
  logo_key                  text,
  banner_key                text,
  functions                 jsonb NOT NULL,
  status                    text NOT NULL CHECK (status IN ('pending', 'verified', 'rejected', 'suspended')),
  status_reason             text,
  verified_at               timestamptz,
  plan                      text NOT NULL,
  auto_request              boolean NOT NULL DEFAULT false,
  auto_accept               boolean NOT NULL DEFAULT false,
  delivery_fee_minor        bigint NOT NULL DEFAULT 0 CHECK (delivery_fee_minor >= 0),
  free_delivery_from_minor  bigint CHECK (free_delivery_from_minor >= 0),
  settlement_cycle          text NOT NULL CHECK (settlement_cycle IN ('daily', 'weekly', 'monthly')),
  payout_bank               text,
  payout_account            text,
  payout_holder             text,
  created_at                timestamptz NOT NULL,
  updated_at                timestamptz NOT NULL,
  version                   bigint NOT NULL DEFAULT 1
);
CREATE INDEX company_status ON company (status, id);
-- One company per business number, except for refused sign-ups.
CREATE UNIQUE INDEX company_business_number ON company (country, business_number) WHERE status <> 'rejected';

-- Schemas made in advance, so that a sign-up only has to take one.
CREATE TABLE spare_schema (
  schema_name text PRIMARY KEY,
  cell        smallint NOT NULL,
  created_at  timestamptz NOT NULL
);

CREATE TABLE member (
  id         uuid PRIMARY KEY,
  company_id uuid NOT NULL REFERENCES company (id),
  account_id uuid NOT NULL REFERENCES account (id),
  role       text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (company_id, account_id)
);
CREATE INDEX member_account ON member (account_id);

-- The most particular rule wins: company and category, company, category, plan, the general one.
CREATE TABLE fee_rule (
  id         uuid PRIMARY KEY,
  company_id uuid REFERENCES company (id),
  plan       text,
  category   text,
  rate       numeric(7, 6) NOT NULL CHECK (rate >= 0 AND rate < 1),
  valid_from timestamptz NOT NULL,
  valid_to   timestamptz,
  created_by uuid,
  created_at timestamptz NOT NULL,
  CHECK (valid_to IS NULL OR valid_to > valid_from)
);
CREATE INDEX fee_rule_company ON fee_rule (company_id);

-- The general rule that applies until the operator makes another: three per cent.
INSERT INTO fee_rule (id, company_id, plan, category, rate, valid_from, created_at)
VALUES ('00000000-0000-7000-8000-000000000001', NULL, NULL, NULL, 0.03, '2000-01-01T00:00:00Z', '2000-01-01T00:00:00Z');
