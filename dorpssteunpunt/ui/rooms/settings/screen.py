"""The room of settings, in sections; everybody has their own sign-in and the look here."""

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.accounts import Right
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.support_point import Settings, settings
from dorpssteunpunt.ui.kit.chips import Chip, FilterChips
from dorpssteunpunt.ui.kit.header import Header
from dorpssteunpunt.ui.kit.screen import Screen
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.settings.accounts import AccountsSection
from dorpssteunpunt.ui.rooms.settings.appearance import AppearanceSection
from dorpssteunpunt.ui.rooms.settings.backups import BackupsSection
from dorpssteunpunt.ui.rooms.settings.closed_days import ClosedDaysSection
from dorpssteunpunt.ui.rooms.settings.help_given import HelpSection, NumbersSection
from dorpssteunpunt.ui.rooms.settings.opening_hours import OpeningHoursSection
from dorpssteunpunt.ui.rooms.settings.section import Section
from dorpssteunpunt.ui.rooms.settings.support_point import SupportPointSection


class SettingsScreen(Screen):
    """The section that was chosen by its chip; who has few sections sees all of them."""

    watches = frozenset({Room.SETTINGS})

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._sections = self._made()
        self._now: Settings | None = None
        self._chips = FilterChips([Chip(key, text) for key, text in self._titles().items()])
        self._chips.chosen.connect(self._choose)
        header = Header(_("Management"))
        header.add(self._chips)
        self._chips.setVisible(self.workplace.desk.allows(Right.SETTINGS))
        page = self.page()
        page.add(header)
        for section in self._sections.values():
            page.add(section)
        page.push()
        if not self._chips.isHidden():
            self._choose(self._chips.current())

    def refresh(self) -> None:
        """Ask anew for all settings."""
        desk = self.workplace.desk
        self.workplace.tasks.run(lambda: settings(desk), self._show, owner=self, key="settings")

    def begin(self, action: str) -> None:
        """Show the section of this name."""
        self._chips.choose(action)

    def _made(self) -> dict[str, Section]:
        sections: dict[str, Section] = {
            "accounts": AccountsSection(self.workplace),
            "appearance": AppearanceSection(self.workplace),
        }
        if self.workplace.desk.allows(Right.SETTINGS):
            sections |= {
                "support_point": SupportPointSection(self.workplace),
                "hours": OpeningHoursSection(self.workplace),
                "closed_days": ClosedDaysSection(self.workplace),
                "help": HelpSection(self.workplace),
                "numbers": NumbersSection(self.workplace),
                "backups": BackupsSection(self.workplace),
            }
        return sections

    def _titles(self) -> dict[str, str]:
        titles = {
            "accounts": _("Signing in"),
            "appearance": _("Appearance"),
            "support_point": _("Support point"),
            "hours": _("Opening hours"),
            "closed_days": _("Closed days"),
            "help": _("Help"),
            "numbers": _("Emergency numbers"),
            "backups": _("Backups"),
        }
        return {key: titles[key] for key in self._sections}

    def _choose(self, key: str) -> None:
        for name, section in self._sections.items():
            section.setVisible(name == key)
        if self._now is not None:
            self._sections[key].show_settings(self._now)

    def _show(self, now: Settings) -> None:
        """Fill the sections that can be seen; another is filled when it is chosen."""
        self._now = now
        for section in self._sections.values():
            if not section.isHidden():
                section.show_settings(now)
