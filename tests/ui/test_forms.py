"""Forms and fields: filled in by keyboard, mistakes at their place, and nothing typed is lost."""

from collections.abc import Callable
from datetime import date, time
from typing import Any

import pytest
from PySide6.QtCore import QLocale, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from dorpssteunpunt.base.errors import Circumstance
from dorpssteunpunt.domain.accounts import PinTooSimple
from dorpssteunpunt.domain.privacy import CitizenServiceNumberSeen
from dorpssteunpunt.domain.support_point import NameNeeded
from dorpssteunpunt.ui.kit.choice_field import Choice, ChoiceField, MultiChoiceField
from dorpssteunpunt.ui.kit.date_field import DateField, TimeField
from dorpssteunpunt.ui.kit.dialogs import confirm
from dorpssteunpunt.ui.kit.fields import CheckField, NumberField, TextArea, TextField
from dorpssteunpunt.ui.kit.form import Form
from dorpssteunpunt.ui.kit.form_dialog import FormDialog
from dorpssteunpunt.ui.kit.open_form import OpenForm
from dorpssteunpunt.ui.kit.person_field import PersonField, PersonHit
from dorpssteunpunt.ui.kit.reason_form import ask_reason
from dorpssteunpunt.ui.kit.screens import room_around
from dorpssteunpunt.ui.kit.suggestions import Suggestions
from dorpssteunpunt.ui.kit.tasks import Tasks

MONDAY = date(2026, 11, 23)


@pytest.fixture
def form(tasks: Tasks, qtbot: QtBot) -> Form:
    """A form with a name, a place and a remark, in sight."""
    form = Form(tasks=tasks, save_text="Opslaan")
    form.add(TextField("name", "Naam", required=True), TextField("place", "Plaats"))
    form.add(TextArea("remark", "Opmerking"))
    qtbot.addWidget(form)
    form.show()
    with qtbot.waitExposed(form):
        form.activateWindow()
    return form


def never(_fact: object = None) -> None:
    """Fail the test that comes here."""
    raise AssertionError("this must not be called")


def dialog_in_sight() -> QDialog:
    """Return the one dialog that is open."""
    (dialog,) = [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QDialog) and widget.isVisible()
    ]
    return dialog


def press(qtbot: QtBot, text: str) -> None:
    """Press a button of the dialog in sight."""
    buttons = dialog_in_sight().findChildren(QPushButton)
    (button,) = [button for button in buttons if button.text() == text]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def suggestions_of(field: PersonField) -> Suggestions:
    """Return the list under the box of a field."""
    suggestions = field.findChild(Suggestions)
    assert suggestions is not None
    return suggestions


