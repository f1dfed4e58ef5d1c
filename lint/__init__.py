"""A linter for publications."""

__version__ = "0.1.0"
