from django.apps import AppConfig


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = "Pages"

    def ready(self):
        from . import queries  # noqa: F401 - registers what the templates of the pages get
