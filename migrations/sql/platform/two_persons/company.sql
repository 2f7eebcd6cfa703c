-- Since when somebody has the role that they have: whoever was only just given it is no second person.
ALTER TABLE member ADD COLUMN role_since timestamptz;
UPDATE member SET role_since = created_at;
ALTER TABLE member ALTER COLUMN role_since SET NOT NULL;
