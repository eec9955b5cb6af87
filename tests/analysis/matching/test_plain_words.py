# ruff: noqa: RUF001 # sentences in many scripts
"""Of sentences in many languages a reason names what they are about, and never a small word that both have."""

import pytest

from mentorgen.analysis.matching.evidence import shared_words
from mentorgen.analysis.matching.plain_words import PLAIN_WORDS
from mentorgen.analysis.matching.texts import texts_of

OTHERS = ("Looms and bees", "Bees in a garden", "A garden of looms")


def told(learning: str, teaching: str) -> tuple[str, ...]:
    texts = texts_of((learning, teaching, *OTHERS), most_columns=1000)
    return shared_words(texts, learning, teaching, wanted=(), offered=())


@pytest.mark.parametrize(
    ("learning", "teaching"),
    [
        ("Those three months until May taught me roses", "Left those three months, until roses"),
        ("Quiero saber desde cuándo, también roses, entre otros", "También roses, entre otros"),
        ("Ainda quero aprender roses, porque também gosto", "Também ensino roses, porque ainda"),
        ("Depuis toujours je voudrais des roses, surtout chez moi", "Depuis chez moi, des roses"),
        ("Ohne euch könnte ich keine roses, weil ich noch", "Ich könnte noch roses, weil ohne"),
        ("Vorrei imparare anche roses, perché sono molto", "Anche roses, perché sono molto"),
        (
            "Ik wil graag iets van roses leren, omdat het mijn",
            "Graag leren wij iets van roses, omdat",
        ),
        (
            "Jag vill gärna lära mig roses, eftersom jag också",
            "Gärna roses också, eftersom jag vill",
        ),
        ("Haluaisin oppia roses, koska se on myös minun", "Minun roses on myös, koska haluaisin"),
        ("Chciałbym nauczyć się roses, ponieważ też mogę", "Mogę nauczyć roses, ponieważ też"),
        ("Chci se naučit roses, protože také můžu být", "Také můžu být roses, protože chci"),
        ("Szeretnék roses tanulni, mert nagyon jó lehet", "Nagyon jó lehet roses, mert szeretnék"),
        ("Vreau să învăț roses, pentru că sunt foarte", "Sunt foarte roses, pentru că vreau"),
        ("Ben roses öğrenmek istiyorum, çünkü çok daha", "Öğrenmek çok daha roses, çünkü ben"),
        ("Saya ingin belajar roses karena sudah lama", "Karena saya sudah ingin roses"),
        ("Tôi muốn học roses vì rất cần cho việc", "Tôi cần roses cho việc vì muốn"),
        ("Nataka kujifunza roses kwa sababu ya watu", "Kwa watu wa roses, nataka kujifunza"),
        ("Я хочу учиться roses, потому что это очень", "Потому что это очень roses, я хочу"),
        ("Я хочу roses, тому що мене дуже", "Тому що мене дуже roses, хочу"),
        ("Θέλω να μάθω roses, γιατί είναι πολύ", "Γιατί είναι πολύ roses, θέλω να"),
        ("أريد أن roses لأن هذا كان دائما", "لأن هذا كان roses أريد أن"),
        ("می خواهم roses برای این که", "برای این که roses می"),
        ("אני רוצה roses כי זה מאוד", "כי זה מאוד roses אני רוצה"),
        ("मैं roses सीखना चाहता हूँ क्योंकि यह बहुत", "यह बहुत roses मैं सीखना चाहता हूँ"),
        ("저는 roses 정말 좋아합니다 그래서 함께", "함께 정말 roses 저는 그래서"),
        ("我们 希望 roses", "希望 roses 我们"),
        ("わたしは roses をまなびたいです", "roses をまなびたいです"),
    ],
)
def test_a_reason_names_what_two_write_about(learning: str, teaching: str) -> None:
    assert [one.lower() for one in told(learning, teaching)] == ["roses"]


def test_an_abbreviation_is_no_small_word() -> None:
    assert told("AI and CI", "CI for AI") == ("AI", "CI")
    assert told("so ci, so ai", "ai so ci") == ()


def test_plain_words_are_written_small_and_hold_no_sign() -> None:
    assert {word for word in PLAIN_WORDS if word != word.casefold()} == set()
    assert len(PLAIN_WORDS) > 2_000
