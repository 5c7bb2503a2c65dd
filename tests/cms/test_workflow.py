"""A story on its way: written, submitted, approved, shown. Through the screens people use."""

import pytest
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from catalogue.products.models import Product
from catalogue.roles import EDITORS, OFFICERS
from cms.models import FairIndexPage, FairPage, FairProduct, HomePage, NewsIndexPage, StoryPage
from cms.queries import story_teaser
from search.models import OutboxEntry
from tests.catalogue.factories import make_product

PARAGRAPH = "Gia đình làm mật ong từ năm 2020."


def story_form(product, *, title="Mật ong của buôn", paragraph=PARAGRAPH, **buttons) -> dict:
    return nested_form_data(
        {
            "title": title,
            "slug": "mat-ong-cua-buon",
            "product": product.pk if product else "",
            "summary": "Một tổ hợp tác làm mật ong.",
            "body": streamfield([("paragraph", rich_text(f"<p>{paragraph}</p>"))]),
            "sources": streamfield([("source", {"url": "https://example.com/bai", "title": "Bài báo"})]),
            "seo_title": "",
            "search_description": "",
            "comments": inline_formset([]),
            **buttons,
        }
    )


def create(client, stories, product, **fields):
    address = reverse("wagtailadmin_pages:add", args=["cms", "storypage", stories.pk])
    return client.post(address, story_form(product, **fields))


def act(client, story, action: str, **fields):
    """What the approver's button in the editor's footer sends."""
    task_state = story.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[story.pk, action, task_state.pk])
    return client.post(address, fields)


@pytest.fixture
def product(db) -> Product:
    return make_product(title="Mật ong thử")


@pytest.fixture
def submitted(writer, stories, product) -> StoryPage:
    response = create(writer, stories, product, **{"action-submit": "1"})
    assert response.status_code == 302
    return StoryPage.objects.get(product=product)


def test_a_story_is_shown_from_the_moment_it_is_approved(client, submitted, officer, product):
    assert not submitted.live
    assert client.get(submitted.url).status_code == 404
    assert story_teaser(product) is None
    OutboxEntry.objects.all().delete()

    act(officer, submitted, "approve", comment="Tốt")

    submitted.refresh_from_db()
    assert submitted.live
    teaser = story_teaser(product)
    assert (teaser.title, teaser.first_paragraph, teaser.url) == (submitted.title, PARAGRAPH, submitted.url)
    assert OutboxEntry.objects.filter(product_id=product.pk).exists()
    page = client.get(submitted.url).content.decode()
    assert PARAGRAPH in page
    assert "https://example.com/bai" in page
    assert submitted.title in client.get(product.get_absolute_url()).content.decode()


def test_a_rejected_story_stays_hidden_and_can_be_submitted_again(client, submitted, writer, officer, product):
    act(officer, submitted, "reject", comment="Thiếu nguồn")
    submitted.refresh_from_db()
    assert not submitted.live
    assert submitted.current_workflow_state.status == "needs_changes"

    edit = reverse("wagtailadmin_pages:edit", args=[submitted.pk])
    writer.post(edit, story_form(product, paragraph="Đã thêm nguồn.", **{"action-submit": "1"}))
    submitted.refresh_from_db()
    act(officer, submitted, "approve", comment="")
    assert "Đã thêm nguồn." in client.get(submitted.url).content.decode()


def test_who_may_not_publish_cannot(submitted, writer, product, client):
    edit = reverse("wagtailadmin_pages:edit", args=[submitted.pk])
    writer.post(edit, story_form(product, **{"action-publish": "1"}))
    act(writer, submitted, "approve", comment="")
    submitted.refresh_from_db()
    assert not submitted.live
    assert client.get(edit).status_code == 302  # to the sign-in page


def test_an_editor_publishes_alone_and_a_change_shows_after_publication_only(client, stories, editor, product):
    create(editor, stories, product, **{"action-publish": "1"})
    story = StoryPage.objects.get(product=product)
    assert story.live
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    editor.post(edit, story_form(product, paragraph="Bản nháp mới."))
    assert PARAGRAPH in client.get(story.url).content.decode()
    editor.post(edit, story_form(product, paragraph="Bản nháp mới.", **{"action-publish": "1"}))
    assert "Bản nháp mới." in client.get(story.url).content.decode()


def test_a_second_story_of_a_product_is_refused_with_the_name_of_the_first(editor, stories, product):
    create(editor, stories, product)
    first = StoryPage.objects.get(product=product)
    response = create(editor, stories, product, title="Bài thứ hai")
    assert response.status_code == 200
    errors = response.context["form"].errors["product"]
    assert first.title in str(errors)
    assert StoryPage.objects.count() == 1


