"""Wagtail pages: home, stories of products, news, fairs and plain information."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock
from wagtail.models import Page

from catalogue.dates import PartialDateField, display_partial, partial_date_check


class BodyBlocks(blocks.StreamBlock):
    """Building blocks of every text: heading, paragraph, picture, quotation, list of facts."""

    heading = blocks.CharBlock(form_classname="title", icon="title", label=_("Heading"), template="cms/blocks/heading.html")
    paragraph = blocks.RichTextBlock(
        features=["bold", "italic", "link", "ol", "ul"], label=_("Paragraph"), template="cms/blocks/paragraph.html"
    )
    image = ImageBlock(label=_("Picture"), template="cms/blocks/image.html")
    quote = blocks.StructBlock(
        [
            ("text", blocks.TextBlock(label=_("Text"))),
            ("source", blocks.CharBlock(required=False, label=_("Who said it, and where"))),
        ],
        icon="openquote",
        label=_("Quotation"),
        template="cms/blocks/quote.html",
    )
    facts = blocks.ListBlock(
        blocks.StructBlock([("label", blocks.CharBlock(label=_("Label"))), ("value", blocks.CharBlock(label=_("Value")))]),
        icon="list-ul",
        label=_("Facts"),
        template="cms/blocks/facts.html",
    )


class BasePage(Page):
    """What all our pages share: a summary for lists, search engines and previews."""

    summary = models.TextField(_("summary"), blank=True, max_length=600)
    source_url = models.URLField(_("source"), blank=True, max_length=600)

    class Meta:
        abstract = True

    content_panels = [*Page.content_panels, FieldPanel("summary")]


class HomePage(BasePage):
    """The front door."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["cms.StoryIndexPage", "cms.NewsIndexPage", "cms.FairIndexPage", "cms.InfoPage"]
    template = "pages/home.html"

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request, *args, **kwargs):
        from cms.queries import home_content

        return {**super().get_context(request, *args, **kwargs), **home_content()}


class IndexPage(BasePage):
    """A list of the pages below it, newest first."""

    page_size = 12

    class Meta:
        abstract = True

    def get_context(self, request, *args, **kwargs):
        from cms.queries import index_content

        return {**super().get_context(request, *args, **kwargs), **index_content(self, request.GET.get("page"))}


class StoryIndexPage(IndexPage):
    max_count = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.StoryPage"]
    template = "pages/story_index.html"

    class Meta:
        verbose_name = _("list of stories")


class StoryPage(BasePage):
    """Product story (câu chuyện sản phẩm), one to one with a product."""

    product = models.OneToOneField(
        "catalogue.Product", null=True, on_delete=models.PROTECT, related_name="story", verbose_name=_("product")
    )
    body = StreamField(BodyBlocks(), blank=True, verbose_name=_("text"))
    is_illustrative = models.BooleanField(
        _("illustrative"),
        default=False,
        help_text=_("Written by us from published facts, not by the producer."),
    )

    parent_page_types = ["cms.StoryIndexPage"]
    subpage_types: list[str] = []
    template = "pages/story.html"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("product"),
        FieldPanel("body"),
        FieldPanel("source_url"),
        FieldPanel("is_illustrative"),
    ]

    class Meta:
        verbose_name = _("product story")
        verbose_name_plural = _("product stories")

    def get_context(self, request, *args, **kwargs):
        from cms.queries import story_content

        return {**super().get_context(request, *args, **kwargs), **story_content(self)}


class NewsIndexPage(IndexPage):
    max_count = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.NewsPage"]
    template = "pages/news_index.html"

    class Meta:
        verbose_name = _("list of news")


class NewsPage(BasePage):
    """One item of programme news: facts in our own words, with the source."""

    date = PartialDateField(_("date"))
    body = StreamField(BodyBlocks(), blank=True, verbose_name=_("text"))

    parent_page_types = ["cms.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "pages/news.html"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("date"),
        FieldPanel("body"),
        FieldPanel("source_url"),
    ]

    class Meta:
        verbose_name = _("news item")
        constraints = [partial_date_check("date", "news_date")]

    def date_display(self) -> str:
        return display_partial(self.date)


class FairIndexPage(IndexPage):
    max_count = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.FairPage"]
    template = "pages/fair_index.html"

    class Meta:
        verbose_name = _("list of fairs")


class FairPage(BasePage):
    """Fair or festival (hội chợ, lễ hội)."""

    venue = models.CharField(_("venue"), max_length=300, blank=True)
    starts = PartialDateField(_("first day"))
    ends = PartialDateField(_("last day"))
    organiser = models.CharField(_("organiser"), max_length=300, blank=True)
    booths = models.PositiveIntegerField(_("booths"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True)
    body = StreamField(BodyBlocks(), blank=True, verbose_name=_("text"))

    parent_page_types = ["cms.FairIndexPage"]
    subpage_types: list[str] = []
    template = "pages/fair.html"
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("venue"), FieldPanel("starts"), FieldPanel("ends"), FieldPanel("organiser"), FieldPanel("booths")],
            heading=_("Facts"),
        ),
        FieldPanel("note"),
        FieldPanel("body"),
        FieldPanel("source_url"),
    ]

    class Meta:
        verbose_name = _("fair")
        constraints = [
            partial_date_check("starts", "fair_starts_date"),
            partial_date_check("ends", "fair_ends_date"),
        ]

    def dates_display(self) -> str:
        """`31/8/2024 – 2/9/2024`, or as much of it as is known."""
        return " – ".join(filter(None, [display_partial(self.starts), display_partial(self.ends)]))


class InfoPage(BasePage):
    """A plain page: about, help, terms."""

    body = StreamField(BodyBlocks(), blank=True, verbose_name=_("text"))

    parent_page_types = ["cms.HomePage", "cms.InfoPage"]
    template = "pages/info.html"
    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("information page")
