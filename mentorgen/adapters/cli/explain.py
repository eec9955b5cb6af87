"""`mentorgen check --explain`: the page of a rule, or the names of all."""

from collections.abc import Mapping

from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.scope import Format
from mentorgen.errors import WrongUsageError
from mentorgen.loading.rules import Rule
from mentorgen.loading.spelling import did_you_mean
from mentorgen.output.reference.rules import RulePage, examples, rule_report, rules_report

EVERY_RULE = "all"
_OFTEN_MEANT: Mapping[str, Rule] = {
    "email": Rule.CONTACT_DETAILS,
    "ownership": Rule.NOT_YOURS,
    "phone": Rule.CONTACT_DETAILS,
    "symlink": Rule.SYMBOLIC_LINK,
}
"""Words by which people look for a rule that is called otherwise."""


def print_rule(name: str, style: Format) -> None:
    """Explain a rule by its name, which may stand in brackets as `check` prints it, or list every rule.

    Raises:
        WrongUsageError: no rule has this name.
    """
    name = name.strip("[] ").lower()
    pages = {rule.value: _page(rule) for rule in Rule}
    if name == EVERY_RULE:
        answer(rules_report(pages.values()), style)
    elif name in pages:
        answer(rule_report(pages[name]), style)
    else:
        meant = _OFTEN_MEANT.get(name)
        near = f" Did you mean '{meant}'?" if meant else did_you_mean(name, pages)
        everything = "'mentorgen check --explain' lists all of them."
        raise WrongUsageError(f"There is no rule '{name}'.{near} {everything}")


def _page(rule: Rule) -> RulePage:
    example = examples().get(rule.value)
    return RulePage(name=rule.value, meaning=rule.meaning, mending=rule.mending, example=example)
