"""Reviews are moderated in the office (`storefront.office.feedback`), not in Django's admin."""

from django.contrib import admin
from oscar.apps.catalogue.reviews import admin as oscar_admin

admin.site.unregister(oscar_admin.ProductReview)
admin.site.unregister(oscar_admin.Vote)
