"""manage.py ask_hosts: mail hosts whose entry nobody checked for half a year."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from places.hosts.asking import Round, ask_hosts, hosts_to_ask


class Command(BaseCommand):
    help = _(
        "Vraagt per mail na of een plek nog klopt: gepubliceerd, met een e-mailadres, zes maanden "
        "niet nagekeken en de laatste dertig dagen niet gevraagd."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        help_text = _("Zeg alleen wie een mail zou krijgen; verstuur en bewaar niets.")
        parser.add_argument("--dry-run", action="store_true", help=help_text)

    def handle(self, *args: Any, **options: Any) -> None:
        if options["dry_run"]:
            names = [place.name for place in hosts_to_ask(timezone.now())]
            self._tell(_("Een mail zouden krijgen: %(count)d"), names)
            return
        self._report(ask_hosts(timezone.now()))

    def _report(self, done: Round) -> None:
        self._tell(_("Gemaild: %(count)d"), done.asked)
        if done.failed:
            words = _("Niet gelukt, de volgende keer opnieuw: %(count)d")
            self._tell(words, done.failed)
        if done.in_doubt:
            words = _("Eerder afgebroken, onzeker of de mail ging: %(count)d")
            self._tell(words, done.in_doubt)
        if done.failed and not done.asked:
            raise CommandError(_("Geen enkele mail ging weg. Kijk of de mailserver het doet."))

    def _tell(self, words: str, names: list[str]) -> None:
        self.stdout.write(words % {"count": len(names)})
        for name in names:
            self.stdout.write(f"  {name}")
