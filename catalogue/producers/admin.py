from django.contrib import admin

from .models import Membership, Producer


class MembershipInline(admin.TabularInline[Membership, Producer]):
    model = Membership
    extra = 0
    autocomplete_fields = ("user",)


@admin.register(Producer)
class ProducerAdmin(admin.ModelAdmin[Producer]):
    list_display = ("name", "type", "unit")
    list_filter = ("type",)
    list_select_related = ("unit",)
    search_fields = ("name",)
    autocomplete_fields = ("unit",)
    inlines = [MembershipInline]
