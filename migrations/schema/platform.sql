-- The platform's schema: what stands between companies.
-- Written out of the database; what makes it so are the migrations in migrations/sql.

CREATE TABLE account (
    id uuid NOT NULL,
    email text NOT NULL,
    email_verified_at timestamp with time zone,
    password_hash text NOT NULL,
    name text NOT NULL,
    phone text,
    locale text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    deleted_at timestamp with time zone,
    CONSTRAINT account_email_check CHECK ((email = lower(email))),
    CONSTRAINT account_locale_check CHECK ((locale = ANY (ARRAY['ko'::text, 'en'::text]))),
    CONSTRAINT account_pkey PRIMARY KEY (id)
);

CREATE TABLE account_token (
    token_hash text NOT NULL,
    account_id uuid NOT NULL,
    purpose text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    email text,
    CONSTRAINT account_token_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id),
    CONSTRAINT account_token_email_check CHECK ((email = lower(email))),
    CONSTRAINT account_token_pkey PRIMARY KEY (token_hash),
    CONSTRAINT account_token_purpose_check CHECK ((purpose = ANY (ARRAY['verify_email'::text, 'reset_password'::text, 'change_email'::text])))
);

CREATE TABLE api_key (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    name text NOT NULL,
    permissions jsonb NOT NULL,
    hint text NOT NULL,
    secret_hash text NOT NULL,
    old_hint text,
    old_secret_hash text,
    old_ends_at timestamp with time zone,
    created_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    rotated_at timestamp with time zone,
    revoked_at timestamp with time zone,
    revoked_by uuid,
    last_used_at timestamp with time zone,
    CONSTRAINT api_key_check CHECK ((expires_at > created_at)),
    CONSTRAINT api_key_check1 CHECK (((old_secret_hash IS NULL) = (old_ends_at IS NULL))),
    CONSTRAINT api_key_check2 CHECK ((old_secret_hash <> secret_hash)),
    CONSTRAINT api_key_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.company(id),
    CONSTRAINT api_key_old_secret_hash_key UNIQUE (old_secret_hash),
    CONSTRAINT api_key_pkey PRIMARY KEY (id),
    CONSTRAINT api_key_secret_hash_key UNIQUE (secret_hash)
);

CREATE TABLE audit_entry (
    id uuid NOT NULL,
    shard smallint NOT NULL,
    seq bigint NOT NULL,
    at timestamp with time zone NOT NULL,
    action text NOT NULL,
    actor_kind text NOT NULL,
    account_id uuid,
    acting_for uuid,
    role text,
    via text,
    company_id uuid,
    object_kind text NOT NULL,
    object_id text NOT NULL,
    object_label text NOT NULL,
    changes jsonb NOT NULL,
    reason text,
    address text,
    agent text,
    trace_id text,
    event_id uuid,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_entry_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['guest'::text, 'person'::text, 'member'::text, 'operator'::text, 'api_key'::text, 'system'::text]))),
    CONSTRAINT audit_entry_check CHECK (((actor_kind = ANY (ARRAY['guest'::text, 'api_key'::text, 'system'::text])) OR (account_id IS NOT NULL))),
    CONSTRAINT audit_entry_check1 CHECK (((actor_kind <> ALL (ARRAY['member'::text, 'api_key'::text])) OR (acting_for IS NOT NULL))),
    CONSTRAINT audit_entry_event_id_key UNIQUE (event_id),
    CONSTRAINT audit_entry_pkey PRIMARY KEY (id),
    CONSTRAINT audit_entry_shard_seq_key UNIQUE (shard, seq)
);

CREATE TABLE audit_head (
    shard smallint NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT audit_head_pkey PRIMARY KEY (shard)
);

CREATE TABLE chain_head (
    shard smallint NOT NULL,
    seq bigint NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT chain_head_pkey PRIMARY KEY (shard)
);

CREATE TABLE claim (
    id uuid NOT NULL,
    trade_id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    reason text NOT NULL,
    lines jsonb NOT NULL,
    refund_minor bigint NOT NULL,
    currency text NOT NULL,
    opened_by text NOT NULL,
    opened_at timestamp with time zone NOT NULL,
    resolved_at timestamp with time zone,
    CONSTRAINT claim_kind_check CHECK ((kind = ANY (ARRAY['cancellation'::text, 'short_delivery'::text]))),
    CONSTRAINT claim_pkey PRIMARY KEY (id),
    CONSTRAINT claim_refund_minor_check CHECK ((refund_minor >= 0)),
    CONSTRAINT claim_state_check CHECK ((state = ANY (ARRAY['approved'::text, 'resolved'::text]))),
    CONSTRAINT claim_trade_id_fkey FOREIGN KEY (trade_id) REFERENCES platform.trade(id)
);

CREATE TABLE company (
    id uuid NOT NULL,
    cell smallint NOT NULL,
    schema_name text NOT NULL,
    slug text NOT NULL,
    name text NOT NULL,
    name_en text,
    country text NOT NULL,
    currency text NOT NULL,
    time_zone text NOT NULL,
    locale text NOT NULL,
    business_number text NOT NULL,
    representative text NOT NULL,
    mail_order_number text,
    postcode text NOT NULL,
    address1 text NOT NULL,
    address2 text,
    phone text NOT NULL,
    email text NOT NULL,
    about text,
    about_en text,
    logo_key text,
    banner_key text,
    functions jsonb NOT NULL,
    status text NOT NULL,
    status_reason text,
    verified_at timestamp with time zone,
    plan text NOT NULL,
    auto_request boolean NOT NULL DEFAULT false,
    auto_accept boolean NOT NULL DEFAULT false,
    delivery_fee_minor bigint NOT NULL DEFAULT 0,
    free_delivery_from_minor bigint,
    settlement_cycle text NOT NULL,
    payout_bank text,
    payout_account text,
    payout_holder text,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    delivery_rule_set_at timestamp with time zone,
    CONSTRAINT company_delivery_fee_minor_check CHECK ((delivery_fee_minor >= 0)),
    CONSTRAINT company_free_delivery_from_minor_check CHECK ((free_delivery_from_minor >= 0)),
    CONSTRAINT company_pkey PRIMARY KEY (id),
    CONSTRAINT company_schema_name_key UNIQUE (schema_name),
    CONSTRAINT company_settlement_cycle_check CHECK ((settlement_cycle = ANY (ARRAY['daily'::text, 'weekly'::text, 'monthly'::text]))),
    CONSTRAINT company_slug_check CHECK ((slug ~ '^[a-z0-9]([a-z0-9-]{1,38}[a-z0-9])$'::text)),
    CONSTRAINT company_slug_key UNIQUE (slug),
    CONSTRAINT company_status_check CHECK ((status = ANY (ARRAY['pending'::text, 'verified'::text, 'rejected'::text, 'suspended'::text, 'closed'::text])))
);

