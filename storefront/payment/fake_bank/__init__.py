"""A bank of the demo that speaks VNPay's language and SePay's: no money moves, and it misbehaves on request.

`python -m storefront.payment.fake_bank --port 8090 --shop-url http://127.0.0.1:8000` answers on this machine only,
with nothing but the standard library. VNPay's page is at `/paymentv2/vpcpay.html`; `&misbehave=twice` in its address
chooses beforehand what else a button would. `/transfer` takes a transfer and tells the shop of it as SePay would.
"""
