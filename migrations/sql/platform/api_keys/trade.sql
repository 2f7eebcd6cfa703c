-- The API key of the program that took the step, if it was one.
ALTER TABLE trade_event ADD COLUMN api_key_id uuid;
