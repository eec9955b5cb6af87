"""Hostile and clumsy input, row by row: what Ada's file holds, and all that a check says of it."""

import time
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.repository_builder import ADA, CONSENT, GOAL, MEETING, PAIRED, SMALL, problem_lines

ADA_FILE = "program/participants/ada.yaml"
PAIR_FILE = "program/pairs/spring/ada-ben.yaml"
MEETINGS = "program/meetings/spring/ada-ben"
NO_DATE = "5:9: joined must be a date such as 2026-03-01, not"
NO_YEAR = "5:9: joined must lie between 1990 and five years from now, not on"
NO_NUMBER = "5:11: capacity must be a whole number written with the digits 0-9, not"
NO_TAGS = "tags are not allowed; delete the '!' word. [yaml-feature]"
NO_DIRECTIVES = "1:1: directives are not allowed; delete this line. [yaml-feature]"
NO_LOGIN = "5:9: github must be a GitHub login (letters a-z, digits, single hyphens; no '@'), not"
NO_LINK = "5:9: link must begin with https://, such as https://example.org/page, not"
EMPTY = "1:1: this file is empty. Begin with 'schema: 1'. [empty-file]"
MERGE_KEYS = (
    "5:1: unknown field '<<': merge keys are not supported. Write the fields themselves. "
    "[unknown-field]"
)


class Row(NamedTuple):
    """What Ada's file holds after its usual fields (or at all, as bytes) and what is said of it."""

    id: str
    text: str | bytes
    said: tuple[str, ...]


def named(name: str) -> bytes:
    return ADA.replace("Ada", name).encode()