CREATE TABLE company_closure (
    company_id uuid NOT NULL,
    asked_by uuid NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    due_at timestamp with time zone NOT NULL,
    closed_at timestamp with time zone,
    CONSTRAINT company_closure_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.company(id),
    CONSTRAINT company_closure_pkey PRIMARY KEY (company_id)
);

CREATE TABLE company_domain (
    company_id uuid NOT NULL,
    host text NOT NULL,
    token text NOT NULL,
    state text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    checked_at timestamp with time zone,
    proven_at timestamp with time zone,
    failing_since timestamp with time zone,
    CONSTRAINT company_domain_check CHECK (((state <> 'proven'::text) OR (proven_at IS NOT NULL))),
    CONSTRAINT company_domain_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.company(id),
    CONSTRAINT company_domain_host_check CHECK (((host = lower(host)) AND (length(host) <= 253))),
    CONSTRAINT company_domain_pkey PRIMARY KEY (company_id),
    CONSTRAINT company_domain_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'proven'::text, 'lost'::text])))
);

CREATE TABLE company_export (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    asked_by uuid NOT NULL,
    state text NOT NULL,
    asked_at timestamp with time zone NOT NULL,
    claimed_until timestamp with time zone,
    attempts integer NOT NULL DEFAULT 0,
    tables_done integer NOT NULL DEFAULT 0,
    tables_total integer NOT NULL DEFAULT 0,
    rows_done bigint NOT NULL DEFAULT 0,
    size bigint,
    sha256 text,
    ready_at timestamp with time zone,
    ends_at timestamp with time zone,
    CONSTRAINT company_export_check CHECK (((state <> 'ready'::text) OR ((size IS NOT NULL) AND (sha256 IS NOT NULL) AND (ends_at IS NOT NULL)))),
    CONSTRAINT company_export_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.company(id),
    CONSTRAINT company_export_pkey PRIMARY KEY (id),
    CONSTRAINT company_export_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'ready'::text, 'failed'::text, 'gone'::text])))
);

CREATE TABLE company_role (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    name text NOT NULL,
    permissions jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT company_role_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.company(id),
    CONSTRAINT company_role_company_id_id_key UNIQUE (company_id, id),
    CONSTRAINT company_role_pkey PRIMARY KEY (id)
);

CREATE TABLE consent (
    account_id uuid NOT NULL,
    document text NOT NULL,
    edition text NOT NULL,
    given_at timestamp with time zone NOT NULL,
    CONSTRAINT consent_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id),
    CONSTRAINT consent_pkey PRIMARY KEY (account_id, document, edition)
);

CREATE TABLE contract (
    id uuid NOT NULL,
    seller_id uuid NOT NULL,
    supplier_id uuid NOT NULL,
    registered_item_id uuid NOT NULL,
    kind text NOT NULL,
    started_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT contract_check CHECK (((kind = 'own'::text) = (seller_id = supplier_id))),
    CONSTRAINT contract_kind_check CHECK ((kind = ANY (ARRAY['own'::text, 'resale'::text, 'consignment'::text, 'agency'::text]))),
    CONSTRAINT contract_pkey PRIMARY KEY (id),
    CONSTRAINT contract_registered_item_id_fkey FOREIGN KEY (registered_item_id) REFERENCES platform.registered_item(id)
);

CREATE TABLE delivery_confirmation (
    id uuid NOT NULL,
    trade_id uuid NOT NULL,
    filed_at timestamp with time zone NOT NULL,
    filed_by uuid,
    carrier text NOT NULL,
    tracking_number text NOT NULL,
    document_id uuid,
    document_key text,
    document_name text,
    document_type text,
    document_sha256 text,
    content_sha256 text NOT NULL,
    approved_at timestamp with time zone,
    approved_by uuid,
    returned_at timestamp with time zone,
    return_reason text,
    CONSTRAINT delivery_confirmation_document_id_fkey FOREIGN KEY (document_id) REFERENCES platform.document(id),
    CONSTRAINT delivery_confirmation_pkey PRIMARY KEY (id),
    CONSTRAINT delivery_confirmation_trade_id_fkey FOREIGN KEY (trade_id) REFERENCES platform.trade(id)
);

CREATE TABLE delivery_line (
    delivery_confirmation_id uuid NOT NULL,
    trade_line_id uuid NOT NULL,
    quantity integer NOT NULL,
    lot text,
    CONSTRAINT delivery_line_delivery_confirmation_id_fkey FOREIGN KEY (delivery_confirmation_id) REFERENCES platform.delivery_confirmation(id),
    CONSTRAINT delivery_line_pkey PRIMARY KEY (delivery_confirmation_id, trade_line_id),
    CONSTRAINT delivery_line_quantity_check CHECK ((quantity >= 0)),
    CONSTRAINT delivery_line_trade_line_id_fkey FOREIGN KEY (trade_line_id) REFERENCES platform.trade_line(id)
);

CREATE TABLE departed_account (
    account_id uuid NOT NULL,
    email text NOT NULL,
    name text NOT NULL,
    phone text,
    registered_at timestamp with time zone NOT NULL,
    deleted_at timestamp with time zone NOT NULL,
    keep_until timestamp with time zone NOT NULL,
    CONSTRAINT departed_account_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id),
    CONSTRAINT departed_account_pkey PRIMARY KEY (account_id)
);

CREATE TABLE document (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    name text NOT NULL,
    type text NOT NULL,
    sha256 text NOT NULL,
    size bigint NOT NULL,
    key text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT document_pkey PRIMARY KEY (id),
    CONSTRAINT document_size_check CHECK ((size > 0))
);

CREATE TABLE fee_rule (
    id uuid NOT NULL,
    company_id uuid,
    plan text,
    category text,
    rate numeric(7,6) NOT NULL,
    valid_from timestamp with time zone NOT NULL,
    valid_to timestamp with time zone,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT fee_rule_check CHECK (((valid_to IS NULL) OR (valid_to > valid_from))),
    CONSTRAINT fee_rule_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.company(id),
    CONSTRAINT fee_rule_pkey PRIMARY KEY (id),
    CONSTRAINT fee_rule_rate_check CHECK (((rate >= (0)::numeric) AND (rate < (1)::numeric)))
);

CREATE TABLE former_slug (
    slug text NOT NULL,
    company_id uuid NOT NULL,
    ends_at timestamp with time zone NOT NULL,
    CONSTRAINT former_slug_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.company(id),
    CONSTRAINT former_slug_pkey PRIMARY KEY (slug)
);

