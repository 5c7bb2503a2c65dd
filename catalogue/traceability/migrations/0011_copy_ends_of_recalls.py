"""Ends of recalls that are asked for or agreed to become rows of their own; refused ones are read from the history."""

from django.db import migrations

STANDING = """
    INSERT INTO traceability_recallend
        (recall_id, reason, asked_by_id, asked_at, answered_by_id, answered_at, is_agreed)
    SELECT id, COALESCE(NULLIF(end_reason, ''), '–'), end_asked_by_id, end_asked_at,
        ended_by_id, ended_at, ended_at IS NOT NULL
    FROM traceability_recall WHERE end_asked_by_id IS NOT NULL
"""
REFUSED = """
    INSERT INTO traceability_recallend
        (recall_id, reason, asked_by_id, asked_at, answered_by_id, answered_at, is_agreed)
    SELECT state.pgh_obj_id, COALESCE(NULLIF(state.end_reason, ''), '–'), state.end_asked_by_id, state.end_asked_at,
        COALESCE(person.id, state.end_asked_by_id), state.next_at, FALSE
    FROM (
        SELECT *, lead(pgh_id) OVER later AS next_id, lead(end_asked_by_id) OVER later AS next_asked_by_id,
            lead(pgh_created_at) OVER later AS next_at, lead(pgh_context_id) OVER later AS next_context_id
        FROM traceability_recallevent WINDOW later AS (PARTITION BY pgh_obj_id ORDER BY pgh_id)
    ) state
    LEFT JOIN pghistory_context context ON context.id = state.next_context_id
    LEFT JOIN accounts_user person ON person.id = (context.metadata ->> 'user')::bigint
    WHERE state.end_asked_by_id IS NOT NULL AND state.next_id IS NOT NULL AND state.next_asked_by_id IS NULL
"""
BACK = """
    UPDATE traceability_recall SET
        end_asked_by_id = request.asked_by_id, end_asked_at = request.asked_at, end_reason = request.reason,
        ended_by_id = CASE WHEN request.is_agreed THEN request.answered_by_id END
    FROM traceability_recallend request
    WHERE request.recall_id = traceability_recall.id AND (request.is_agreed OR request.answered_at IS NULL)
"""


class Migration(migrations.Migration):

    dependencies = [
        ('certification', '0004_reasons_of_old_suspensions'),
        ('traceability', '0010_ends_of_recalls'),
    ]

    operations = [
        migrations.RunSQL(REFUSED, migrations.RunSQL.noop),
        migrations.RunSQL(STANDING, BACK),
    ]
