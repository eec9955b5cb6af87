"""check-jsonschema, a validator by others: it takes no pattern that some editor would not understand."""

from check_jsonschema import main
from click.testing import CliRunner


def complaints(*typed: object) -> str:
    """Give what the command says if it finds anything wrong, else nothing."""
    answer = CliRunner().invoke(main, ["--traceback-mode", "short", *map(str, typed)])
    return answer.output if answer.exit_code else ""
