-- Carts of guests by when they were last touched, for the sweep of those that were forgotten.
CREATE INDEX cart_forgotten ON cart (updated_at) WHERE account_id IS NULL;
