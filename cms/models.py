"""Wagtail pages: home, stories of products, news, fairs and plain information."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page

from catalogue.dates import PartialDateField, partial_date_check
from catalogue.long_texts import LongText

from .blocks import PhotoBlock
from .contexts import content_of
from .forms import FairForm, StoryCopyForm, StoryForm
from .operator_facts import OperatorBlock
from .permissions import LastingPageTester

STORIES_SLUG, NEWS_SLUG, FAIRS_SLUG, ABOUT_SLUG = "cau-chuyen", "tin-tuc", "hoi-cho", "gioi-thieu"
"""Addresses of the sections: links all over the site name them, so they stay."""
HELP_SLUG, OPERATOR_SLUG, PRIVACY_SLUG, TERMS_SLUG = (
    "tro-giup",
    "don-vi-van-hanh",
    "quyen-rieng-tu",
    "dieu-khoan",
)
INFO_SLUGS = (ABOUT_SLUG, HELP_SLUG, OPERATOR_SLUG, PRIVACY_SLUG, TERMS_SLUG)
"""Information pages that every site has; their first texts are data/pages/<slug>.toml."""


class BodyBlocks(blocks.StreamBlock):
    """Building blocks of every text: heading, paragraph, picture, quotation, list of facts."""

    heading = blocks.CharBlock(
        form_classname="title", icon="title", label=_("Heading"), template="cms/blocks/heading.html"
    )
    paragraph = blocks.RichTextBlock(
        features=["bold", "italic", "link", "ol", "ul"],
        label=_("Paragraph"),
        template="cms/blocks/paragraph.html",
    )
    image = PhotoBlock(label=_("Picture"), template="cms/blocks/image.html")
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
        blocks.StructBlock(
            [("label", blocks.CharBlock(label=_("Label"))), ("value", blocks.CharBlock(label=_("Value")))]
        ),
        icon="list-ul",
        label=_("Facts"),
        template="cms/blocks/facts.html",
    )


class InfoBlocks(BodyBlocks):
    """What information pages have beside text: questions with answers, and the operator's facts."""

    questions = blocks.ListBlock(
        blocks.StructBlock(
            [
                ("question", blocks.CharBlock(label=_("Question"), max_length=200)),
                (
                    "answer",
                    blocks.RichTextBlock(features=["bold", "italic", "link", "ol", "ul"], label=_("Answer")),
                ),
            ]
        ),
        icon="help",
        label=_("Questions and answers"),
        template="cms/blocks/questions.html",
    )
    operator = OperatorBlock()


class SourceBlocks(blocks.StreamBlock):
    """Where the facts of a text were published."""

    source = blocks.StructBlock(
        [
            ("url", blocks.URLBlock(label=_("Address"), max_length=600)),
            ("title", blocks.CharBlock(required=False, label=_("Title"), max_length=300)),
        ],
        icon="link",
        label=_("Source"),
    )


class BasePage(Page):
    """What all our pages share: a summary for lists, search engines and previews."""

    summary = LongText(_("summary"), blank=True, max_length=600)

    class Meta:
        abstract = True

    content_panels = [*Page.content_panels, FieldPanel("summary")]

    def get_context(self, request, *args, **kwargs):
        """What `cms.queries` has registered for this kind of page."""
        return {**super().get_context(request, *args, **kwargs), **content_of(self, request)}


class LastingPage(BasePage):
    """A page the site cannot do without: only an administrator may delete, move, unpublish or hide it."""

    class Meta:
        abstract = True

    def permissions_for_user(self, user):
        return LastingPageTester(user, self)


class ImportedPage(BasePage):
    """A page that a CSV row may have made. `import_key` finds it again whatever an editor changed."""

    source_url = models.URLField(_("source"), blank=True, max_length=600)
    import_key = models.CharField(max_length=300, blank=True, default="", editable=False)

    exclude_fields_in_copy = ["import_key"]

    class Meta:
        abstract = True


def _import_key_once(name: str) -> models.UniqueConstraint:
    return models.UniqueConstraint(fields=["import_key"], condition=~models.Q(import_key=""), name=name)


class HomePage(LastingPage):
    """The front door."""

    max_count = 1
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["cms.StoryIndexPage", "cms.NewsIndexPage", "cms.FairIndexPage", "cms.InfoPage"]
    template = "cms/home.html"

    class Meta:
        verbose_name = _("home page")


class IndexPage(LastingPage):
    """A list of the pages below it, newest first."""

    page_size = 12

    class Meta:
        abstract = True


