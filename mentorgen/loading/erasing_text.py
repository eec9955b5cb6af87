"""Any file as a text in which a person can be looked for, in whatever encoding it is written."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE

_WIDE = (BOM_UTF16_LE, BOM_UTF16_BE)


def text_in(content: bytes) -> str:
    """Read UTF-16 where a file says so, otherwise UTF-8, and each byte that is not that as Latin-1.

    Zeros go: they stand between the letters of wide texts, and in files that are no text.
    """
    if content.startswith(_WIDE):
        return content.decode("utf-16", errors="replace").replace("\0", "")
    text = content.removeprefix(BOM_UTF8).decode(errors="surrogateescape").replace("\0", "")
    return re.sub("[\udc80-\udcff]", lambda found: chr(ord(found[0]) - 0xDC00), text)


def is_no_text(content: bytes) -> bool:
    """Tell whether a file is made for programs, which may pack or draw what they say."""
    return b"\0" in content and not content.startswith(_WIDE)
