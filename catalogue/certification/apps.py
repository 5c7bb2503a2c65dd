from django.apps import AppConfig


class CertificationConfig(AppConfig):
    name = "catalogue.certification"
