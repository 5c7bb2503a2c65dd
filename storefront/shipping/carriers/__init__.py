"""Carriers that are told of parcels by machine, and what they tell of them (decision 30)."""
