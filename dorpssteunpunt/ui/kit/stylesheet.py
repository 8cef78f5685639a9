"""The stylesheet of the program, written for one palette and one text size."""

from collections.abc import Callable

from dorpssteunpunt.ui.kit.palettes import Palette

Pixels = Callable[[float], int]

SCROLL_BAR = 14  # width in pixels at 100 %
_TONES = ("neutral", "fine", "warning", "danger", "information")


def stylesheet(palette: Palette, px: Pixels, points: float) -> str:
    """Return the stylesheet; ``px`` scales lengths at 100 %, ``points`` is the body text."""
    return "\n".join(
        (
            _grounds(palette, px),
            _labels(palette, points),
            _buttons(palette, px),
            _segments(palette, px),
            _inputs(palette, px),
            _lists(palette, px),
            _menus(palette, px),
            _scroll_bars(palette, px),
            _rail(palette, px, points),
        )
    )


def _grounds(p: Palette, px: Pixels) -> str:
    tones = "\n".join(
        f"""
        QFrame[kind="banner"][tone="{tone}"] {{
            background: {p.colour(tone + "_soft")};
            border: 1px solid {p.colour(tone)};
            border-radius: {px(8)}px; }}
        """
        for tone in _TONES
    )
    return f"""
    QMainWindow, QDialog {{ background: {p.ground}; }}
    QScrollArea, QScrollArea > QWidget > QWidget[kind="scrolled"] {{
        background: transparent; border: none; }}
    QFrame[kind="card"] {{
        background: {p.surface}; border: 1px solid {p.line}; border-radius: {px(8)}px; }}
    QFrame[kind="bar"] {{ background: {p.surface}; border: none; }}
    QFrame[kind="bar"][side="top"] {{ border-bottom: 1px solid {p.line}; }}
    QFrame[kind="bar"][side="bottom"] {{ border-top: 1px solid {p.line}; }}
    QFrame[kind="line"] {{ background: {p.line}; border: none; max-height: 1px; min-height: 1px; }}
    QFrame[kind="part"] {{
        background: {p.soft}; border: 1px solid {p.line}; border-radius: {px(6)}px; }}
    QFrame[kind="popup"] {{
        background: {p.surface}; border: 1px solid {p.edge}; border-radius: {px(8)}px; }}
    QFrame[kind="notice"] {{
        background: {p.text}; border: 1px solid {p.ground}; border-radius: {px(8)}px; }}
    QFrame[kind="notice"] QLabel {{ color: {p.ground}; }}
    QToolTip {{
        background: {p.surface}; color: {p.text};
        border: 1px solid {p.edge}; padding: {px(4)}px {px(8)}px; }}
    QSplitter::handle {{ background: transparent; }}
    {tones}
    """


def _labels(p: Palette, points: float) -> str:
    return f"""
    QLabel {{ color: {p.text}; background: transparent; }}
    QLabel[kind="title"] {{ font-size: {points * 1.375:.2f}pt; font-weight: bold; }}
    QLabel[kind="heading"] {{ font-size: {points * 1.08:.2f}pt; font-weight: bold; }}
    QLabel[kind="strong"] {{ font-weight: bold; }}
    QLabel[kind="second"] {{ color: {p.second}; }}
    QLabel[kind="error"] {{ color: {p.danger}; font-weight: bold; }}
    QLabel[kind="big"] {{ font-size: {points * 2:.2f}pt; font-weight: bold; }}
    """


