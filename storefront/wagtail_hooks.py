"""What the shop gives to the pages."""

from wagtail import hooks

from storefront.register.home import register_on_home

hooks.register("home_content", register_on_home)
