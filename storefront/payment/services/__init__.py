"""Payments: asked for, booked, paid back. Locks go one way: the order, then everything of it."""
