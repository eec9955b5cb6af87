"""`mentorgen match --verify`: check a written proposal from the files, by other means than the matcher's."""

from pathlib import Path

from mentorgen.adapters import console
from mentorgen.adapters.cli.answer import answer
from mentorgen.adapters.cli.match_run import refuse_blindness
from mentorgen.adapters.cli.scope import Format, Scope
from mentorgen.analysis.consent import agreed
from mentorgen.analysis.matching.before_writing import as_written, program_before
from mentorgen.analysis.matching.certificate_sheets import Certificate
from mentorgen.analysis.matching.certificate_texts import CertificateError, read_certificate
from mentorgen.analysis.matching.verdicts import Verdict
from mentorgen.analysis.matching.verification import verdict_on
from mentorgen.errors import WrongUsageError
from mentorgen.model.program import Program
from mentorgen.output.matching.verdict_report import verdict_report

MOST_BYTES = 64 * 1024 * 1024
"""Far more than a proposal of the largest program needs."""


def verify(scope: Scope, file: Path, *, public_only: bool) -> int:
    """Say whether a proof holds; 1 if it does not.

    Raises:
        WrongUsageError: there is no such file.
        CertificateError: what stands in it is no proof of a matching.
    """
    certificate = read_certificate(_text(file))
    whole = scope.whole_program()
    refuse_blindness(whole, scope, public_only=public_only)
    with console.busy("Checking"):
        verdict = _verdict(agreed(whole, today=certificate.day), certificate)
    for_readers = scope.format is Format.GITHUB
    answer(verdict_report(verdict.problems, verdict.notes, for_readers=for_readers), scope.format)
    return 0 if verdict.holds else 1


def _verdict(program: Program, certificate: Certificate) -> Verdict:
    """Check against the files as they were when the proof was made, and the pairs that became files too."""
    before = program_before(program, certificate)
    verdict = verdict_on(certificate, before)
    edited = as_written(program, before, certificate)
    if edited is None or not verdict.holds:
        return verdict
    problems = verdict_on(edited, before).problems
    return Verdict(("The pairs that are files now are not those of the proof.", *problems))


def _text(file: Path) -> str:
    try:
        with file.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise CertificateError(f"{file} is far too large for a proof of a matching.")
        return content.decode("utf-8")
    except UnicodeDecodeError:
        raise CertificateError(f"{file} is no text, so it is no proof of a matching.") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise WrongUsageError(f"{file} cannot be read: {reason}.") from None
