"""Rows flow over pages: none too full, nothing lost, nothing twice that is not meant so."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from dorpssteunpunt.pdf.layout import Block, Cell, Look, Row, Section, height_of, paginate
from dorpssteunpunt.pdf.pen import Pen
from dorpssteunpunt.pdf.text import Space

ROOM = 100.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A strip that is recognised again."""

    name: int
    height: float = 10
    is_torn: bool = False

    def draw(self, pen: Pen, x: float, top: float) -> None:
        """Nothing is drawn in these tests."""


LABEL, HEADING, AGAIN = Mark(-1), Mark(-2), Mark(-3)
heights = st.floats(min_value=1, max_value=60)
looks = st.builds(Look, above=st.floats(0, 9), below=st.floats(0, 9))


@st.composite
def rows(draw: st.DrawFn, label: bool = True) -> Row:
    """Give a row of one to three columns of marks, each with a name of its own."""
    columns = draw(st.lists(st.lists(heights, max_size=12), min_size=1, max_size=3))
    names = iter(range(10_000))
    offset = draw(st.integers(0, 10**9)) * 100
    cells = [
        Cell(10, tuple(Mark(offset + next(names), height) for height in column))
        for column in columns
    ]
    if label:
        cells.insert(0, Cell(10, (LABEL,), repeats=True))
    return Row(tuple(cells), draw(looks))


def marks(pages: list[list[Row]]) -> list[int]:
    return [
        strip.name
        for page in pages
        for row in page
        for cell in row.cells
        for strip in cell.strips
        if isinstance(strip, Mark)
    ]


def one(strip: Mark) -> Row:
    return Row((Cell(10, (strip,)),))


blocks = st.lists(rows(), min_size=1, max_size=3).map(lambda each: Block(tuple(each)))
sections = st.lists(
    st.builds(
        lambda each, between: Section(tuple(each), (one(HEADING),), (one(AGAIN),), 0.35, between),
        st.lists(blocks, max_size=4),
        st.sampled_from([0.0, 8.0]),
    ),
    max_size=4,
)


@given(sections)
def test_no_page_is_too_full(given_sections: list[Section]) -> None:
    pages = paginate(given_sections, ROOM)
    assert all(height_of(page) <= ROOM + 0.02 for page in pages)


@given(sections)
def test_everything_is_placed_once(given_sections: list[Section]) -> None:
    placed = [name for name in marks(paginate(given_sections, ROOM)) if name >= 0]
    wanted = marks([[row for s in given_sections for block in s.blocks for row in block.rows]])
    assert sorted(placed) == sorted(name for name in wanted if name >= 0)


@given(sections)
def test_a_heading_stands_once_and_never_at_the_foot(given_sections: list[Section]) -> None:
    pages = paginate(given_sections, ROOM)
    filled = [section for section in given_sections if section.blocks]
    assert marks(pages).count(HEADING.name) == len(filled)
    for page in pages:
        assert not page or page[-1].cells[0].strips != (HEADING,)


@given(sections)
def test_no_page_is_without_news(given_sections: list[Section]) -> None:
    """A page that holds only a heading said again would be a waste of paper."""
    for page in paginate(given_sections, ROOM)[1:]:
        assert any(row.cells[0].strips != (AGAIN,) for row in page)


def test_a_row_that_goes_on_says_its_label_again_under_the_heading() -> None:
    long = Row((Cell(10, (LABEL,), repeats=True), Cell(10, tuple(map(Mark, range(12))))))
    section = Section((Block((long,)),), heading=(one(HEADING),), again=(one(AGAIN),))
    first, second = paginate([section], ROOM)
    assert marks([first]) == [HEADING.name, LABEL.name, *range(9)]
    assert marks([second]) == [AGAIN.name, LABEL.name, 9, 10, 11]


def test_what_belongs_together_moves_to_the_next_page_when_little_room_is_left() -> None:
    high = [Block((one(Mark(0, 70)),)), Block((one(Mark(1, 20)), one(Mark(2, 20))))]
    pages = paginate([Section(tuple(high))], ROOM)
    assert [marks([page]) for page in pages] == [[0], [1, 2]]


def test_what_belongs_together_is_split_rather_than_leaving_half_a_page_white() -> None:
    long = Block(tuple(one(Mark(each, 20)) for each in range(1, 5)), again=(one(LABEL),))
    pages = paginate([Section((Block((one(Mark(0, 40)),)), long))], ROOM)
    assert [marks([page]) for page in pages] == [[0, 1, 2, 3], [LABEL.name, 4]]


def test_a_section_that_allows_it_leaves_any_hole_to_stay_whole() -> None:
    week = [Block((Row((Cell(10, (Mark(each, 30), Mark(each, 30))),)),)) for each in range(3)]
    pages = paginate([Section(tuple(week), hole=1)], ROOM)
    assert [marks([page]) for page in pages] == [[0, 0], [1, 1], [2, 2]]


def test_white_between_blocks_is_not_taken_to_the_next_page() -> None:
    whole = [Block((one(Mark(each, 50)),)) for each in range(2)]
    pages = paginate([Section(tuple(whole), between=20)], ROOM)
    assert [marks([page]) for page in pages] == [[0], [1]]
    assert pages[1][0].cells[0].strips == (Mark(1, 50),)


def test_nothing_at_all_is_one_empty_page() -> None:
    assert paginate([], ROOM) == [[]]


def test_what_is_higher_than_a_page_is_placed_all_the_same() -> None:
    pages = paginate([Section((Block((one(Mark(0, 150)),)),))], ROOM)
    assert marks(pages) == [0]


def test_a_row_is_as_high_as_its_highest_column_or_as_it_is_told_to_be() -> None:
    row = Row((Cell(10, (Space(5),)), Cell(10, (Space(5), Space(6)))), Look(above=2, below=3))
    assert row.height == 16
    assert Row(row.cells, row.look, least=40).height == 40
