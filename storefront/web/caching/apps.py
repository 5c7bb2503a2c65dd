from django.apps import AppConfig
from django.db.models.signals import post_migrate


class CachingConfig(AppConfig):
    """Anonymous pages, kept until anything they show changes."""

    name = "storefront.web.caching"
    verbose_name = "Page cache"

    def ready(self):
        from .triggers import install

        post_migrate.connect(install, sender=self, dispatch_uid="caching.install")
