"""copydesk init: write a starter copydesk.yaml for the site generator it finds."""

from pathlib import Path

import click

from lint.model.errors import UsageError
from lint.read.generator import generator_of
from lint.rulebook.config import NAME

TEXT = """\
# copydesk reads every post below this file as one publication: `copydesk check` compares each with all the others.
# {found}

# Globs in the manner of .gitignore. Without `include`, every readable file counts that .gitignore does not leave out.
{include}
exclude: []

# Posts that are not published yet.
{drafts}

# Rules or families to switch off, everywhere or below a glob. `copydesk rules` lists them, `copydesk explain` tells
# why they are there.
ignore: []
#  - readability
#  - posts/2009/**: [typo]

# Words of this publication that no dictionary has, and words it never uses.
vocabulary:
  accept: []
  reject: []
"""


@click.command(short_help="Write a starter copydesk.yaml.")
@click.argument("folder", default=".", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path) -> int:
    """Write a copydesk.yaml for the site generator found in FOLDER (default: the working directory)."""
    if not folder.is_dir():
        raise UsageError("no such folder", str(folder))
    target = folder / NAME
    name, posts, drafts = generator_of(folder)
    found = f"Found {name}." if name else "No site generator was recognised."
    text = TEXT.format(found=found, include=_list("include", posts), drafts=_list("drafts", drafts))
    try:
        with target.open("x", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError:
        raise UsageError("stands there already and is left as it is", str(target)) from None
    except OSError as error:
        raise UsageError(f"cannot be written: {error.strerror}", str(target)) from error
    click.echo(f"{target}: {found} Now run `copydesk check`.")
    return 0


def _list(key: str, names: tuple[str, ...]) -> str:
    return f"{key}: [{', '.join(names)}]" if names else f"{key}: []"
