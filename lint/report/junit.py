"""JUnit's XML, as CI servers read it: a suite for each file, a failed case for each finding."""

from collections.abc import Iterator
from itertools import groupby
from xml.etree import ElementTree as Xml

from lint.model.finding import Finding
from lint.report import Outcome
from lint.report.text import clean


def render(outcome: Outcome) -> Iterator[str]:
    """Yield one document; a run without findings is one case that passed."""
    found = outcome.visible()
    root = Xml.Element("testsuites", name="copydesk", tests=str(len(found) or 1), failures=str(len(found)))
    for path, group in groupby(found, key=lambda finding: finding.path):
        _suite(root, path, list(group))
    if not found:
        suite = Xml.SubElement(root, "testsuite", name="copydesk", tests="1", failures="0")
        Xml.SubElement(suite, "testcase", name="no findings", classname="copydesk")
    Xml.indent(root)
    yield '<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(root, encoding="unicode") + "\n"


def _suite(root: Xml.Element, path: str, findings: list[Finding]) -> None:
    count = str(len(findings))
    suite = Xml.SubElement(root, "testsuite", name=clean(path), tests=count, failures=count)
    for finding in findings:
        place = finding.place
        case = Xml.SubElement(
            suite, "testcase", classname=clean(path), name=f"{finding.rule} {place.line}:{place.column}"
        )
        case.set("line", str(place.line))
        failure = Xml.SubElement(case, "failure", type=finding.severity, message=clean(finding.message))
        lines = [f"{path}:{place.line}:{place.column}: {place.excerpt}"]
        lines += [f"{item.path}:{item.place.line}: {item.message}: {item.place.excerpt}" for item in finding.related]
        failure.text = "\n".join(map(clean, lines))
