"""The fallback fonts and the icon font, held against the installed flet_web client."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import flet as ft
import pytest
from flet_web import get_package_web_dir
from fontTools.ttLib import TTFont

from web import fonts

CLIENT = Path(get_package_web_dir())
ICON_FONT = CLIENT / "assets/fonts/MaterialIcons-Regular.otf"
FONTS = Path("assets/fonts")
SAMPLES = {
    "notosans.woff2": "Ελληνικά Русский Українська Tiếng Việt Āō ŋ नमस्ते हिन्दी क्षत्रिय → ✓ ★ ♡",
    "notosansarabic.woff2": "مرحبا كيف حالك؟ فارسی اردو ١٢٣",
    "notosanshebrew.woff2": "שלום עולם",
    "notocoloremoji.woff2": "😀❤🌱☀👍🏽🙏🫠🇬🇧",
    "AtkinsonHyperlegibleNext.woff2": "Zażółć gęślą jaźń Příliš žluťoučký Iğdır île garçon Ștefan “quoted” – …",
}


@cache
def client_js() -> str:
    return (CLIENT / "main.dart.js").read_text("utf-8")


@cache
def pointed_js() -> str:
    return fonts.point_fallbacks(client_js())


@cache
def glyphs(name: str) -> frozenset[int]:
    with TTFont(FONTS / name) as font:
        return frozenset(font.getBestCmap())


class Engine:
    """Flutter's own reading of the three tables (its `font_fallbacks.dart`), on the text of a client."""

    def __init__(self, main_dart_js: str) -> None:
        self.families = re.findall(r'\("(Noto [^"]*)","([^"]*)"\)', main_dart_js)
        sets = re.search(r'\("(,[0-9a-z][0-9a-z,]*)"\)', main_dart_js)
        code_points = re.search(r'"([0-9A-Za-z]{1000,})"', main_dart_js)
        assert sets is not None
        assert code_points is not None
        self.sets = [self._font_set(spelled) for spelled in sets[1].split(",")]
        self.set_of = self._map(code_points[1])

    def files_for(self, character: str) -> list[str]:
        return [self.families[place][1] for place in self.sets[self.set_of[ord(character)]]]

    @staticmethod
    def _font_set(spelled: str) -> list[int]:
        places, previous, prefix = [], -1, 0
        for sign in spelled:
            if sign.isdigit():
                prefix = prefix * 10 + int(sign)
            else:
                previous += prefix * 26 + ord(sign) - ord("a") + 1
                places.append(previous)
                prefix = 0
        return places

    @staticmethod
    def _map(spelled: str) -> list[int]:
        sets, prefix, length = [], 0, 1
        for sign in spelled:
            if sign.isdigit():
                prefix = prefix * 10 + int(sign)
            elif sign.islower():
                length, prefix = prefix * 26 + ord(sign) - ord("a") + 2, 0
            else:
                sets += [prefix * 26 + ord(sign) - ord("A")] * length
                prefix, length = 0, 1
        assert len(sets) == 0x110000, "the engine throws on any other size"
        return sets


@cache
def engine() -> Engine:
    return Engine(pointed_js())


def test_the_stock_client_asks_for_hundreds_of_files_and_ours_for_none_of_them() -> None:
    assert len(set(fonts.font_names(client_js()))) >= 700
    assert fonts.font_names(pointed_js()) == []
    assert "notosanssc" not in pointed_js()


def test_every_file_the_engine_may_ask_for_is_committed() -> None:
    names = [name for _, name in engine().families]
    assert names == [
        "notosansarabic.woff2",
        "notosanshebrew.woff2",
        "notosans.woff2",
        "notocoloremoji.woff2",
        "none.woff2",
    ]
    assert all((FONTS / name).is_file() for name in [*names, fonts.MAIN_FACE])


def test_the_default_font_is_our_own_face() -> None:
    assert '+"AtkinsonHyperlegibleNext.woff2"' in pointed_js()


