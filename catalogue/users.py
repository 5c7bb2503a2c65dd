"""The account of a person, for annotations: who stands in `settings.AUTH_USER_MODEL`, whichever class that is."""

from typing import TYPE_CHECKING, TypeAlias

from django.contrib.auth.base_user import AbstractBaseUser

if TYPE_CHECKING:
    from django.contrib.auth.models import _User  # only django-stubs has this name; its plugin knows the class

    User: TypeAlias = _User
else:
    User = AbstractBaseUser
