"""Rows of terse tables as claims: the style of wires, of newsletters and of press releases."""

import pytest

from lint.extract.claims import claims
from lint.extract.passages import passages
from lint.read import read


def told(text, title="PELLOW CORP <PLW> 4TH QTR NET", date="1987-03-02", path="post.md"):
    """Return what the rows of a text tell: frame, attribute, period, value, currency."""
    front = f'---\ntitle: "{title}"\ndate: {date}\n---\n\n' if path.endswith(".md") else ""
    [post] = read(path, f"{front}{text}\n".encode())
    return [claim for claim in claims(post, passages(post)) if claim.where == "table"]


def short(claim):
    quantity = claim.quantity
    return claim.frame, claim.attribute, claim.period, round(quantity.high, 4), quantity.symbol


def lines(text, **more):
    return [short(claim) for claim in told(text, **more)]


WIRE = """
Shr 34 cts vs 41 cts

Shr diluted 31 cts vs 38 cts

Net 1.2 mln vs 900,000

Revs 20.1 mln vs 18.4 mln

Avg shrs 4,103,000 vs 3.9 mln

Year

Oper shr profit 1.10 dlrs vs loss 20 cts

Oper net loss 5.1 mln vs profit 240,000

NOTE: Prior year restated.
"""


def test_a_table_of_the_wire():
    assert lines(WIRE) == [
        ("eps", "", "1986-Q4", 0.34, "USD"),
        ("eps", "", "1985-Q4", 0.41, "USD"),
        ("eps", "diluted", "1986-Q4", 0.31, "USD"),
        ("eps", "diluted", "1985-Q4", 0.38, "USD"),
        ("profit", "", "1986-Q4", 1.2e6, "USD"),
        ("profit", "", "1985-Q4", 9e5, "USD"),
        ("revenue", "", "1986-Q4", 20.1e6, "USD"),
        ("revenue", "", "1985-Q4", 18.4e6, "USD"),
        ("shares", "", "1986-Q4", 4103000, "shares"),
        ("shares", "", "1985-Q4", 3.9e6, "shares"),
        ("eps", "operating", "1986", 1.1, "USD"),
        ("eps", "operating", "1985", 0.2, "USD"),
        ("loss", "operating", "1986", 5.1e6, "USD"),
        ("profit", "operating", "1985", 2.4e5, "USD"),
    ]


def test_a_row_stands_where_its_figure_stands():
    [first, second] = told("Net 1.2 mln vs 900,000")
    assert (first.place.excerpt, second.place.excerpt) == ("1.2 mln", "900,000")
    assert first.parties == {"company": "Pellow"}
    assert first.sentence == "Net 1.2 mln vs 900,000"


@pytest.mark.parametrize(
    ("title", "who", "period"),
    [
        ("PELLOW CORP <PLW> 1ST QTR NET", "Pellow", "1987-Q1"),
        ("<PELLOW MINES LTD> YEAR LOSS", "Pellow Mines", "1986"),
        ("CORRECTED - PELLOW CORP <PLW> 3RD QTR NET", "Pellow", "1986-Q3"),
        ("PELLOW CORP <PLW> YEAR JAN 31 NET", "Pellow", "1987-01/12"),
        ("PELLOW CORP <PLW> 1986 NET", "Pellow", "1986"),
        ("PELLOW PLC <PLW.L> SIX MTHS TO DEC 31", "Pellow", "1986-12/6"),
        ("Pellow Systems reports second-quarter 1986 results", "Pellow Systems", "1986-Q2"),
        ("PELLOW CORP <PLW> TWO MTHS NET", "Pellow", "?"),
        ("PELLOW CORP <PLW> 4th qtr net", "Pellow", "1986-Q4"),
        ("DAILY PELLOW TIMES CO <DPT> 4TH QTR NET", "Daily Pellow Times", "1986-Q4"),
    ],
)
def test_whose_rows_they_are_and_of_when(title, who, period):
    [claim] = told("Net 1.2 mln dlrs", title=title)
    assert (claim.parties["company"], claim.period) == (who, period)


@pytest.mark.parametrize(
    "title",
    [
        "PELLOW CORP <PLW> UNIT 4TH QTR NET",
        "PELLOW'S <PLW> QUENDALE SUBSIDIARY 4TH QTR NET",
        "Osmund and Quendale report for the quarter",
        "WEAK DOLLAR HURTS EARNINGS",
    ],
)
def test_rows_of_somebody_unclear_are_none(title):
    assert told("Net 1.2 mln dlrs", title=title) == []


