"""A carrier of the demo: nothing is carried, and it misbehaves on request.

`python -m storefront.shipping.fake_carrier --port 8091 --shop-url http://127.0.0.1:8000` answers on this machine
only, with nothing but the standard library. Its page `/` lists the shipments; a button tells the shop what became of
one.
"""
