"""`manage.py search rebuild | check | switch`: make whole indexes, compare them with the database, choose one."""

from django.core.management.base import BaseCommand, CommandError

from search import answering, services
from search.engines import EMBEDDED, ENGINES, IndexUnavailable, engine, kept
from search.suggestions import upkeep as suggestions


class Command(BaseCommand):
    help = "Build the search index anew, compare it with the database, or choose which engine answers."

    def add_arguments(self, parser):
        acts = parser.add_subparsers(dest="act", required=True)
        rebuild = acts.add_parser("rebuild", help="build an index anew while the old one answers, and swap it in")
        rebuild.add_argument("--if-needed", action="store_true", help="only if it is missing, broken or outdated")
        check = acts.add_parser("check", help="name every difference between index and database; exit code 1 if any")
        for act in (rebuild, check):
            act.add_argument("--engine", choices=[*ENGINES, "all"], default="all", help="only the index of this one")
        switch = acts.add_parser("switch", help="choose which engine answers; without a name: tell which one does")
        switch.add_argument("engine", nargs="?", choices=list(ENGINES))

    def handle(self, *, act, **options):
        getattr(self, f"_{act}")(**options)

    # -- rebuild ------------------------------------------------------------------------------------

    def _rebuild(self, *, engine: str, if_needed: bool, **options) -> None:
        failed = []
        for name in self._named(engine):
            try:
                self.stdout.write(self._rebuilt(name, if_needed=if_needed))
            except IndexUnavailable as error:
                if not if_needed:
                    failed.append(f"{name}: {error}")
                self.stderr.write(f"{name}: {error}. The worker builds its index as soon as it answers.")
        if failed:
            raise CommandError("; ".join(failed))

    def _rebuilt(self, name: str, *, if_needed: bool) -> str:
        try:
            if if_needed:
                reason = services.rebuild_if_needed(name, progress=self._progress)
                return f"{name}: index built: {reason}." if reason else f"{name}: the index is in place."
            count = services.rebuild(name, progress=self._progress)
            return f"{name}: index built: {count} documents."
        finally:
            engine(name).close()

    def _progress(self, count: int) -> None:
        self.stdout.write(f"  {count} documents")

    # -- check --------------------------------------------------------------------------------------

    def _check(self, *, engine: str, **options) -> None:
        total = 0
        for name in self._named(engine):
            found = self._differences(name)
            total += len(found)
            self.stdout.write(f"{name}: {len(found)} differences." if found else f"{name}: index and database agree.")
            for difference in found:
                self.stdout.write(str(difference))
        if total:
            raise CommandError(f"{total} differences between index and database")

    @staticmethod
    def _differences(name: str) -> list:
        problem = engine(name).problem() or (suggestions.problem() if name == EMBEDDED else None)
        if problem:
            return [problem]
        found = list(services.differences(name))
        return [*found, *suggestions.differences()] if name == EMBEDDED else found

    # -- switch -------------------------------------------------------------------------------------

    def _switch(self, *, engine: str | None, **options) -> None:
        if engine is None:
            note = ", but is left out until it has caught up" if answering.is_left_out() else ""
            self.stdout.write(f"{answering.chosen()} answers{note}.")
            return
        try:
            services.switch(engine)
        except services.SwitchRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{engine} answers from now on.")

    @staticmethod
    def _named(engine_name: str) -> tuple[str, ...]:
        if engine_name == "all":
            return kept()
        if engine_name not in kept():
            raise CommandError(f"{engine_name} is not used here: set ELASTICSEARCH_URL")
        return (engine_name,)
