"""When the papers of a volunteer are to be looked at again."""

from dataclasses import replace
from datetime import date

from dorpssteunpunt.domain.people import CertificateStatus, Volunteer, with_review

SEEN = Volunteer(
    person_id=1,
    certificate=CertificateStatus.SEEN,
    certificate_seen_on=date(2024, 2, 29),
)


def test_a_certificate_that_was_seen_is_looked_at_again_after_the_years_of_the_village() -> None:
    assert with_review(SEEN, 3).certificate_review_on == date(2027, 2, 28)


def test_a_day_that_somebody_chose_stays() -> None:
    chosen = replace(SEEN, certificate_review_on=date(2026, 1, 5))
    assert with_review(chosen, 3) == chosen


def test_what_was_not_seen_is_not_looked_at_again() -> None:
    asked = replace(SEEN, certificate=CertificateStatus.REQUESTED)
    undated = replace(SEEN, certificate_seen_on=None)
    assert [with_review(one, 3) for one in (asked, undated)] == [asked, undated]