@pytest.mark.parametrize("name", sorted(SAMPLES.keys() - {fonts.MAIN_FACE}))
def test_a_word_is_asked_of_the_one_file_that_draws_it(name: str) -> None:
    letters = [letter for letter in SAMPLES[name] if ord(letter) >= 0xA0 and ord(letter) not in glyphs(fonts.MAIN_FACE)]
    assert letters
    assert {letter: engine().files_for(letter) for letter in letters} == {letter: [name] for letter in letters}


def test_cyrillic_was_asked_of_chinese_slices_before() -> None:
    stock = Engine(client_js())
    assert any(name.startswith("notosanssc/") for name in stock.files_for("П"))


def test_the_engine_never_asks_a_file_for_a_character_it_lacks() -> None:
    tables = engine()
    asked = {point: tables.sets[number] for point, number in enumerate(tables.set_of) if number}
    assert len(asked) > 5000
    wrong = [point for point, places in asked.items() for n in places if point not in glyphs(tables.families[n][1])]
    assert wrong == []


@pytest.mark.parametrize("character", ["é", "€", "’", "你", "안", "\u200d", "\ufe0f", "\xad"])
def test_nothing_is_fetched_for_what_the_main_face_draws_or_nobody_can(character: str) -> None:
    assert engine().files_for(character) == []


def test_pointing_is_the_same_on_every_run_and_touches_nothing_else() -> None:
    again = fonts.point_fallbacks(client_js())
    # Compared as booleans: pytest would take minutes to show where ten megabytes differ.
    assert (again == pointed_js()) is True
    table = client_js().index('("Noto ') - 10
    assert (again[:table] == client_js()[:table]) is True
    assert (again[-1_000_000:] == client_js()[-1_000_000:]) is True


def test_a_client_without_the_tables_is_refused() -> None:
    with pytest.raises(fonts.FontTableNotFound, match="table of fallback fonts 0 times"):
        fonts.point_fallbacks("main()")


def test_a_client_pointed_before_is_refused() -> None:
    with pytest.raises(fonts.FontTableNotFound):
        fonts.point_fallbacks(pointed_js())


def test_a_name_outside_the_table_is_refused() -> None:
    with pytest.raises(fonts.FontTableNotFound, match=r"notoserifnew/v1/x\.woff2"):
        fonts.point_fallbacks(client_js() + 'var late="notoserifnew/v1/x.woff2"')


@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_each_font_draws_its_scripts(name: str) -> None:
    assert [letter for letter in SAMPLES[name] if letter != " " and ord(letter) not in glyphs(name)] == []


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.woff2")), ids=lambda path: path.name)
def test_each_font_is_a_woff2_that_canvaskit_can_draw(path: Path) -> None:
    with TTFont(path) as font:
        assert font.flavor == "woff2"
        assert "SVG " not in font
        assert "glyf" in font
        assert ("COLR" in font) == (path.name == "notocoloremoji.woff2")


def test_devanagari_and_arabic_keep_their_shaping_and_the_main_face_its_weights() -> None:
    with TTFont(FONTS / "notosans.woff2") as font:
        assert {"half", "rphf", "pres"} <= {
            record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord
        }
        assert {"dev2", "cyrl"} <= {record.ScriptTag for record in font["GPOS"].table.ScriptList.ScriptRecord}
    with TTFont(FONTS / "notosansarabic.woff2") as font:
        assert {"init", "medi", "fina"} <= {r.FeatureTag for r in font["GSUB"].table.FeatureList.FeatureRecord}
    with TTFont(FONTS / fonts.MAIN_FACE) as font:
        assert [(axis.axisTag, axis.minValue, axis.maxValue) for axis in font["fvar"].axes] == [("wght", 200, 800)]


def test_the_empty_font_holds_a_space_and_nothing_to_draw() -> None:
    assert (FONTS / "none.woff2").stat().st_size < 500
    with TTFont(FONTS / "none.woff2") as font:
        assert len(font.getGlyphOrder()) == 2  # with .notdef
        assert font.getBestCmap().keys() == {0x20}
        assert [font["glyf"][name].numberOfContours for name in font.getGlyphOrder()] == [0, 0]


