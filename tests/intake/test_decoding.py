import pytest
from hypothesis import given
from hypothesis import strategies as st

from rumours.intake import IntakeError, decode
from rumours.intake.decoding import repair_mojibake

NAMES = "Škriniar, Çalhanoğlu und Müller sagten: “nein” – für 20 €."


@pytest.mark.parametrize(
    ("content", "declared", "text", "encoding"),
    [
        (NAMES.encode(), "", NAMES, "utf-8"),
        (NAMES.encode("utf-8-sig"), "", NAMES, "utf-8-sig"),
        (NAMES.encode("utf-16"), "", NAMES, "utf-16"),
        ("“Müller – für 20 €”".encode("cp1252"), "", "“Müller – für 20 €”", "windows-1252"),
        ("“Müller” – né".encode("cp1252"), "ISO-8859-1", "“Müller” – né", "windows-1252"),
        ("Çalhanoğlu".encode("iso-8859-9"), "iso-8859-9", "Çalhanoğlu", "iso-8859-9"),
        ("Škriniar".encode("windows-1250"), "windows-1250", "Škriniar", "windows-1250"),
        (NAMES.encode(), "iso-8859-1", NAMES, "utf-8"),
        (b"plain", "utf-7", "plain", "utf-8"),
        ("Spaß” für Müller".encode("cp1252"), "", "Spaß” für Müller", "windows-1252"),
    ],
)
def test_the_encoding_is_the_one_that_is_sure(content: bytes, declared: str, text: str, encoding: str) -> None:
    assert decode(content, declared) == (text, encoding)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "it is empty"),
        (b" \r\n\t", "it is empty"),
        (b"\xef\xbb\xbf\n", "it is empty"),
        (b"%PDF-1.7 text", "it is a PDF, not a text"),
        (b"\x89PNG\r\n", "it is a PNG picture, not a text"),
        (b"abc\x00def", "it is binary data, not a text"),
        (b"\x01\x02\x03" * 50, "it is binary data, not a text"),
        ("a\nŠkriniar né".encode() + b"\xc5 b", "broken UTF-8 on line 2"),
        (b"caf\xe9 \x81", "it is neither UTF-8 nor Windows-1252"),
        (b"\xff\xfea", "its byte order mark says utf-16"),
    ],
)
def test_what_is_no_text_or_broken_is_named(content: bytes, message: str) -> None:
    with pytest.raises(IntakeError) as refused:
        decode(content)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize(
    ("text", "repaired"),
    [
        ("Fenerbahceâ€™s Milan Å\u00a0kriniar said â€œnoâ€\x9d", "Fenerbahce’s Milan Škriniar said “no”"),
        ("MÃ¼ller", "Müller"),
        ("MÃƒÂ¼ller", "Müller"),
    ],
)
def test_mojibake_is_repaired_when_certain(text: str, repaired: str) -> None:
    assert repair_mojibake(text) == (repaired, True)


@pytest.mark.parametrize(
    "text",
    [
        "Müller für 20 €",
        "plain",
        "â€™ beside ğ",
        "MÃ¼ller and Müller",
        "Ã",
        "ßŠ",
        "MALMÖ’S",
        NAMES,
        "São Paulo’s Ângelo",
    ],
)
def test_a_clean_or_doubtful_text_is_left_alone(text: str) -> None:
    assert repair_mojibake(text) == (text, False)


@given(st.text("aéüñ’“–€ "), st.sampled_from(["é", "ü", "’", "Š"]))
def test_what_was_misread_as_windows_1252_comes_back(text: str, telling: str) -> None:
    misread = (text + telling).encode().decode("cp1252")
    assert repair_mojibake(misread) == (text + telling, True)


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused_with_a_line(content: bytes) -> None:
    try:
        text, encoding = decode(content)
    except IntakeError as error:
        assert str(error) and "\n" not in str(error)
    else:
        assert text.strip() and content.decode(encoding) == text