CREATE TABLE gate_check (
    trade_id uuid NOT NULL,
    seq integer NOT NULL,
    outcome text NOT NULL,
    findings jsonb NOT NULL,
    checked_at timestamp with time zone NOT NULL,
    took_us bigint NOT NULL,
    CONSTRAINT gate_check_outcome_check CHECK ((outcome = ANY (ARRAY['green'::text, 'red'::text]))),
    CONSTRAINT gate_check_pkey PRIMARY KEY (trade_id, seq),
    CONSTRAINT gate_check_trade_id_fkey FOREIGN KEY (trade_id) REFERENCES platform.trade(id)
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

CREATE TABLE invitation (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    email text NOT NULL,
    locale text NOT NULL,
    role text,
    role_id uuid,
    state text NOT NULL,
    token_hash text NOT NULL,
    invited_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT invitation_check CHECK (((state <> 'pending'::text) OR (num_nonnulls(role, role_id) = 1))),
    CONSTRAINT invitation_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.company(id),
    CONSTRAINT invitation_company_id_role_id_fkey FOREIGN KEY (company_id, role_id) REFERENCES platform.company_role(company_id, id) ON DELETE SET NULL (role_id),
    CONSTRAINT invitation_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES platform.account(id),
    CONSTRAINT invitation_pkey PRIMARY KEY (id),
    CONSTRAINT invitation_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'accepted'::text, 'declined'::text, 'withdrawn'::text, 'expired'::text]))),
    CONSTRAINT invitation_token_hash_key UNIQUE (token_hash)
);

CREATE TABLE ledger_account (
    id uuid NOT NULL,
    code text NOT NULL,
    kind text NOT NULL,
    currency text NOT NULL,
    company_id uuid,
    trade_id uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT ledger_account_check CHECK (((kind = 'escrow'::text) = (trade_id IS NOT NULL))),
    CONSTRAINT ledger_account_check1 CHECK (((kind = 'payable'::text) = (company_id IS NOT NULL))),
    CONSTRAINT ledger_account_code_key UNIQUE (code),
    CONSTRAINT ledger_account_kind_check CHECK ((kind = ANY (ARRAY['gateway_clearing'::text, 'bank'::text, 'escrow'::text, 'payable'::text, 'platform_fee'::text, 'vat_payable'::text, 'refunds_clearing'::text, 'payment_cost'::text, 'write_off'::text]))),
    CONSTRAINT ledger_account_pkey PRIMARY KEY (id),
    CONSTRAINT ledger_account_trade_id_key UNIQUE (trade_id)
);

CREATE TABLE mail (
    id uuid NOT NULL,
    key text NOT NULL,
    template text NOT NULL,
    locale text NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    body_text text NOT NULL,
    body_html text NOT NULL,
    trade_id uuid,
    state text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    next_at timestamp with time zone NOT NULL,
    last_error text,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    CONSTRAINT mail_key_key UNIQUE (key),
    CONSTRAINT mail_pkey PRIMARY KEY (id),
    CONSTRAINT mail_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'refused'::text])))
);

CREATE TABLE member (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    account_id uuid NOT NULL,
    role text,
    created_at timestamp with time zone NOT NULL,
    role_id uuid,
    version bigint NOT NULL DEFAULT 1,
    role_since timestamp with time zone NOT NULL,
    CONSTRAINT member_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id),
    CONSTRAINT member_company_id_account_id_key UNIQUE (company_id, account_id),
    CONSTRAINT member_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.company(id),
    CONSTRAINT member_keeps_owner TRIGGER DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT member_one_role CHECK ((num_nonnulls(role, role_id) = 1)),
    CONSTRAINT member_own_role FOREIGN KEY (company_id, role_id) REFERENCES platform.company_role(company_id, id),
    CONSTRAINT member_pkey PRIMARY KEY (id)
);

CREATE TABLE operator_member (
    account_id uuid NOT NULL,
    role text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT operator_member_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id),
    CONSTRAINT operator_member_pkey PRIMARY KEY (account_id),
    CONSTRAINT operator_member_role_check CHECK ((role = ANY (ARRAY['chief'::text, 'desk'::text, 'treasurer'::text, 'observer'::text])))
);

CREATE TABLE operator_rule (
    id smallint NOT NULL,
    auto_issue boolean NOT NULL,
    auto_approve boolean NOT NULL,
    confirm_after_days integer NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT operator_rule_confirm_after_days_check CHECK ((confirm_after_days >= 7)),
    CONSTRAINT operator_rule_id_check CHECK ((id = 1)),
    CONSTRAINT operator_rule_pkey PRIMARY KEY (id)
);

CREATE TABLE outbox (
    seq bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
    id uuid NOT NULL,
    name text NOT NULL,
    key text NOT NULL,
    company_id uuid,
    payload jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    next_at timestamp with time zone NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    dead_at timestamp with time zone,
    last_error text,
    CONSTRAINT outbox_id_key UNIQUE (id),
    CONSTRAINT outbox_pkey PRIMARY KEY (seq)
);

CREATE TABLE passkey (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    credential_id bytea NOT NULL,
    credential jsonb NOT NULL,
    name text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_used_at timestamp with time zone,
    CONSTRAINT passkey_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id),
    CONSTRAINT passkey_credential_id_key UNIQUE (credential_id),
    CONSTRAINT passkey_pkey PRIMARY KEY (id)
);

CREATE TABLE passkey_challenge (
    token_hash text NOT NULL,
    purpose text NOT NULL,
    account_id uuid,
    state jsonb NOT NULL,
    created_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    CONSTRAINT passkey_challenge_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id),
    CONSTRAINT passkey_challenge_check CHECK (((purpose = 'sign_in'::text) = (account_id IS NULL))),
    CONSTRAINT passkey_challenge_pkey PRIMARY KEY (token_hash),
    CONSTRAINT passkey_challenge_purpose_check CHECK ((purpose = ANY (ARRAY['add'::text, 'sign_in'::text, 'prove'::text])))
);

CREATE TABLE payment (
    id uuid NOT NULL,
    order_id uuid NOT NULL,
    order_number text NOT NULL,
    seller_id uuid NOT NULL,
    gateway text NOT NULL,
    provider_ref text,
    state text NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    captured_minor bigint NOT NULL DEFAULT 0,
    captured_currency text,
    refunded_minor bigint NOT NULL DEFAULT 0,
    failure text,
    hold_reason text,
    draft jsonb NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    captured_at timestamp with time zone,
    completed_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT payment_amount_minor_check CHECK ((amount_minor > 0)),
    CONSTRAINT payment_check CHECK (((refunded_minor >= 0) AND (refunded_minor <= captured_minor))),
    CONSTRAINT payment_pkey PRIMARY KEY (id),
    CONSTRAINT payment_provider_ref_key UNIQUE (provider_ref),
    CONSTRAINT payment_state_check CHECK ((state = ANY (ARRAY['created'::text, 'pending'::text, 'captured'::text, 'failed'::text, 'cancelled'::text, 'held'::text])))
);

