import catalogue.dates
import django.db.models.deletion
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('catalogue', '0001_initial'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, max_length=600, verbose_name='summary')),
            ],
            options={
                'verbose_name': 'home page',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='StoryIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, max_length=600, verbose_name='summary')),
            ],
            options={
                'verbose_name': 'list of stories',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='StoryPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, max_length=600, verbose_name='summary')),
                ('product', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='story', to='catalogue.product', verbose_name='product')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('paragraph', 1), ('image', 2), ('quote', 5), ('facts', 9)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'form_classname': 'title', 'icon': 'title', 'label': 'Heading', 'template': 'cms/blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ol', 'ul'], 'label': 'Paragraph', 'template': 'cms/blocks/paragraph.html'}), 2: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture', 'template': 'cms/blocks/image.html'}), 3: ('wagtail.blocks.TextBlock', (), {'label': 'Text'}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it, and where', 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('text', 3), ('source', 4)]], {'icon': 'openquote', 'label': 'Quotation', 'template': 'cms/blocks/quote.html'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Label'}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Value'}), 8: ('wagtail.blocks.StructBlock', [[('label', 6), ('value', 7)]], {}), 9: ('wagtail.blocks.ListBlock', (8,), {'icon': 'list-ul', 'label': 'Facts', 'template': 'cms/blocks/facts.html'})}, verbose_name='text')),
                ('sources', wagtail.fields.StreamField([('source', 2)], blank=True, block_lookup={0: ('wagtail.blocks.URLBlock', (), {'label': 'Address', 'max_length': 600}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Title', 'max_length': 300, 'required': False}), 2: ('wagtail.blocks.StructBlock', [[('url', 0), ('title', 1)]], {'icon': 'link', 'label': 'Source'})}, default=list, verbose_name='sources')),
                ('is_illustrative', models.BooleanField(default=False, help_text='Written by us from published facts, not by the producer.', verbose_name='illustrative text')),
            ],
            options={
                'verbose_name': 'product story',
                'verbose_name_plural': 'product stories',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='NewsIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, max_length=600, verbose_name='summary')),
            ],
            options={
                'verbose_name': 'list of news',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='NewsPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, max_length=600, verbose_name='summary')),
                ('source_url', models.URLField(blank=True, max_length=600, verbose_name='source')),
                ('import_key', models.CharField(blank=True, default='', editable=False, max_length=300)),
                ('date', catalogue.dates.PartialDateField(blank=True, default='', max_length=10, verbose_name='date')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('paragraph', 1), ('image', 2), ('quote', 5), ('facts', 9)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'form_classname': 'title', 'icon': 'title', 'label': 'Heading', 'template': 'cms/blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ol', 'ul'], 'label': 'Paragraph', 'template': 'cms/blocks/paragraph.html'}), 2: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture', 'template': 'cms/blocks/image.html'}), 3: ('wagtail.blocks.TextBlock', (), {'label': 'Text'}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it, and where', 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('text', 3), ('source', 4)]], {'icon': 'openquote', 'label': 'Quotation', 'template': 'cms/blocks/quote.html'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Label'}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Value'}), 8: ('wagtail.blocks.StructBlock', [[('label', 6), ('value', 7)]], {}), 9: ('wagtail.blocks.ListBlock', (8,), {'icon': 'list-ul', 'label': 'Facts', 'template': 'cms/blocks/facts.html'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'news item',
                'verbose_name_plural': 'news items',
                'constraints': [models.CheckConstraint(condition=models.Q(('date', ''), ('date__regex', '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'), _connector='OR'), name='news_date'), models.UniqueConstraint(condition=models.Q(('import_key', ''), _negated=True), fields=('import_key',), name='news_import_key_once')],
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='FairIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, max_length=600, verbose_name='summary')),
            ],
            options={
                'verbose_name': 'list of fairs',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='FairPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, max_length=600, verbose_name='summary')),
                ('source_url', models.URLField(blank=True, max_length=600, verbose_name='source')),
                ('import_key', models.CharField(blank=True, default='', editable=False, max_length=300)),
                ('venue', models.CharField(blank=True, max_length=300, verbose_name='venue')),
                ('starts', catalogue.dates.PartialDateField(blank=True, default='', max_length=10, verbose_name='first day')),
                ('ends', catalogue.dates.PartialDateField(blank=True, default='', max_length=10, verbose_name='last day')),
                ('organiser', models.CharField(blank=True, max_length=300, verbose_name='organiser')),
                ('booths', models.PositiveIntegerField(blank=True, null=True, verbose_name='booths')),
                ('note', models.TextField(blank=True, verbose_name='note')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('paragraph', 1), ('image', 2), ('quote', 5), ('facts', 9)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'form_classname': 'title', 'icon': 'title', 'label': 'Heading', 'template': 'cms/blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ol', 'ul'], 'label': 'Paragraph', 'template': 'cms/blocks/paragraph.html'}), 2: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture', 'template': 'cms/blocks/image.html'}), 3: ('wagtail.blocks.TextBlock', (), {'label': 'Text'}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it, and where', 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('text', 3), ('source', 4)]], {'icon': 'openquote', 'label': 'Quotation', 'template': 'cms/blocks/quote.html'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Label'}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Value'}), 8: ('wagtail.blocks.StructBlock', [[('label', 6), ('value', 7)]], {}), 9: ('wagtail.blocks.ListBlock', (8,), {'icon': 'list-ul', 'label': 'Facts', 'template': 'cms/blocks/facts.html'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'fair',
                'verbose_name_plural': 'fairs',
                'constraints': [models.CheckConstraint(condition=models.Q(('starts', ''), ('starts__regex', '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'), _connector='OR'), name='fair_starts_date'), models.CheckConstraint(condition=models.Q(('ends', ''), ('ends__regex', '^\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?$'), _connector='OR'), name='fair_ends_date'), models.UniqueConstraint(condition=models.Q(('import_key', ''), _negated=True), fields=('import_key',), name='fair_import_key_once')],
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='InfoPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('summary', models.TextField(blank=True, max_length=600, verbose_name='summary')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('paragraph', 1), ('image', 2), ('quote', 5), ('facts', 9), ('questions', 13), ('operator', 14)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'form_classname': 'title', 'icon': 'title', 'label': 'Heading', 'template': 'cms/blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ol', 'ul'], 'label': 'Paragraph', 'template': 'cms/blocks/paragraph.html'}), 2: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture', 'template': 'cms/blocks/image.html'}), 3: ('wagtail.blocks.TextBlock', (), {'label': 'Text'}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it, and where', 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('text', 3), ('source', 4)]], {'icon': 'openquote', 'label': 'Quotation', 'template': 'cms/blocks/quote.html'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Label'}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Value'}), 8: ('wagtail.blocks.StructBlock', [[('label', 6), ('value', 7)]], {}), 9: ('wagtail.blocks.ListBlock', (8,), {'icon': 'list-ul', 'label': 'Facts', 'template': 'cms/blocks/facts.html'}), 10: ('wagtail.blocks.CharBlock', (), {'label': 'Question', 'max_length': 200}), 11: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ol', 'ul'], 'label': 'Answer'}), 12: ('wagtail.blocks.StructBlock', [[('question', 10), ('answer', 11)]], {}), 13: ('wagtail.blocks.ListBlock', (12,), {'icon': 'help', 'label': 'Questions and answers', 'template': 'cms/blocks/questions.html'}), 14: ('cms.operator_facts.OperatorBlock', (), {})}, verbose_name='text')),
                ('title_en', models.CharField(blank=True, max_length=255, verbose_name='title in English')),
                ('summary_en', models.TextField(blank=True, max_length=600, verbose_name='summary in English')),
                ('body_en', wagtail.fields.StreamField([('heading', 0), ('paragraph', 1), ('image', 2), ('quote', 5), ('facts', 9), ('questions', 13), ('operator', 14)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'form_classname': 'title', 'icon': 'title', 'label': 'Heading', 'template': 'cms/blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ol', 'ul'], 'label': 'Paragraph', 'template': 'cms/blocks/paragraph.html'}), 2: ('wagtail.images.blocks.ImageBlock', [], {'label': 'Picture', 'template': 'cms/blocks/image.html'}), 3: ('wagtail.blocks.TextBlock', (), {'label': 'Text'}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Who said it, and where', 'required': False}), 5: ('wagtail.blocks.StructBlock', [[('text', 3), ('source', 4)]], {'icon': 'openquote', 'label': 'Quotation', 'template': 'cms/blocks/quote.html'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Label'}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Value'}), 8: ('wagtail.blocks.StructBlock', [[('label', 6), ('value', 7)]], {}), 9: ('wagtail.blocks.ListBlock', (8,), {'icon': 'list-ul', 'label': 'Facts', 'template': 'cms/blocks/facts.html'}), 10: ('wagtail.blocks.CharBlock', (), {'label': 'Question', 'max_length': 200}), 11: ('wagtail.blocks.RichTextBlock', (), {'features': ['bold', 'italic', 'link', 'ol', 'ul'], 'label': 'Answer'}), 12: ('wagtail.blocks.StructBlock', [[('question', 10), ('answer', 11)]], {}), 13: ('wagtail.blocks.ListBlock', (12,), {'icon': 'help', 'label': 'Questions and answers', 'template': 'cms/blocks/questions.html'}), 14: ('cms.operator_facts.OperatorBlock', (), {})}, default=list, verbose_name='text in English')),
            ],
            options={
                'verbose_name': 'information page',
                'verbose_name_plural': 'information pages',
            },
            bases=('wagtailcore.page',),
        ),
    ]
