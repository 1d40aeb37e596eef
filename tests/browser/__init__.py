"""The page in a browser, as `make browser` tries it: what no look at its markup can show."""
