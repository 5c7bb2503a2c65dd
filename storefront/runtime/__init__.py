"""What runs around the site: installation, the embedded database server, the launcher, translations, test
set-up.

Nothing here knows about products or orders, and nothing in the site imports it except the settings
(`postgres.database_settings`). `install` uses the standard library only: it runs before anything is
installed.
"""
