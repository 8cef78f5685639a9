"""The three palettes, and the pairs of colours in them that have to be told apart."""

from enum import StrEnum
from typing import Final, NamedTuple


class Mode(StrEnum):
    """The palettes to choose from."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


class Palette(NamedTuple):
    """Named colours as ``#RRGGBB``; each ``x_soft`` is the ground that belongs to ink ``x``."""

    ground: str  # behind cards
    surface: str  # cards, fields, lists
    hover: str  # under the pointer
    text: str
    second: str  # second lines; on ground, surface and hover
    hint: str  # what can be typed in a field; never to be taken for what was typed
    line: str  # decoration only: rules and the edges of cards
    edge: str  # edges of what can be used
    focus: str  # ring around what has the keyboard
    accent: str
    accent_hover: str
    on_accent: str
    soft: str  # chosen row, with `text` on it
    rail: str
    rail_hover: str
    rail_text: str
    rail_second: str
    rail_line: str
    rail_chosen: str
    on_rail_chosen: str
    badge: str
    on_badge: str
    alarm: str
    alarm_hover: str
    on_alarm: str
    neutral: str
    neutral_soft: str
    fine: str
    fine_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str
    information: str
    information_soft: str

    def colour(self, name: str) -> str:
        """Return the colour called ``name``; raises ``AttributeError`` for another word."""
        return str(getattr(self, name))


_LIGHT = Palette(
    ground="#F4F6F4",
    surface="#FFFFFF",
    hover="#EDF2F0",
    text="#1B2423",
    second="#46504F",
    hint="#46504F",
    line="#CBD3D0",
    edge="#5F6B69",
    focus="#1B4A7A",
    accent="#075A4E",
    accent_hover="#05483E",
    on_accent="#FFFFFF",
    soft="#DDEFEA",
    rail="#17352F",
    rail_hover="#21463F",
    rail_text="#FFFFFF",
    rail_second="#C9D8D3",
    rail_line="#33574F",
    rail_chosen="#FFFFFF",
    on_rail_chosen="#075A4E",
    badge="#F5BC42",
    on_badge="#1B2423",
    alarm="#A01C1C",
    alarm_hover="#861515",
    on_alarm="#FFFFFF",
    neutral="#414A49",
    neutral_soft="#E9ECEB",
    fine="#1E5B2A",
    fine_soft="#E4F3E7",
    warning="#6B4500",
    warning_soft="#FFF2D4",
    danger="#8E1B1B",
    danger_soft="#FBE9E7",
    information="#1B4A7A",
    information_soft="#E6EFF9",
)

_DARK = Palette(
    ground="#12191A",
    surface="#1B2425",
    hover="#263132",
    text="#EEF3F1",
    second="#BFCAC7",
    hint="#BFCAC7",
    line="#374343",
    edge="#8A9996",
    focus="#A9D1FA",
    accent="#7FD6C2",
    accent_hover="#9BE3D2",
    on_accent="#06241F",
    soft="#1D3B36",
    rail="#0B1213",
    rail_hover="#1A2627",
    rail_text="#EEF3F1",
    rail_second="#BFCAC7",
    rail_line="#374343",
    rail_chosen="#7FD6C2",
    on_rail_chosen="#06241F",
    badge="#F5BC42",
    on_badge="#1B2423",
    alarm="#A01C1C",
    alarm_hover="#861515",
    on_alarm="#FFFFFF",
    neutral="#CBD5D2",
    neutral_soft="#2F3B3C",
    fine="#A6E3B0",
    fine_soft="#173A20",
    warning="#FFD98A",
    warning_soft="#43330B",
    danger="#FFB9B1",
    danger_soft="#4A1C1A",
    information="#A9D1FA",
    information_soft="#15334F",
)

_CONTRAST = Palette(
    ground="#000000",
    surface="#000000",
    hover="#262626",
    text="#FFFFFF",
    second="#FFFFFF",
    hint="#A6A6A6",
    line="#FFFFFF",
    edge="#FFFFFF",
    focus="#00E5FF",
    accent="#FFE600",
    accent_hover="#FFF27A",
    on_accent="#000000",
    soft="#00304D",
    rail="#000000",
    rail_hover="#262626",
    rail_text="#FFFFFF",
    rail_second="#FFFFFF",
    rail_line="#FFFFFF",
    rail_chosen="#FFE600",
    on_rail_chosen="#000000",
    badge="#FFFFFF",
    on_badge="#000000",
    alarm="#A00000",
    alarm_hover="#7A0000",
    on_alarm="#FFFFFF",
    neutral="#FFFFFF",
    neutral_soft="#262626",
    fine="#8CFF9E",
    fine_soft="#00260A",
    warning="#FFE600",
    warning_soft="#2B2600",
    danger="#FFB3B3",
    danger_soft="#3A0000",
    information="#9EDBFF",
    information_soft="#001F33",
)

PALETTES: Final = {Mode.LIGHT: _LIGHT, Mode.DARK: _DARK, Mode.CONTRAST: _CONTRAST}

# Ink and ground as they meet on the screen. Text needs 7:1 (WCAG 2.2, criterion 1.4.6), parts
# that carry meaning need 3:1 (criterion 1.4.11); the tests compute every pair.
TEXT_PAIRS: Final = (
    *((ink, ground) for ink in ("text", "second") for ground in ("ground", "surface", "hover")),
    *((ink, ground) for ink in ("danger", "accent") for ground in ("ground", "surface")),
    ("hint", "surface"),
    ("text", "soft"),
    ("on_accent", "accent"),
    ("on_accent", "accent_hover"),
    *((ink, ground) for ink in ("rail_text", "rail_second") for ground in ("rail", "rail_hover")),
    ("on_rail_chosen", "rail_chosen"),
    ("on_badge", "badge"),
    ("on_alarm", "alarm"),
    ("on_alarm", "alarm_hover"),
    *((tone, f"{tone}_soft") for tone in ("neutral", "fine", "warning", "danger", "information")),
    ("text", "danger_soft"),
    ("text", "warning_soft"),
    ("text", "information_soft"),
    ("text", "fine_soft"),
    ("text", "neutral_soft"),
)
PART_PAIRS: Final = (
    *((part, ground) for part in ("edge", "focus", "accent") for ground in ("ground", "surface")),
    ("accent", "soft"),
    ("rail_text", "rail"),
    ("on_accent", "accent"),
    ("badge", "rail"),
)
