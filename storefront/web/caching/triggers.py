"""Every table counts as public unless it is named here: a forgotten table costs speed, never truth.

Installed after each `migrate`, so that a new model is covered without anybody thinking of it. Statement
triggers that insert into a table of their own: writers never wait for each other.
"""

import pghistory
from django.apps import apps
from django.db import connection, transaction

PRIVATE_APPS = {
    "account", "address", "admin", "analytics", "auth", "basket", "caching", "claims", "communication", "complaints",
    "contenttypes", "customer", "django_tasks_database", "idempotency", "mail", "mfa", "notifications", "order",
    "offer", "payment", "payments", "pghistory", "sessions", "tax", "voucher", "vouchers",
    "wagtailadmin", "wagtailsearch", "wagtailusers", "wishlists",
}  # fmt: skip
PRIVATE_MODELS = {
    "accounts.user_groups", "accounts.user_user_permissions", "salespoints.recallnotice", "media.evidence",
    "buyer_reviews.purchase", "partner.allocation", "partner.checkouthold", "partner.stockalert", "partner.stockhold",
    "traceability.clonealert", "traceability.scan", "traceability.scansummary",
    "traceability.portaldelivery", "traceability.suspicionreport",
    "search.indexreplica", "search.suggestionchange", "search.workerheartbeat", "search_usage.querycount",
    "wagtailcore.apitoken", "wagtailcore.comment", "wagtailcore.commentreply", "wagtailcore.modellogentry",
    "wagtailcore.pagelogentry", "wagtailcore.pagesubscription", "wagtailcore.referenceindex",
    "wagtailcore.revision", "wagtailcore.taskstate", "wagtailcore.uploadedfile", "wagtailcore.workflowstate",
}  # fmt: skip
EVENTS = {
    # What people write waits to be read before anybody sees it.
    "buyer_reviews.reply": "DELETE OR UPDATE",
    "questions.question": "DELETE OR UPDATE",
    # The index follows the database a moment later; an entry leaves when it has.
    "search.outboxentry": "DELETE",
    "search.replicachange": "DELETE",
    # An update is looked at more closely (`caching_note_stock`).
    "partner.stockrecord": "INSERT OR DELETE OR TRUNCATE",
    # Names beside reviews; every sign-in writes the day of the last one.
    "accounts.user": "DELETE OR UPDATE OF first_name, last_name, is_active",
}
ALL_EVENTS = "INSERT OR UPDATE OR DELETE OR TRUNCATE"
NAME = "caching_note_change"


def public_tables() -> dict[str, str]:
    """Table → events after which public pages may look different."""
    return {
        model._meta.db_table: EVENTS.get(model._meta.label_lower, ALL_EVENTS)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
        and not model._meta.proxy
        and model._meta.app_label not in PRIVATE_APPS
        and model._meta.label_lower not in PRIVATE_MODELS
        and not issubclass(model, pghistory.models.Event)  # the log of a table that is looked at itself
    }


@transaction.atomic
def install(**_kwargs) -> None:
    """Give every public table its trigger, and take it from the others. Can be repeated."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regproc(%s)", [NAME])
        if cursor.fetchone() == (None,):
            return  # our migration is not applied
        cursor.execute("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = %s", [NAME])
        held = {table.strip('"') for (table,) in cursor.fetchall()}
        wanted = public_tables()
        existing = set(connection.introspection.table_names(cursor))
        quote = connection.ops.quote_name
        for table in sorted(held - set(wanted)):
            cursor.execute(f"DROP TRIGGER {NAME} ON {quote(table)}")
        for table in sorted(existing & set(wanted)):
            if table not in held or wanted[table] != ALL_EVENTS:
                cursor.execute(
                    f"CREATE OR REPLACE TRIGGER {NAME} AFTER {wanted[table]} ON {quote(table)}"
                    f" FOR EACH STATEMENT EXECUTE FUNCTION {NAME}()"
                )
