"""Addresses of EPCIS 2.0, without language, below /epcis/."""

from django.urls import path

from . import views as api

urlpatterns = [
    path("epcis/v2/", api.discovery, name="epcis"),
    path("epcis/v2/capture", api.capture, name="epcis-capture"),
    path("epcis/v2/capture/<uuid:job>", api.capture_job, name="epcis-job"),
    path("epcis/v2/events", api.events, name="epcis-events"),
    path("epcis/v2/events/<path:event_id>", api.event, name="epcis-event"),
    path("epcis/v2/epcs/<path:epc>/events", api.epc_events, name="epcis-epc-events"),
    path("epcis/export/<path:path>", api.export, name="epcis-export"),
    path("epcis/lots/<int:pk>", api.lot, name="epcis-lot"),
    path("epcis/terms", api.terms, name="epcis-terms"),
    path("epcis/<path:rest>", api.unknown),
    path("epcis/", api.unknown),
]
