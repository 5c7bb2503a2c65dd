"""Views of the pages office that break on odd input, and one that is made to break. They stand before Wagtail's."""

from django.http import Http404
from django.shortcuts import redirect
from django.urls import path
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views import chooser
from wagtail.contrib.redirects import views as redirects


def absent(_request, **_parameters):
    """What nobody needs: a page that shows how an error looks, by an error; a revision that cannot be."""
    raise Http404


class ExternalLinkView(chooser.ExternalLinkView):
    """The choice of an address; sent without one it is shown again."""

    def post(self, request):
        has_address = request.POST.get(f"{self.form_prefix}-url", "").strip()
        return super().post(request) if has_address else self.get(request)


@require_admin_access
def process_import(request):
    """The second step of an import of redirects; without what the first step signed, the first step again."""
    try:
        return redirects.process_import(request)
    except (KeyError, AttributeError):  # AttributeError: Wagtail looks for the words of a wrong signature
        return redirect("wagtailredirects:start_import")


before_wagtail = [
    path("quan-tri/failwhale/", absent),
    path("quan-tri/pages/<int:page_id>/revisions/0/revert/", absent),
    path("quan-tri/choose-external-link/", require_admin_access(ExternalLinkView.as_view())),
    path("quan-tri/redirects/import/process/", process_import),
]
