"""Addresses for machines: those without language, and those in the reader's language."""

from django.contrib.sitemaps.views import sitemap
from django.urls import path
from django.views.decorators.cache import cache_control

from . import views
from .feeds import NewsFeed
from .sitemaps import SECTIONS

without_language = [
    path("robots.txt", views.robots, name="robots"),
    path("favicon.ico", views.favicon, name="favicon"),
    path("sitemap.xml", views.sitemap_index, name="sitemap-index"),
    path(
        "sitemap-<slug:section>.xml",
        cache_control(public=True, max_age=3600)(sitemap),
        {"sitemaps": SECTIONS},
        name="sitemap",
    ),
]
in_both_languages = [
    path("manifest.webmanifest", views.manifest, name="manifest"),
    path("tin-tuc/rss.xml", NewsFeed(), name="news-feed"),
    path("anh-chia-se/trang/<slug:kind>-<slug:key>.png", views.social_kind, name="social-kind"),
    path("anh-chia-se/<slug:slug>-<slug:key>.png", views.social_product, name="social-product"),
]
