"""Rules of `tests.matrix` for the offices that frameworks bring: shop (Oscar), register (Django), pages (Wagtail)."""

from tests.roles import (
    ADMINISTRATORS,
    EDITORS,
    EVERYONE,
    LED_ON,
    NOBODY,
    OFFICERS,
    STAFF,
    UPLOADER,
)


def _model(name: str, *, read=ADMINISTRATORS, change=ADMINISTRATORS, add=ADMINISTRATORS, delete=ADMINISTRATORS):
    """Rules of a model in the register office. Its lists take actions by POST from whoever reads them."""
    base = f"/django-admin/{name}/"
    return (
        (base, read, read),
        (f"{base}add/", add, add),
        (f"{base}<object_id>/", OFFICERS, OFFICERS),  # leads on to `change/`, which asks
        (f"{base}<object_id>/change/", read, change),
        (f"{base}<object_id>/history/", read, read),
        (f"{base}<object_id>/delete/", delete, delete),
    )


READ_ONLY = {"read": OFFICERS, "change": NOBODY, "add": NOBODY, "delete": NOBODY}
CORRECTED = {"read": OFFICERS, "change": OFFICERS}
KEPT_BY_MACHINES = {"change": NOBODY, "add": NOBODY, "delete": NOBODY}

OFFICE_TABLE = (
    # -- shop office (Oscar)
    ("/dashboard/", ADMINISTRATORS, NOBODY),
    ("/dashboard/catalogue/*", ADMINISTRATORS, ADMINISTRATORS),
    ("/dashboard/orders/*", ADMINISTRATORS, ADMINISTRATORS),
    ("/dashboard/partners/*", ADMINISTRATORS, ADMINISTRATORS),
    ("/dashboard/partners/<partner_pk>/users/<user_pk>/link/", NOBODY, ADMINISTRATORS),
    ("/dashboard/partners/<partner_pk>/users/add/", LED_ON, LED_ON),
    ("/dashboard/partners/<partner_pk>/users/<user_pk>/update/", LED_ON, LED_ON),
    ("/dashboard/users/*", ADMINISTRATORS, ADMINISTRATORS),
    ("/dashboard/reports/*", ADMINISTRATORS, NOBODY),
    ("/dashboard/login/", LED_ON, LED_ON),
    ("/dashboard/logout/", LED_ON, LED_ON),
    # -- register office (Django)
    ("/django-admin/", OFFICERS, OFFICERS),
    ("/django-admin/login/", LED_ON, LED_ON),
    ("/django-admin/logout/", LED_ON, LED_ON),
    ("/django-admin/password_change/", LED_ON, LED_ON),
    ("/django-admin/password_change/<step>", LED_ON, LED_ON),
    ("/django-admin/password_change/done/", LED_ON, LED_ON),
    ("/django-admin/autocomplete/", OFFICERS, NOBODY),
    ("/django-admin/jsi18n/", OFFICERS, NOBODY),
    ("/django-admin/r/<content_type_id>/<object_id>/", OFFICERS, OFFICERS),
    ("/django-admin/<app_label>/", OFFICERS, OFFICERS),
    ("/django-admin/<url>", NOBODY, NOBODY),
    *_model("geography/adminunit", read=OFFICERS),
    *_model("producers/producer", **CORRECTED),
    *_model("catalogue/product", **CORRECTED),
    *_model("catalogue/category", read=OFFICERS, add=NOBODY, delete=NOBODY),
    *_model("traceability/productgtin", **CORRECTED, add=OFFICERS),
    *_model("traceability/lot", **READ_ONLY),
    *_model("traceability/event", **READ_ONLY),
    *_model("traceability/place", **READ_ONLY),
    *_model("traceability/stampbatch", **READ_ONLY),
    *_model("traceability/stamp", **READ_ONLY),
    *_model("traceability/signingkey", **READ_ONLY),
    *_model("media/photo", **CORRECTED, add=OFFICERS),
    *_model("auth/group"),
    *_model("accounts/user"),
    *_model("salespoints/salespoint", **CORRECTED),
    *_model("sites/site"),
    *_model("address/country"),
    *_model("wagtaildocs/document"),
    *_model("django_tasks_database/dbtaskresult", **KEPT_BY_MACHINES),
    *_model("pghistory/events", **KEPT_BY_MACHINES),
    # -- pages office (Wagtail)
    ("/quan-tri/", STAFF, NOBODY),
    ("/quan-tri/.*/", NOBODY, NOBODY),
    ("/quan-tri/account/", STAFF, STAFF),
    ("/quan-tri/api/main/*", STAFF, STAFF),
    ("/quan-tri/block-preview/", NOBODY, NOBODY),  # no block has one
    ("/quan-tri/bulk/<app_label>/<model_name>/<action>/", STAFF, STAFF),
    ("/quan-tri/choose-page/*", STAFF, NOBODY),
    ("/quan-tri/choose-anchor-link/", STAFF, STAFF),
    ("/quan-tri/choose-email-link/", STAFF, STAFF),
    ("/quan-tri/choose-external-link/", STAFF, STAFF),
    ("/quan-tri/choose-phone-link/", STAFF, STAFF),
    ("/quan-tri/collections/*", ADMINISTRATORS, ADMINISTRATORS),
    ("/quan-tri/dismissibles/", STAFF, STAFF),
    ("/quan-tri/documents/*", ADMINISTRATORS, ADMINISTRATORS),
    ("/quan-tri/documents/chooser/*", STAFF, STAFF),
    ("/quan-tri/documents/chooser/chosen/<pk>/", ADMINISTRATORS, ADMINISTRATORS),
    ("/quan-tri/documents/chooser/create/", ADMINISTRATORS, ADMINISTRATORS),
    ("/quan-tri/editing-sessions/*", STAFF, STAFF),
    ("/quan-tri/embeds/chooser/*", STAFF, STAFF),
    ("/quan-tri/failwhale/", NOBODY, NOBODY),
    ("/quan-tri/forms/", STAFF, NOBODY),
    ("/quan-tri/forms/results/", STAFF, NOBODY),
    ("/quan-tri/forms/submissions/*", NOBODY, NOBODY),  # no page has a form
    ("/quan-tri/groups/*", ADMINISTRATORS, ADMINISTRATORS),
    ("/quan-tri/images/*", EDITORS, EDITORS),
    ("/quan-tri/images/<image_id>/generate_url/*", NOBODY, NOBODY),  # no addresses of pictures by hand
    ("/quan-tri/images/multiple/create_from_uploaded_image/<uploaded_file_id>/", NOBODY, UPLOADER),
    ("/quan-tri/images/multiple/delete_upload/<uploaded_file_id>/", NOBODY, UPLOADER),
    ("/quan-tri/images/chooser/*", STAFF, STAFF),
    ("/quan-tri/images/chooser/create/", EDITORS, EDITORS),
    ("/quan-tri/jsi18n/", EVERYONE, NOBODY),
    ("/quan-tri/login/", LED_ON, LED_ON),
    ("/quan-tri/logout/", LED_ON, LED_ON),
    ("/quan-tri/pages/*", STAFF, STAFF),
    ("/quan-tri/pages/add/*", EDITORS, EDITORS),
    ("/quan-tri/pages/<parent_page_id>/add_subpage/", EDITORS, EDITORS),
    ("/quan-tri/pages/<page_id>/convert_alias/", NOBODY, NOBODY),  # of a page that is none
    ("/quan-tri/pages/<page_to_move_id>/move/<destination_id>/confirm/", STAFF, EDITORS),
    ("/quan-tri/pages/<page_to_move_id>/set_position/", NOBODY, EDITORS),
    ("/quan-tri/pages/<page_id>/revisions/0/revert/", NOBODY, NOBODY),
    ("/quan-tri/pages/<page_id>/unlock/", NOBODY, ADMINISTRATORS),  # of a page that they have not locked
    ("/quan-tri/password_reset/*", LED_ON, LED_ON),
    ("/quan-tri/product_chooser/*", STAFF, STAFF),
    ("/quan-tri/redirects/*", ADMINISTRATORS, ADMINISTRATORS),
    ("/quan-tri/reports/*", STAFF, NOBODY),
    ("/quan-tri/sites/*", ADMINISTRATORS, ADMINISTRATORS),
    ("/quan-tri/snippets/", NOBODY, NOBODY),
    ("/quan-tri/snippets/choose/complaints/complaint/*", OFFICERS, NOBODY),
    ("/quan-tri/snippets/choose/complaints/complaint/create/", NOBODY, NOBODY),
    ("/quan-tri/snippets/complaints/complaint/*", OFFICERS, OFFICERS),
    ("/quan-tri/snippets/complaints/complaint/add/", NOBODY, NOBODY),
    ("/quan-tri/snippets/complaints/complaint/delete/<pk>/", ADMINISTRATORS, ADMINISTRATORS),
    ("/quan-tri/sprite/", EVERYONE, EVERYONE),
    ("/quan-tri/tag-autocomplete/*", STAFF, STAFF),
    ("/quan-tri/test404/", STAFF, NOBODY),
    ("/quan-tri/users/*", LED_ON, LED_ON),
    ("/quan-tri/bulk/accounts/<step>", LED_ON, LED_ON),
    ("/quan-tri/workflows/*", ADMINISTRATORS, ADMINISTRATORS),
    ("/quan-tri/workflows/task_chooser/*", STAFF, STAFF),
    ("/quan-tri/workflows/task_chooser/create/", STAFF, STAFF),  # who may not add tasks is told 400
)