def _buttons(p: Palette, px: Pixels) -> str:
    return f"""
    QPushButton {{
        min-height: {px(44) - 2}px; padding: 0 {px(18)}px;
        border: 1px solid {p.edge}; border-radius: {px(6)}px;
        background: {p.surface}; color: {p.text}; font-weight: bold; }}
    QPushButton[dense="true"] {{ min-height: {px(36) - 2}px; padding: 0 {px(12)}px; }}
    QPushButton:hover, QPushButton:pressed, QPushButton:open {{ background: {p.hover}; }}
    QPushButton:focus {{ border: 2px solid {p.focus}; padding: 0 {px(18) - 1}px;
        min-height: {px(44) - 4}px; }}
    QPushButton[dense="true"]:focus {{ padding: 0 {px(12) - 1}px; min-height: {px(36) - 4}px; }}
    QPushButton:disabled {{ background: {p.hover}; color: {p.second};
        border: 1px dashed {p.edge}; }}
    QPushButton[kind="primary"] {{
        background: {p.accent}; color: {p.on_accent}; border-color: {p.accent}; }}
    QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {{
        background: {p.accent_hover}; border-color: {p.accent_hover}; }}
    QPushButton[kind="primary"]:disabled {{
        background: {p.hover}; color: {p.second}; border: 1px dashed {p.edge}; }}
    QPushButton[kind="danger"], QPushButton[kind="alarm"] {{
        background: {p.alarm}; color: {p.on_alarm}; border-color: {p.alarm}; }}
    QPushButton[kind="danger"]:hover, QPushButton[kind="alarm"]:hover {{
        background: {p.alarm_hover}; }}
    QPushButton[kind="alarm"] {{ text-align: left; padding: 0 {px(12)}px; }}
    QPushButton[kind="quiet"] {{ background: transparent; color: {p.accent};
        border-color: transparent; padding: 0 {px(8)}px; }}
    QPushButton[kind="quiet"]:hover {{ background: {p.hover}; }}
    QPushButton[kind="quiet"]:focus {{ border: 2px solid {p.focus}; padding: 0 {px(8) - 1}px; }}
    QPushButton[kind="quiet"]:disabled {{ color: {p.second}; background: transparent; }}
    QPushButton::menu-indicator {{ width: 0; image: none; }}
    QPushButton[kind="square"] {{ padding: 0; min-width: {px(44) - 2}px; }}
    QPushButton[kind="square"][dense="true"] {{ padding: 0; min-width: {px(36) - 2}px; }}
    QFrame[kind="notice"] QPushButton {{
        background: transparent; color: {p.ground}; border-color: {p.ground}; }}
    QFrame[kind="notice"] QPushButton:hover {{ background: {p.second}; }}
    """


def _segments(p: Palette, px: Pixels) -> str:
    return f"""
    QPushButton[kind="chip"] {{
        font-weight: normal; border-radius: {px(36) // 2 - 1}px;
        min-height: {px(36) - 2}px; padding: 0 {px(14)}px; }}
    QPushButton[kind="chip"]:focus {{ min-height: {px(36) - 4}px; padding: 0 {px(14) - 1}px; }}
    QPushButton[kind="segment"] {{
        font-weight: normal; min-height: {px(44) - 2}px; padding: 0 {px(14)}px; }}
    QPushButton[kind="segment"]:focus {{ min-height: {px(44) - 4}px; padding: 0 {px(14) - 1}px; }}
    QPushButton[kind="chip"]:checked, QPushButton[kind="segment"]:checked {{
        background: {p.accent}; color: {p.on_accent}; border-color: {p.accent}; }}
    """


def _inputs(p: Palette, px: Pixels) -> str:
    boxes = "QLineEdit, QPlainTextEdit, QComboBox, QSpinBox"
    focused = ", ".join(f"{box}:focus" for box in boxes.split(", "))
    wrong = ", ".join(f'{box}[wrong="true"]' for box in boxes.split(", "))
    return f"""
    {boxes} {{
        background: {p.surface}; color: {p.text};
        border: 1px solid {p.edge}; border-radius: {px(6)}px;
        selection-background-color: {p.accent}; selection-color: {p.on_accent}; }}
    QLineEdit, QPlainTextEdit {{ placeholder-text-color: {p.hint}; }}
    QLineEdit, QComboBox, QSpinBox {{ min-height: {px(44) - 2}px; padding: 0 {px(12)}px; }}
    QPlainTextEdit {{ padding: {px(7)}px {px(8)}px; }}
    {wrong} {{ border: 2px solid {p.danger}; }}
    {focused} {{ border: 2px solid {p.focus}; }}
    QLineEdit:focus, QComboBox:focus, QSpinBox:focus,
    QLineEdit[wrong="true"], QComboBox[wrong="true"], QSpinBox[wrong="true"] {{
        min-height: {px(44) - 4}px; padding: 0 {px(12) - 1}px; }}
    QPlainTextEdit:focus, QPlainTextEdit[wrong="true"] {{
        padding: {px(7) - 1}px {px(8) - 1}px; }}
    QLineEdit:read-only {{ background: {p.hover}; }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled {{
        background: {p.hover}; color: {p.second}; border-style: dashed; }}
    QComboBox::drop-down {{ border: none; width: {px(36)}px; }}
    QComboBox QAbstractItemView {{
        background: {p.surface}; border: 1px solid {p.edge}; outline: none;
        selection-background-color: {p.soft}; selection-color: {p.text}; }}
    QComboBox QAbstractItemView::item {{ min-height: {px(40)}px; padding: 0 {px(12)}px; }}
    QSpinBox {{ min-height: {px(44) - 5}px; }}  /* Qt adds 3 px of its own */
    QSpinBox:focus, QSpinBox[wrong="true"] {{ min-height: {px(44) - 7}px; }}
    QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
    """