def test_the_fonts_stay_small() -> None:
    assert (FONTS / fonts.MAIN_FACE).stat().st_size <= 60_000
    assert sum(path.stat().st_size for path in FONTS.glob("*.woff2")) <= 3_000_000


def test_the_icon_font_holds_exactly_what_was_asked_the_same_on_every_run() -> None:
    asked = fonts.icon_code_points(["SETTINGS_ROUNDED", "COPY", "SPA_ROUNDED"])
    cut = fonts.subset_icons(ICON_FONT.read_bytes(), asked.values())
    assert cut == fonts.subset_icons(ICON_FONT.read_bytes(), reversed(list(asked.values())))
    assert cut[:4] == b"OTTO"
    with TTFont(BytesIO(cut)) as font, TTFont(ICON_FONT) as whole:
        assert font.getBestCmap().keys() == set(asked.values())
        assert len(font.getGlyphOrder()) == 4  # with .notdef
        assert font["head"].modified == whole["head"].modified


def test_a_code_point_without_a_glyph_is_refused() -> None:
    with pytest.raises(fonts.IconNotFound, match=r"U\+E5CDF"):
        fonts.subset_icons(ICON_FONT.read_bytes(), [0xE5CDF])


def test_an_icon_is_the_glyph_the_client_draws_even_under_another_name() -> None:
    names = {"COPY": "content_copy_baseline", "FIVE_G": "_5g_baseline", "SPA_ROUNDED": "spa_rounded"}
    with TTFont(ICON_FONT) as font:
        drawn = font.getBestCmap()
    assert {name: drawn[point] for name, point in fonts.icon_code_points(names).items()} == names


def test_every_icon_of_flet_has_a_glyph() -> None:
    assert len(fonts.icon_code_points(dir(ft.Icons))) == len(dir(ft.Icons)) > 8000


def test_an_unknown_icon_is_named_in_the_refusal() -> None:
    with pytest.raises(fonts.IconNotFound, match=r"ft\.Icons\.SPROUT_OF_HOPE "):
        fonts.icon_code_points(["COPY", "SPROUT_OF_HOPE"])


def test_a_client_without_the_icon_table_is_refused() -> None:
    with pytest.raises(fonts.FontTableNotFound, match="no table of 12 Material icons"):
        fonts.icon_table(client_js(), 12)


def test_the_icons_that_flutter_draws_itself_are_all_listed() -> None:
    """The client mentions each such icon outside of the definitions and of the table of all icons."""
    js = client_js()
    table = max(re.findall(r"\[((?:[\w$]+\.[\w$]+,){999,}[\w$]+\.[\w$]+)\]", js), key=len)
    definitions = dict(re.findall(r'\b([\w$]+\.[\w$]+)=new [\w$.]+\(([\de]+),"MaterialIcons"', js))
    elsewhere = re.findall(r"(?<![.\w$])[\w$]+\.[\w$]+(?!=new)(?![\w$])", js.replace(table, ""))
    drawn = {int(float(definitions[name])) for name in elsewhere if name in definitions}
    assert drawn == set(fonts.icon_code_points(fonts.FLUTTER_ICONS).values())
    assert len(drawn) == len(fonts.FLUTTER_ICONS)


def test_icon_names_are_read_from_source(tmp_path: Path) -> None:
    first, second = tmp_path / "a.py", tmp_path / "b.py"
    first.write_text(
        "import flet as ft\nx = ft.Icons.SPA if y else flet.Icons.MAP_ROUNDED\n'ft.Icons.IN_TEXT'\n", "utf-8"
    )
    second.write_text("from flet import Icons\nz = [Icons.COPY, Icons.random, Colors.RED, ft.Icons.SPA]\n", "utf-8")
    assert fonts.used_icon_names([first, second]) == {"SPA", "MAP_ROUNDED", "COPY"}
    assert fonts.used_icon_names([]) == frozenset()
