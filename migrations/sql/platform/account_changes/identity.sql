-- An address is changed by a link to the new one; the token remembers which address that is.
ALTER TABLE account_token ADD COLUMN email text CHECK (email = lower(email));
ALTER TABLE account_token DROP CONSTRAINT account_token_purpose_check;
ALTER TABLE account_token ADD CONSTRAINT account_token_purpose_check CHECK (purpose IN ('verify_email', 'reset_password', 'change_email'));

-- What a browser is known again by, hashed; sessions opened before know none.
ALTER TABLE session ADD COLUMN device_hash text;
