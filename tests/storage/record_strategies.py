"""Arbitrary values for Hypothesis."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from domain.models import (
    DISTRESSES,
    ENERGIES,
    LONGEST_FEELING,
    LONGEST_NAME,
    LONGEST_STEP,
    MOODS,
    TEXT_SIZES,
    WEEK_STARTS,
    Activity,
    Appearance,
    CheckIn,
    Feeling,
    Preferences,
    Sleep,
)


def as_typed(text: str) -> str:
    """Two surrogates that make a pair are one character, as in every browser; a lone one stays."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


texts = st.text(st.characters()).map(as_typed)


def short_texts(longest: int) -> st.SearchStrategy[str]:
    return texts.map(lambda words: as_typed(words[:longest]))


zones = st.sampled_from([UTC, timezone(timedelta(0), "elsewhere")])
instants = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=zones)  # noqa: DTZ001
energies = st.none() | st.sampled_from(ENERGIES)
activities = st.builds(Activity, texts, energies, energies)
check_ins = st.builds(
    CheckIn,
    id=texts,
    at=instants,
    utc_offset_minutes=st.integers(-720, 840),
    mood=st.none() | st.sampled_from(MOODS),
    energy=energies,
    feelings=st.lists(texts, max_size=5).map(tuple),
    activities=st.lists(activities, max_size=4).map(tuple),
    sleep=st.none() | st.sampled_from(Sleep),
    sleep_hours=st.none() | st.integers(0, 24) | st.floats(0, 24),
    note=texts,
    distress=st.none() | st.sampled_from(DISTRESSES),
)
steps = st.just(()) | st.tuples(*(short_texts(LONGEST_STEP),) * 5)
feelings = st.builds(
    Feeling, short_texts(LONGEST_FEELING).filter(str.strip), short_texts(LONGEST_FEELING), st.booleans()
)
preferences = st.builds(
    Preferences,
    st.sampled_from(Appearance),
    st.sampled_from(TEXT_SIZES),
    quick_exit=st.booleans(),
    is_neutral=st.booleans(),
    name=short_texts(LONGEST_NAME),
    is_welcomed=st.booleans(),
    is_plain=st.booleans(),
    week_start=st.sampled_from(WEEK_STARTS),
    moods=steps,
    energies=steps,
    feelings=st.lists(feelings, max_size=5, unique_by=lambda feeling: feeling.word).map(tuple),
)
