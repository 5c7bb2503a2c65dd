"""What buyers are asked to pay and what came in (`money`), and what banks and VNPay tell us (`messages`)."""

from .messages import Notice, VnpayAttempt
from .money import (
    Assignment,
    BankAccount,
    Method,
    Payment,
    Receipt,
    Refund,
    Share,
    Sighting,
    Statement,
    bank_choices,
)

__all__ = [
    "Assignment",
    "BankAccount",
    "Method",
    "Notice",
    "Payment",
    "Receipt",
    "Refund",
    "Share",
    "Sighting",
    "Statement",
    "VnpayAttempt",
    "bank_choices",
]
