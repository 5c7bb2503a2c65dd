"""Work of the worker that failed for good, such as a mail to an address that no server takes: done once more."""

from django.contrib import admin
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django_tasks.base import TaskResultStatus
from django_tasks_db.admin import DBTaskResultAdmin
from django_tasks_db.models import DBTaskResult


@transaction.atomic
def do_again(*, tasks) -> int:
    """Queue the failed ones of some tasks anew, with all their attempts before them; the number of them."""
    failed = tasks.failed().select_for_update()
    for task in failed:
        arguments = task.args_kwargs["kwargs"]
        task.args_kwargs["kwargs"] = {**arguments, **({"attempt": 0} if "attempt" in arguments else {})}
        task.status, task.worker_ids = TaskResultStatus.READY, []
        task.run_after, task.started_at, task.finished_at = timezone.now(), None, None
        task.exception_class_path = task.traceback = ""
        task.save()
    return len(failed)


class TaskAdmin(DBTaskResultAdmin):
    """The list of all work in the background. Nothing in it is written by hand."""

    actions = ("do_again",)

    def has_do_again_permission(self, request) -> bool:
        return request.user.has_perm("django_tasks_database.change_dbtaskresult")

    @admin.action(description=_("Do failed tasks once more"), permissions=["do_again"])
    def do_again(self, request, queryset):
        number = do_again(tasks=queryset)
        text = ngettext("%(number)d task is done once more.", "%(number)d tasks are done once more.", number)
        self.message_user(request, text % {"number": number})


# Lists and titles name a task by this; the library leaves it to the number.
DBTaskResult.__str__ = lambda task: task.task_path.rpartition(".")[2]
admin.site.unregister(DBTaskResult)
admin.site.register(DBTaskResult, TaskAdmin)
