"""Signals: what the desk sees of them, and how professionals answer."""

from pathlib import Path

import pytest

from dorpssteunpunt.domain.accounts import NotAllowed, Role
from dorpssteunpunt.domain.concerns import (
    Decision,
    EscalationState,
    ExplanationMissing,
    NoReaders,
    ObservationMissing,
    WrongStep,
)
from dorpssteunpunt.domain.names import parse_name
from dorpssteunpunt.services import accounts, concerns
from dorpssteunpunt.services.concerns import ConcernDraft
from dorpssteunpunt.services.overviews.escalations import escalations_overview
from dorpssteunpunt.services.ports import PrivateKeyNeeded
from tests.village import Village

SEEN = "De gordijnen waren om twaalf uur nog dicht."


def _submit(village: Village, **facts: object) -> int:
    draft = ConcernDraft(about="mw. De Wit", observed=SEEN, **facts)  # type: ignore[arg-type]
    subject = concerns.submit_concern(village.desk_worker(), draft).subject
    assert subject is not None
    return subject


def test_a_signal_says_what_was_seen(village: Village) -> None:
    with pytest.raises(ObservationMissing):
        concerns.submit_concern(village.coordinator, ConcernDraft(observed="  "))


def test_the_village_supporter_reads_what_a_volunteer_wrote(village: Village) -> None:
    concern = _submit(village, interpretation="Misschien is zij ziek.")
    touched, detail = concerns.open_escalation(village.supporter, concern)
    assert detail.text is not None
    assert (detail.text.about, detail.text.observed) == ("mw. De Wit", SEEN)
    assert detail.text.interpretation == "Misschien is zij ziek."
    assert detail.line.escalation.state is EscalationState.SEEN
    assert touched.rooms


def test_neither_the_coordinator_nor_the_writer_reads_a_signal_back(village: Village) -> None:
    concern = _submit(village)
    for desk in (village.coordinator, village.desk_worker("Henk Mulder")):
        with pytest.raises(NotAllowed):
            concerns.open_escalation(desk, concern)
        with pytest.raises(NotAllowed):
            concerns.list_escalations(desk, True, None, 10)
        with pytest.raises(NotAllowed):
            escalations_overview(desk)


def test_the_data_key_alone_opens_no_signal(village: Village) -> None:
    concern = _submit(village)
    with village.supporter.store.reading() as uow:
        copy = uow.concerns.copies([concern], village.supporter.actor.id)[0]
    assert SEEN.encode() not in copy.box
    with pytest.raises(PrivateKeyNeeded):
        village.coordinator.seals.unseal(copy.box, f"concern {concern}")


def test_the_desk_sees_the_state_and_the_feedback_and_no_more(village: Village) -> None:
    concern = _submit(village)
    line = concerns.desk_concerns(village.coordinator, None, 10).rows[0]
    assert line.concern.id == concern
    assert line.escalation.state is EscalationState.SUBMITTED
    concerns.open_escalation(village.supporter, concern)
    concerns.decide(village.supporter, concern, Decision.TAKEN_ON, "Ik ken haar goed.")
    concerns.give_feedback(village.supporter, concern, "mw. De Wit", "Ik ga langs.")
    told = concerns.desk_feedback(village.coordinator, concern)
    assert [(line.feedback.text, line.author) for line in told] == [
        ("Ik ga langs.", "Anouk Verhoeven")
    ]
    line = concerns.desk_concerns(village.coordinator, None, 10).rows[0]
    assert line.escalation.state is EscalationState.FED_BACK


def test_feedback_stays_unread_until_each_has_read_it(village: Village) -> None:
    concern = _submit(village)
    concerns.open_escalation(village.supporter, concern)
    concerns.decide(village.supporter, concern, Decision.BACK_WITH_ADVICE, "Het gaat goed.")
    concerns.give_feedback(village.supporter, concern, "", "Blijf vooral wandelen.")
    henk, mieke = village.desk_worker("Henk Mulder"), village.coordinator
    [unread] = concerns.unread_feedback(henk)
    concerns.read_feedback(henk, unread.feedback.id)
    concerns.read_feedback(henk, unread.feedback.id)
    assert not concerns.unread_feedback(henk)
    assert concerns.unread_feedback(mieke)
    assert not concerns.unread_feedback(village.supporter)


