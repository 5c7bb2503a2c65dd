"""What the shop gives to the pages, and the way from the editors' menu to the officers' screens."""

from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from storefront.office.access import SCREENS
from storefront.office.wagtail_widgets import replace_inline_scripts
from storefront.public.register.fairs import products_at
from storefront.public.register.home import register_on_home

hooks.register("home_content", register_on_home)
hooks.register("fair_content", products_at)
replace_inline_scripts()


@hooks.register("insert_global_admin_js")
def start_of_widgets():
    return format_html('<script src="{}"></script>', static("js/office-widgets.js"))


class OfficerMenuItem(MenuItem):
    """A screen for officers, shown to whoever may enter it."""

    def __init__(self, name: str, label, permission: str, order: int):
        super().__init__(label, reverse(name), name=name, icon_name="list-ul", order=order)
        self.permission = permission

    def is_shown(self, request):
        return request.user.has_perm(self.permission)


@hooks.register("register_admin_menu_item")
def officer_screens():
    """Gone for whoever may enter none of them."""
    screens = [OfficerMenuItem(*screen, order=order) for order, screen in enumerate(SCREENS)]
    return SubmenuMenuItem(
        _("Screens of the officers"), Menu(items=screens), name="officers", icon_name="tasks", order=260
    )


@hooks.register("register_account_menu_item")
def account_pages(_request):
    """Address, password and second factor are changed there, with the password asked again."""
    return {
        "url": reverse("account-home"),
        "label": _("E-mail, password and second step"),
        "help_text": _("They are changed on the account pages of the site."),
    }
