"""Which characters can be kept, which count as writing, and how text is made equal to itself."""

import unicodedata

# Word and PDF readers paste these for a line break or a page break.
LINE_BREAKS = {
    "\r\n": "\n",
    "\r": "\n",
    "\v": "\n",
    "\f": "\n",
    "\u0085": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
}
INVISIBLE = {"Cf", "Zl", "Zp", "Zs"}  # format characters, such as a zero-width space, and separators


def storable(text: str) -> bool:
    """No NUL (PostgreSQL refuses it), no lone surrogate (UTF-8 cannot hold it), no other control."""
    return all(unicodedata.category(sign) not in {"Cc", "Cs"} or sign in "\n\t" for sign in text)


def blank(text: str) -> bool:
    """Nothing that a reader would see: spaces, line breaks, zero-width characters, or nothing at all."""
    return all(sign.isspace() or unicodedata.category(sign) in INVISIBLE for sign in text)


def trimmed(text: str) -> str:
    for found, wanted in LINE_BREAKS.items():
        text = text.replace(found, wanted)
    return text.strip()


def composed(text: str) -> str:
    """One way of writing each letter, so that the same word typed on two phones is the same word."""
    return unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """Equal for two spellings of one word that differ in capitals or width alone."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