def test_a_decision_comes_after_seeing_and_feedback_after_a_decision(village: Village) -> None:
    concern = _submit(village)
    with pytest.raises(WrongStep):
        concerns.decide(village.supporter, concern, Decision.CLOSED, "Loos alarm.")
    concerns.open_escalation(village.supporter, concern)
    with pytest.raises(WrongStep):
        concerns.give_feedback(village.supporter, concern, "", "Het is goed.")
    with pytest.raises(ExplanationMissing):
        concerns.decide(village.supporter, concern, Decision.CLOSED, " ")


def test_what_was_taken_on_may_be_closed_after_the_desk_heard_of_it(village: Village) -> None:
    concern = _submit(village)
    concerns.open_escalation(village.supporter, concern)
    concerns.decide(village.supporter, concern, Decision.TAKEN_ON, "Ik ga langs.")
    concerns.give_feedback(village.supporter, concern, "", "Ik ga langs.")
    concerns.decide(village.supporter, concern, Decision.REFERRED, "Nu bij de huisarts.")
    concerns.give_feedback(village.supporter, concern, "", "Zij krijgt hulp.")
    with pytest.raises(WrongStep):
        concerns.decide(village.supporter, concern, Decision.CLOSED, "Toch niet.")


def test_an_urgent_signal_is_due_the_next_day_and_overdue_after_that(village: Village) -> None:
    _submit(village, is_urgent=True)
    [line] = concerns.desk_concerns(village.coordinator, None, 10).rows
    submitted = line.concern.submitted_at.date()
    assert (line.escalation.due_on - submitted).days == 1
    assert not line.escalation.is_overdue(line.escalation.due_on)
    assert line.escalation.is_overdue(line.escalation.due_on.replace(day=30))


def test_a_new_deputy_reads_only_what_was_shared(village: Village) -> None:
    first, second = _submit(village), _submit(village)
    new = accounts.NewAccount(Role.DEPUTY, name=parse_name("Sjoerd de Boer"))
    added, issued = accounts.add_professional(village.supporter, new)
    assert added.subject is not None
    concerns.share_with(village.supporter, added.subject, [first])
    concerns.share_with(village.supporter, added.subject, [first])
    third = _submit(village)
    premises = village.door.enter_with_passphrase(issued.passphrase)
    try:
        lines = concerns.list_escalations(premises.desk, True, None, 10).rows
        assert {line.concern.concern.id: line.is_readable for line in lines} == {
            first: True,
            second: False,
            third: True,
        }
        assert concerns.open_escalation(premises.desk, second)[1].text is None
    finally:
        premises.leave()


def test_a_signal_nobody_could_read_is_refused(village: Village) -> None:
    village.supporter.keys.remove(village.supporter.actor.id)
    with pytest.raises(NoReaders):
        _submit(village)
    assert not concerns.desk_concerns(village.coordinator, None, 10).rows


def test_the_overview_tells_the_whole_story_to_a_professional(village: Village) -> None:
    concern = _submit(village)
    concerns.open_escalation(village.supporter, concern)
    concerns.write_review(village.supporter, concern, "Gebeld met de dochter.")
    concerns.decide(village.supporter, concern, Decision.TAKEN_ON, "Bezoek is nodig.")
    concerns.give_feedback(village.supporter, concern, "", "Ik ga langs.")
    overview = escalations_overview(village.supporter)
    [row] = [row for group in overview.groups for row in group.escalations]
    assert row.observed == SEEN
    assert [note.text for note in row.notes] == ["Gebeld met de dochter."]
    assert row.decision is not None
    assert row.decision.because == "Bezoek is nodig."
    assert row.feedback is not None
    assert row.feedback.text == "Ik ga langs."


def test_pages_of_signals_follow_each_other_without_a_gap(village: Village) -> None:
    ids = [_submit(village) for _ in range(5)]
    found: list[int] = []
    after = None
    while True:
        page = concerns.desk_concerns(village.coordinator, after, 2)
        found += [line.concern.id for line in page.rows]
        if page.next is None:
            break
        after = page.next
    assert found == sorted(ids, reverse=True)


def test_nothing_of_a_signal_stands_in_the_files(village: Village, tmp_path: Path) -> None:
    _submit(village)
    for file in tmp_path.rglob("*"):
        if file.is_file():
            assert b"gordijnen" not in file.read_bytes()
