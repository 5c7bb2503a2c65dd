"""What time it is, for queries."""

from django.db.models import DateTimeField, Value
from django.utils import timezone


class ExecutionTime(Value):
    """The time at which a query is sent, even if the queryset was made long before."""

    def __init__(self):
        super().__init__(None, output_field=DateTimeField())

    def as_sql(self, compiler, connection):
        return "%s", [timezone.now()]
