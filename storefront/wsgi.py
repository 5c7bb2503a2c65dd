"""WSGI entry point, served by granian."""

import os

from django.core.wsgi import get_wsgi_application

from storefront.charsets import in_utf8

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storefront.settings.production")

application = in_utf8(get_wsgi_application())
