"""Levels of the logbook, and what may go wrong with an entry, in the user's words."""

from dorpssteunpunt.base.i18n import _
from dorpssteunpunt.domain.handover import (
    ActionWithoutWhat,
    AlreadyAcknowledged,
    InTheFuture,
    Level,
    OwnEntry,
    SituationMissing,
    WordsMissing,
)
from dorpssteunpunt.services.words.spoken import in_words


def level_word(level: Level) -> str:
    """Return how much an entry asks of the next shift, without a capital."""
    return {
        Level.STABLE: _("stable"),
        Level.ATTENTION: _("take note"),
        Level.URGENT: _("urgent now"),
    }[level]


@in_words.register
def _situation_missing(refusal: SituationMissing) -> str:
    return _("Write what is the matter.")


@in_words.register
def _words_missing(refusal: WordsMissing) -> str:
    return _("Write in your own words what you are going to do, even if it is little.")


@in_words.register
def _in_the_future(refusal: InTheFuture) -> str:
    return _("This moment has yet to come. Write when it happened.")


@in_words.register
def _own_entry(refusal: OwnEntry) -> str:
    return _("You wrote this yourself. Somebody else confirms it.")


@in_words.register
def _already_acknowledged(refusal: AlreadyAcknowledged) -> str:
    return _("You confirmed this already. What you said stays.")


@in_words.register
def _action_without_what(refusal: ActionWithoutWhat) -> str:
    return _("Write what is to be done, or leave the whole line empty.")
