CREATE TABLE mail (
  id           uuid PRIMARY KEY,
  key          text NOT NULL UNIQUE,
  template     text NOT NULL,
  locale       text NOT NULL,
  recipient    text NOT NULL,
  subject      text NOT NULL,
  body_text    text NOT NULL,
  body_html    text NOT NULL,
  trade_id     uuid,
  state        text NOT NULL CHECK (state IN ('queued', 'sent', 'refused')),
  attempts     integer NOT NULL DEFAULT 0,
  next_at      timestamptz NOT NULL,
  last_error   text,
  created_at   timestamptz NOT NULL,
  sent_at      timestamptz
);
CREATE INDEX mail_due ON mail (next_at) WHERE state = 'queued';
CREATE INDEX mail_recent ON mail (id DESC);
CREATE INDEX mail_recipient ON mail (recipient, id DESC);
