"""Converters of our addresses: what cannot be a key or a signature is no address of ours.

A module of addresses imports this one before it uses them.
"""

from django.urls import register_converter

from catalogue.parameters import MAX_DIGITS, number_in


class KeyConverter:
    """`<key:pk>`: the number of a row. A number that no row can have leads nowhere, like one that no row has."""

    regex = f"[0-9]{{1,{MAX_DIGITS}}}"

    def to_python(self, value: str) -> int:
        number = number_in(value)
        if number is None:
            raise ValueError(value)
        return number

    def to_url(self, value: object) -> str:
        return str(value)


class SignedConverter:
    """`<signed:number>`: letters that order numbers and Django's signatures are made of."""

    regex = r"[0-9A-Za-z_:=-]{1,200}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: object) -> str:
        return str(value)


class AnythingConverter:
    """`<anything:rest>`: whatever comes, line breaks too, which `<path:…>` does not take."""

    regex = r"[\s\S]{1,600}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: object) -> str:
        return str(value)


register_converter(AnythingConverter, "anything")
register_converter(KeyConverter, "key")
register_converter(SignedConverter, "signed")
