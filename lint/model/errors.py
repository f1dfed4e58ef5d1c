"""Mistakes of the user, each with the file, the line, what was found and what would be right. They end a run with 2."""


class CopydeskError(Exception):
    """A mistake in usage, configuration or a rule file. `where` is a path, `line` counts from 1."""

    def __init__(self, message: str, where: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.message, self.where, self.line = message, where, line

    def __str__(self) -> str:
        spot = f"{self.where}:{self.line}: " if self.line else f"{self.where}: " if self.where else ""
        return spot + self.message


class ConfigError(CopydeskError):
    """copydesk.yaml is wrong."""


class RuleError(CopydeskError):
    """A rule file is wrong."""


class UsageError(CopydeskError):
    """A path or an option is wrong."""


class OptionError(ValueError):
    """A rule's option is wrong, says its kind. `path` leads to the wrong part, such as ("tokens", 3)."""

    def __init__(self, message: str, *path: str | int) -> None:
        super().__init__(message)
        self.path = path


class ServiceError(Exception):
    """A service that was asked for cannot be reached. It ends a run with 3."""
