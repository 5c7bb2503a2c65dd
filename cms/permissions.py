"""What a page permission means for pages the site cannot do without."""

from wagtail.models import PagePermissionTester


class LastingPageTester(PagePermissionTester):
    """Editing follows the group's permissions; everything that takes the page away is the administrator's."""

    def _is_administrator(self) -> bool:
        return self.user.is_active and self.user.is_superuser

    def can_delete(self, ignore_bulk=False):
        return self._is_administrator() and super().can_delete(ignore_bulk=ignore_bulk)

    def can_unpublish(self):
        return self._is_administrator() and super().can_unpublish()

    def can_set_view_restrictions(self):
        return self._is_administrator() and super().can_set_view_restrictions()
