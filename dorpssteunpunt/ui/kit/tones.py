"""The five tones in which a tag or a message speaks, each with a sign beside its colour."""

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How serious something is; the value names the colours in the palette."""

    NEUTRAL = "neutral"
    FINE = "fine"
    WARNING = "warning"
    DANGER = "danger"
    INFORMATION = "information"

    @property
    def ink(self) -> str:
        """The palette field of the text in this tone."""
        return self.value

    @property
    def ground(self) -> str:
        """The palette field of the ground under text in this tone."""
        return f"{self.value}_soft"

    @property
    def icon_name(self) -> str:
        """The icon that says the tone without colour."""
        return _SIGNS[self]


_SIGNS = {
    Tone.NEUTRAL: "circle",
    Tone.FINE: "check",
    Tone.WARNING: "circle-alert",
    Tone.DANGER: "triangle-alert",
    Tone.INFORMATION: "info",
}


@dataclass(frozen=True, slots=True)
class TagWords:
    """What a tag says and in which tone."""

    text: str
    tone: Tone = Tone.NEUTRAL
