"""How the demo's accounts sign in, for all that try it out: known before Django is."""

PASSWORD = "saobuon-demo-2024"  # noqa: S105 - shown on the demo's screen, made nowhere else
DOMAIN = "demo.saobuon.example"