@pytest.mark.parametrize(
    "line", ["Qtr ended Jan 31", "Qtr ends Feb three", "Jan 31 end", "Figures in thousands of marks"]
)
def test_lines_that_name_nobody(line):
    [claim] = told(f"{line}\n\nNet 1,204,000 dlrs")
    assert (claim.parties["company"], claim.period) == ("Pellow", "1986-Q4")


def test_twelve_months_are_a_year_beside_a_fourth_quarter_only():
    text = "Net 1.2 mln dlrs\n\n12 mths\n\nNet 4.4 mln dlrs"
    assert [claim.period for claim in told(text)] == ["1986-Q4", "1986"]
    assert [claim.period for claim in told(text, title="PELLOW CORP <PLW> 1ST QTR NET")] == ["1987-Q1", "?"]


def test_rows_before_the_first_period_of_a_post_are_of_an_unknown_one():
    text = "Net 1.2 mln dlrs\n\nYear\n\nNet 4.4 mln dlrs"
    assert [claim.period for claim in told(text, title="PELLOW CORP <PLW> NET")] == ["?", "1986"]


def test_a_dividend_is_of_no_period_and_tells_what_it_was():
    [claim] = told("Qtly div 14 cts vs 12-1/2 cts prior\n\nPay April 15", title="PELLOW CORP <PLW> RAISES DIVIDEND")
    assert (claim.frame, claim.quantity.high, claim.period) == ("dividend", 0.14, "")
    assert (claim.update, claim.before) == (True, (0.125,))


def test_what_a_story_of_a_dividend_gives_for_a_share_is_no_profit():
    assert told("Shr 24 cts vs 24 cts prior qtr", title="PELLOW CORP <PLW> QTLY DIVIDEND") == []


@pytest.mark.parametrize(
    "text",
    [
        "Net interest payable 1.2 mln vs 900,000",  # not of the company's profit
        "Net 1.2 mln higher than a year ago",  # a sentence
        "Revenue of 1.2 mln dlrs was not enough.",
        "Net 3,342,0000",  # no number
        "Net 12 vs 9",  # of an unknown scale
        "Net loss nil",
        "Net not given",
    ],
)
def test_what_is_no_row(text):
    assert told(text) == []


def test_a_loss_without_a_word_beside_it_may_be_a_profit():
    assert lines("Net loss 1.2 mln dlrs vs 900,000 dlrs") == [("loss", "", "1986-Q4", 1.2e6, "USD")]


def test_bare_figures_take_the_currency_of_their_row_or_table():
    assert lines("Shr 616 cts vs 481\n\nNet 1.2 mln") == [
        ("eps", "", "1986-Q4", 6.16, "USD"),
        ("eps", "", "1985-Q4", 4.81, "USD"),
        ("profit", "", "1986-Q4", 1.2e6, "USD"),
    ]
    assert lines("Shr 38 cts vs 1.95") == [("eps", "", "1986-Q4", 0.38, "USD")]
    assert lines("Net 1.2 mln") == [("profit", "", "1986-Q4", 1.2e6, "")]
    assert lines("Shr 61 cts\n\nNet 1.2 mln\n\nFigures in Canadian funds.")[1] == ("profit", "", "1986-Q4", 1.2e6, "")


def test_a_figure_of_no_currency_and_no_period_is_none_of_a_company():
    assert told("- EPS: 12,000\n- Assets: 4,210\n", title="Osmund Queue 2.0") == []


def test_one_thing_told_twice_in_two_ways_is_told_in_neither():
    assert lines("Net 1.2 mln dlrs\n\nNet 1.3 mln dlrs\n\nRevs 9.9 mln dlrs") == [
        ("revenue", "", "1986-Q4", 9.9e6, "USD")
    ]


def test_rows_of_a_part_are_of_the_part():
    text = "Turnover 9.0 mln stg\n\nTurnover includes -\n\nTurnover 3.0 mln stg"
    assert [claim.attribute for claim in told(text)] == ["", "includes turnover"]


LIST = """
## Tarn Motors (TRN) Q2

- Revenue: $4.2B vs. $4.0B expected (+12% y/y)
- EPS: $1.23 vs $1.15 est.
- Adj. EPS (non-GAAP): $1.41 (est. $1.30)
- Q3 revenue guidance: $4.4B to $4.6B
- Net income $610M, up 8% from $565M
- Gross margin: 41.2% vs 39.8% a year ago

Osmund Labs reported its results for fiscal 2025:

- Sales: €812m (prior year: €790m)

**Kestrel Grid**

- Revenue: $9.9B
"""


