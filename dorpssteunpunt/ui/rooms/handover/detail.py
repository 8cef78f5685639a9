"""One entry of the logbook: what it says now, what is done about it, and how it came to be."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.base.formats import moment
from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.handover import HandoverEntry
from dorpssteunpunt.services import handover
from dorpssteunpunt.services.changes import Room
from dorpssteunpunt.services.handover import EntryDetail, ReadingRow, Version
from dorpssteunpunt.ui.kit.buttons import Button, secondary
from dorpssteunpunt.ui.kit.detail_view import DetailView
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column, Flow, line
from dorpssteunpunt.ui.kit.messages import Banner, Timeline, TimelineEntry
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.kit.tones import TagWords, Tone
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.handover.acknowledging import AcknowledgeForm
from dorpssteunpunt.ui.rooms.handover.action_list import ActionList
from dorpssteunpunt.ui.rooms.handover.looks import (
    corrected_words,
    happened_words,
    level_tag,
    request_words,
    written_words,
)

READING_TIME = 1500  # milliseconds that an entry lies open before it counts as read


class EntryView(DetailView):
    """Shows one entry, and marks it read once it has lain open.

    ``correcting`` asks, with the `EntryDetail`, to correct it.
    """

    correcting = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(_("Choose an entry to read it."), "notebook-pen")
        self._workplace = workplace
        self._detail: EntryDetail | None = None
        self.entry_id: int | None = None
        self._goes_on = False  # to "Gelezen, ik doe …", once the entry is there
        self._open_time = QTimer(self, singleShot=True, interval=READING_TIME)
        self._open_time.timeout.connect(self.mark_read)
        self._make_page()

    def show_entry(self, entry_id: int | None) -> None:
        """Show an entry, or with None that none is chosen."""
        self._open_time.stop()
        self._goes_on = False
        self.entry_id = entry_id
        if entry_id is None:
            self.show_nothing()
        else:
            self._open_time.start()
            self.refresh()

    def refresh(self) -> None:
        """Ask anew for the entry that is shown; what is being typed stays."""
        entry_id = self.entry_id
        if entry_id is not None:
            desk = self._workplace.desk
            self._workplace.tasks.run(
                lambda: handover.entry_detail(desk, entry_id), self._show, owner=self, key="entry"
            )

    def mark_read(self) -> None:
        """Keep that the person at the desk has this entry open before them."""
        entry_id = self.entry_id
        if entry_id is None or not self.isVisible():
            return
        self._open_time.stop()
        desk = self._workplace.desk
        self._workplace.tasks.run(
            lambda: handover.read_entry(desk, entry_id), owner=self, troubled=_reading_goes_on
        )

    def go_acknowledge(self) -> None:
        """Mark the entry read and give the keyboard to "Gelezen, ik doe …", once it is there."""
        self._goes_on = self._detail is None or self._detail.id != self.entry_id
        if not self._goes_on:
            self.mark_read()
            self.acknowledging.focus_first()

    def _make_page(self) -> None:
        column = self.page
        head = column.add(Column(gap=4))
        top = Flow(head.add(QWidget()), gap=12)
        self._title = top.add(Text(kind="title"))
        self._level = top.add(Tag())
        self._written = head.add(Text(kind="second"))
        buttons = Flow(column.add(QWidget()), gap=8)
        buttons.add(secondary(_("Correct"), self._correct, dense=True))
        buttons.add(secondary(_("Pass on a signal"), self._pass_on, dense=True))
        self._about = buttons.add(Button("", "quiet", "hand-helping"))
        self._about.clicked.connect(lambda _on: self._go_to_request())
        self._corrected = column.add(Banner(Tone.INFORMATION))
        self._texts = column.add(Column(gap=12))
        self.action_list = column.add(ActionList(self._workplace))
        column.add(line())
        self.acknowledging = column.add(AcknowledgeForm(self._workplace))
        readers = column.add(Column(gap=8))
        readers.add(Text(_("Read and confirmed"), "heading"))
        self._unconfirmed = readers.add(Text(_("Nobody has confirmed this yet."), "second"))
        self._readings = readers.add(Timeline())
        self._earlier = column.add(Column(gap=12))
        column.push()

    def _show(self, detail: EntryDetail) -> None:
        self._detail = detail
        self._show_head(detail)
        self._texts.clear()
        _add_paragraphs(self._texts, detail.current.entry)
        self.action_list.show_actions(detail.id, detail.actions)
        self.acknowledging.show_entry(detail.id)
        self.acknowledging.setVisible(detail.may_acknowledge)
        self._unconfirmed.setVisible(not detail.is_acknowledged)
        self._readings.show_entries([_reading_entry(reading) for reading in detail.readings])
        self._readings.setVisible(bool(detail.readings))
        self._show_earlier(detail.versions[:-1])
        self.show_page()
        if self._goes_on:
            self.go_acknowledge()

    def _show_head(self, detail: EntryDetail) -> None:
        entry, original = detail.current.entry, detail.original
        self._title.setText(happened_words(entry.occurred_at))
        self._level.show_words(level_tag(entry.level))
        self._written.setText(written_words(original, detail.id))
        self._about.setVisible(detail.about is not None)
        if detail.about:
            self._about.say(request_words(detail.about))
        self._corrected.hide()
        if detail.current is not original:
            self._corrected.say(corrected_words(detail.current))

    def _show_earlier(self, versions: Sequence[Version]) -> None:
        self._earlier.clear()
        if versions:
            self._earlier.add(line())
            self._earlier.add(Text(_("What was written first"), "heading"))
        for version in reversed(versions):
            head = Flow(self._earlier.add(QWidget()), gap=8)
            head.add(Text(f"{version.author}, {moment(version.entry.written_at)}", "second"))
            head.add(Tag(level_tag(version.entry.level)))
            _add_paragraphs(self._earlier, version.entry)

    def _correct(self) -> None:
        if self._detail is not None:
            self.correcting.emit(self._detail)

    def _pass_on(self) -> None:
        self._workplace.navigate(Room.CONCERNS, self.entry_id, action="new_from_entry")

    def _go_to_request(self) -> None:
        if self._detail is not None and self._detail.about is not None:
            self._workplace.navigate(Room.HELP_REQUESTS, self._detail.about.id)


def _add_paragraphs(place: Column, entry: HandoverEntry) -> None:
    """Add what an entry says, each part under its name; empty parts take no room."""
    parts = (
        (_("Situation"), entry.situation),
        (_("Background"), entry.background),
        (_("Assessment"), entry.assessment),
        (_("If–then"), entry.contingency),
    )
    for name, text in parts:
        if text:
            paragraph = Column(place.add(QWidget()), gap=0)
            paragraph.add(Text(name, "strong"))
            paragraph.add(Text(text))


def _reading_entry(reading: ReadingRow) -> TimelineEntry:
    confirmed = TagWords(_("confirmed"), Tone.FINE)
    outdated = TagWords(_("before the correction"))
    return TimelineEntry(
        when=moment(reading.acknowledged_at or reading.read_at),
        who=reading.by,
        text=reading.words or _("Read, not confirmed."),
        tag=(confirmed if reading.acknowledged_at else None) if reading.is_current else outdated,
    )


def _reading_goes_on(_circumstance: Circumstance) -> None:
    """Say nothing: on a full disk the desk still reads, and what was read is asked again later."""
