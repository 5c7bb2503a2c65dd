"""Buyers, sellers, banks and sudden deaths: `python -m deploy.shop_drill`."""
