"""Makes the stored store of this version: `python -m tests.old_stores.make_store`.

Each release leaves one: a store with its keys, and a text with its passphrases and how many rows
each table has. Tests open a copy of each, which brings it up to date. Once a version is released
its store is never made anew; the people in it are fictional and its keys are cheap.
"""

import shutil
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from dorpssteunpunt import __version__
from dorpssteunpunt.app.front_door import Premises
from dorpssteunpunt.base.i18n import use_language
from dorpssteunpunt.domain.asking import Answer
from dorpssteunpunt.domain.availability import AvailabilityLevel, Deviation, Leave
from dorpssteunpunt.domain.concerns import Decision
from dorpssteunpunt.domain.confirming import How
from dorpssteunpunt.domain.demand import Demand
from dorpssteunpunt.domain.handover import Level
from dorpssteunpunt.domain.help_requests import RequestState
from dorpssteunpunt.domain.holidays import ClosedPeriod, PublicHoliday, SchoolRegion
from dorpssteunpunt.domain.people import CertificateStatus
from dorpssteunpunt.domain.request_drafts import NewResident, RequestDraft
from dorpssteunpunt.domain.standing import StandingAssignment
from dorpssteunpunt.domain.support_point import Skill
from dorpssteunpunt.domain.swapping import Agreements
from dorpssteunpunt.domain.weeks import Week
from dorpssteunpunt.services import accounts, concerns, handover, help_requests, people, roster
from dorpssteunpunt.services.changes import Changed
from dorpssteunpunt.services.concerns import ConcernDraft
from dorpssteunpunt.services.handover import ActionDraft, EntryDraft
from dorpssteunpunt.services.roster import LeaveDraft, SwapDraft, TemplateDraft
from dorpssteunpunt.services.support_point import save_skill, settings
from dorpssteunpunt.store.integrity import row_counts
from dorpssteunpunt.store.key_file import keys_beside
from tests.village import TODAY, Village, village

FOLDER = Path(__file__).parent
_PIN = "271828"


def make_store(folder: Path = FOLDER) -> Path:
    """Make the store of this version in a folder, in place of the one there, and return it."""
    use_language("nl")
    kept = folder / f"{__version__}.store"
    with TemporaryDirectory() as work:
        with village(Path(work)) as founded:
            _plan(founded)
            _help(founded)
            _hand_over(founded)
            _pass_on(founded)
            accounts.set_pin(founded.coordinator, founded.coordinator.actor.id, _PIN)
            path, issued = founded.door.path, founded.issued
            premises = founded.door.enter_with_passphrase(issued.passphrase)
            facts = {
                "passphrase": issued.passphrase,
                "passphrase-supporter": issued.passphrase_supporter,
                **_counts(premises),
            }
        shutil.copyfile(path, kept)
        shutil.copyfile(keys_beside(path), keys_beside(kept))
    told = "".join(f"{name}: {fact}\n" for name, fact in facts.items())
    kept.with_suffix(".txt").write_text(told, encoding="utf-8")
    return kept


