"""Who may do what in the page editor, and the way of a story to its publication."""

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from catalogue.roles import EDITORS, OFFICERS
from cms.models import FairIndexPage, InfoPage, NewsIndexPage, StoryIndexPage

from .site import ensure_site
from .tree import lock_page_tree

STORY_WORKFLOW = "Duyệt câu chuyện"

# Wagtail's own group of people who publish may approve stories too; its "Editors" write and submit.
APPROVERS = (EDITORS, OFFICERS, "Moderators")


@transaction.atomic
def ensure_roles() -> None:
    """Groups with their page permissions and the workflow of stories. Adds what is missing; can be rerun.

    A permission that an administrator takes away by hand comes back with the next run.
    """
    ensure_site()
    lock_page_tree()
    editors = _group(EDITORS, "add_image", "change_image", "choose_image")
    officers = _group(OFFICERS, "choose_image")
    for page in (*_sections(), *InfoPage.objects.filter(depth=3)):
        _allow(editors, page, "add", "change", "publish", "lock", "unlock")
    _allow(officers, StoryIndexPage.objects.get(), "change", "publish", "lock", "unlock")
    _ensure_story_workflow()


def _sections() -> list[Page]:
    return [model.objects.get() for model in (StoryIndexPage, NewsIndexPage, FairIndexPage)]


def _group(name: str, *image_permissions: str) -> Group:
    group, _created = Group.objects.get_or_create(name=name)
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailimages", codename__in=image_permissions
    ):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)
    return group


def _allow(group: Group, page: Page, *actions: str) -> None:
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=[f"{action}_page" for action in actions]
    ):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def _ensure_story_workflow() -> None:
    """One approval by one of the approvers, for the stories only."""
    task = GroupApprovalTask.objects.filter(name=STORY_WORKFLOW).first()
    task = task or GroupApprovalTask.objects.create(name=STORY_WORKFLOW)
    task.groups.add(*Group.objects.filter(name__in=APPROVERS))
    workflow = Workflow.objects.filter(name=STORY_WORKFLOW).first()
    workflow = workflow or Workflow.objects.create(name=STORY_WORKFLOW)
    WorkflowTask.objects.get_or_create(workflow=workflow, task=task.task_ptr, defaults={"sort_order": 0})
    # An administrator who gives the stories another workflow keeps it.
    WorkflowPage.objects.get_or_create(page_id=StoryIndexPage.objects.get().pk, defaults={"workflow": workflow})
