"""`manage.py search rebuild [--if-needed]`, `manage.py search check`."""

from django.core.management.base import BaseCommand, CommandError

from search import services
from search.engines import engine
from search.suggestions import upkeep as suggestions


class Command(BaseCommand):
    help = "Build the search index anew, or compare it with the database."

    def add_arguments(self, parser):
        acts = parser.add_subparsers(dest="act", required=True)
        rebuild = acts.add_parser("rebuild", help="build the index anew and swap it in")
        rebuild.add_argument("--if-needed", action="store_true", help="only if it is missing, broken or outdated")
        acts.add_parser("check", help="name every difference between index and database; exit code 1 if any")

    def handle(self, *, act, if_needed=False, **options):
        if act == "check":
            return self._check()
        if if_needed:
            reason = services.rebuild_if_needed(progress=self._progress)
            self.stdout.write(f"Search index built: {reason}." if reason else "The search index is in place.")
        else:
            count = services.rebuild(progress=self._progress)
            self.stdout.write(f"Search index built: {count} documents.")
        engine().close()
        return None

    def _progress(self, count: int) -> None:
        self.stdout.write(f"  {count} documents")

    def _check(self) -> None:
        problem = engine().problem() or suggestions.problem()
        if problem:
            raise CommandError(problem)
        differences = [*services.differences(), *suggestions.differences()]
        for difference in differences:
            self.stdout.write(str(difference))
        if differences:
            raise CommandError(f"{len(differences)} differences between index and database")
        self.stdout.write("Index and database agree.")
