"""What happens to an order after it was placed.

Locks go one way: the order, then all its stock records in the order of their ids. Whoever changes a parcel or a call
about it holds the order's row, so one of two clicks comes first and the other finds it done.
"""
