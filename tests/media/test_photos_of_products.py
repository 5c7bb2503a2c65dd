"""Photos on their way: the department adds one to a product, an editor to a story, visitors see them."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django_tasks_db.models import DBTaskResult
from wagtail.models import UploadedFile

from catalogue.products.models import ProductPhoto
from catalogue.products.photos import lead_picture, product_pictures
from cms.models import StoryIndexPage, StoryPage
from cms.services import ensure_roles
from media import services
from media.models import Photo
from search import outbox
from search.contract import SearchQuery
from search.queries import search
from storefront.accounts.models import User
from storefront.demo.accounts import ensure_demo_accounts
from tests.catalogue.factories import make_producer, make_product
from tests.media.drawn import drawn, make_photo
from tests.storefront.shop.offers import make_offer, make_shelf, shopper

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:The default scheme will be changed")]


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"


def signed_in(role: str) -> Client:
    ensure_demo_accounts()
    client = Client()
    client.force_login(User.objects.get(email=f"{role}@demo.saobuon.example"))
    return client


def admin_form(client: Client, path: str) -> dict:
    """What the page's form would send if nothing was changed."""
    context = client.get(path).context
    form = context["adminform"].form
    data = {form.add_prefix(name): form.get_initial_for_field(field, name) for name, field in form.fields.items()}
    for inline in context["inline_admin_formsets"]:
        management = inline.formset.management_form
        data |= {management.add_prefix(name): management[name].value() for name in management.fields}
    return {
        name: ",".join(value) if isinstance(value, list) else value
        for name, value in data.items()
        if value is not None
    }


def test_an_officer_uploads_a_photo_and_gives_it_to_a_product():
    client = signed_in("canbo")
    product = make_product()
    assert product_pictures(product) == []
    answer = client.post(
        "/django-admin/media/photo/add/",
        {
            "title": "Gói cà phê",
            "file": SimpleUploadedFile("x.jpg", drawn()),
            "description": "Gói màu đỏ",
            "credit": "Máy vẽ",
        },
    )
    assert answer.status_code == 302, answer.content.decode()[:2000]
    photo = Photo.objects.get()
    assert photo.uploaded_by_user.email.startswith("canbo@")

    path = f"/django-admin/catalogue/product/{product.pk}/change/"
    form = {**admin_form(client, path), "photos-TOTAL_FORMS": 1, "photos-0-photo": photo.pk, "photos-0-position": 1}
    answer = client.post(path, {**form, "photos-0-product": product.pk})
    assert answer.status_code == 302, answer.content.decode()[:2000]
    assert ProductPhoto.objects.get().product == product

    assert product_pictures(product) == []  # the worker has not been there yet
    services.make_renditions(photo_id=photo.pk)
    (picture,) = product_pictures(product)
    assert (picture.alt, picture.credit) == ("Gói màu đỏ", "Máy vẽ")
    assert lead_picture(product).format == "wide"


def test_a_file_that_is_no_photo_is_refused_with_words_wherever_it_is_uploaded():
    ensure_roles()
    editor = signed_in("bientap")
    officer = signed_in("canbo")
    broken = drawn()[:3000]
    for client, path in ((editor, "/quan-tri/images/add/"), (officer, "/django-admin/media/photo/add/")):
        for name, content in (("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"), ("x.jpg", broken)):
            answer = client.post(
                path, {"title": "x", "file": SimpleUploadedFile(name, content), "collection": 1}, follow=False
            )
            assert answer.status_code == 200, path
            forms = [answer.context.get("form"), getattr(answer.context.get("adminform"), "form", None)]
            assert any(form is not None and form.errors.get("file") for form in forms), (path, name)
    assert not Photo.objects.exists()


def test_a_photo_beside_other_faults_is_not_put_aside_as_it_came():
    """Wagtail keeps an upload in the public folder until its other fields are right."""
    ensure_roles()
    editor = signed_in("bientap")
    upload = SimpleUploadedFile("x.html", drawn() + b"<script>")
    answer = editor.post(
        "/quan-tri/images/multiple/add/", {"title": "x" * 300, "collection": 1, "files[]": upload},
        headers={"x-requested-with": "XMLHttpRequest"},
    )  # fmt: skip
    assert answer.json()["success"] is False
    assert not UploadedFile.objects.exists()
    assert not Photo.objects.exists()


def test_an_editor_uploads_and_the_worker_is_asked():
    ensure_roles()
    editor = signed_in("bientap")
    answer = editor.post(
        "/quan-tri/images/add/",
        {"title": "Ảnh", "file": SimpleUploadedFile("x.png", drawn(kind="PNG")), "collection": 1},
    )
    assert answer.status_code == 302
    photo = Photo.objects.get()
    assert photo.file_hash
    assert DBTaskResult.objects.filter(
        task_path="media.tasks.make_renditions", args_kwargs__kwargs={"photo_id": photo.pk}
    ).exists()


