-- Funds
-- The country-based pooled funds of the master table.
-- key: fund
-- columns:
--   fund   text  Fund: number in the master table
--   title  text  Name: of the fund
SELECT fund, title FROM register_funds