YAML = (
    Row("Y02", "offers:\n  - skill: a\n    level: new\n    level: some\n", (
        ("8:5: this file has 'offers[0].level' twice; the first is on line 7. Keep one. "
        "[duplicate-key]"),
    )),
    Row("Y03", b"a: &x [..9]\nb: [*x,*x,*x,*x,*x,*x,*x,*x,*x]\n", (
        "1:4: anchors are not allowed; delete the '&' word. [yaml-feature]",
    )),
    Row("Y04", b"a: &a {b: 1}\n<<: [*a,*a,*a,*a,*a,*a,*a,*a]\n", (
        "1:4: anchors are not allowed; delete the '&' word. [yaml-feature]",
    )),
    Row("Y05", b"&a [*a]\n", (
        "1:1: anchors are not allowed; delete the '&' word. [yaml-feature]",
    )),
    Row("Y06", b"a: *b\n", (
        "1:4: aliases are not allowed; write the value itself. [yaml-feature]",
    )),
    Row("Y07-number", "<<: 3\n", (MERGE_KEYS,)),
    Row("Y07-map", "<<: {a: 1}\n", (MERGE_KEYS,)),
    Row("Y09", b"- " * 30_000, ("1:33: nesting deeper than 16. [too-deep]",)),
    Row("Y12-list", b"? [a, b]\n: c\n", (
        "1:3: only plain text keys are allowed. [yaml-feature]",
    )),
    Row("Y12-deep", b"? " * 5_000, ("1:3: only plain text keys are allowed. [yaml-feature]",)),
    Row("Y13", b"!!python/object/apply:os.system [id]\n", (f"1:1: {NO_TAGS}",)),
    Row("Y14", b"a: !!int abc\n", (f"1:4: {NO_TAGS}",)),
    Row("Y15", b"a: !!bool abc\n", (f"1:4: {NO_TAGS}",)),
    Row("Y16", b"a: !!timestamp abc\n", (f"1:4: {NO_TAGS}",)),
    Row("Y17", b"a: !!int\n", (f"1:4: {NO_TAGS}",)),
    Row("Y18", b"a: !!binary '%%%'\n", (f"1:4: {NO_TAGS}",)),
    Row("Y19-tag", b"a: !foo bar\n", (f"1:4: {NO_TAGS}",)),
    Row("Y19-directive", b"%TAG ! tag:evil,2000:\n---\na: 1\n", (NO_DIRECTIVES,)),
    Row("Y20", b"%YAML 3.0\n---\na: 1\n", (NO_DIRECTIVES,)),
    Row("Y25", "joined: 0\n", (f"{NO_DATE} '0'. [date]",)),
    Row("Y26-digits", "joined: 20260504\n", (f"{NO_DATE} '20260504'. Did you mean 2026-05-04? [date]",)),
    Row("Y26-seconds", "joined: 1780000000\n", (f"{NO_DATE} '1780000000'. [date]",)),
    Row("Y27-last", "joined: 9999-12-31\n", (
        f"{NO_YEAR} '9999-12-31'. [date]",
    )),
    Row("Y27-first", "joined: 0001-01-01\n", (
        f"{NO_YEAR} '0001-01-01'. [date]",
    )),
    Row("Y27-far", "joined: 2031-05-01\n", (
        f"{NO_YEAR} '2031-05-01'. [date]",
    )),
    Row("Y27-no-such-day", "joined: 2026-02-30\n", (f"{NO_DATE} '2026-02-30'. There is no such day. [date]",)),
    Row("Y28", "joined: 2026-05-01T10:00:00+25:00\n", (
        f"{NO_DATE} '2026-05-01T10:00:00+25:00'. Did you mean 2026-05-01? [date]",
    )),
    Row("Y31", "pronouns: no\nline: NO\n", ()),
    Row("Y33-octal", "capacity: 0777\n", (
        "5:11: capacity must be a whole number without a zero in front; write 777. [whole-number]",
    )),
    Row("Y33-hex", "capacity: 0x1F\n", (f"{NO_NUMBER} '0x1F'. [whole-number]",)),
    Row("Y33-underscore", "capacity: 1_000\n", (f"{NO_NUMBER} '1_000'. [whole-number]",)),
    Row("Y33-binary", "capacity: 0b11\n", (f"{NO_NUMBER} '0b11'. [whole-number]",)),
    Row("Y34-float", "capacity: 2.0\n", (f"{NO_NUMBER} '2.0'. [whole-number]",)),
    Row("Y34-true", "capacity: true\n", (f"{NO_NUMBER} 'true'. [whole-number]",)),
    Row("Y35", "capacity: ٣\n", (f"{NO_NUMBER} '٣'. [whole-number]",)),
    Row("Y37", "capacity: " + "9" * 5_000 + "\n", (
        "5:11: capacity is a number that is too long (max 15 digits). [whole-number]",
    )),
    Row("Y38", "github: 12345\n", ()),
    Row("Y40-null", named('"Null"'), ()),
    Row("Y40-true", named('"True"'), ()),
    Row("Y40-no", named('"No"'), ()),
    Row("Y40-unquoted", named("True"), ()),
    Row("Y41-equals", named("="), ()),
    Row("Y41-merge", named("<<"), ()),
    Row("Y42", named("Ana: the great"), (
        "2:10: ':' inside a value; put the value in quotes. [colon-in-value]",
    )),
    Row("Y43", "github: @ana\n", (
        "5:9: '@' cannot start a value; write ana, not @ana. [yaml-syntax]",
    )),
    Row("Y43-other-word", "line: @ben, hello\n", (
        "5:7: '@' cannot start a value; write ben, not @ben. [yaml-syntax]",
    )),
    Row("Y46-double", 'line: "I weave.\n', (
        "5:7: the quote opened at 5:7 never closes; close it with the same mark. [unclosed-quote]",
    )),
    Row("Y46-single", "line: 'I weave.\n", (
        "5:7: the quote opened at 5:7 never closes; close it with the same mark. [unclosed-quote]",
    )),
    Row("Y46-backslash", 'line: "C:\\weave"\n', (
        ("5:10: a backslash like this means nothing inside double quotes; write it twice, "
        "or put the value in single quotes. [backslash]"),
    )),
    Row("Y48-empty", b"", (EMPTY,)),
    Row("Y48-comments", b"# one\n# two\n", (EMPTY,)),
    Row("Y48-dashes", b"---\n...\n", (EMPTY,)),
    Row("Y49-scalar", b"hello\n", (
        "1:1: a record must be a map of fields, such as 'name: Ana Rivers'. [map]",
    )),
    Row("Y49-list", b"- a\n", (
        "1:1: a record must be a map of fields, such as 'name: Ana Rivers'. [map]",
    )),
    Row("Y50", "rol: mentor\n", (
        "5:1: unknown field 'rol'. Did you mean 'role'? [unknown-field]",
    )),
    Row("Y52", b"\xef\xbb\xbfschema: 1\nname: Ada\nrole: 1\n" + CONSENT.encode(), (
        "3:7: role must be 'mentor', 'mentee' or 'both', not '1'. [role]",
    )),
    Row("Y52-first-line", b"\xef\xbb\xbfschema: 2\n" + ADA.encode().removeprefix(b"schema: 1\n"), (
        "1:9: written for a newer mentorgen (2); this one knows 1. Update mentorgen. [schema]",
    )),
    Row("Y53", "line: a\ufeffb\n", ("5:8: invisible character U+FEFF; delete it. [hidden-character]",)),
    Row("Y54-little", ADA.encode("utf-16"), (
        "1:1: this file looks like UTF-16 or UTF-32; save it as UTF-8. [not-utf-8]",
    )),
    Row("Y54-big-without-mark", ADA.encode("utf-16-be"), (
        "1:1: this file looks like UTF-16 or UTF-32; save it as UTF-8. [not-utf-8]",
    )),
    Row("Y55", ADA.encode() + b"line: \xe9t\xe9\n", (
        "5:7: byte 0xE9 is not UTF-8; save this file as UTF-8. [not-utf-8]",
    )),
    Row("Y56-surrogate", ADA.encode() + b"line: \xed\xa0\x80\n", (
        "5:7: byte 0xED is not UTF-8; save this file as UTF-8. [not-utf-8]",
    )),
    Row("Y56-overlong", ADA.encode() + b"line: \xc0\xaf\n", (
        "5:7: byte 0xC0 is not UTF-8; save this file as UTF-8. [not-utf-8]",
    )),
    Row("Y57-nul", "line: a\0b\n", ("5:8: control character U+0000; delete it. [hidden-character]",)),
    Row("Y57-bell", "line: a\ab\n", ("5:8: control character U+0007; delete it. [hidden-character]",)),
    Row("Y57-escape", "line: \x1b[31m\n", (
        "5:7: control character U+001B; delete it. [hidden-character]",
    )),
    Row("Y59", "line: hi\u2028role: both\n", (
        "5:9: hidden line break U+2028; delete it and press Enter instead. [hidden-character]",
    )),
    Row("Y60-next-line", "line: hi\x85role: both\n", (
        "5:9: hidden line break U+0085; delete it and press Enter instead. [hidden-character]",
    )),
    Row("Y60-paragraph", "line: hi\u2029role: both\n", (
        "5:9: hidden line break U+2029; delete it and press Enter instead. [hidden-character]",
    )),
    Row("Y60-return", "line: hi\rrole: both\n", (
        "5:9: hidden line break U+000D; delete it and press Enter instead. [hidden-character]",
    )),
    Row("Y61-raw", "line: a\u2066b\n", (
        "5:8: bidirectional control character U+2066; delete it. [hidden-character]",
    )),
    Row("Y61-escaped", 'line: "\\u202e"\n', (
        "5:7: bidirectional control character U+202E; delete it. [hidden-character]",
    )),
    Row("Y61-escaped-key", '"\\u202e": a\n', (
        "5:1: bidirectional control character U+202E; delete it. [hidden-character]",
    )),
    Row("Y62-login", "github: ad\u200ba\n", (
        "5:11: invisible character U+200B; delete it. [hidden-character]",
    )),
    Row("Y62-enum", "colour: blu\u200ce\n", (
        "5:9: colour holds an invisible character U+200C; delete it. [hidden-character]",
    )),
    Row("Y62-key", "li\u200dne: I weave.\n", (
        "5:1: this field's name holds an invisible character U+200D; delete it. [hidden-character]",
    )),
    Row("Y62-name", named("\u0645\u06cc\u200c\u062e\u0648 👩\u200d🔧"), ()),
    Row("Y64", "github: \u0430na\n", (f"{NO_LOGIN} '\u0430na'. [login]",)),
    Row("Y66", named("Ade\u0301lie"), (
        ("2:7: letters and their accents stand apart here and are read as one; type them again. "
        "[letters-apart]"),
    )),
    Row("Y70", ADA.replace("\n", "\r\n", 2).encode(), (
        ("3:1: this line ends in another way than the first (Windows or Unix); save all alike. "
        "[line-ends]"),
    )),
    Row("Y71", ADA.removesuffix("\n").encode(), ()),
    Row("Y72", b"line: " + b"a" * 2_000_000, (
        "1:1: this file has more than 65,536 bytes, too many to read. Split it. [file-too-large]",
    )),
    Row("Y73", b"".join(b"k%d: 1\n" % number for number in range(100_000)), (
        "1:1: this file has more than 65,536 bytes, too many to read. Split it. [file-too-large]",
    )),
    Row("Y74", "offers:\n" + "- {skill: a}\n" * 5_000, (
        "6:1: offers has more than 50 entries; at most 50 are read. Shorten it. [too-long]",
    )),
    Row("Y75-planet", "timezone: Mars/Olympus\n", (
        "5:11: 'Mars/Olympus' is no time zone. Write a name such as Europe/Lisbon. [time-zone]",
    )),
    Row("Y75-offset", "timezone: GMT+5\n", (
        ("5:11: 'GMT+5' is no time zone. Write the place whose clocks you follow, such as "
        "Asia/Karachi. [time-zone]"),
    )),
    Row("Y75-path", "timezone: ../../etc/passwd\n", (
        "5:11: '../../etc/passwd' is no time zone. Write a name such as Europe/Lisbon. [time-zone]",
    )),
    Row("Y75-empty", "timezone: ''\n", (
        "5:11: timezone is empty. Write something, or leave the field out. [text]",
    )),
    Row("Y75-place", "timezone: lisbon\n", (
        "5:11: 'lisbon' is no time zone. Did you mean 'Europe/Lisbon'? [time-zone]",
    )),
    Row("Y77", "<<<<<<< HEAD\nline: a\n=======\nline: b\n>>>>>>> autumn\n", (
        "5:1: a merge conflict is left here; choose one side. [merge-conflict]",
    )),
    Row("H15-script", "links: ['javascript:alert(1)']\n", (f"{NO_LINK} 'javascript:alert(1)'. [link]",)),
    Row("H15-password", "links: ['https://ada:pw@h.example']\n", (
        ("5:9: link has a name or a password before its host in 'https://ada:pw@h.example'; "
        "delete them. [link]"),
    )),
    Row("H15-file", "links: ['file:///etc/passwd']\n", (f"{NO_LINK} 'file:///etc/passwd'. [link]",)),
    Row("H15-homograph", "links: ['https://\u0430pple.com/']\n", (
        ("5:9: link has letters other than a-z in the host of 'https://\u0430pple.com/', which can "
        "look like others; write the host in the form that begins with xn--. [link]"),
    )),
    Row("H15-long", "links: ['https://example.org/" + "a" * 3_000 + "']\n", (
        "5:9: link has 3,020 characters; at most 500 fit. Shorten it. [too-long]",
    )),
    Row("R12-enterprise", "github: ana_corp\n", ()),
    Row("R12-bot", "github: x[bot]\n", (f"{NO_LOGIN} 'x[bot]'. [login]",)),
    Row("R12-long", "github: " + "a" * 40 + "\n", (
        "5:9: github has 40 characters; at most 39 fit. Shorten it. [too-long]",
    )),
    Row("R12-hyphen-first", "github: -ana\n", (f"{NO_LOGIN} '-ana'. [login]",)),
    Row("R12-two-hyphens", "github: a--b\n", (f"{NO_LOGIN} 'a--b'. [login]",)),
    Row("R13", ADA.replace("schema: 1", "schema: 99").encode(), (
        "1:9: written for a newer mentorgen (99); this one knows 1. Update mentorgen. [schema]",
    )),
    Row("R13-true", ADA.replace("schema: 1", "schema: true").encode(), (
        "1:9: schema must be 1, not 'true'. [schema]",
    )),
    Row("R14", ADA.replace("schema: 1\n", "").encode(), (
        "1:1: the version of the format is missing. Add 'schema: 1'. [schema]",
    )),
    Row("R15", ADA.replace(CONSENT, "").encode(), (
        ("1:1: there is no consent here, so this person is not shown or reminded. "
        "Add 'consent:' when they agree. [no-consent]"),
    )),
    Row("R16", ADA.replace("2026-01-10", "2026-04-02").encode(), (
        "4:30: consent lies after today, 2026-04-01; write the day on which they agreed. [consent]",
    )),
    Row("R17", "full_name: Ada Lovelace\n", (
        "5:12: 'full_name' belongs to the private folder; move it there. [private-field]",
    )),
    Row("R18", "line: Call 00351 912 345 678.\n", (
        ("5:12: a phone number stands here; contact details belong to the private folder. "
        "[contact-details]"),
    )),
    Row("R18-escaped", 'line: "ada\\u0040example.org"\n', (
        ("5:7: an e-mail address stands here; contact details belong to the private folder. "
        "[contact-details]"),
    )),
)  # fmt: skip


