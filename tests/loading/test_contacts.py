"""What counts as a way to reach somebody, and what only looks like one."""

import time

import pytest

from mentorgen.loading.contacts import EMAIL, PHONE, Contact, contacts_in

ADDRESSES = (
    "ada@example.org",
    "write to Ada.L+x@mail.example.co.uk!",
    "https://example.org/?to=ada@example.org",
    "ana (at) example dot org",
    "ana [at] example [dot] org",
    "ana at example dot org",
    "ana(at)example.org",
    "ana <at> example.org",
    "ana\uff20example.org",
    "ana&#64;example.org",
    "ana&#x40;example.org",
    "ana%40example.org",
    "[write](mailto:ana@example.org)",
    "<ana@example.org>",
    "<!-- ana@example.org -->",
    "`ana@example.org`",
    "j\xfcrgen@m\xfcnchen.example",
    "ana@\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444",
    "ana@xn--e1afmkfd.xn--p1ai",
    "o'brien@example.org",
)
NUMBERS = (
    "tel:12345678",
    "Reach me:\n06 12 34 56 78",
    "06\u201312\u201334\u201356\u201378",
    "06\u168012\u168034\u168056\u168078",
    "+351 912 345 678",
    "(+1) 555 010 9999",
    "(00351912345678)",
    "+49-30/12 34.56 78",
    "tel:+351912345678",
    "tel:912345678",
    "[call](tel:+1-555-010-9999)",
    "sms:+351912345678",
    "https://wa.me/351912345678",
    "https://api.whatsapp.com/send?phone=351912345678",
    "https://t.me/+351912345678",
    "https://signal.me/#p/+351912345678",
    "+351.912.345.678",
    "+351-912-345-678",
    "+44 (0)20 7946 0123",
    "0044 20 7946 0123",
    "00 351 912 345 678",
    "020 7946 0123",
    "(020) 7946 0123",
    "0171 2345678",
    "030/1234567",
    "06 12 34 56 78",
    "06.12.34.56.78",
    "01712345678",
    "(555) 010-9999",
    "555-010-9999",
    "555.010.9999",
    "Phone: 912 345 678",
    "Phone:+351912345678",
    "my mobile is 912 345 678",
    "WhatsApp 912345678",
    "\uff0b351 912 345 678",
    "+351\xa0912\xa0345\xa0678",
    "+351 912\u2011345\u2011678",
    "+\u0663\u0665\u0661 \u0669\u0661\u0662 \u0663\u0664\u0665 \u0666\u0667\u0668",
    "Tel. 912-345-678",
    "%2B351912345678",
)
NEITHER = (
    "I am @ada there",
    "@ada@social.example.org",
    "2026-01-10",
    "2026-01-10 10:00",
    "10:00-11:30",
    "01/02/2026",
    "01.02.2026",
    "09-12-2026",
    "20260110",
    "from 09:00 to 17:30",
    "2026-03-01/2026-08-30",
    "room 100 000 000",
    "version 1.00.123456789 + 12 more, C++ and 1+1",
    "UTC+05:30",
    "UTC+0530",
    "a path\\to @ home",
    "1+1=2",
    "v1.2.3",
    "10.0.19045.3570",
    "lodash@4.17.21",
    "@babel/core@7.0.0",
    "actions/checkout@v4",
    "actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8",
    "#100000000",
    "issue #1234567890",
    "https://example.org/issues/1234567890",
    "https://example.org/00123456789",
    "https://example.org/2026/01/10/0123456789",
    "https://social.example.org/@ada",
    "https://medium.example.org/@ada.b/post-0123456789ab",
    "https://maps.example.org/@48.8566,2.3522,14z",
    "https://t.me/ada_rivers",
    "ISBN 978-3-16-148410-0",
    "ISBN 0-306-40615-2",
    "ISBN 0306406152",
    "ISBN 9783161484100",
    "ISSN 0317-8471",
    "https://orcid.org/0000-0002-1825-0097",
    "0000-0002-1825-0097",
    "0009-0001-2345-678X",
    "git@github.com:example/repo.git",
    "git clone git@github.com:example/repo.git",
    "1234+ada@users.noreply.github.com",
    "10 000 000 downloads",
    "1,234,567,890",
    "3.14159265358979",
    "192.168.100.200",
    "255.255.255.255",
    "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
    "3f786850e387550fdab836ed7e6dc881de23001b",
    "0.1.2.3",
    "1 200 000 words",
    "in 2019, 2020, 2021 and 2022",
    "1990-2026",
    "meet me at the dot in the map",
    "look at node dot js",
    "8 to 10 people (at most)",
    "50% @ home",
    "C++17, C++20 and C++23",
    "+1 for this",
    "+100 points",
    "100000000000",
    "1712345678",
    "2027-01-14T10:00:00+00:00",
    "0x00112233445566",
    "rfc 2606 and 5322",
    "555-1234",
    "phones from 2019 to 2026",
    "signal at 10:00 on 2026-03-01",
    "python 3.11, 3.12, 3.13 and 3.14",
    "[tel]: no",
    "(2026-03-01)",
    "(0171)",
)
ENDLESS = (
    *("a", "0", "+", "@", "a.a", "a@a.", "(at)", "1 ", "+1 ", "0171 ", "06 12 ", "a at ", " dot "),
    *("tel ", "a[at]a[dot]", "tel: ", "x@a-", "phone=1", "%40", "&#", "0 ", "+(", "555-"),
)


@pytest.mark.parametrize("text", ADDRESSES)
def test_an_address_is_seen_however_it_is_written(text: str) -> None:
    assert [contact.what for contact in contacts_in(text)] == [EMAIL]


@pytest.mark.parametrize("text", NUMBERS)
def test_a_phone_number_is_seen_however_it_is_written(text: str) -> None:
    assert [contact.what for contact in contacts_in(text)] == [PHONE]


@pytest.mark.parametrize("text", NEITHER)
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert [*contacts_in(text)] == []


def test_everything_in_a_text_is_given_with_its_place() -> None:
    text = "Mail ada@example.org,\nor call +351 912 345 678 or 020 7946 0123."

    assert [*contacts_in(text)] == [
        Contact(5, "ada@example.org", EMAIL),
        Contact(30, "+351 912 345 678", PHONE),
        Contact(50, "020 7946 0123", PHONE),
    ]


def test_a_number_that_fits_several_ways_of_writing_is_one() -> None:
    assert [*contacts_in("tel:+351912345678")] == [Contact(0, "tel:+351912345678", PHONE)]


def test_signs_of_other_scripts_keep_their_place() -> None:
    text = "\N{ARABIC-INDIC DIGIT FIVE}\N{NO-BREAK SPACE}ana\N{FULLWIDTH COMMERCIAL AT}example.org"

    assert [*contacts_in(text)] == [Contact(2, text[2:], EMAIL)]


def test_a_sign_of_another_script_moves_no_place() -> None:
    text = "\u00bd day \u2013 ada@example.org"

    assert [*contacts_in(text)] == [Contact(8, "ada@example.org", EMAIL)]


@pytest.mark.parametrize("text", ENDLESS)
def test_no_text_keeps_the_search_busy(text: str) -> None:
    whole = text * (65_536 // len(text))
    began = time.process_time()

    for end in ("", "@", ".org", "(", "-"):
        assert all(contact.text in whole + end for contact in contacts_in(whole + end))

    assert time.process_time() - began < 2
