"""The department's queue in the back office at /quan-tri/: see, filter, answer. Only the public adds."""

from django.contrib.auth.decorators import permission_required
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.chooser import SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from .forms import HandlingForm
from .models import Complaint


class ComplaintPolicy(ModelPermissionPolicy):
    """Django's permissions, but nobody writes a complaint in somebody's name."""

    def user_has_permission(self, user, action):
        return action != "add" and super().user_has_permission(user, action)


register_permission_policy(Complaint, ComplaintPolicy(Complaint))


class ShownPanel(FieldPanel):
    """A field that is only shown; a dash where there is nothing."""

    def format_value_for_display(self, value):
        return "–" if value in (None, "") else super().format_value_for_display(value)


class ComplaintChooserViewSet(SnippetChooserViewSet):
    """Wagtail's choosers show everything to everybody who may enter; complaints are for those who may read them."""

    def get_urlpatterns(self):
        patterns = super().get_urlpatterns()
        for pattern in patterns:
            pattern.callback = permission_required("complaints.view_complaint", raise_exception=True)(
                pattern.callback
            )
        return patterns


class ComplaintViewSet(SnippetViewSet):
    model = Complaint
    chooser_viewset_class = ComplaintChooserViewSet
    icon = "comment"
    menu_label = _("Complaints")
    menu_order = 250
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    list_display = ["reference", "kind", "about", "state", "created_at"]
    list_filter = ["state", "kind", "created_at"]
    list_per_page = 30
    search_backend_name = None
    search_fields = ["reference", "subject", "text", "product__title"]
    ordering = ["-created_at"]

    def get_queryset(self, request):
        return Complaint.objects.select_related("product")

    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    ShownPanel("reference", read_only=True),
                    ShownPanel("created_at", read_only=True),
                    ShownPanel("kind", read_only=True),
                    ShownPanel("product", read_only=True),
                    ShownPanel("subject", read_only=True),
                    ShownPanel("text", read_only=True),
                ],
                heading=_("What was sent"),
            ),
            MultiFieldPanel(
                [
                    ShownPanel("name", read_only=True),
                    ShownPanel("phone", read_only=True),
                    ShownPanel("email", read_only=True),
                    FieldPanel("forget_sender"),
                ],
                heading=_("Who sent it"),
            ),
            MultiFieldPanel(
                [FieldPanel("state"), FieldPanel("answer"), ShownPanel("handled_by", read_only=True)],
                heading=_("What we do"),
            ),
        ],
        base_form_class=HandlingForm,
    )


register_snippet(ComplaintViewSet)
