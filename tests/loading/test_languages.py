import pytest

from mentorgen.loading.languages import code_of


@pytest.mark.parametrize(
    ("language", "code"),
    [("English", "en"), (" français ", "fr"), ("Deutsch", "de"), ("Klingon", None), ("en", None)],
)
def test_a_language_that_is_written_by_its_name_has_a_code(language: str, code: str | None) -> None:
    assert code_of(language) == code
