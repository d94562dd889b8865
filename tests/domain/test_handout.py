"""A handout: what was ticked is in it to the character, what was not is not, and no words become markup."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from domain.handout import (
    Entry,
    Handout,
    Kind,
    Offer,
    Offers,
    Section,
    Ticked,
    as_text,
    handed_out,
    people_offers,
    plan_offers,
)
from domain.handout_page import as_page
from domain.people import Person
from domain.plan import Part, PlanItem

TEA, BATH, SIGN = (
    PlanItem("tea", Part.ALONE, "Tea & toast"),
    PlanItem("bath", Part.ALONE, "A bath"),
    PlanItem("sign", Part.EARLY_SIGNS, "I stop answering", answer="Text Maya one word."),
)
HEADINGS = {Part.EARLY_SIGNS: "Early signs", Part.ALONE: "Things I can do alone"}
MAYA = Person("maya", "Maya", "+44 7700 900-123 (home)", text_to="07700 900124", email="m@example.org", notes="Is calm")
TAGS = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "p", "div"}
# Any words: letters of every script, line ends of every kind, what looks like markup.
WORDS = st.text(min_size=1, max_size=60).filter(str.strip) | st.sampled_from(
    ["</style><script>alert(1)</script>", "&lt;b&gt;", "{title}", "a\r\nb\rc\n", "<!--", "خطة", "🫖 tea", "पानी"]
)


def offered(*people: Person) -> tuple[Offers, ...]:
    return *plan_offers([TEA, BATH, SIGN], HEADINGS), people_offers(people, "People", "Texts: {number}")


class Reader(HTMLParser):
    """What a browser would make of a page: its elements, and the words in each."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[str | None, ...]]] = []
        self.paragraphs: list[str] = []
        self.is_in_one = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))
        self.is_in_one = tag == "p"
        self.paragraphs += [""] if self.is_in_one else []

    def handle_endtag(self, tag: str) -> None:
        self.is_in_one = False

    def handle_data(self, data: str) -> None:
        if self.is_in_one:
            self.paragraphs[-1] += data


def test_a_page_holds_what_was_ticked_in_the_order_of_the_plan() -> None:
    parts = offered(MAYA)
    ticked = Ticked().with_all(parts[2].lines).with_all(parts[0].lines).flipped(parts[1].lines[0])
    page = handed_out("My plan", "As of 19 November 2026", parts, ticked)
    assert as_text(page) == (
        "My plan\nAs of 19 November 2026\n\n"
        "Early signs\n- I stop answering\n  Text Maya one word.\n\n"
        "Things I can do alone\n- Tea & toast\n\n"
        "People\n- Maya\n  +44 7700 900-123 (home)\n  Texts: 07700 900124\n  m@example.org\n"
    )


def test_what_a_page_says_of_itself_stands_at_its_end_in_both_and_nothing_of_it_is_lost() -> None:
    page = replace(
        handed_out("My plan", "", offered(MAYA), Ticked().with_all(offered(MAYA)[0].lines)), closing="A <wish>"
    )
    assert as_text(page).endswith("\n\nA <wish>\n")
    assert '<p class="closing">A &lt;wish&gt;</p>\n</main>' in as_page(page, "en-GB")


def test_nothing_ticked_is_a_page_without_a_section() -> None:
    assert handed_out("My plan", "", offered(MAYA), Ticked()) == Handout("My plan", "", ())
    assert as_text(Handout("My plan", "", ())) == "My plan\n"


def test_a_note_stands_below_its_person_and_leaves_with_them() -> None:
    person, note = people_offers([MAYA], "People", "Texts: {number}").lines
    both = Ticked().flipped(person).flipped(note)
    page = handed_out("My plan", "", offered(MAYA), both)
    assert page.sections[-1].entries[-1].more[-1] == "Is calm"
    assert both.flipped(person) == Ticked()
    assert Ticked().with_all((person, note)).lines == {(Kind.PERSON, "maya")}
    assert both.without((person, note)) == Ticked()


def test_what_belongs_together_is_not_torn_and_a_long_item_may_be() -> None:
    short, long = Entry("Tea"), Entry("x" * 1_501)
    page = as_page(Handout("My plan", "", (Section("Alone", (short, long)),)), "en-GB")
    assert page.count('<div class="entry" ') == 1
    assert page.count('<div class="entry long" ') == 1
    assert "break-inside: avoid" in page


def test_a_page_fetches_nothing_and_runs_nothing() -> None:
    page = as_page(Handout("My plan", "Today", (Section("Alone", (Entry("Tea"),)),)), "en-GB")
    assert "default-src 'none'" in page
    assert not any(word in page.lower() for word in ("<script", "src=", "href=", "url(", "@import", "http:", "https:"))


def test_a_line_that_ends_as_on_another_system_keeps_its_end() -> None:
    page = as_page(Handout("My plan", "", (Section("Alone", (Entry("a\r\nb\rc"),)),)), "en-GB")
    assert "a&#13;\nb&#13;c" in page  # a browser makes one sign of a bare pair, and another of a bare return


def test_half_a_character_and_a_nul_become_the_sign_for_what_cannot_be_written() -> None:
    page = Handout("My plan", "", (Section("Alone", (Entry("a\ud83d b\0c"),)),))
    assert as_text(page).encode() == "My plan\n\nAlone\n- a\ufffd b\0c\n".encode()
    assert "a\ufffd b\ufffdc" in as_page(page, "en-GB")


@given(st.lists(st.tuples(WORDS, st.booleans()), max_size=12))
def test_every_character_ticked_comes_back_in_order_from_both_and_nothing_else(lines: list[tuple[str, bool]]) -> None:
    parts = (
        Offers(
            "Part",
            tuple(Offer(Kind.ITEM, str(n), Entry(f"{n}<{words}", (words,))) for n, (words, _) in enumerate(lines)),
        ),
    )
    ticked = Ticked().with_all(parts[0].lines[n] for n, (_, chosen) in enumerate(lines) if chosen)
    page = handed_out("My plan", "", parts, ticked)
    chosen = [(n, words) for n, (words, is_ticked) in enumerate(lines) if is_ticked]
    entries = "".join(f"- {n}<{words}\n  {words}\n" for n, words in chosen)
    assert as_text(page) == ("My plan\n\nPart\n" + entries if chosen else "My plan\n")
    expected = [text.replace("\0", "\ufffd") for n, words in chosen for text in (f"{n}<{words}", words)]
    assert Reader(as_page(page, "en-GB")).paragraphs == expected


@given(st.lists(WORDS, min_size=1, max_size=6))
def test_no_markup_of_a_persons_words_survives(words: list[str]) -> None:
    page = Handout(words[0], words[-1], (Section(words[0], tuple(Entry(text, (text,)) for text in words)),))
    tags = Reader(as_page(page, "en-GB")).tags
    assert {tag for tag, _ in tags} <= TAGS
    around = 13  # html, head with seven, body, main, h1, the date
    assert len(tags) == around + 1 + 3 * len(words)
    assert {name for _, names in tags for name in names} <= {
        "lang",
        "charset",
        "name",
        "content",
        "http-equiv",
        "class",
        "dir",
    }


@given(st.text(max_size=200), st.text(max_size=200))
def test_numbers_stand_as_they_were_typed(phone: str, text_to: str) -> None:
    person = Person("p", "Maya", phone, text_to=text_to)
    [offer] = people_offers([person], "People", "Texts: {number}").lines
    expected = [words for words in (phone, f"Texts: {text_to}" if text_to else "") if words]
    assert list(offer.entry.more) == expected
