"""`mentorgen check --explain`: the page of a rule."""

from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.scope import Format
from mentorgen.errors import WrongUsageError
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import did_you_mean
from mentorgen.output.reference.rules import RulePage, examples, rule_report


def print_rule(name: str, style: Format) -> None:
    """Explain a rule by its name, which may stand in brackets as `check` prints it.

    Raises:
        WrongUsageError: no rule has this name.
    """
    name = name.strip("[]")
    rule = next((rule for rule in Rule if rule == name), None)
    if rule is None:
        near = did_you_mean(name, [rule.value for rule in Rule])
        raise WrongUsageError(f"There is no rule '{name}'.{near}")
    page = RulePage(
        name=name, meaning=rule.meaning, mending=rule.mending, example=examples().get(name)
    )
    answer(rule_report(page), style)
