"""Tables that people upload: CSV and Excel as cells, amounts and days as written, and what is wrong where."""
