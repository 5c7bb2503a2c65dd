"""News of the programme as RSS, newest first."""

import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _

from catalogue.dates import PartialDate
from cms.models import NEWS_SLUG, NewsPage

ITEMS = 30


class NewsFeed(Feed):
    """The newest items; the texts are Vietnamese in both languages, the frame is the reader's. Two queries."""

    feed_type = Rss201rev2Feed
    language = "vi"

    def __call__(self, request, *args, **kwargs):
        response = super().__call__(request, *args, **kwargs)
        response["Cache-Control"] = "public, max-age=600"
        return response

    def title(self) -> str:
        return _("Sao Buôn: news of the OCOP programme")

    def description(self) -> str:
        return _("News of the OCOP programme in Đắk Lắk, told in our own words, each with its source.")

    def link(self) -> str:
        return settings.SITE_URL + reverse("wagtail_serve", args=[f"{NEWS_SLUG}/"])

    def feed_url(self) -> str:
        return settings.SITE_URL + reverse("news-feed")

    def items(self):
        return NewsPage.objects.live().public().order_by("-date", "-pk")[:ITEMS]

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.summary

    def item_link(self, item: NewsPage) -> str:
        return settings.SITE_URL + item.get_url_parts()[2]

    def item_guid(self, item: NewsPage) -> str:
        """The same in both languages: a reader of both feeds sees an item once."""
        return f"urn:uuid:{item.translation_key}"

    item_guid_is_permalink = False

    def item_pubdate(self, item: NewsPage) -> datetime.datetime | None:
        """The day of the news at local noon where it is known to the day; else when the page came out."""
        if item.date and PartialDate.parse(item.date).precision == "day":
            noon = datetime.datetime.combine(PartialDate.parse(item.date).earliest, datetime.time(12))
            return timezone.make_aware(noon)
        return item.first_published_at
