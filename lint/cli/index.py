"""copydesk index: build or refresh the archive index."""

from pathlib import Path

import click

from lint.cli import _setup
from lint.model.errors import UsageError
from lint.run import FOLDER, archive_of


@click.command(short_help="Build or refresh the archive index.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--config", "config_file", type=click.Path(path_type=Path), help="Use this copydesk.yaml.")
@click.option("--jobs", "-j", type=click.IntRange(1, 256), help="Worker processes (default: as many as help).")
def index(paths: tuple[Path, ...], config_file: Path | None, jobs: int | None) -> int:
    """Read the whole publication that PATHS belong to (default: the working directory) into its index.

    `copydesk check` keeps the index fresh by itself; this does it ahead of time, for a first run in CI for instance.
    """
    made = _setup.setup(paths or (Path(),), config_file)
    if not made.config.home:
        raise UsageError("an index stands beside a copydesk.yaml, and there is none here; `copydesk init` writes one")
    work = _setup.job(made, [], (), jobs=jobs)
    with archive_of(work, _setup.Bar()) as (archive, _):
        posts = archive.size()
    where = _setup.shown_path(FOLDER, made.config.root)
    click.echo(f"{posts} posts of {len(work.archive)} files in {where}/")
    return 0
