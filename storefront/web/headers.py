"""Headers and files that Django, django-csp and whitenoise do not bring by themselves."""

from csp.constants import HEADER
from django.conf import settings
from django.http import HttpResponseNotFound
from whitenoise.middleware import WhiteNoiseMiddleware


class PagesStayHere:
    """`Cross-Origin-Resource-Policy: same-origin` on pages. Pictures and data may be used anywhere."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.get("Content-Type", "").startswith("text/html"):
            response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


class StaticFiles(WhiteNoiseMiddleware):
    """Below /static/ is nothing but files: what is missing is told here, without the database."""

    def __call__(self, request):
        if request.path_info.startswith(self.static_prefix) and not self.autorefresh:
            file = self.files.get(request.path_info)
            return self.serve(file, request) if file else HttpResponseNotFound(content_type="text/plain")
        return super().__call__(request)


class BackOfficePolicy:
    """The Content-Security-Policy of the back offices: BACK_OFFICE_POLICIES, by the begin of the address.

    Their programs are not ours and need more than the public pages do. Stands inside of django-csp's middleware.
    A preview in the editorial office is a public page that comes from there: it gets the office's policy.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        for prefix, directives in settings.BACK_OFFICE_POLICIES.items():
            if request.path.startswith(prefix):
                response._csp_replace = directives
                del response.headers[HEADER]
        return response