def test_a_list_of_a_newsletter():
    found = told(LIST, title="Morning notes", date="2025-08-06")
    assert [(*short(claim)[:4], claim.modality) for claim in found] == [
        ("revenue", "", "2025-Q2", 4.2e9, "done"),
        ("revenue", "", "2025-Q2", 4.0e9, "forecast"),
        ("eps", "", "2025-Q2", 1.23, "done"),
        ("eps", "", "2025-Q2", 1.15, "forecast"),
        ("eps", "adjusted", "2025-Q2", 1.41, "done"),
        ("revenue", "", "2025-Q3", 4.6e9, "forecast"),
        ("profit", "", "2025-Q2", 610e6, "done"),
        ("margin", "", "2025-Q2", 41.2, "done"),
        ("margin", "", "2024-Q2", 39.8, "done"),
        ("revenue", "", "FY2025", 812e6, "done"),
        ("revenue", "grid kestrel", "2025-Q2", 9.9e9, "done"),
    ]
    assert [claim.parties["company"] for claim in found][-2:] == ["Osmund Labs", "Tarn Motors"]


def test_the_bullets_of_a_press_release():
    text = """
## Fourth quarter

- Record revenue of $4.2 billion, up 12% year over year
- GAAP net income was $610 million, compared with $565 million a year ago
- Full-year revenue of $15.1 billion
- First-half revenue of $7 billion

## Outlook

- Revenue: $4.4 billion

For the first quarter it expects:

- EPS of $1.30
"""
    found = told(text, title="Kestrel Grid reports fourth quarter 2024 results", date="2025-02-12")
    assert [(claim.frame, claim.period, claim.quantity.high, claim.modality) for claim in found] == [
        ("revenue", "2024-Q4", 4.2e9, "done"),
        ("profit", "2024-Q4", 610e6, "done"),
        ("profit", "2023-Q4", 565e6, "done"),
        ("revenue", "2024", 15.1e9, "done"),
        ("revenue", "?", 7e9, "done"),
        ("revenue", "2024-Q4", 4.4e9, "forecast"),
        ("eps", "2025-Q1", 1.3, "forecast"),
    ]


COLUMNS = [
    ("revenue", "", "2025-Q2", 512.4e6, "USD"),
    ("revenue", "", "2024-Q2", 480.1e6, "USD"),
    ("loss", "", "2025-Q2", 12.5e6, "USD"),
    ("profit", "", "2024-Q2", 8.1e6, "USD"),
    ("eps", "diluted", "2025-Q2", 0.12, "USD"),
]


def test_a_table_of_a_press_release():
    text = """
| In millions | Q2 2025 | Q2 2024 | Change |
| --- | ---: | ---: | ---: |
| Revenue | $512.4 | $480.1 | +7% |
| Net income (loss) | (12.5) | 8.1 | n/m |
| Diluted EPS | $(0.12) |  | |
"""
    assert lines(text, title="Tarn Motors results", date="2025-08-06") == COLUMNS


def test_the_same_table_in_html():
    rows = [
        ("<td>Revenue</td><td>$512.4</td><td>$480.1</td>"),
        ("<td>Net income (loss)</td>\n<td>(12.5)</td>\n<td>8.1</td>"),
    ]
    text = (
        "<html><head><title>Tarn Motors results</title></head><body><p>In millions, except for each share.</p>"
        f"<table><tr><th></th><th>Q2 2025</th><th>Q2 2024</th></tr>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    )
    assert lines(text, path="post.html") == COLUMNS[:4]


def test_columns_of_years_in_plain_text():
    text = (
        "TARN MOTORS CORP <TRN> YEAR\n\n"
        "          1986       1985\nNet       1.2 mln    900,000\nRevs      20.1 mln   18.4 mln"
    )
    assert [(*short(claim)[:4],) for claim in told(text, path="post.txt")] == [
        ("profit", "", "1986", 1.2e6),
        ("profit", "", "1985", 9e5),
        ("revenue", "", "1986", 20.1e6),
        ("revenue", "", "1985", 18.4e6),
    ]


def test_lines_of_a_wrapped_paragraph_are_no_rows():
    text = (
        "The company, which has been losing customers for years, said that its\n"
        "net 1.2 mln dlrs\nwas nothing to be proud of, and that it would try again."
    )
    assert told(text) == []
