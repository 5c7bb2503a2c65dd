from django.contrib import admin

from .models import AdminUnit


@admin.register(AdminUnit)
class AdminUnitAdmin(admin.ModelAdmin[AdminUnit]):
    list_display = ("name", "code", "system", "tier", "parent")
    list_filter = ("system", "tier")
    list_select_related = ("parent",)
    search_fields = ("name", "code", "spellings__text")
    autocomplete_fields = ("parent",)
