"""WSGI entry point; `storefront.web.gateway` hands it to granian."""

import os

from django.core.wsgi import get_wsgi_application

from storefront.postgresql import patience
from storefront.web.charsets import in_utf8

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "storefront.settings.production")
patience.use(patience.WEB)

application = in_utf8(get_wsgi_application())