CREATE TABLE payout (
    id uuid NOT NULL,
    number text NOT NULL,
    company_id uuid NOT NULL,
    company_name text NOT NULL,
    settlement_id uuid,
    batch_id uuid,
    state text NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    bank text,
    account text,
    holder text,
    transfer_id uuid NOT NULL,
    return_reason text,
    provider text,
    provider_ref text,
    transfer_attempt integer NOT NULL DEFAULT 0,
    transfer_next_at timestamp with time zone,
    transfer_error text,
    created_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    ended_at timestamp with time zone,
    version bigint NOT NULL DEFAULT 1,
    needs_release boolean NOT NULL DEFAULT false,
    released_at timestamp with time zone,
    CONSTRAINT payout_amount_minor_check CHECK ((amount_minor > 0)),
    CONSTRAINT payout_batch_id_fkey FOREIGN KEY (batch_id) REFERENCES platform.payout_batch(id),
    CONSTRAINT payout_check CHECK (((state <> 'transferring'::text) OR (provider IS NOT NULL))),
    CONSTRAINT payout_number_key UNIQUE (number),
    CONSTRAINT payout_pkey PRIMARY KEY (id),
    CONSTRAINT payout_released CHECK (((state <> ALL (ARRAY['transferring'::text, 'sent'::text, 'paid'::text])) OR (NOT needs_release) OR (released_at IS NOT NULL))),
    CONSTRAINT payout_settlement_id_fkey FOREIGN KEY (settlement_id) REFERENCES platform.settlement(id),
    CONSTRAINT payout_settlement_id_key UNIQUE (settlement_id),
    CONSTRAINT payout_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'transferring'::text, 'sent'::text, 'paid'::text, 'returned'::text])))
);

CREATE TABLE payout_batch (
    id uuid NOT NULL,
    number text NOT NULL,
    method text NOT NULL,
    currency text NOT NULL,
    count integer NOT NULL,
    total_minor bigint NOT NULL,
    file_sha256 text NOT NULL,
    created_by uuid,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT payout_batch_number_key UNIQUE (number),
    CONSTRAINT payout_batch_pkey PRIMARY KEY (id)
);

CREATE TABLE proposal (
    id uuid NOT NULL,
    kind text NOT NULL,
    state text NOT NULL,
    company_id uuid,
    decider text NOT NULL,
    subject text NOT NULL,
    label text NOT NULL,
    payload jsonb,
    changes jsonb NOT NULL,
    amount_minor bigint,
    currency text,
    reason text NOT NULL,
    basis text NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    second_since timestamp with time zone NOT NULL,
    approved_by uuid,
    ended_by uuid,
    ended_as text,
    ended_at timestamp with time zone,
    end_reason text,
    CONSTRAINT proposal_approved_by_fkey FOREIGN KEY (approved_by) REFERENCES platform.account(id),
    CONSTRAINT proposal_check CHECK (((state = 'approved'::text) = (approved_by IS NOT NULL))),
    CONSTRAINT proposal_check1 CHECK (((state <> 'approved'::text) OR ((ended_by = approved_by) AND (ended_as = decider)))),
    CONSTRAINT proposal_check10 CHECK (((amount_minor IS NULL) = (currency IS NULL))),
    CONSTRAINT proposal_check2 CHECK (((state <> 'refused'::text) OR ((ended_by IS NOT NULL) AND (ended_by <> proposed_by) AND (end_reason IS NOT NULL)))),
    CONSTRAINT proposal_check3 CHECK (((state <> 'withdrawn'::text) OR (ended_by = proposed_by))),
    CONSTRAINT proposal_check4 CHECK (((ended_by IS NULL) = (ended_as IS NULL))),
    CONSTRAINT proposal_check5 CHECK (((state = 'pending'::text) = (ended_at IS NULL))),
    CONSTRAINT proposal_check6 CHECK (((state = 'pending'::text) = (payload IS NOT NULL))),
    CONSTRAINT proposal_check7 CHECK (((state <> 'approved'::text) OR (ended_at < expires_at))),
    CONSTRAINT proposal_check8 CHECK ((expires_at > proposed_at)),
    CONSTRAINT proposal_check9 CHECK (((decider = 'operator'::text) OR ((company_id IS NOT NULL) AND (kind = 'payout_account'::text)))),
    CONSTRAINT proposal_company_id_fkey FOREIGN KEY (company_id) REFERENCES platform.company(id),
    CONSTRAINT proposal_decider_check CHECK ((decider = ANY (ARRAY['company'::text, 'operator'::text]))),
    CONSTRAINT proposal_ended_as_check CHECK ((ended_as = ANY (ARRAY['company'::text, 'operator'::text]))),
    CONSTRAINT proposal_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES platform.account(id),
    CONSTRAINT proposal_kind_check CHECK ((kind = ANY (ARRAY['payout_account'::text, 'fee'::text, 'payout_release'::text]))),
    CONSTRAINT proposal_pkey PRIMARY KEY (id),
    CONSTRAINT proposal_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES platform.account(id),
    CONSTRAINT proposal_reason_check CHECK ((reason <> ''::text)),
    CONSTRAINT proposal_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'approved'::text, 'refused'::text, 'withdrawn'::text, 'expired'::text, 'stale'::text]))),
    CONSTRAINT proposal_two_persons CHECK ((approved_by <> proposed_by))
);

CREATE TABLE purchase_order (
    id uuid NOT NULL,
    trade_id uuid NOT NULL,
    number text NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    issued_by uuid,
    CONSTRAINT purchase_order_number_key UNIQUE (number),
    CONSTRAINT purchase_order_pkey PRIMARY KEY (id),
    CONSTRAINT purchase_order_trade_id_fkey FOREIGN KEY (trade_id) REFERENCES platform.trade(id),
    CONSTRAINT purchase_order_trade_id_key UNIQUE (trade_id)
);

CREATE TABLE recovery_code (
    account_id uuid NOT NULL,
    code_hash text NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT recovery_code_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id),
    CONSTRAINT recovery_code_pkey PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE refresh_token (
    token_hash text NOT NULL,
    session_id uuid NOT NULL,
    generation integer NOT NULL,
    issued_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT refresh_token_pkey PRIMARY KEY (token_hash),
    CONSTRAINT refresh_token_session_id_fkey FOREIGN KEY (session_id) REFERENCES platform.session(id)
);

CREATE TABLE refund (
    id uuid NOT NULL,
    payment_id uuid NOT NULL,
    trade_id uuid,
    key text NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    reason text NOT NULL,
    state text NOT NULL,
    provider_ref text,
    attempts integer NOT NULL DEFAULT 0,
    next_at timestamp with time zone NOT NULL,
    last_error text,
    created_at timestamp with time zone NOT NULL,
    succeeded_at timestamp with time zone,
    CONSTRAINT refund_amount_minor_check CHECK ((amount_minor > 0)),
    CONSTRAINT refund_key_key UNIQUE (key),
    CONSTRAINT refund_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES platform.payment(id),
    CONSTRAINT refund_pkey PRIMARY KEY (id),
    CONSTRAINT refund_state_check CHECK ((state = ANY (ARRAY['requested'::text, 'succeeded'::text, 'failed'::text])))
);

