"""`migrate`, which fills an empty database from the schema file and touches none of another history."""

from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as MigrateCommand
from django.core.management.sql import emit_post_migrate_signal
from django.db import connections

from storefront.runtime import schema


class Command(MigrateCommand):
    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument(
            "--one-by-one",
            action="store_true",
            help="Apply the migrations one after the other even where the database is empty.",
        )

    def handle(self, *args, one_by_one: bool = False, **options):
        connection = connections[options["database"]]
        is_everything = not any(options[name] for name in ("app_label", "fake", "plan", "check_unapplied", "prune"))
        if not one_by_one and is_everything and schema.is_empty(connection) and schema.is_current():
            schema.load(connection)
            # What libraries and our own page cache keep up to date after every migration.
            emit_post_migrate_signal(options["verbosity"], options["interactive"], connection.alias)
            if options["verbosity"]:
                self.stdout.write("The database was empty: tables made from storefront/schema.sql.")
            return
        try:
            schema.check_history(connection)
        except schema.OtherHistory as error:
            raise CommandError(str(error)) from None
        super().handle(*args, **options)
