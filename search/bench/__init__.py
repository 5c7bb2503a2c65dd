"""Measuring the search: made-up documents in any number, two engines, and two peers. See docs/search.md."""