@pytest.mark.parametrize("row", YAML, ids=lambda row: row.id)
def test_a_file_gets_one_clear_answer(row: Row, tmp_path: Path) -> None:
    content = row.text if isinstance(row.text, bytes) else (ADA + row.text).encode()
    began = time.process_time()

    assert problem_lines(tmp_path, {**SMALL, ADA_FILE: content}) == [
        f"{ADA_FILE}:{said}" for said in row.said
    ]
    assert time.process_time() - began < 2


class Files(NamedTuple):
    """Files beside a pair of two people, and what is said of all of them."""

    id: str
    files: dict[str, str]
    said: tuple[str, ...]


FILES = (
    Files("Y29", {"private/participants/ada.yaml": (
        "schema: 1\nhours:\n  - {day: mon, from: 17:30, to: 18:30}\n"
    )}, ()),
    Files("Y30", {"private/participants/ada.yaml": (
        "schema: 1\nhours:\n  - {day: mon, from: 25:99, to: 26:30}\n"
    )}, (
        ("private/participants/ada.yaml:3:22: from must be a time of day such as 17:30, "
        "not '25:99'. [time-of-day]"),
        ("private/participants/ada.yaml:3:33: to must be a time of day such as 17:30, "
        "not '26:30'. [time-of-day]"),
    )),
    Files("Y31-key", {"program/log/people/ben.yaml": (
        "schema: 1\nfacts:\n  - {on: 2026-03-01, kind: opted-out}\n"
    )}, ()),
    Files("Y32", {"program/cohorts/always.yaml": "schema: 1\nname: Always\nrolling: yes\n"}, (
        ("program/cohorts/always.yaml:3:10: rolling must be true or false, not 'yes'. "
        "Write true, without quotes. [true-or-false]"),
    )),
    Files("Y65", {"program/participants/cleo.yaml": ADA.replace("Ada", "\u0410da")}, (
        (f"program/participants/cleo.yaml:2:7: '\u0410da' looks like 'Ada', the name in {ADA_FILE}; "
        "is it somebody else? [look-alike]"),
    )),
    Files("F06", {"program/participants/Ada.yaml": ADA}, (
        ("program/participants/Ada.yaml:1:1: this file and 'ada.yaml' would be one record; "
        "keep one of them. [same-file]"),
    )),
    Files("F07", {"program/participants/e\u0301.yaml": ADA, "program/participants/\xe9.yaml": ADA}, (
        ("program/participants/e\u0301.yaml:1:1: many computers take this file and '\xe9.yaml' for one; "
        "keep one of them, as 'e.yaml'. [same-file]"),
        ("program/participants/\xe9.yaml:1:1: many computers take this file and 'e\u0301.yaml' for one; "
        "keep one of them, as 'e.yaml'. [same-file]"),
    )),
    Files("F09-dot", {"program/participants/cleo.yaml.": ADA}, (
        ("program/participants/cleo.yaml.:1:1: files of this kind end in '.yaml'; "
        "rename this one to 'cleo.yaml'. [file-ending]"),
    )),
    Files("F09-space", {"program/participants/cleo .yaml": ADA}, (
        ("program/participants/cleo .yaml:1:1: a file name is an id: lower-case letters, digits "
        "and single hyphens. Rename it to 'cleo.yaml'. [file-name]"),
    )),
    Files("F10", {"program/participants/\n::error::$(id);rm'.yaml": ADA}, (
        ("program/participants/\\n::error::$(id);rm'.yaml:1:1: a file name is an id: lower-case "
        "letters, digits and single hyphens. Rename it to 'error-id-rm.yaml'. [file-name]"),
    )),
    Files("F12", {PAIR_FILE: PAIRED[PAIR_FILE].replace("[ben]", "[../../x.yaml]")}, (
        (f"{PAIR_FILE}:4:11: mentee '../../x.yaml' is no id. Write the id alone, without a path. "
        "[id]"),
    )),
    Files("F13", {"program/participants/ada.yml": ADA}, (
        ("program/participants/ada.yml:1:1: this file and 'ada.yaml' would be one record; "
        "keep one of them. [same-file]"),
    )),
    Files("F15", {f"program/participants/{'a' * 200}.yaml": ADA}, (
        (f"program/participants/{'a' * 200}.yaml:1:1: slug has 200 characters; "
        "at most 80 fit. Shorten it. [too-long]"),
    )),
    Files("F17", {ADA_FILE: "version https://git-lfs.github.com/spec/v1\nsize 12\n"}, (
        (f"{ADA_FILE}:1:1: this is a Git LFS pointer, not a record; store the file itself. "
        "[lfs-pointer]"),
    )),
    Files("R01", {PAIR_FILE: PAIRED[PAIR_FILE].replace("[ben]", "[benn]")}, (
        (f"{PAIR_FILE}:4:11: mentee 'benn' is not a participant. Did you mean 'ben'? "
        "[unknown-participant]"),
    )),
    Files("R02", {PAIR_FILE: PAIRED[PAIR_FILE].replace("[ben]", "[ada]")}, (
        (f"{PAIR_FILE}:3:11: mentor and mentee are the same person, 'ada'; change one. "
        "[same-person]"),
    )),
    Files("R06-early", {f"{MEETINGS}/2026-03-01.md": MEETING}, (
        (f"{MEETINGS}/2026-03-01.md:2:1: this meeting lies before the pair's start, 2026-03-02. "
        "Mend the file's name or the start. [meeting-day]"),
    )),
    Files("R06-future", {f"{MEETINGS}/2026-04-02.md": MEETING}, (
        (f"{MEETINGS}/2026-04-02.md:2:1: this meeting lies after today, 2026-04-01; "
        "write it down when it has been. [meeting-day]"),
    )),
    Files("R07", {"program/goals/spring/ada-ben/patch.yaml": f"{GOAL}due: 2026-03-01\n"}, (
        ("program/goals/spring/ada-ben/patch.yaml:4:6: due lies before set_on, 2026-03-09. "
        "[date-order]"),
    )),
    Files("R09", {ADA_FILE: f"{ADA}github_id: 7\n", "program/participants/cleo.yaml": f"{ADA}github_id: 7\n"}, (
        ("program/participants/cleo.yaml:5:12: the GitHub account '7' is also in "
        f"{ADA_FILE}; one account is one person. [same-account]"),
    )),
    Files("R18-file-name", {"program/participants/cleo-351912345678.yaml": ADA}, (
        ("program/participants/cleo-351912345678.yaml:1:1: a phone number stands in this file's "
        "name; contact details belong to the private folder. [contact-details]"),
    )),
)  # fmt: skip


@pytest.mark.parametrize("row", FILES, ids=lambda row: row.id)
def test_a_program_gets_one_clear_answer(row: Files, tmp_path: Path) -> None:
    assert problem_lines(tmp_path, {**PAIRED, **row.files}) == list(row.said)


def test_a_file_of_unknown_fields_is_answered_in_time(tmp_path: Path) -> None:
    many = "".join(f"k{number}: 1\n" for number in range(2_000))
    began = time.process_time()

    said = problem_lines(tmp_path, {**SMALL, ADA_FILE: ADA + many})

    assert len(said) == 2_000
    assert time.process_time() - began < 2
