"""Suggestions as you type: products, producers, areas, product groups and stories, from a small index of their own.

`entries` reads what there is, `index` keeps it, `queries` answers, `upkeep` follows the database.
"""
