"""Suppressions that hold nothing back. Only known once every other finding is: the door of checking settles it."""

import msgspec


class Options(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Nothing to set."""