def _lists(p: Palette, px: Pixels) -> str:
    return f"""
    QAbstractItemView {{
        background: {p.surface}; color: {p.text}; border: 1px solid {p.line};
        border-radius: {px(8)}px; outline: none;
        selection-background-color: {p.soft}; selection-color: {p.text}; }}
    QAbstractItemView[kind="inside"] {{ border: none; }}
    QAbstractItemView[kind="popup"] {{ border: 1px solid {p.edge}; border-radius: 0; }}
    QTableView {{ gridline-color: {p.line}; }}
    QTableView::item {{ padding: 0 {px(12)}px; border-bottom: 1px solid {p.line}; }}
    QTableView::item:hover {{ background: {p.hover}; }}
    QTableView::item:selected {{ background: {p.soft}; color: {p.text}; }}
    QHeaderView {{ background: {p.surface}; border: none; }}
    QTableCornerButton::section {{ background: {p.surface}; border: none;
        border-bottom: 1px solid {p.line}; border-right: 1px solid {p.line}; }}
    QHeaderView::section {{
        background: {p.surface}; color: {p.second}; border: none;
        border-bottom: 1px solid {p.edge}; padding: {px(8)}px {px(12)}px; }}
    QCalendarWidget QAbstractItemView {{
        border: none; selection-background-color: {p.accent}; selection-color: {p.on_accent}; }}
    QCalendarWidget QAbstractItemView::item {{ padding: 0; border: none; }}
    QCalendarWidget QAbstractItemView::item:selected {{
        background: {p.accent}; color: {p.on_accent}; }}
    QCalendarWidget QWidget#qt_calendar_navigationbar {{ background: {p.surface}; }}
    QCalendarWidget QToolButton {{
        background: transparent; color: {p.text}; border: 1px solid transparent;
        border-radius: {px(6)}px; padding: {px(8)}px; }}
    QCalendarWidget QToolButton:hover, QCalendarWidget QToolButton:focus {{
        border-color: {p.edge}; }}
    """


def _menus(p: Palette, px: Pixels) -> str:
    return f"""
    QMenu {{ background: {p.surface}; color: {p.text}; border: 1px solid {p.edge};
        padding: {px(8)}px 0; menu-scrollable: 1; }}
    QMenu::item {{ padding: {px(10)}px {px(24)}px {px(10)}px {px(40)}px; }}
    QMenu::item:selected {{ background: {p.soft}; color: {p.text}; }}
    QMenu::item:disabled {{ color: {p.second}; }}
    QMenu::separator {{ height: 1px; background: {p.line}; margin: {px(8)}px 0; }}
    """


def _scroll_bars(p: Palette, px: Pixels) -> str:
    return f"""
    QScrollBar {{ background: transparent; border: none; }}
    QScrollBar:vertical {{ width: {px(SCROLL_BAR)}px; }}
    QScrollBar:horizontal {{ height: {px(SCROLL_BAR)}px; }}
    QScrollBar::handle {{
        background: {p.edge}; border-radius: {px(3)}px; margin: {px(4)}px; }}
    QScrollBar::handle:hover {{ background: {p.second}; }}
    QScrollBar::handle:disabled {{ background: transparent; }}
    QScrollBar::handle:vertical {{ min-height: {px(40)}px; }}
    QScrollBar::handle:horizontal {{ min-width: {px(40)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """


def _rail(p: Palette, px: Pixels, points: float) -> str:
    return f"""
    QFrame[kind="rail"], QFrame[kind="rail"] QWidget[kind="scrolled"] {{
        background: {p.rail}; border: none; }}
    QFrame[kind="rail"] {{ border-right: 1px solid {p.rail_line}; }}
    QFrame[kind="rail"] QLabel {{ color: {p.rail_second}; }}
    QFrame[kind="rail"] QLabel[kind="brand"] {{
        color: {p.rail_text}; font-size: {points * 1.08:.2f}pt; font-weight: bold; }}
    QPushButton[kind="rail"] {{ min-height: 0; padding: 0; border: none; }}
    QFrame[kind="rail"] QScrollBar::handle {{ background: {p.rail_second}; }}
    """
