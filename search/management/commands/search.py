"""`manage.py search rebuild | check | switch`: make whole indexes, compare them with the database, choose one."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from search import failover, services
from search.engines import EMBEDDED, ENGINES, IndexUnavailable, engine, maintained_engines
from search.suggestions import upkeep as suggestions


class Command(BaseCommand):
    help = "Build the search index anew, compare it with the database, or choose which engine answers."

    def add_arguments(self, parser: CommandParser) -> None:
        acts = parser.add_subparsers(dest="act", required=True)
        rebuild = acts.add_parser("rebuild", help="build an index anew while the old one answers, and swap it in")
        rebuild.add_argument("--if-needed", action="store_true", help="only if it is missing, broken or outdated")
        check = acts.add_parser("check", help="name every difference between index and database; exit code 1 if any")
        for act in (rebuild, check):
            act.add_argument("--engine", choices=[*ENGINES, "all"], default="all", help="only the index of this one")
        switch = acts.add_parser("switch", help="choose which engine answers; without a name: tell which one does")
        switch.add_argument("engine", nargs="?", choices=list(ENGINES))

    def handle(self, *args: Any, act: str, **options: Any) -> None:
        getattr(self, f"_{act}")(**options)

    # -- rebuild ------------------------------------------------------------------------------------

    def _rebuild(self, *, engine: str, if_needed: bool, **options: Any) -> None:
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

    def _check(self, *, engine: str, **options: Any) -> None:
        total = 0
        for name in self._named(engine):
            differences = self._differences(name)
            total += len(differences)
            outcome = f"{len(differences)} differences" if differences else "index and database agree"
            self.stdout.write(f"{name}: {outcome}.")
            for difference in differences:
                self.stdout.write(difference)
        if total:
            raise CommandError(f"{total} differences between index and database")

    @staticmethod
    def _differences(name: str) -> list[str]:
        problem = engine(name).problem() or (suggestions.problem() if name == EMBEDDED else None)
        if problem:
            return [problem]
        differences = [str(difference) for difference in services.differences(name)]
        return [*differences, *suggestions.differences()] if name == EMBEDDED else differences

    # -- switch -------------------------------------------------------------------------------------

    def _switch(self, *, engine: str | None, **options: Any) -> None:
        if engine is None:
            note = ", but is left out until it has caught up" if failover.is_left_out() else ""
            self.stdout.write(f"{failover.chosen()} answers{note}.")
            return
        try:
            services.switch(engine)
        except services.SwitchRefused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{engine} answers from now on.")

    @staticmethod
    def _named(engine_name: str) -> tuple[str, ...]:
        if engine_name == "all":
            return maintained_engines()
        if engine_name not in maintained_engines():
            raise CommandError(f"{engine_name} is not used here: set ELASTICSEARCH_URL")
        return (engine_name,)