CREATE TABLE registered_item (
    id uuid NOT NULL,
    supplier_id uuid NOT NULL,
    item_id uuid NOT NULL,
    version bigint NOT NULL,
    status text NOT NULL,
    visibility text NOT NULL,
    companies uuid[] NOT NULL DEFAULT '{}'::uuid[],
    name text NOT NULL,
    name_en text,
    updated_at timestamp with time zone NOT NULL,
    CONSTRAINT registered_item_pkey PRIMARY KEY (id),
    CONSTRAINT registered_item_status_check CHECK ((status = ANY (ARRAY['active'::text, 'ended'::text, 'blocked'::text]))),
    CONSTRAINT registered_item_supplier_id_item_id_key UNIQUE (supplier_id, item_id),
    CONSTRAINT registered_item_visibility_check CHECK ((visibility = ANY (ARRAY['own'::text, 'all'::text, 'chosen'::text])))
);

CREATE TABLE registered_version (
    registered_item_id uuid NOT NULL,
    version bigint NOT NULL,
    name text NOT NULL,
    name_en text,
    description text NOT NULL,
    description_en text,
    unit text NOT NULL,
    tax_class text NOT NULL,
    category_code text,
    contract text NOT NULL,
    currency text NOT NULL,
    min_quantity integer NOT NULL DEFAULT 1,
    max_quantity integer,
    variants jsonb NOT NULL,
    media jsonb NOT NULL DEFAULT '[]'::jsonb,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT registered_version_contract_check CHECK ((contract = ANY (ARRAY['own'::text, 'resale'::text, 'consignment'::text, 'agency'::text]))),
    CONSTRAINT registered_version_pkey PRIMARY KEY (registered_item_id, version),
    CONSTRAINT registered_version_registered_item_id_fkey FOREIGN KEY (registered_item_id) REFERENCES platform.registered_item(id)
);

CREATE TABLE sandbox_charge (
    ref text NOT NULL,
    key text NOT NULL,
    card text,
    state text NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    refunded_minor bigint NOT NULL DEFAULT 0,
    return_url text,
    decline text,
    webhook_at timestamp with time zone,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT sandbox_charge_check CHECK ((refunded_minor <= amount_minor)),
    CONSTRAINT sandbox_charge_key_key UNIQUE (key),
    CONSTRAINT sandbox_charge_pkey PRIMARY KEY (ref),
    CONSTRAINT sandbox_charge_state_check CHECK ((state = ANY (ARRAY['open'::text, 'challenge'::text, 'captured'::text, 'declined'::text, 'cancelled'::text])))
);

CREATE TABLE sandbox_refund (
    key text NOT NULL,
    ref text NOT NULL,
    amount_minor bigint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT sandbox_refund_pkey PRIMARY KEY (key),
    CONSTRAINT sandbox_refund_ref_fkey FOREIGN KEY (ref) REFERENCES platform.sandbox_charge(ref)
);

CREATE TABLE sandbox_transfer (
    key text NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    refusal text,
    ends_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT sandbox_transfer_amount_minor_check CHECK ((amount_minor > 0)),
    CONSTRAINT sandbox_transfer_pkey PRIMARY KEY (key)
);

CREATE TABLE second_factor (
    account_id uuid NOT NULL,
    secret bytea NOT NULL,
    confirmed_at timestamp with time zone,
    used_step bigint NOT NULL DEFAULT 0,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT second_factor_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id),
    CONSTRAINT second_factor_pkey PRIMARY KEY (account_id)
);

CREATE TABLE session (
    id uuid NOT NULL,
    account_id uuid NOT NULL,
    company_id uuid,
    user_agent text NOT NULL,
    address text NOT NULL,
    created_at timestamp with time zone NOT NULL,
    last_seen_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    device_hash text,
    proved_at timestamp with time zone NOT NULL,
    CONSTRAINT session_account_id_fkey FOREIGN KEY (account_id) REFERENCES platform.account(id),
    CONSTRAINT session_pkey PRIMARY KEY (id)
);

CREATE TABLE settlement (
    id uuid NOT NULL,
    number text NOT NULL,
    company_id uuid NOT NULL,
    company_name text NOT NULL,
    currency text NOT NULL,
    settled_on date NOT NULL,
    sales_minor bigint NOT NULL,
    supply_minor bigint NOT NULL,
    delivery_minor bigint NOT NULL,
    fee_minor bigint NOT NULL,
    net_minor bigint NOT NULL,
    trades integer NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT settlement_company_id_currency_settled_on_key UNIQUE (company_id, currency, settled_on),
    CONSTRAINT settlement_number_key UNIQUE (number),
    CONSTRAINT settlement_pkey PRIMARY KEY (id)
);

CREATE TABLE settlement_line (
    trade_id uuid NOT NULL,
    company_id uuid NOT NULL,
    settlement_id uuid NOT NULL,
    role text NOT NULL,
    trade_number text NOT NULL,
    order_number text NOT NULL,
    gross_minor bigint NOT NULL,
    fee_minor bigint NOT NULL,
    net_minor bigint NOT NULL,
    confirmed_at timestamp with time zone NOT NULL,
    CONSTRAINT settlement_line_pkey PRIMARY KEY (trade_id, role),
    CONSTRAINT settlement_line_role_check CHECK ((role = ANY (ARRAY['seller'::text, 'supplier'::text]))),
    CONSTRAINT settlement_line_settlement_id_fkey FOREIGN KEY (settlement_id) REFERENCES platform.settlement(id)
);

CREATE TABLE signing_key (
    kid text NOT NULL,
    secret bytea NOT NULL,
    created_at timestamp with time zone NOT NULL,
    retires_at timestamp with time zone NOT NULL,
    CONSTRAINT signing_key_pkey PRIMARY KEY (kid)
);

CREATE TABLE spare_schema (
    schema_name text NOT NULL,
    cell smallint NOT NULL,
    created_at timestamp with time zone NOT NULL,
    CONSTRAINT spare_schema_pkey PRIMARY KEY (schema_name)
);

CREATE TABLE sweep (
    name text NOT NULL,
    next_at timestamp with time zone NOT NULL,
    CONSTRAINT sweep_pkey PRIMARY KEY (name)
);

