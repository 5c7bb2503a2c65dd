from django.contrib import admin

from .models import SalesPoint, SalesPointMembership


class StaffInline(admin.TabularInline):
    model = SalesPointMembership
    extra = 0
    autocomplete_fields = ("user",)


@admin.register(SalesPoint)
class SalesPointAdmin(admin.ModelAdmin):
    list_display = ("name", "address", "unit", "opened")
    list_select_related = ("unit",)
    search_fields = ("name", "address")
    autocomplete_fields = ("unit",)
    inlines = [StaffInline]
