"""A part of the kit that is not in a window yet opens none: that would take the keyboard away."""

from PySide6.QtWidgets import QApplication

from dorpssteunpunt.ui.kit.fields import TextField
from dorpssteunpunt.ui.kit.tag import Tag
from dorpssteunpunt.ui.kit.tones import TagWords


def test_a_part_on_its_own_is_no_window(app: QApplication) -> None:
    parts = [Tag(TagWords("nieuw")), TextField("name", "Naam", hint="Voor- en achternaam")]
    assert not [window for window in app.topLevelWidgets() if window.isVisible()]
    assert [part.isVisible() for part in parts] == [False, False]