CREATE TABLE trade (
    id uuid NOT NULL,
    number text NOT NULL,
    order_id uuid NOT NULL,
    order_number text NOT NULL,
    payment_id uuid NOT NULL,
    seller_id uuid NOT NULL,
    supplier_id uuid NOT NULL,
    buyer_account_id uuid,
    contract text NOT NULL,
    state text NOT NULL,
    currency text NOT NULL,
    summary text NOT NULL,
    paid_minor bigint NOT NULL,
    goods_minor bigint NOT NULL,
    delivery_minor bigint NOT NULL,
    supply_minor bigint NOT NULL,
    fee_minor bigint NOT NULL,
    fee_vat_minor bigint NOT NULL,
    margin_minor bigint NOT NULL,
    refunded_minor bigint NOT NULL DEFAULT 0,
    buyer jsonb NOT NULL,
    ship_to jsonb NOT NULL,
    hold jsonb,
    cleared_at timestamp with time zone,
    carrier text,
    tracking_number text,
    due_at timestamp with time zone,
    due_by text,
    confirm_due_at timestamp with time zone,
    warned_at timestamp with time zone,
    paid_at timestamp with time zone NOT NULL,
    po_issued_at timestamp with time zone,
    arrived_at timestamp with time zone,
    confirmed_at timestamp with time zone,
    seller_settled_at timestamp with time zone,
    supplier_settled_at timestamp with time zone,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT trade_check CHECK (((fee_vat_minor >= 0) AND (fee_vat_minor <= fee_minor))),
    CONSTRAINT trade_check1 CHECK ((goods_minor = ((supply_minor + fee_minor) + margin_minor))),
    CONSTRAINT trade_check2 CHECK ((paid_minor = ((goods_minor + delivery_minor) + refunded_minor))),
    CONSTRAINT trade_contract_check CHECK ((contract = ANY (ARRAY['own'::text, 'resale'::text, 'consignment'::text, 'agency'::text]))),
    CONSTRAINT trade_delivery_minor_check CHECK ((delivery_minor >= 0)),
    CONSTRAINT trade_fee_minor_check CHECK ((fee_minor >= 0)),
    CONSTRAINT trade_goods_minor_check CHECK ((goods_minor >= 0)),
    CONSTRAINT trade_number_key UNIQUE (number),
    CONSTRAINT trade_paid_minor_check CHECK ((paid_minor >= 0)),
    CONSTRAINT trade_pkey PRIMARY KEY (id),
    CONSTRAINT trade_refunded_minor_check CHECK ((refunded_minor >= 0)),
    CONSTRAINT trade_state_check CHECK ((state = ANY (ARRAY['paid'::text, 'po_requested'::text, 'po_issued'::text, 'po_accepted'::text, 'delivery_filed'::text, 'shipment_approved'::text, 'in_transit'::text, 'arrived'::text, 'confirmed'::text, 'settled'::text, 'cancelled'::text]))),
    CONSTRAINT trade_supply_minor_check CHECK ((supply_minor >= 0))
);

CREATE TABLE trade_event (
    trade_id uuid NOT NULL,
    seq integer NOT NULL,
    action text NOT NULL,
    from_state text,
    to_state text NOT NULL,
    actor_kind text NOT NULL,
    account_id uuid,
    company_id uuid,
    reason text,
    details jsonb,
    at timestamp with time zone NOT NULL,
    api_key_id uuid,
    CONSTRAINT trade_event_pkey PRIMARY KEY (trade_id, seq),
    CONSTRAINT trade_event_trade_id_fkey FOREIGN KEY (trade_id) REFERENCES platform.trade(id)
);

CREATE TABLE trade_line (
    id uuid NOT NULL,
    trade_id uuid NOT NULL,
    registered_item_id uuid NOT NULL,
    registered_version bigint NOT NULL,
    variant_id uuid NOT NULL,
    listing_id uuid NOT NULL,
    sku text NOT NULL,
    name text NOT NULL,
    variant_name text NOT NULL,
    unit text NOT NULL,
    tax_class text NOT NULL,
    category text,
    quantity integer NOT NULL,
    unit_price_minor bigint NOT NULL,
    unit_supply_minor bigint NOT NULL,
    goods_minor bigint NOT NULL,
    supply_minor bigint NOT NULL,
    fee_rate numeric(7,6) NOT NULL,
    fee_minor bigint NOT NULL,
    cancelled boolean NOT NULL DEFAULT false,
    delivered integer,
    CONSTRAINT trade_line_check CHECK (((delivered >= 0) AND (delivered <= quantity))),
    CONSTRAINT trade_line_check1 CHECK ((goods_minor = (quantity * unit_price_minor))),
    CONSTRAINT trade_line_check2 CHECK ((supply_minor = (quantity * unit_supply_minor))),
    CONSTRAINT trade_line_pkey PRIMARY KEY (id),
    CONSTRAINT trade_line_quantity_check CHECK ((quantity > 0)),
    CONSTRAINT trade_line_trade_id_fkey FOREIGN KEY (trade_id) REFERENCES platform.trade(id),
    CONSTRAINT trade_line_unit_price_minor_check CHECK ((unit_price_minor >= 0)),
    CONSTRAINT trade_line_unit_supply_minor_check CHECK ((unit_supply_minor >= 0))
);

CREATE TABLE transfer (
    id uuid NOT NULL,
    shard smallint NOT NULL,
    seq bigint NOT NULL,
    key text NOT NULL,
    kind text NOT NULL,
    pending_id uuid,
    debit_id uuid NOT NULL,
    credit_id uuid NOT NULL,
    currency text NOT NULL,
    amount_minor bigint NOT NULL,
    trade_id uuid,
    payment_id uuid,
    payout_id uuid,
    reason text NOT NULL,
    at timestamp with time zone NOT NULL,
    prev_hash bytea NOT NULL,
    hash bytea NOT NULL,
    CONSTRAINT transfer_amount_minor_check CHECK ((amount_minor >= 0)),
    CONSTRAINT transfer_check CHECK ((debit_id <> credit_id)),
    CONSTRAINT transfer_check1 CHECK (((kind = ANY (ARRAY['post'::text, 'void'::text])) = (pending_id IS NOT NULL))),
    CONSTRAINT transfer_check2 CHECK (((amount_minor > 0) OR (kind = 'void'::text))),
    CONSTRAINT transfer_credit_id_fkey FOREIGN KEY (credit_id) REFERENCES platform.ledger_account(id),
    CONSTRAINT transfer_debit_id_fkey FOREIGN KEY (debit_id) REFERENCES platform.ledger_account(id),
    CONSTRAINT transfer_guard TRIGGER DEFERRABLE INITIALLY DEFERRED,
    CONSTRAINT transfer_key_key UNIQUE (key),
    CONSTRAINT transfer_kind_check CHECK ((kind = ANY (ARRAY['posted'::text, 'pending'::text, 'post'::text, 'void'::text]))),
    CONSTRAINT transfer_pending_id_fkey FOREIGN KEY (pending_id) REFERENCES platform.transfer(id),
    CONSTRAINT transfer_pending_id_key UNIQUE (pending_id),
    CONSTRAINT transfer_pkey PRIMARY KEY (id),
    CONSTRAINT transfer_shard_seq_key UNIQUE (shard, seq)
);

CREATE TABLE webhook (
    gateway text NOT NULL,
    event_id text NOT NULL,
    kind text NOT NULL,
    provider_ref text,
    payload jsonb NOT NULL,
    received_at timestamp with time zone NOT NULL,
    handled_at timestamp with time zone,
    outcome text,
    CONSTRAINT webhook_pkey PRIMARY KEY (gateway, event_id)
);

CREATE TABLE webhook_attempt (
    delivery_id uuid NOT NULL,
    number integer NOT NULL,
    at timestamp with time zone NOT NULL,
    status smallint,
    error text,
    answer text NOT NULL,
    duration_ms integer NOT NULL,
    CONSTRAINT webhook_attempt_delivery_id_fkey FOREIGN KEY (delivery_id) REFERENCES platform.webhook_delivery(id) ON DELETE CASCADE,
    CONSTRAINT webhook_attempt_pkey PRIMARY KEY (delivery_id, number)
);