def test_a_product_in_the_draft_of_another_story_counts_as_taken(editor, stories, product):
    other = make_product(title="Trà thử")
    create(editor, stories, product, **{"action-publish": "1"})
    story = StoryPage.objects.get(product=product)
    editor.post(reverse("wagtailadmin_pages:edit", args=[story.pk]), story_form(other))
    response = create(editor, stories, other, title="Bài thứ hai", slug="bai-thu-hai")
    assert "product" in response.context["form"].errors
    assert StoryPage.objects.count() == 1


def test_a_draft_may_wait_for_its_product_but_not_be_published(editor, stories):
    create(editor, stories, None)
    story = StoryPage.objects.get(title="Mật ong của buôn")
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    response = editor.post(edit, story_form(None, **{"action-publish": "1"}))
    assert "product" in response.context["form"].errors
    story.refresh_from_db()
    assert not story.live


def test_a_copy_of_a_story_leaves_the_product_with_the_first(editor, stories, product):
    create(editor, stories, product, **{"action-publish": "1"})
    story = StoryPage.objects.get(product=product)
    copy = {"new_title": "Bản sao", "new_slug": "ban-sao", "new_parent_page": stories.pk}
    copy |= {"alias": "on", "publish_copies": "on"}
    response = editor.post(reverse("wagtailadmin_pages:copy", args=[story.pk]), copy)
    assert response.status_code == 302
    other = StoryPage.objects.get(slug="ban-sao")
    assert other.product is None
    assert not other.live
    assert StoryPage.objects.get(product=product) == story


@pytest.mark.parametrize("role", ["Editors", "Moderators", EDITORS, OFFICERS])
def test_nobody_but_an_administrator_takes_away_the_frame_of_the_site(role, sign_in, stories):
    client = sign_in(role)
    for model in (HomePage, NewsIndexPage, type(stories)):
        page = model.objects.get()
        client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))
        client.post(reverse("wagtailadmin_pages:unpublish", args=[page.pk]))
        for action in ("delete", "unpublish"):
            bulk = reverse("wagtail_bulk_action", args=["wagtailcore", "page", action])
            client.post(f"{bulk}?id={page.pk}&next=/")
        assert Page.objects.get(pk=page.pk).live


def test_an_officer_moderates_stories_and_nothing_else(officer, stories):
    news = NewsIndexPage.objects.get()
    assert officer.get(reverse("wagtailadmin_home")).status_code == 200
    assert stories.permissions_for_user(officer.user).can_publish_subpage()
    assert not stories.permissions_for_user(officer.user).can_add_subpage()
    assert not news.permissions_for_user(officer.user).can_edit()
    assert not HomePage.objects.get().permissions_for_user(officer.user).can_edit()


def test_the_product_chooser_finds_a_product_among_all_without_marks(editor, django_assert_max_num_queries):
    address = reverse("product_chooser:choose_results")
    with django_assert_max_num_queries(12):
        everything = editor.get(address).content.decode()
    assert everything.count("data-chooser-modal-choice") == 20
    content = editor.get(address, {"q": "mac ca damaca"}).content.decode()
    assert "Hạt mắc ca Đắk Lắk cao cấp" in content
    assert content.count("data-chooser-modal-choice") == 1


def test_the_story_form_offers_the_chooser(editor, stories):
    page = editor.get(reverse("wagtailadmin_pages:add", args=["cms", "storypage", stories.pk])).content.decode()
    assert reverse("product_chooser:choose") in page
    assert '<select name="product"' not in page


def test_the_old_address_of_a_story_leads_to_the_new_one(
    client, editor, stories, product, django_capture_on_commit_callbacks
):
    create(editor, stories, product, **{"action-publish": "1"})
    story = StoryPage.objects.get(product=product)
    old = story.url
    edit = reverse("wagtailadmin_pages:edit", args=[story.pk])
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(edit, story_form(product, slug="dia-chi-moi", **{"action-publish": "1"}))
    response = client.get(old)
    assert response.status_code == 301
    assert response["Location"].endswith("/cau-chuyen/dia-chi-moi/")


@pytest.mark.parametrize(("ends", "accepted"), [("2024-08-30", False), ("2024-07", False), ("2024-08", True)])
def test_a_fair_does_not_end_before_it_starts(editor, stories, product, ends, accepted):
    address = reverse("wagtailadmin_pages:add", args=["cms", "fairpage", FairIndexPage.objects.get().pk])
    fair = {
        **story_form(None, title="Phiên chợ thử", **{"action-publish": "1"}),
        "slug": "phien-cho-thu",
        "starts": "2024-08-31",
        "ends": ends,
        **nested_form_data({"fair_products": inline_formset([{"product": product.pk}])}),
    }
    response = editor.post(address, fair)
    assert FairPage.objects.filter(slug="phien-cho-thu").exists() is accepted
    assert accepted or "ends" in response.context["form"].errors
    named = FairProduct.objects.filter(fair__slug="phien-cho-thu").values_list("product", flat=True)
    assert list(named) == ([product.pk] if accepted else [])