def test_the_page_of_a_product_shows_its_photos_in_the_place_of_the_drawing(client):
    product = make_product()
    page = client.get(product.get_absolute_url()).content.decode()
    assert "illustrations/" in page
    for position in (1, 2):
        ProductPhoto.objects.create(product=product, photo=make_photo(drawn(320, 240)), position=position)
    page = client.get(product.get_absolute_url()).content.decode()
    assert page.count('<source type="image/avif"') == 2
    assert page.count('fetchpriority="high"') == 1
    assert f'alt="{product.title}"' in page


def test_every_list_and_every_shared_link_shows_the_photo_in_the_place_of_the_drawing(own_index):
    offer = make_offer(title="Mứt gừng có hình")
    product = offer.product
    ProductPhoto.objects.create(product=product, photo=make_photo(drawn(320, 240), description="Hũ mứt"))
    story_with(product)
    shelf = make_shelf(product)
    while outbox.drain():
        pass
    buyer = shopper(offer, quantity=1)
    for path in (
        "/tim-kiem/?q=mứt gừng có hình",
        product.producer.get_absolute_url(),
        shelf.partner.sales_point.get_absolute_url(),
        StoryIndexPage.objects.get().url,
        "/gio-hang/",
    ):
        page = buyer.get(path).content.decode()
        assert page.count('<source type="image/avif"') == 1, path
        assert 'alt="Hũ mứt"' in page, path
        assert "illustrations/candy" not in page, path
    page = buyer.get(product.get_absolute_url()).content.decode()
    first, second = re.findall(r'<meta property="og:image" content="([^"]+)">', page)
    assert first.endswith(".jpg")
    assert "/social/" in second or second.endswith(".png")


def test_a_list_takes_two_more_queries_for_all_its_photos(own_index, django_assert_num_queries):
    producer = make_producer()
    for number in range(3):
        product = make_product(title=f"Kẹo me có hình {number}", producer=producer)
        if number:
            ProductPhoto.objects.create(product=product, photo=make_photo(drawn(320, 240)))
    while outbox.drain():
        pass
    with django_assert_num_queries(2):
        hits = search(SearchQuery(text="kẹo me có hình")).hits
    assert [bool(hit.photo) for hit in sorted(hits, key=lambda hit: hit.name)] == [False, True, True]


def test_the_first_photo_leads_and_a_list_of_them_takes_two_queries(django_assert_num_queries):
    product = make_product()
    for position in (3, 1, 2):
        photo = make_photo(drawn(320, 240), description=str(position))
        ProductPhoto.objects.create(product=product, photo=photo, position=position)
    with django_assert_num_queries(2):
        assert [picture.alt for picture in product_pictures(product)] == ["1", "2", "3"]


def story_with(product, *photos) -> StoryPage:
    body = [
        {"type": "image", "value": {"image": photo.pk, "decorative": False, "alt_text": f"Hình {number}"}}
        for number, photo in enumerate(photos)
    ]
    ensure_roles()
    story = StoryPage(title="Chuyện có hình", slug="chuyen-co-hinh", product=product, body=body)
    return StoryIndexPage.objects.get().add_child(instance=story)


def test_a_story_shows_its_pictures_with_a_constant_number_of_queries(client, django_assert_max_num_queries):
    product = make_product()
    photos = [make_photo(drawn(320, 240), credit=f"Máy vẽ {number}") for number in range(3)]
    story = story_with(product, *photos[:1])
    client.get(story.url)
    counts = []
    for chosen in (photos[:1], photos):
        story.body = story_with_body(chosen)
        story.save()
        with django_assert_max_num_queries(18) as queries:
            page = client.get(story.url).content.decode()
        counts.append(len(queries))
        assert page.count('<source type="image/avif"') == len(chosen)
        assert "Máy vẽ 0" in page
        assert 'alt="Hình 0"' in page
    assert counts[0] == counts[1]

    ProductPhoto.objects.create(product=product, photo=photos[0])
    page = client.get(story.url).content.decode()
    assert page.count('fetchpriority="high"') == 1


def story_with_body(photos) -> list:
    return [
        ("image", StoryPage.body.field.stream_block.child_blocks["image"].to_python(
            {"image": photo.pk, "decorative": False, "alt_text": f"Hình {number}"}
        ))
        for number, photo in enumerate(photos)
    ]  # fmt: skip
