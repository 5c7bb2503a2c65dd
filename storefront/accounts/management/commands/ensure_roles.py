from django.core.management.base import BaseCommand

from storefront.accounts.roles import ensure_roles


class Command(BaseCommand):
    help = "Make the groups of the site's roles with their permissions. May be run again at any time."

    def handle(self, *args, **options):
        self.stdout.write("Roles: " + ", ".join(ensure_roles()))
