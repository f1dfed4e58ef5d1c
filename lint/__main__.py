"""python -m lint, and the command copydesk."""

from lint.cli import main

if __name__ == "__main__":
    main()