def type_text(widget: QWidget, text: str) -> None:
    """Type a text as an input method does, letters of every language included."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def test_enter_goes_from_field_to_field_and_to_the_save_button(form: Form, qtbot: QtBot) -> None:
    form.focus_first()
    name, place = (form.field(each).control for each in ("name", "place"))
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert place.hasFocus()
    qtbot.keyClick(place, Qt.Key.Key_Return)
    remark = form.field("remark").control
    assert remark.hasFocus()
    qtbot.keyClick(remark, Qt.Key.Key_Tab)
    assert form.save_button.hasFocus()
    qtbot.keyClick(form.save_button, Qt.Key.Key_Tab)
    assert form.cancel_button.hasFocus()


def test_enter_in_the_last_line_goes_to_the_save_button(tasks: Tasks, qtbot: QtBot) -> None:
    form = Form(tasks=tasks, save_text="Opslaan")
    form.add(TextField("name", "Naam"))
    qtbot.addWidget(form)
    form.show()
    with qtbot.waitExposed(form):
        form.activateWindow()
    form.focus_first()
    qtbot.keyClick(form.field("name").control, Qt.Key.Key_Return)
    assert form.save_button.hasFocus()
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form.save_button, Qt.Key.Key_Return)


def test_saving_with_a_mistake_goes_to_it(form: Form, qtbot: QtBot) -> None:
    form.submitted.connect(never)
    form.field("remark").control.setFocus()
    qtbot.keyClick(form.field("remark").control, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert form.field("name").error() == "Vul dit nog in."
    assert form.field("name").control.hasFocus()


def test_control_s_saves(form: Form, qtbot: QtBot) -> None:
    form.field("name").set_value("Zoë")
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(
            form.field("place").control, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier
        )


def test_escape_leaves_at_once_when_nothing_would_be_lost(form: Form, qtbot: QtBot) -> None:
    form.focus_first()
    with qtbot.waitSignal(form.left):
        qtbot.keyClick(form.field("name").control, Qt.Key.Key_Escape)


def test_escape_asks_when_something_was_typed(form: Form, qtbot: QtBot) -> None:
    form.left.connect(never)
    type_text(form.field("name").control, "Şükrü")
    qtbot.keyClick(form.field("name").control, Qt.Key.Key_Escape)
    press(qtbot, "Annuleren")
    assert form.values()["name"] == "Şükrü"
    form.left.disconnect()
    qtbot.keyClick(form.field("name").control, Qt.Key.Key_Escape)
    with qtbot.waitSignal(form.left):
        press(qtbot, "Stoppen zonder opslaan")
    assert not form.dirty()


def test_a_refusal_is_said_at_its_field(form: Form, qtbot: QtBot) -> None:
    form.field("name").set_value("Jan")

    def refuse() -> None:
        raise NameNeeded("name")

    form.send(refuse, never)
    assert not form.save_button.isEnabled()
    qtbot.waitUntil(lambda: bool(form.field("name").error()))
    assert form.save_button.isEnabled()
    assert form.dirty()


def test_a_refusal_about_no_field_is_said_above_the_form(form: Form, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise PinTooSimple

    form.send(refuse)
    qtbot.waitUntil(form.save_button.isEnabled)
    assert form.message()


def test_a_circumstance_keeps_what_was_typed(form: Form, tasks: Tasks, qtbot: QtBot) -> None:
    form.field("name").set_value("Jan")

    def fail() -> None:
        raise Circumstance

    with qtbot.waitSignal(tasks.troubled):
        form.send(fail)
    assert form.save_button.isEnabled()
    assert form.values()["name"] == "Jan"


def test_what_is_saved_is_clean(form: Form, qtbot: QtBot) -> None:
    type_text(form.field("name").control, "Nguyễn")
    assert form.dirty()
    saved: list[int] = []
    with qtbot.waitSignal(form.sent):
        form.send(lambda: 7, saved.append)
    assert saved == [7]
    assert not form.dirty()


def test_a_form_dialog_closes_when_it_is_saved(tasks: Tasks, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    form = Form(tasks=tasks, save_text="Opslaan")
    form.add(TextField("name", "Naam"))
    dialog = FormDialog(window, "Nieuw", form)
    form.submitted.connect(lambda: form.send(lambda: None))
    dialog.open()
    type_text(form.field("name").control, "Jan")
    with qtbot.waitSignal(dialog.accepted):
        press(qtbot, "Opslaan")


def test_a_mistake_is_taken_back_as_soon_as_it_is_mended(tasks: Tasks, qtbot: QtBot) -> None:
    form = Form(tasks=tasks, save_text="Opslaan")
    qtbot.addWidget(form)
    name = TextField("name", "Naam", required=True)
    agreed = CheckField("agreed", "Gezien", required=True)
    form.add(name, agreed)
    form.show()
    form.submit()
    assert name.error()
    assert agreed.error()
    type_text(name.control, "J")
    agreed.set_value(True)
    assert (name.error(), agreed.error()) == ("", "")
    agreed.set_value(False)
    assert agreed.error() == ""  # that is said when somebody leaves the field or saves


def test_a_form_dialog_grows_with_the_mistakes_in_it(tasks: Tasks, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    form = Form(tasks=tasks, save_text="Opslaan")
    for name in ("name", "street", "town"):
        form.add(TextField(name, name, required=True))
    dialog = FormDialog(window, "Nieuw", form)
    dialog.open()
    before = dialog.height()
    form.submit()
    qtbot.waitUntil(lambda: dialog.height() > before)
    (area,) = dialog.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    dialog.reject()


def test_a_form_dialog_asks_before_it_forgets(tasks: Tasks, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    form = Form(tasks=tasks, save_text="Opslaan")
    form.add(TextField("name", "Naam"))
    dialog = FormDialog(window, "Nieuw", form)
    dialog.open()
    type_text(form.field("name").control, "Jan")
    dialog.close()
    assert dialog.isVisible()
    asked = [each for each in dialog.findChildren(QDialog) if each.isVisible()]
    assert len(asked) == 1
    (stop,) = [
        button
        for button in asked[0].findChildren(QPushButton)
        if button.text() == "Stoppen zonder opslaan"
    ]
    with qtbot.waitSignal(dialog.rejected):
        qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)


DRAFTS: list[tuple[Callable[[Tasks], Any], Any]] = [
    (lambda _tasks: TextField("x", "X"), "Łukasz"),
    (lambda _tasks: TextArea("x", "X"), "twee\nregels"),
    (lambda _tasks: CheckField("x", "X"), True),
    (lambda _tasks: NumberField("x", "X"), 12),
    (lambda _tasks: ChoiceField("x", "X", choices=[Choice("a", "A"), Choice("b", "B")]), "b"),
    (
        lambda _tasks: ChoiceField(
            "x", "X", choices=[Choice(n, str(n)) for n in range(9)], segmented=False
        ),
        8,
    ),
    (
        lambda _tasks: MultiChoiceField("x", "X", choices=[Choice(n, str(n)) for n in range(4)]),
        frozenset({1, 3}),
    ),
    (lambda _tasks: DateField("x", "X", today=lambda: MONDAY), date(2026, 12, 5)),
    (lambda _tasks: TimeField("x", "X"), time(9, 30)),
    (
        lambda tasks: PersonField("x", "X", tasks=tasks, search=lambda _typed: ()),
        PersonHit(3, "Riet Jansen", "Kerkstraat 12"),
    ),
]


@pytest.mark.parametrize(("make", "value"), DRAFTS)
def test_a_draft_brings_back_what_was_filled_in(
    make: Callable[[Tasks], Any], value: Any, tasks: Tasks, qtbot: QtBot
) -> None:
    first, second = make(tasks), make(tasks)
    for field in (first, second):
        qtbot.addWidget(field)
    assert second.value() != value
    first.set_value(value)
    assert first.value() == value
    second.take_up(first.draft())
    assert second.value() == value


@pytest.mark.parametrize(
    ("typed", "day", "told"),
    [
        ("di", date(2026, 11, 24), "di 24 nov 2026"),
        ("morgen", date(2026, 11, 24), "di 24 nov 2026"),
        ("2-3-27", date(2027, 3, 2), "di 2 mrt 2027"),
        ("over 2 weken", date(2026, 12, 7), "ma 7 dec 2026"),
    ],
)
def test_a_day_is_typed_as_people_type_it(
    app: QApplication, qtbot: QtBot, typed: str, day: date, told: str
) -> None:
    field = DateField("day", "Dag", today=lambda: MONDAY)
    qtbot.addWidget(field)
    type_text(field.control, typed)
    assert field.value() == day
    assert field.understood() == told
    assert told in field.control.accessibleDescription()


def test_a_day_that_is_not_understood_is_said_on_leaving(app: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    from dorpssteunpunt.ui.kit.layouts import Column

    column = Column(window)
    day = column.add(DateField("day", "Dag", today=lambda: MONDAY))
    other = column.add(TextField("other", "Anders"))
    window.show()
    with qtbot.waitExposed(window):
        window.activateWindow()
    day.setFocus()
    qtbot.keyClicks(day.control, "31-2")
    assert day.error() == ""
    other.setFocus()
    assert day.error()
    qtbot.keyClicks(day.control, "7")
    assert day.error() == ""


def test_a_field_that_was_only_passed_is_not_scolded(form: Form, qtbot: QtBot) -> None:
    form.focus_first()
    qtbot.keyClick(form.field("name").control, Qt.Key.Key_Tab)
    assert form.field("name").error() == ""


@pytest.mark.parametrize(
    ("typed", "at"), [("9", time(9)), ("930", time(9, 30)), ("half tien", time(9, 30))]
)
def test_a_time_is_typed_as_people_type_it(
    app: QApplication, qtbot: QtBot, typed: str, at: time
) -> None:
    field = TimeField("at", "Tijd")
    qtbot.addWidget(field)
    type_text(field.control, typed)
    assert field.value() == at


def test_every_control_has_a_name_and_says_its_mistake(form: Form) -> None:
    field = form.field("name")
    assert field.control.accessibleName() == "Naam"
    assert field.control.accessibleDescription() == "verplicht"
    field.check()
    assert field.control.accessibleDescription() == "verplicht. Vul dit nog in."


def test_a_text_area_grows_with_its_text(form: Form) -> None:
    area = form.field("remark").control
    before = area.sizeHint().height()
    form.field("remark").set_value("\n".join("regel" for _each in range(8)))
    assert area.sizeHint().height() > before


def test_a_person_is_found_and_taken_by_keyboard(tasks: Tasks, qtbot: QtBot) -> None:
    asked: list[str] = []

    def search(typed: str) -> list[PersonHit]:
        asked.append(typed)
        return [PersonHit(1, "Riet Jansen", "Kerkstraat 12"), PersonHit(2, "Jan Jansen")]

    field = PersonField("person", "Voor wie", tasks=tasks, search=search)
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitExposed(field):
        field.activateWindow()
    field.setFocus()
    type_text(field.control, "j")
    type_text(field.control, "ans")
    suggestions = suggestions_of(field)
    qtbot.waitUntil(suggestions.isVisible)
    assert asked == ["jans"]
    assert suggestions.count() == 3
    qtbot.keyClick(field.control, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.picked) as picked:
        qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert picked.args == [PersonHit(2, "Jan Jansen")]
    assert field.value() == PersonHit(2, "Jan Jansen")


def test_enter_before_the_answer_waits_for_it(tasks: Tasks, qtbot: QtBot) -> None:
    form = Form(tasks=tasks, save_text="Opslaan")
    person = PersonField(
        "person", "Voor wie", tasks=tasks, search=lambda _t: [PersonHit(1, "Riet")]
    )
    form.add(person)
    form.add(TextField("what", "Wat"))
    qtbot.addWidget(form)
    form.show()
    with qtbot.waitExposed(form):
        form.activateWindow()
    form.focus_first()
    type_text(person.control, "ri")
    qtbot.keyClick(person.control, Qt.Key.Key_Return)
    assert person.control.hasFocus()
    qtbot.waitUntil(suggestions_of(person).isVisible)


def test_somebody_new_is_offered_last(tasks: Tasks, qtbot: QtBot) -> None:
    field = PersonField("person", "Voor wie", tasks=tasks, search=lambda _typed: ())
    qtbot.addWidget(field)
    field.show()
    with qtbot.waitExposed(field):
        field.activateWindow()
    field.setFocus()
    type_text(field.control, "Đorđe")
    qtbot.waitUntil(suggestions_of(field).isVisible)
    with qtbot.waitSignal(field.new_wanted) as wanted:
        qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert wanted.args == ["Đorđe"]


def test_a_name_that_was_not_picked_is_nobody(tasks: Tasks, qtbot: QtBot) -> None:
    field = PersonField("person", "Voor wie", tasks=tasks, search=lambda _typed: ())
    qtbot.addWidget(field)
    type_text(field.control, "Riet")
    assert not field.check()
    assert field.error() == "Kies iemand uit de lijst."


def test_a_question_names_what_will_happen(app: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    answered: list[bool] = []
    confirm(
        window,
        "Verwijderen?",
        "Mevrouw Jansen verdwijnt uit de lijst.",
        "Verwijderen",
        lambda: answered.append(True),
        dangerous=True,
    )
    press(qtbot, "Annuleren")
    assert answered == []
    confirm(window, "Verwijderen?", "…", "Verwijderen", lambda: answered.append(True))
    press(qtbot, "Verwijderen")
    assert answered == [True]


def test_a_reason_has_to_be_given_and_stays_when_it_is_refused(tasks: Tasks, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    reasons: list[tuple[str, bool]] = []
    done: list[int] = []

    def work(reason: str, fine: bool) -> int:
        reasons.append((reason, fine))
        if not fine:
            raise CitizenServiceNumberSeen("reason")
        return 7

    ask_reason(
        OpenForm(window),
        tasks,
        "Afmelden",
        "De plek komt vrij.",
        "Afmelden",
        work,
        done.append,
        suggestions=("Ziek",),
    )
    press(qtbot, "Afmelden")
    assert reasons == []
    press(qtbot, "Ziek")
    press(qtbot, "Afmelden")
    qtbot.waitUntil(lambda: bool(dialog_in_sight().findChildren(QCheckBox)))
    (fine,) = dialog_in_sight().findChildren(QCheckBox)
    fine.setChecked(True)
    press(qtbot, "Afmelden")
    qtbot.waitUntil(lambda: done == [7])
    assert reasons == [("Ziek", False), ("Ziek", True)]


def test_a_refusal_that_names_a_field_out_of_sight_is_still_said(form: Form, qtbot: QtBot) -> None:
    form.field("name").hide()
    form.show_refusal(NameNeeded("name"))
    assert form.message()


def test_the_calendar_gives_a_day(app: QApplication, qtbot: QtBot) -> None:
    from PySide6.QtCore import QDate
    from PySide6.QtWidgets import QCalendarWidget

    field = DateField("day", "Dag", today=lambda: MONDAY)
    qtbot.addWidget(field)
    field.show()
    (button,) = field.findChildren(QPushButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    calendar = dialog_in_sight().findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.firstDayOfWeek() == Qt.DayOfWeek.Monday
    assert calendar.locale().language() == QLocale.Language.Dutch
    assert room_around(calendar).contains(calendar.window().geometry())
    calendar.activated.emit(QDate(2026, 12, 24))
    assert field.value() == date(2026, 12, 24)