def _plan(founded: Village) -> None:
    desk, week = founded.coordinator, Week.of(TODAY)
    till = _subject(save_skill(desk, Skill(position=1, name="Kassa")))
    template = settings(desk).week_template
    asked = Demand(most=3, skills=frozenset({till}), experienced=True)
    lines = [replace(template[0], demand=asked), *template[1:]]
    roster.change_template(desk, TemplateDraft(lines=lines, first=None))
    wim = founded.volunteer(
        "Wim de Vries",
        since=date(2024, 1, 1),
        certificate=CertificateStatus.SEEN,
        agreement_on=date(2024, 1, 1),
        code_of_conduct_on=date(2024, 1, 1),
        kinds=frozenset({1, 2}),
        skills=frozenset({till}),
        apart=frozenset({desk.actor.person_id}),
        availability={(1, 1): AvailabilityLevel.PREFER, (2, 1): AvailabilityLevel.CANNOT},
    )
    later = TODAY + timedelta(days=30)
    people.deviate(desk, wim, Deviation(on=later, level=AvailabilityLevel.CANNOT))
    leave = Leave(first=later, last=later, reason="Vakantie")
    roster.take_leave(desk, LeaveDraft(wim, leave))
    place = StandingAssignment(volunteer_id=wim, weekday=5, daypart_id=1, first=later)
    roster.hold_place(desk, place)
    roster.choose_holiday(desk, PublicHoliday.GOOD_FRIDAY, is_open=False)
    roster.save_closed_period(desk, ClosedPeriod(first=later, last=later, reason="Verbouwing"))
    roster.take_over_school_holidays(desk, SchoolRegion.SOUTH)
    roster.make_week(desk, week)
    shifts = [cell.shift_id for row in roster.week(desk, week).rows for cell in row.cells if cell]
    roster.note_asking(desk, shifts[0], wim, Answer.YES)
    roster.assign(desk, shifts[0], wim)
    roster.publish(desk, week)
    roster.confirm(desk, wim, shifts[:1], How.BY_PHONE)
    roster.note_everybody_present(desk, shifts[0])
    cell = next(c for row in roster.week(desk, week).rows for c in row.cells if c and c.people)
    roster.make_lead(desk, cell.people[0].assignment_id)
    roster.report_absent(desk, cell.people[0].assignment_id, "Griep")
    reason = "Valt zelf in"
    own = desk.actor.person_id
    done = roster.assign(desk, shifts[0], own, stand_in=True, override_reason=reason)
    agreed = Agreements(desk.clock.today(), None)
    roster.ask_swap(
        desk, SwapDraft(assignment_id=done.step.after[-1].id, taker_id=wim, agreements=agreed)
    )


def _help(founded: Village) -> None:
    desk = founded.coordinator
    wim = next(iter(help_requests.find_residents(desk, "wim"))).id
    for name in ("Đorđe Nguyễn", "Zoë van 't Hof", "Şükrü Yıldız"):
        resident = NewResident(name=name, phone="0493 691 234", street="Kerkstraat 5")
        draft = RequestDraft(
            new_resident=resident, kind_id=1, what="Naar de opticien", needed_on=TODAY, consent=True
        )
        request = _subject(help_requests.record_request(desk, draft))
        if name.startswith("Zoë"):
            help_requests.match_volunteer(desk, request, wim)
        if name.startswith("Şükrü"):
            later = TODAY + timedelta(days=3)
            help_requests.note_contact(desk, request, "dochter", "Belt terug", later)
            help_requests.close_request(
                desk, request, RequestState.REFERRED, referred_to="ONIS Welzijn"
            )


def _hand_over(founded: Village) -> None:
    ria = founded.desk_worker()
    draft = EntryDraft(
        level=Level.ATTENTION,
        situation="Sleutel ligt bij de bakker",
        contingency="Als de bakker dicht is: bel de beheerder",
        actions=(ActionDraft("Sleutel halen", "Ria", TODAY), ActionDraft("Beheerder bellen")),
    )
    entry = _subject(handover.write_entry(ria, draft))
    corrected = EntryDraft(level=Level.ATTENTION, situation="Sleutel ligt bij de slager")
    handover.correct_entry(founded.coordinator, entry, corrected)
    handover.acknowledge(ria, entry, "Gelezen, ik haal hem")
    handover.finish_action(ria, handover.open_actions(ria)[0].id)


def _pass_on(founded: Village) -> None:
    desk, supporter = founded.coordinator, founded.supporter
    draft = ConcernDraft(about="mw. Smit", observed="Twee schoenen", interpretation="Zij is moe")
    answered = _subject(concerns.submit_concern(desk, draft))
    concerns.submit_concern(desk, ConcernDraft(observed="De deur bleef dicht", is_urgent=True))
    concerns.open_escalation(supporter, answered)
    concerns.write_review(supporter, answered, "Gebeld met de huisarts")
    concerns.decide(supporter, answered, Decision.TAKEN_ON, "Ik ga langs")
    concerns.give_feedback(supporter, answered, "mw. Smit", "Dank, ik ga langs")
    concerns.read_feedback(desk, concerns.unread_feedback(desk)[0].feedback.id)


def _counts(premises: Premises) -> dict[str, int]:
    try:
        with premises.engine.reading() as connection:
            return row_counts(connection)
    finally:
        premises.leave()


def _subject(change: Changed) -> int:
    assert change.subject is not None
    return change.subject


if __name__ == "__main__":
    make_store()
