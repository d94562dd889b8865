"""A photo on the phone: made small, without what the camera told, and there after a cold start without a network."""

from __future__ import annotations

import base64
import io
import random
import re
from pathlib import Path

from PIL import Image, ImageDraw, ImageStat

from tests.e2e import device
from tests.e2e.phone import Host, Phone

RED, BLUE, GREEN = (200, 30, 30), (30, 30, 200), (30, 160, 30)
NORTH_WEST_OF_LONDON = {1: "N", 2: (51.0, 33.0, 12.5), 3: "W", 4: (0.0, 10.0, 44.0)}
ORIENTATION, MAKER, GPS = 0x112, 0x10F, 0x8825
TURNED = 6  # to be shown a quarter turn clockwise


def from_a_camera(path: Path) -> Path:
    """4000 × 3000, lying on its side: upright it is red above, blue below, green on the left of the blue."""
    upright = Image.new("RGB", (3000, 4000), RED)
    pen = ImageDraw.Draw(upright)
    pen.rectangle((0, 2000, 2999, 3999), fill=BLUE)
    pen.rectangle((0, 2000, 1499, 3999), fill=GREEN)
    dice = random.Random(6)
    for _ in range(30_000):  # so much of it that the first quality does not do
        x, y, shade = dice.randrange(2990), dice.randrange(3990), dice.randrange(256)
        pen.rectangle((x, y, x + dice.randrange(2, 12), y + dice.randrange(2, 12)), fill=(shade, shade, shade))
    lying = upright.transpose(Image.Transpose.ROTATE_90)
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = TURNED, "Tend's own camera"
    exif.get_ifd(GPS).update(NORTH_WEST_OF_LONDON)
    lying.save(path, "JPEG", quality=95, exif=exif)
    with Image.open(path) as made:
        assert (made.size, dict(made.getexif().get_ifd(GPS))[1]) == ((4000, 3000), "N")
    return path


def choose(phone: Phone, path: Path) -> None:
    with phone.page.expect_file_chooser() as chooser:
        phone.tap("Add a photo")
    chooser.value.set_files(path)


def kept(phone: Phone) -> list[bytes]:
    """The photos that stand in Tend's files."""
    content = b"".join(device.files(phone.page).values())
    return [base64.b64decode(found) for found in re.findall(rb'"photo":"([^"]+)"', content)]


def seen(phone: Phone) -> Image.Image:
    """The picture on the screen."""
    box = phone.page.get_by_role("img", name="A photo").bounding_box()
    assert box, "no photo on the screen"
    height = min(box["height"], 844 - box["y"])
    picture = Image.open(io.BytesIO(phone.picture(box["x"], box["y"], box["width"], height)))
    return picture.convert("RGB")


def shade(picture: Image.Image, x: float, y: float) -> list[float]:
    """The middling colour of a part, given by where its middle lies, of 1."""
    width, height = picture.size
    spot = (int(width * (x - 0.1)), int(height * (y - 0.08)), int(width * (x + 0.1)), int(height * (y + 0.08)))
    return ImageStat.Stat(picture.crop(spot)).median


def near(colour: list[float], other: tuple[int, int, int]) -> bool:
    return all(abs(one - two) < 40 for one, two in zip(colour, other, strict=True))


def test_a_photo_is_kept_small_upright_without_its_place_and_shows_offline_after_a_cold_start(
    host: Host, phone: Phone, tmp_path: Path
) -> None:
    path = from_a_camera(tmp_path / "camera.jpg")
    assert path.stat().st_size > 2_000_000
    phone.visit(host.url("#/skills"))
    phone.wait_for_offline()
    phone.tap("Hope box Things that help me hold on.", exact=False)
    phone.sees("Put in what helps you hold on.")
    choose(phone, path)
    phone.page.get_by_role("img", name="A photo").wait_for(state="attached")

    phone.context.set_offline(True)
    phone.restart()
    phone.context.set_offline(True)
    phone.visit(host.url("#/hopes"))
    phone.page.get_by_role("img", name="A photo").wait_for(state="attached")
    phone.wait_until_still()
    shown = seen(phone)
    assert near(shade(shown, 0.5, 0.2), RED), "its upper half, on the screen"
    phone.context.set_offline(False)

    (photo,) = kept(phone)
    assert len(photo) <= 200_000
    with Image.open(io.BytesIO(photo)) as picture:
        assert (picture.format, picture.size) == ("WEBP", (960, 1280))
        assert dict(picture.getexif()) == {}
        drawn = picture.convert("RGB")
    assert near(shade(drawn, 0.5, 0.25), RED)
    assert near(shade(drawn, 0.25, 0.75), GREEN)
    assert near(shade(drawn, 0.75, 0.75), BLUE)
    assert not any(told in photo for told in (b"Exif", b"EXIF", b"GPS", b"Tend's own camera", b"XMP"))


def test_no_picture_and_one_of_fifty_megabytes_are_refused_in_a_sentence(
    host: Host, phone: Phone, tmp_path: Path
) -> None:
    letter, huge = tmp_path / "letter.jpg", tmp_path / "huge.jpg"
    letter.write_bytes(b"Dear Maya, this is no photo.")
    huge.write_bytes(b"\xff\xd8" + bytes(50_000_000))
    phone.visit(host.url("#/hopes"))
    choose(phone, letter)
    phone.sees("This does not open as a photo here. Please pick another.")
    choose(phone, huge)
    phone.sees("This photo is too large. Please pick a smaller one.")
    assert kept(phone) == []
