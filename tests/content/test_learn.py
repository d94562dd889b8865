"""The pages of Learn: short, easy to read, sourced; nothing orders, promises or treats."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import textstat

from domain.articles import Article, LeadsTo, article_at
from storage.content_checks import ContentUnsound
from storage.learn_content import LEARN, articles, load
from tests.content.test_skills import PHRASES
from tests.test_words import AMERICAN, BANNED, BRITISH

PAGES = articles()
NOTICE = Path("assets/content/learn.NOTICE.md").read_text("utf-8")
EACH = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.id)
# Beside what no skill says: what only somebody who treats may say, and guilt.
CLAIMS = (
    *("diagnos\\w*", "symptoms?", "treatments?", "patients?", "therapy", "therapist", "disorders?", "compliance"),
    *("effective", "evidence shows", "studies show", "science", "always works", "you will", "gets? better"),
    *("ought", "have to", "need to", "lazy", "guilt", "blame", "normal people", "legally", "the law", "WRAP"),
)


def spoken(page: Article) -> list[str]:
    """Everything a person reads of a page but its sources."""
    said = [(passage.heading, *passage.words, *passage.points) for passage in page.passages]
    return [page.title, page.summary, *(words for passage in said for words in passage)]


def changed(change: Callable[[dict[str, Any]], object]) -> str:
    """The file with the page on energy changed."""
    content = json.loads(LEARN.read_text("utf-8"))
    change(next(page for page in content["pages"] if page["id"] == "energy"))
    return json.dumps(content)


def test_there_is_a_page_for_each_thing_that_was_asked_for() -> None:
    assert [page.id for page in PAGES] == [
        *("recovery", "energy", "plan", "professionals", "peers", "speaking-up", "privacy"),
    ]


def test_what_recovery_means_has_a_passage_for_each_part_of_it() -> None:
    page = article_at(PAGES, "recovery")
    assert page
    assert [passage.heading for passage in page.passages] == [
        *("You lead", "The whole of you", "Meaning", "Ups and downs", "Your strengths", "Support", "Speaking up"),
    ]


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("energy", "Small and chosen"),  # between what pacing and what small planned steps ask
        ("energy", "Studies of pacing were mostly about one illness, called ME/CFS."),
        ("plan", "It is not a legal paper."),
        ("plan", "A professional can tell you what counts where you live."),
        ("professionals", "Want to change a medicine? Talk it over with them first."),
        ("peers", "Studies are mixed."),
        ("privacy", "Tend has no server and no account."),
    ],
)
def test_what_has_to_be_said_stands_there(id: str, words: str) -> None:
    page = article_at(PAGES, id)
    assert page
    assert words in " ".join(spoken(page))


@EACH
def test_a_page_reads_at_grade_6_at_most(page: Article) -> None:
    """Flesch-Kincaid grade by textstat over the page, as for skills; each paragraph by itself, rounded, as well."""
    text = " ".join(part if part[-1] in ".?”" else f"{part}." for part in spoken(page))
    assert textstat.flesch_kincaid_grade(text) <= 6
    alone = [words for passage in page.passages for words in (*passage.words, *passage.points)]
    assert [words for words in alone if round(textstat.flesch_kincaid_grade(words)) > 6] == []


@EACH
def test_a_page_is_short_and_takes_the_minutes_it_says(page: Article) -> None:
    """A tired reader reads 80 to 120 words a minute."""
    words = len(" ".join(spoken(page)).split())
    assert page.minutes * 60 <= words <= page.minutes * 120
    sentences = [part for text in spoken(page) for part in re.split(r"(?<=[.?:])\s", text)]
    assert [sentence for sentence in sentences if len(sentence.split()) > 12] == []


@EACH
def test_nothing_orders_promises_treats_or_hurts(page: Article) -> None:
    text = "\n".join(spoken(page))
    found = [word for word in (*BANNED, *PHRASES, *CLAIMS) if re.search(rf"\b{word}\b", text, re.IGNORECASE)]
    assert found == []
    assert "!" not in text


@pytest.mark.parametrize("text", ["This treatment is effective.", "You will get better.", "You have to try."])
def test_a_claim_would_be_seen(text: str) -> None:
    assert [word for word in CLAIMS if re.search(rf"\b{word}\b", text, re.IGNORECASE)]


@EACH
def test_words_are_british_and_our_font_can_draw_them(page: Article) -> None:
    text = "\n".join([*spoken(page), *(work.name for work in page.works)])
    american = [match[0] for match in re.finditer(AMERICAN, "\n".join(spoken(page)), re.IGNORECASE)]
    assert [word for word in american if not re.fullmatch(BRITISH, word, re.IGNORECASE)] == []
    assert {letter for letter in text if not letter.isascii()} <= set("–—…’‘“”·é")


@EACH
def test_each_source_stands_in_the_notice_with_its_year_and_the_day_it_was_checked(page: Article) -> None:
    assert page.checked_on == date(2026, 11, 30)
    assert "30 November 2026" in NOTICE
    for work in page.works:
        first = re.split(r"[ ,]", work.name)[0]
        year = "" if first == "Tend" else str(work.year)
        rows = [row for row in NOTICE.splitlines() if row.startswith(f"| {first}") and year in row and page.id in row]
        assert len(rows) == 1, work


def test_every_way_out_of_a_page_is_used() -> None:
    assert {place for page in PAGES for place in page.leads_to} == set(LeadsTo)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda page: page.update(author="A"), "energy: unknown field: author"),
        (lambda page: page.pop("sources"), "energy: missing field: sources"),
        (lambda page: page.update(sources=[]), "energy: empty field: sources"),
        (lambda page: page["sources"][0].pop("year"), "energy: missing field: year"),
        (lambda page: page["sources"][0].update(year="2008"), "energy: something that is to be a number is not"),
        (lambda page: page["sources"][0].update(year=208), "energy: OutOfRange: year"),
        (lambda page: page.update(minutes=True), "energy: something that is to be a number is not"),
        (lambda page: page.update(minutes=30), "energy: OutOfRange: minutes"),
        (lambda page: page.update(passages="words"), "energy: something that is to be a list is not"),
        (lambda page: page["passages"][0].update(words=[]), "energy: Wordless: no words"),
        (lambda page: page["passages"][0].update(words=["", "A."]), "energy: Wordless: no words"),
        (lambda page: page["passages"][0].update(heading=""), "energy: empty field: heading"),
        (lambda page: page["passages"][0].update(picture="a.png"), "energy: unknown field: picture"),
        (
            lambda page: page.update(title="Energy "),
            "energy: something that is to be words is not, or has space around it",
        ),
        (lambda page: page.update(leads_to=["shop"]), "energy: ValueError: 'shop' is not a valid LeadsTo"),
        (lambda page: page.update(checked_on="soon"), "energy: ValueError: Invalid isoformat string: 'soon'"),
        (lambda page: page.update(id="plan"), "plan: 2 pages have this id"),
    ],
)
def test_a_mistake_in_a_page_stops_with_its_name(change: Callable[[dict[str, Any]], object], said: str) -> None:
    with pytest.raises(ContentUnsound) as stopped:
        load(changed(change))
    assert str(stopped.value) == said


@pytest.mark.parametrize("text", ["", "null", "[]", "{}", '{"version": 2, "pages": []}', '{"version": 1, "pages": 7}'])
def test_a_file_that_is_none_of_ours_stops(text: str) -> None:
    with pytest.raises(ContentUnsound, match=r"^pages: "):
        load(text)
