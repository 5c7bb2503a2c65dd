"""The list of all changes in the register office."""

from django.contrib.admin import ShowFacets
from pghistory.admin import EventsAdmin as LibraryEventsAdmin


class EventsAdmin(LibraryEventsAdmin):
    """Without numbers beside the filters, which the library's list cannot count."""

    show_facets = ShowFacets.NEVER
