"""Followers are called replicas. No trigger function of ours names these tables; the trigger of the page cache goes
along with its table (`storefront.web.caching.triggers`)."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("search", "0007_outbox_triggers_of_holds")]

    operations = [
        migrations.RenameModel("IndexFollower", "IndexReplica"),
        migrations.RenameModel("FollowerChange", "ReplicaChange"),
        # The rename of a field leaves the index with the old name of it.
        migrations.RemoveIndex("replicachange", "search_follower_change"),
        migrations.RenameField("replicachange", "follower", "replica"),
        migrations.AddIndex("replicachange", models.Index(fields=["replica", "id"], name="search_replica_change")),
        migrations.AlterModelOptions(
            "indexreplica", {"verbose_name": "index replica", "verbose_name_plural": "index replicas"}
        ),
        migrations.AlterModelOptions(
            "replicachange", {"verbose_name": "change for a replica", "verbose_name_plural": "changes for replicas"}
        ),
    ]
