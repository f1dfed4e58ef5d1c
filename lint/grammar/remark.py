"""What an engine says of a stretch of a text."""

import msgspec


class Remark(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A remark on `text[start:end]`, in code points; `fixes` best first, `id` and `category` in the engine's words."""

    start: int
    end: int
    id: str
    category: str
    message: str
    fixes: tuple[str, ...] = ()
