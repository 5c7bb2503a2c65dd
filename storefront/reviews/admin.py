"""The queue of reviews in the back office: read, approve or refuse; nobody rewrites what a buyer wrote."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from oscar.apps.catalogue.reviews import admin as oscar_admin

from .services import moderate_review

ProductReview = oscar_admin.ProductReview
admin.site.unregister(ProductReview)
admin.site.unregister(oscar_admin.Vote)


@admin.register(ProductReview)
class ReviewAdmin(admin.ModelAdmin):
    list_display = ("title", "product", "score", "status", "date_created")
    list_filter = ("status", "score")
    list_select_related = ("product",)
    search_fields = ("title", "body", "product__title")
    date_hierarchy = "date_created"
    ordering = ("status", "-date_created")
    fields = ("product", "score", "title", "body", "name", "status", "date_created")
    readonly_fields = ("product", "score", "title", "body", "name", "date_created")
    actions = ("approve", "refuse")
    view_on_site = False

    def has_add_permission(self, request):
        return False

    def save_model(self, request, obj, form, change):
        """Only the state can change here, and it changes by the one service."""
        moderate_review(review_id=obj.pk, status=obj.status, by=request.user)

    @admin.action(description=_("Approve the chosen reviews"), permissions=["change"])
    def approve(self, request, queryset):
        self._moderate(request, queryset, ProductReview.APPROVED)

    @admin.action(description=_("Refuse the chosen reviews"), permissions=["change"])
    def refuse(self, request, queryset):
        self._moderate(request, queryset, ProductReview.REJECTED)

    def _moderate(self, request, queryset, status: int):
        chosen = list(queryset.order_by("product_id", "pk").values_list("pk", flat=True))
        for review_id in chosen:
            review = moderate_review(review_id=review_id, status=status, by=request.user)
            self.log_change(request, review, [{"changed": {"fields": ["status"]}}])
        self.message_user(request, _("Reviews moderated: %(count)s") % {"count": len(chosen)})
