from django.contrib import admin
from django.http import HttpRequest

from .models import Category


@admin.register(Category)
class CategoryAdmin(admin.ModelAdmin[Category]):
    list_display = ("name", "code")
    search_fields = ("name", "code")
    fields = ("name", "code", "description", "is_public")

    def has_add_permission(self, request: HttpRequest) -> bool:
        """The groups are those of the official catalogue; they come with the data."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Category | None = None) -> bool:
        return False