CREATE TABLE webhook_delivery (
    id uuid NOT NULL,
    endpoint_id uuid NOT NULL,
    company_id uuid NOT NULL,
    event_key text NOT NULL,
    event_type text NOT NULL,
    object text NOT NULL,
    sequence bigint NOT NULL,
    payload text NOT NULL,
    state text NOT NULL,
    tries integer NOT NULL DEFAULT 0,
    attempts integer NOT NULL DEFAULT 0,
    next_at timestamp with time zone NOT NULL,
    created_at timestamp with time zone NOT NULL,
    delivered_at timestamp with time zone,
    CONSTRAINT webhook_delivery_endpoint_id_event_key_key UNIQUE (endpoint_id, event_key),
    CONSTRAINT webhook_delivery_endpoint_id_fkey FOREIGN KEY (endpoint_id) REFERENCES platform.webhook_endpoint(id) ON DELETE CASCADE,
    CONSTRAINT webhook_delivery_endpoint_id_object_sequence_key UNIQUE (endpoint_id, object, sequence),
    CONSTRAINT webhook_delivery_pkey PRIMARY KEY (id),
    CONSTRAINT webhook_delivery_sequence_check CHECK ((sequence > 0)),
    CONSTRAINT webhook_delivery_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'delivered'::text, 'failed'::text, 'skipped'::text])))
);

CREATE TABLE webhook_endpoint (
    id uuid NOT NULL,
    company_id uuid NOT NULL,
    url text NOT NULL,
    description text NOT NULL,
    event_types jsonb NOT NULL,
    enabled boolean NOT NULL,
    off_reason text,
    off_at timestamp with time zone,
    secret bytea NOT NULL,
    old_secret bytea,
    old_ends_at timestamp with time zone,
    failing_since timestamp with time zone,
    created_by uuid NOT NULL,
    created_at timestamp with time zone NOT NULL,
    updated_at timestamp with time zone NOT NULL,
    version bigint NOT NULL DEFAULT 1,
    CONSTRAINT webhook_endpoint_check CHECK ((enabled = (off_reason IS NULL))),
    CONSTRAINT webhook_endpoint_check1 CHECK (((old_secret IS NULL) = (old_ends_at IS NULL))),
    CONSTRAINT webhook_endpoint_off_reason_check CHECK ((off_reason = ANY (ARRAY['person'::text, 'failing'::text, 'gone'::text]))),
    CONSTRAINT webhook_endpoint_pkey PRIMARY KEY (id)
);

CREATE UNIQUE INDEX account_email ON platform.account USING btree (email);

CREATE INDEX account_token_account ON platform.account_token USING btree (account_id);

CREATE INDEX api_key_company ON platform.api_key USING btree (company_id, id DESC);

CREATE INDEX audit_entry_account ON platform.audit_entry USING btree (account_id, at DESC) WHERE (account_id IS NOT NULL);

CREATE INDEX audit_entry_company ON platform.audit_entry USING btree (company_id, at DESC, id DESC) WHERE (company_id IS NOT NULL);

CREATE INDEX audit_entry_object ON platform.audit_entry USING btree (object_id, at DESC);

CREATE INDEX audit_entry_time ON platform.audit_entry USING btree (at DESC, id DESC);

CREATE INDEX audit_entry_trace ON platform.audit_entry USING btree (trace_id) WHERE (trace_id IS NOT NULL);

CREATE INDEX claim_trade ON platform.claim USING btree (trade_id);

CREATE UNIQUE INDEX company_business_number ON platform.company USING btree (country, business_number) WHERE (status <> ALL (ARRAY['rejected'::text, 'closed'::text]));

CREATE INDEX company_closure_due ON platform.company_closure USING btree (due_at) WHERE (closed_at IS NULL);

CREATE INDEX company_domain_due ON platform.company_domain USING btree (checked_at);

CREATE UNIQUE INDEX company_domain_proven ON platform.company_domain USING btree (host) WHERE (state = 'proven'::text);

CREATE INDEX company_export_company ON platform.company_export USING btree (company_id, id);

