from django.apps import AppConfig


class SpreadsheetsConfig(AppConfig):
    """The tables that Oscar and Wagtail write themselves follow the rule of ours (`catalogue.spreadsheets`)."""

    name = "storefront.office.spreadsheets"

    def ready(self):
        from . import libraries

        libraries.guard()
