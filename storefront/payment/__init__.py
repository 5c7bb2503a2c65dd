"""Money for orders: payment codes, bank statements, notices of banks, VNPay, cash; and the books of all of it."""
