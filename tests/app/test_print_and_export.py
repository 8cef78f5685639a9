"""The papers around the roster, calendars and spreadsheets on the command line."""

from io import BytesIO
from pathlib import Path

import pytest
import vobject
from python_calamine import CalamineWorkbook

from dorpssteunpunt.app import asking
from tests.app.running import PASSPHRASE, Run
from tests.pdf.reading import empty_boxes, loose_fonts, text_of
from tests.village import Village

WRONG_USAGE = [
    "print roster --store x --out x.pdf --weeks 3",
    "print roster --store x --out x.pdf --paper a5",
    "print requests --store x --out x.pdf --large",
    "print roster-month --store x --out x.pdf --week 2026-W48",
    "print roster-month --store x --out x.pdf --month 2026-13",
    "print roster-month --store x --out x.pdf --month november",
    "print day-sheet --store x --out x.pdf --date tomorrow",
    "print day-sheet --store x --out x.pdf --from 2026-11-01 --to 2026-11-02",
    "print gaps --store x --out x.pdf --volunteer Els",
    "print gaps --store x --out x.pdf --week 2026-W48 --month 2026-11",
    "print personal --store x --out x.pdf --date 2026-11-23",
    "print attendance --store x --out x.pdf --from 2026-11-02 --to 2026-11-01",
    "print availability-form --store x --out x.pdf --blank --volunteer Els",
    "print availability-form --store x --out x.pdf --week 2026-W48",
    "print requests --store x --out x.pdf --date 2026-11-23",
    "print handover --store x --out x.pdf --month 2026-11",
    "export --store x --out x",
    "export csv --store x --out x",
    "export ics --store x",
    "export ics --out x",
    "export xlsx --store x --out x.xlsx --volunteer Els",
    "export ics --store x --out x --date 2026-11-23",
]


@pytest.mark.parametrize("typed", WRONG_USAGE)
def test_wrong_usage_ends_with_2(run: Run, typed: str) -> None:
    ended = run(*typed.split())
    assert (ended.status, ended.out) == (2, "")
    assert "gebruik: dorpssteunpunt" in ended.err


@pytest.mark.usefixtures("as_coordinator")
@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("roster --week 2026-W48 --large --paper a3", ("Rooster week 48", "Mieke C.")),
        ("roster-month --month 2026-11", ("Rooster november 2026", "Mieke C.")),
        ("day-sheet --date 2026-11-23", ("maandag 23 november 2026", "Mieke Claessens")),
        ("personal --volunteer Mieke", ("Rooster van Mieke Claessens", "ma 23 nov")),
        ("gaps --week 2026-W48", ("23–29 november 2026", "1 van 2", "Mieke Claessens")),
        ("reminders --week 2026-W48", ("23–29 november 2026", "Wie bellen")),
        ("availability-form --month 2026-12", ("december 2026", "Naam: Mieke Claessens")),
        ("availability-form --blank", ("in een gewone week", "Naam: …")),
        ("attendance --month 2026-11", ("1–30 november 2026", "Niemand had een dienst")),
    ],
)
def test_each_paper_of_the_roster_reads_back(
    run: Run, store: Path, tmp_path: Path, typed: str, words: tuple[str, ...]
) -> None:
    out = tmp_path / "paper.pdf"
    ended = run("print", *typed.split(), "--store", store, "--out", out)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    text = text_of(out.read_bytes())
    assert [word for word in words if word not in text] == []
    assert (loose_fonts(out.read_bytes()), empty_boxes(out.read_bytes())) == ([], 0)


@pytest.mark.usefixtures("as_coordinator")
def test_papers_for_the_wall_have_no_data_of_residents(
    run: Run, store: Path, tmp_path: Path
) -> None:
    out = tmp_path / "paper.pdf"
    for paper in ("roster", "roster-month", "personal", "availability-form"):
        run("print", paper, "--store", store, "--out", out)
        assert "Nguyễn" not in text_of(out.read_bytes())


@pytest.mark.usefixtures("as_coordinator")
@pytest.mark.parametrize(
    "command",
    [
        "print personal --volunteer Nobody",
        "print availability-form --volunteer Nobody",
        "print roster --week 2026-W48 --weeks 2",
        "print roster-month --month 2027-05",
        "export ics --volunteer Nobody",
    ],
)
def test_what_is_not_there_is_refused_in_one_line_and_leaves_no_file(
    run: Run, store: Path, tmp_path: Path, command: str
) -> None:
    assert run(*command.split(), "--store", store, "--out", tmp_path / "paper").sorry()
    assert not list(tmp_path.glob("paper*"))


# ---------------------------------------------------------------- export


@pytest.mark.usefixtures("as_coordinator")
def test_a_folder_gets_a_calendar_of_each_volunteer_and_of_the_desk(
    run: Run, store: Path, tmp_path: Path, village: Village
) -> None:
    village.volunteer("Đorđe Petrović")
    out = tmp_path / "new" / "calendars"
    ended = run("export", "ics", "--store", store, "--out", out)
    assert (ended.status, ended.out, ended.err) == (0, "", "")
    names = {path.name for path in out.iterdir()}
    assert {"balie.ics", "Mieke Claessens.ics", "Đorđe Petrović.ics"} <= names
    mieke = vobject.readOne((out / "Mieke Claessens.ics").read_text("utf-8"))
    (event,) = mieke.vevent_list
    assert event.summary.value == "Ochtend bij De Linde"
    desk = vobject.readOne((out / "balie.ics").read_text("utf-8"))
    assert len(desk.vevent_list) > 1


@pytest.mark.usefixtures("as_coordinator")
def test_a_file_gets_the_calendar_of_the_desk_or_of_who_is_named(
    run: Run, store: Path, tmp_path: Path
) -> None:
    out = tmp_path / "one.ics"
    run("export", "ics", "--store", store, "--out", out)
    assert vobject.readOne(out.read_text("utf-8")).x_wr_calname.value == "De Linde"
    run("export", "ics", "--store", store, "--out", out, "--volunteer", "Mieke")
    name = vobject.readOne(out.read_text("utf-8")).x_wr_calname.value
    assert name == "Diensten van Mieke Claessens"


@pytest.mark.usefixtures("as_supporter")
def test_a_spreadsheet_has_the_roster_of_the_period(run: Run, store: Path, tmp_path: Path) -> None:
    out = tmp_path / "roster.xlsx"
    week = ["--week", "2026-W48"]
    assert run("export", "xlsx", "--store", store, *week, "--out", out).status == 0
    lines = CalamineWorkbook.from_filelike(BytesIO(out.read_bytes())).get_sheet_by_name("Mensen")
    assert [row[0] for row in lines.to_python()] == ["Naam", "Mieke Claessens"]


@pytest.mark.usefixtures("as_coordinator")
def test_a_place_that_cannot_be_written_is_named(run: Run, store: Path, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file", encoding="utf-8")
    told = run("export", "ics", "--store", store, "--out", tmp_path / "taken" / "calendars")
    assert str(tmp_path / "taken" / "calendars") in told.sorry()


def test_an_export_needs_a_passphrase(
    run: Run, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PASSPHRASE, "wrong")
    assert run("export", "xlsx", "--store", store, "--out", tmp_path / "x.xlsx").sorry()
    assert not (tmp_path / "x.xlsx").exists()


def test_every_paper_and_export_is_named_in_the_help(run: Run) -> None:
    told = "".join(run(command, "--help").out for command in ("print", "export"))
    assert [name for name in (*asking.PAPERS, *asking.EXPORTS) if name not in told] == []
