"""Evidence leaves the library of pictures and the public folder: rows and files. What was kept of a photo then is
its original from now on, for nothing else is left of it."""

import hashlib
import uuid
from functools import partial
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.db import migrations, transaction

SOURCES = {'jpg': 'jpeg', 'jpeg': 'jpeg', 'png': 'png', 'pdf': 'pdf'}


def move(apps, schema_editor):
    Evidence = apps.get_model('media', 'Evidence')
    Event = apps.get_model('traceability', 'Event')
    SuspicionReport = apps.get_model('traceability', 'SuspicionReport')
    photos, files = {}, {}
    for model, is_public in ((SuspicionReport, False), (Event, True)):
        for row in model.objects.exclude(library_photo=None).select_related('library_photo').order_by('pk'):
            key = (row.library_photo_id, is_public)
            if key not in photos:
                photos[key] = _from_photo(Evidence, row.library_photo, is_public=is_public)
            row.photo, row.library_photo = photos[key], None
            row.save()
    for row in Event.objects.exclude(evidence_file='').order_by('pk'):
        name = row.evidence_file.name
        if name not in files:
            files[name] = _from_file(Evidence, row.evidence_file)
        row.evidence = files[name]
        row.save()
    _clear_library(apps, photos)
    storage = Event._meta.get_field('evidence_file').storage
    for name in files:
        transaction.on_commit(partial(storage.delete, name))


def _from_photo(Evidence, photo, *, is_public):
    data = _read(photo.file)
    if data is None:
        return None
    return _kept(Evidence, data, data, photo.file.name, is_public=is_public, width=photo.width, height=photo.height)


def _from_file(Evidence, file):
    """The public copy is written anew; where that cannot be done, only inspectors go on seeing the file."""
    from media.decoding import SIGNED_IN, Decoded, decode

    data = _read(file)
    if data is None:
        return None
    decoded = decode(data, limits=SIGNED_IN, documents=True)
    if isinstance(decoded, Decoded):
        return _kept(
            Evidence, data, decoded.content, f'x.{decoded.kept}', is_public=True, width=decoded.width,
            height=decoded.height, source=decoded.source,
        )
    return _kept(Evidence, data, data, file.name, is_public=False)


def _read(file):
    try:
        with file.storage.open(file.name) as stored:
            return stored.read()
    except OSError:
        print(f'\n    {file.name} is missing: its row goes on without a file')
        return None


def _kept(Evidence, original, copy, name, *, is_public, width=0, height=0, source=''):
    ending = PurePosixPath(name).suffix.lstrip('.').lower()
    stem = uuid.uuid4().hex
    evidence = Evidence(
        source=source or SOURCES[ending], size=len(original), sha256=hashlib.sha256(original).hexdigest(),
        copy_sha256=hashlib.sha256(copy).hexdigest(), width=width, height=height,
    )
    evidence.original.save(f'{stem}.{ending}', ContentFile(original), save=False)
    target = evidence.public_copy if is_public else evidence.private_copy
    target.save(f'{stem}.{ending}', ContentFile(copy), save=False)
    evidence.save()
    return evidence


def _clear_library(apps, photos):
    """Photos of events that somebody uses elsewhere stay in the library: they are public already."""
    Photo = apps.get_model('media', 'Photo')
    used = set(apps.get_model('catalogue', 'ProductPhoto').objects.values_list('photo_id', flat=True))
    used |= _used_on_pages(apps)
    private = {pk for pk, is_public in photos if not is_public}
    for photo in Photo.objects.filter(pk__in={pk for pk, _ in photos}):
        if photo.pk in used and photo.pk not in private:
            continue
        for file in (photo.file, *(rendition.file for rendition in photo.renditions.all())):
            transaction.on_commit(partial(file.storage.delete, file.name))
        photo.delete()


def _used_on_pages(apps):
    """Numbers of photos that pages and their texts hold."""
    ContentType = apps.get_model('contenttypes', 'ContentType')
    ReferenceIndex = apps.get_model('wagtailcore', 'ReferenceIndex')
    kinds = ContentType.objects.filter(app_label='media', model='photo')
    own = ContentType.objects.filter(app_label__in=('traceability', 'media'))
    held = ReferenceIndex.objects.filter(to_content_type__in=kinds).exclude(base_content_type__in=own)
    return {int(pk) for pk in held.values_list('to_object_id', flat=True)}


def move_back(apps, schema_editor):
    Evidence = apps.get_model('media', 'Evidence')
    Event = apps.get_model('traceability', 'Event')
    SuspicionReport = apps.get_model('traceability', 'SuspicionReport')
    photos = {}
    for model in (SuspicionReport, Event):
        for row in model.objects.exclude(photo=None).select_related('photo').order_by('pk'):
            if row.photo_id not in photos:
                photos[row.photo_id] = _to_photo(apps, row.photo, title=f'{model.__name__} {row.pk}')
            row.library_photo, row.photo = photos[row.photo_id], None
            row.save()
    for row in Event.objects.exclude(evidence=None).select_related('evidence').order_by('pk'):
        evidence = row.evidence
        with evidence.original.storage.open(evidence.original.name) as stored:
            row.evidence_file.save(PurePosixPath(evidence.original.name).name, ContentFile(stored.read()), save=False)
        row.evidence_digest, row.evidence = evidence.sha256, None
        row.save()
    for evidence in Evidence.objects.all():
        for file in (evidence.original, evidence.private_copy, evidence.public_copy):
            if file:
                transaction.on_commit(partial(file.storage.delete, file.name))
        evidence.delete()


def _to_photo(apps, evidence, *, title):
    Photo = apps.get_model('media', 'Photo')
    copy = evidence.public_copy or evidence.private_copy
    with copy.storage.open(copy.name) as stored:
        data = stored.read()
    name = f'original_images/{PurePosixPath(copy.name).name}'
    storage = Photo._meta.get_field('file').storage
    photo = Photo(
        title=title, width=evidence.width, height=evidence.height, file_size=len(data),
        collection=apps.get_model('wagtailcore', 'Collection').objects.order_by('path').first(),
    )
    photo.file = storage.save(name, ContentFile(data))
    photo.save()
    return photo


class Migration(migrations.Migration):

    dependencies = [
        ('catalogue', '0034_product_photos'),
        ('contenttypes', '0002_remove_content_type_name'),
        ('traceability', '0007_evidence_beside_photos'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [migrations.RunPython(move, move_back)]
