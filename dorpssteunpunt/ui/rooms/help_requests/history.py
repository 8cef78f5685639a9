"""What happened with a request, with the form for what happens now."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.services.help_requests import RequestDetail
from dorpssteunpunt.services.ports import RequestLine
from dorpssteunpunt.services.words.help_requests import addressed
from dorpssteunpunt.ui.kit.cards import Entries, Entry
from dorpssteunpunt.ui.kit.labels import Text
from dorpssteunpunt.ui.kit.layouts import Column
from dorpssteunpunt.ui.kit.messages import Timeline
from dorpssteunpunt.ui.kit.workplace import Workplace
from dorpssteunpunt.ui.rooms.help_requests.contact_form import ContactForm
from dorpssteunpunt.ui.rooms.help_requests.looks import other_words, timeline_entry


class RequestHistory(QWidget):
    """Shows the timeline of a request and the other requests of its resident.

    ``noting`` carries the form in which somebody begins to note a contact; ``other`` tells the id
    of another request that somebody wants to see.
    """

    noting = Signal(object)
    other = Signal(int)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__()
        self._workplace = workplace
        self._form: ContactForm | None = None
        column = Column(self, gap=8)
        column.add(Text(_("What happened"), "heading"))
        self._place = column.add(Column())
        self._timeline = column.add(Timeline())
        self._others_title = column.add(Text(kind="heading"))
        self._others = column.add(Entries())
        column.push()

    def show_detail(self, detail: RequestDetail) -> None:
        """Show what happened with this request."""
        today = self._workplace.today()
        self._timeline.show_entries([timeline_entry(line, today) for line in detail.timeline])
        self._others.clear()
        self._others_title.setVisible(bool(detail.others))
        name = addressed(detail.requester.name, detail.requester.salutation)
        self._others_title.setText(_("Other requests of {name}").format(name=name))
        for line in detail.others:
            self._others.add_entry(self._entry(line))

    def note_contact(self, detail: RequestDetail) -> None:
        """Begin to note a contact about this request, or go on with the one that was begun."""
        form = self._contact_form()
        if form.isHidden():
            form.begin(
                detail.request.id,
                addressed(detail.requester.name, detail.requester.salutation),
                detail.request.follow_up_on,
            )
        self._open(form)

    def end_contact(self) -> None:
        """Put the form away."""
        if self._form is not None:
            self._form.hide()

    def unsent(self) -> dict[str, object]:
        """Return the contact that was typed and not noted."""
        form = self._form
        if form is None or form.isHidden() or not form.dirty():
            return {}
        return {"request": form.request_id, "fields": form.draft()}

    def take_up(self, request_id: int, fields: dict[str, object]) -> None:
        """Put back the contact that was being typed about a request."""
        form = self._contact_form()
        form.request_id = request_id
        form.take_up(fields)
        self._open(form)

    def _contact_form(self) -> ContactForm:
        """Return the form, made for the first contact: most requests are only read."""
        if self._form is None:
            self._form = self._place.add(ContactForm(self._workplace))
            self._form.hide()
            self._form.sent.connect(self.end_contact)
            self._form.left.connect(self.end_contact)
        return self._form

    def _open(self, form: ContactForm) -> None:
        form.show()
        form.focus_first()
        self.noting.emit(form)

    def _entry(self, line: RequestLine) -> Entry:
        return Entry(
            line.kind,
            other_words(line, self._workplace.today()),
            None,
            _("Show request {number}").format(number=line.id),
            partial(self.other.emit, line.id),
        )