class StoryIndexPage(IndexPage):
    max_count = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.StoryPage"]
    template = "cms/story_index.html"

    class Meta:
        verbose_name = _("list of stories")


class StoryPage(BasePage):
    """Product story (câu chuyện sản phẩm), one to one with a product."""

    product = models.OneToOneField(
        "catalogue.Product",
        null=True,
        on_delete=models.PROTECT,
        related_name="story",
        verbose_name=_("product"),
    )
    body = StreamField(BodyBlocks(), blank=True, verbose_name=_("text"))
    sources = StreamField(SourceBlocks(), blank=True, default=list, verbose_name=_("sources"))
    is_illustrative = models.BooleanField(
        _("illustrative text"),
        default=False,
        help_text=_("Written by us from published facts, not by the producer."),
    )

    parent_page_types = ["cms.StoryIndexPage"]
    subpage_types: list[str] = []
    template = "cms/story.html"
    base_form_class = StoryForm
    copy_form_class = StoryCopyForm
    exclude_fields_in_copy = ["product"]
    content_panels = [
        *Page.content_panels,
        FieldPanel("product"),
        FieldPanel("summary"),
        FieldPanel("body"),
        FieldPanel("sources"),
        FieldPanel("is_illustrative"),
    ]

    class Meta:
        verbose_name = _("product story")
        verbose_name_plural = _("product stories")


class NewsIndexPage(IndexPage):
    max_count = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.NewsPage"]
    template = "cms/news_index.html"

    class Meta:
        verbose_name = _("list of news")


class NewsPage(ImportedPage):
    """One item of programme news: facts in our own words, with the source."""

    date = PartialDateField(_("date"))
    body = StreamField(BodyBlocks(), blank=True, verbose_name=_("text"))

    parent_page_types = ["cms.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "cms/news.html"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("date"),
        FieldPanel("body"),
        FieldPanel("source_url"),
    ]

    class Meta:
        verbose_name = _("news item")
        verbose_name_plural = _("news items")
        constraints = [partial_date_check("date", "news_date"), _import_key_once("news_import_key_once")]


class FairIndexPage(IndexPage):
    max_count = 1
    parent_page_types = ["cms.HomePage"]
    subpage_types = ["cms.FairPage"]
    template = "cms/fair_index.html"

    class Meta:
        verbose_name = _("list of fairs")


class FairPage(ImportedPage):
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
    template = "cms/fair.html"
    base_form_class = FairForm
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("venue"),
                FieldPanel("starts"),
                FieldPanel("ends"),
                FieldPanel("organiser"),
                FieldPanel("booths"),
            ],
            heading=_("Facts"),
        ),
        FieldPanel("note"),
        FieldPanel("body"),
        InlinePanel("fair_products", label=_("Product at the fair"), heading=_("Products at the fair")),
        FieldPanel("source_url"),
    ]

    class Meta:
        verbose_name = _("fair")
        verbose_name_plural = _("fairs")
        constraints = [
            partial_date_check("starts", "fair_starts_date"),
            partial_date_check("ends", "fair_ends_date"),
            _import_key_once("fair_import_key_once"),
        ]


class FairProduct(Orderable):
    """A product of the register that a source names at a fair."""

    fair = ParentalKey(FairPage, on_delete=models.CASCADE, related_name="fair_products")
    product = models.ForeignKey(
        "catalogue.Product", on_delete=models.CASCADE, related_name="+", verbose_name=_("product")
    )

    panels = [FieldPanel("product")]

    class Meta(Orderable.Meta):
        constraints = [models.UniqueConstraint(fields=["fair", "product"], name="fair_product_once")]


class InfoPage(BasePage):
    """A plain page: about, help, terms. One address, a text in each language; English may be missing."""

    body = StreamField(InfoBlocks(), blank=True, verbose_name=_("text"))
    title_en = models.CharField(_("title in English"), max_length=255, blank=True)
    summary_en = LongText(_("summary in English"), blank=True, max_length=600)
    body_en = StreamField(InfoBlocks(), blank=True, default=list, verbose_name=_("text in English"))

    parent_page_types = ["cms.HomePage", "cms.InfoPage"]
    template = "cms/info.html"
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("title_en"), FieldPanel("summary_en"), FieldPanel("body_en")],
            heading=_("English"),
            help_text=_("Without an English title and text, readers of English see the Vietnamese ones."),
        ),
    ]

    class Meta:
        verbose_name = _("information page")
        verbose_name_plural = _("information pages")