CREATE UNIQUE INDEX company_export_one_under_way ON platform.company_export USING btree (company_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

CREATE UNIQUE INDEX company_role_name ON platform.company_role USING btree (company_id, lower(name));

CREATE INDEX company_status ON platform.company USING btree (status, id);

CREATE INDEX contract_item ON platform.contract USING btree (registered_item_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX contract_running ON platform.contract USING btree (seller_id, registered_item_id) WHERE (ended_at IS NULL);

CREATE UNIQUE INDEX delivery_confirmation_standing ON platform.delivery_confirmation USING btree (trade_id) WHERE (returned_at IS NULL);

CREATE INDEX departed_account_due ON platform.departed_account USING btree (keep_until);

CREATE INDEX document_company ON platform.document USING btree (company_id, id DESC);

CREATE INDEX fee_rule_company ON platform.fee_rule USING btree (company_id);

CREATE INDEX former_slug_company ON platform.former_slug USING btree (company_id);

CREATE INDEX invitation_company ON platform.invitation USING btree (company_id, id);

CREATE INDEX invitation_role ON platform.invitation USING btree (role_id) WHERE (role_id IS NOT NULL);

CREATE UNIQUE INDEX invitation_waiting ON platform.invitation USING btree (company_id, email) WHERE (state = 'pending'::text);

CREATE INDEX ledger_account_company ON platform.ledger_account USING btree (company_id) WHERE (company_id IS NOT NULL);

CREATE INDEX mail_due ON platform.mail USING btree (next_at) WHERE (state = 'queued'::text);

CREATE INDEX mail_recent ON platform.mail USING btree (id DESC);

CREATE INDEX mail_recipient ON platform.mail USING btree (recipient, id DESC);

CREATE INDEX member_account ON platform.member USING btree (account_id);

CREATE INDEX member_role ON platform.member USING btree (role_id) WHERE (role_id IS NOT NULL);

CREATE INDEX outbox_due ON platform.outbox USING btree (next_at) WHERE (dead_at IS NULL);

CREATE INDEX outbox_key ON platform.outbox USING btree (key, seq);

CREATE INDEX passkey_challenge_expiry ON platform.passkey_challenge USING btree (expires_at);

CREATE INDEX passkey_of_account ON platform.passkey USING btree (account_id);

CREATE INDEX payment_held ON platform.payment USING btree (updated_at) WHERE (state = 'held'::text);

CREATE INDEX payment_incomplete ON platform.payment USING btree (captured_at) WHERE ((state = 'captured'::text) AND (completed_at IS NULL));

CREATE UNIQUE INDEX payment_one_capture ON platform.payment USING btree (order_id) WHERE (state = 'captured'::text);

CREATE INDEX payment_open ON platform.payment USING btree (updated_at) WHERE (state = ANY (ARRAY['created'::text, 'pending'::text, 'failed'::text]));

CREATE INDEX payment_order ON platform.payment USING btree (order_id);

CREATE INDEX payout_company ON platform.payout USING btree (company_id, id DESC);

CREATE UNIQUE INDEX payout_one_open ON platform.payout USING btree (company_id, currency) WHERE (state = ANY (ARRAY['pending'::text, 'transferring'::text, 'sent'::text]));

CREATE INDEX payout_state ON platform.payout USING btree (state, id);

CREATE INDEX payout_transfer_due ON platform.payout USING btree (transfer_next_at) WHERE (transfer_next_at IS NOT NULL);

CREATE INDEX proposal_company ON platform.proposal USING btree (company_id, id DESC) WHERE (company_id IS NOT NULL);

CREATE UNIQUE INDEX proposal_one_open ON platform.proposal USING btree (subject) WHERE (state = 'pending'::text);

CREATE INDEX proposal_open ON platform.proposal USING btree (expires_at) WHERE (state = 'pending'::text);

CREATE INDEX refresh_token_session ON platform.refresh_token USING btree (session_id, generation);

CREATE INDEX refund_due ON platform.refund USING btree (next_at) WHERE (state = 'requested'::text);

CREATE INDEX refund_payment ON platform.refund USING btree (payment_id);

CREATE INDEX registered_item_name ON platform.registered_item USING gin (name gin_trgm_ops);

CREATE INDEX registered_item_open ON platform.registered_item USING btree (visibility, id) WHERE (status = 'active'::text);

CREATE INDEX sandbox_charge_webhook ON platform.sandbox_charge USING btree (webhook_at) WHERE (webhook_at IS NOT NULL);

CREATE INDEX session_account ON platform.session USING btree (account_id);

CREATE INDEX settlement_company ON platform.settlement USING btree (company_id, id DESC);

CREATE INDEX settlement_line_settlement ON platform.settlement_line USING btree (settlement_id, trade_id);

CREATE INDEX trade_buyer ON platform.trade USING btree (buyer_account_id, id DESC) WHERE (buyer_account_id IS NOT NULL);

CREATE INDEX trade_confirm_due ON platform.trade USING btree (confirm_due_at) WHERE (state = 'arrived'::text);

CREATE INDEX trade_confirmed ON platform.trade USING btree (confirmed_at) WHERE (state = 'confirmed'::text);

CREATE INDEX trade_email ON platform.trade USING btree (seller_id, ((buyer ->> 'email'::text)), paid_at);

CREATE INDEX trade_hold ON platform.trade USING btree (updated_at) WHERE (hold IS NOT NULL);

CREATE INDEX trade_line_trade ON platform.trade_line USING btree (trade_id);

CREATE INDEX trade_order ON platform.trade USING btree (order_id);

CREATE INDEX trade_seller ON platform.trade USING btree (seller_id, id DESC);

CREATE INDEX trade_state_due ON platform.trade USING btree (state, due_at);

CREATE INDEX trade_supplier ON platform.trade USING btree (supplier_id, id DESC);

CREATE INDEX transfer_credit ON platform.transfer USING btree (credit_id, at);

CREATE INDEX transfer_debit ON platform.transfer USING btree (debit_id, at);

CREATE INDEX transfer_payment ON platform.transfer USING btree (payment_id) WHERE (payment_id IS NOT NULL);

CREATE INDEX transfer_trade ON platform.transfer USING btree (trade_id) WHERE (trade_id IS NOT NULL);

CREATE INDEX webhook_delivery_due ON platform.webhook_delivery USING btree (endpoint_id, next_at, id) WHERE (state = 'pending'::text);

CREATE INDEX webhook_delivery_old ON platform.webhook_delivery USING btree (created_at);

CREATE INDEX webhook_delivery_recent ON platform.webhook_delivery USING btree (endpoint_id, id DESC);

CREATE INDEX webhook_endpoint_company ON platform.webhook_endpoint USING btree (company_id, id DESC);

CREATE TRIGGER audit_entry_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.audit_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.append_only();

CREATE CONSTRAINT TRIGGER member_keeps_owner AFTER DELETE OR UPDATE ON platform.member DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.role = 'owner'::text)) EXECUTE FUNCTION platform.member_keeps_owner();

CREATE TRIGGER proposal_guard BEFORE INSERT OR UPDATE ON platform.proposal FOR EACH ROW EXECUTE FUNCTION platform.proposal_guard();

CREATE TRIGGER trade_event_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.trade_event FOR EACH STATEMENT EXECUTE FUNCTION platform.append_only();

CREATE TRIGGER transfer_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.transfer FOR EACH STATEMENT EXECUTE FUNCTION platform.append_only();

CREATE CONSTRAINT TRIGGER transfer_guard AFTER INSERT ON platform.transfer DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION platform.transfer_guard();

CREATE OR REPLACE FUNCTION platform.append_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $function$;

CREATE OR REPLACE FUNCTION platform.member_keeps_owner()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'platform', 'pg_temp'
AS $function$
BEGIN
  -- Two transactions that each take one of two owners away wait for each other here.
  PERFORM 1 FROM company WHERE id = OLD.company_id AND status <> 'closed' FOR UPDATE;
  IF FOUND AND NOT EXISTS (SELECT 1 FROM member WHERE company_id = OLD.company_id AND role = 'owner') THEN
    RAISE EXCEPTION 'company % is left without an owner', OLD.company_id;
  END IF;
  RETURN NULL;
END $function$;

CREATE OR REPLACE FUNCTION platform.proposal_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'platform', 'pg_temp'
AS $function$
DECLARE
  ends text[] := ARRAY['state', 'payload', 'approved_by', 'ended_by', 'ended_as', 'ended_at', 'end_reason'];
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.state <> 'pending' THEN
      RAISE EXCEPTION 'proposal % begins open', NEW.id USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_begins_open';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.state <> 'pending' OR to_jsonb(NEW) - ends IS DISTINCT FROM to_jsonb(OLD) - ends
     OR (NEW.payload IS NOT NULL AND NEW.payload IS DISTINCT FROM OLD.payload) THEN
    RAISE EXCEPTION 'proposal % stands as it is', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_stands';
  END IF;
  IF NEW.state = 'approved' AND NEW.company_id IS NOT NULL AND (NEW.decider = 'company') IS DISTINCT FROM
     EXISTS (SELECT 1 FROM member WHERE company_id = NEW.company_id AND account_id = NEW.approved_by
                                    AND (NEW.decider = 'operator' OR role_since <= NEW.second_since)) THEN
    RAISE EXCEPTION 'proposal % is decided by somebody else', OLD.id USING ERRCODE = 'check_violation', CONSTRAINT = 'proposal_second_person';
  END IF;
  RETURN NEW;
END $function$;

CREATE OR REPLACE FUNCTION platform.transfer_guard()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'platform', 'pg_temp'
AS $function$
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
END $function$;
