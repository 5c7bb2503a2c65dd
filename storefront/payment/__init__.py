"""Money for orders: payment codes, bank statements, notices of banks, VNPay. Nothing here touches the database."""
