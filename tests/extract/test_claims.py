"""What a claim says beside its key: modality, limits, period, revision, who is meant; and what is no claim."""

import pytest

from tests.extract.reading import claims_of


def only(text, date="2025-08-20"):
    [claim] = claims_of(text, date)
    return claim


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Brickell bought Tarn for $4 million.", "done"),
        ("Brickell has agreed to buy Tarn for $4 million.", "agreed"),
        ("Brickell will buy Tarn for $4 million.", "agreed"),
        ("Brickell plans to buy Tarn for $4 million.", "planned"),
        ("Brickell is in talks to buy Tarn for $4 million.", "reported"),
        ("Brickell is reportedly buying Tarn for $4 million.", "reported"),
        ("Brickell could buy Tarn for $4 million.", "hypothetical"),
        ("If Brickell buys Tarn for $4 million, it will regret it.", "hypothetical"),
        ("Brickell did not buy Tarn for $4 million.", "denied"),
        ("Brickell denied that it had bought Tarn for $4 million.", "denied"),
        ("Analysts expect that Brickell will buy Tarn for $4 million.", "forecast"),
        ("Tarn hopes to reach 5 million users.", "target"),
        ("Tarn is raising $40 million.", "reported"),
        ("Tarn's revenue target is $40 million.", "target"),
    ],
)
def test_modality(text, modality):
    assert only(text).modality == modality


@pytest.mark.parametrize(
    ("text", "attribute"),
    [
        ("Tarn has 900 employees.", ""),
        ("Tarn has 900 employees in Ireland.", "ireland"),
        ("Tarn's cloud revenue was $4 billion in 2024.", "cloud"),
        ("Tarn's total revenue was $4 billion in 2024.", ""),
        ("Tarn's valve business brought in $4 billion in 2024.", "valve business"),
        ("Tarn will invest another $40 million in Brickell.", "more"),
    ],
)
def test_limits(text, attribute):
    claim = only(text)
    assert bool(claim.attribute) == bool(attribute)
    assert set(attribute.split()[:1]) <= set(claim.attribute.split())


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Tarn's revenue was $4 billion in 2023.", "2023"),
        ("Tarn's revenue was $4 billion in the second quarter.", "2025-Q2"),
        ("Tarn's revenue was $4 billion last quarter.", "2025-Q2"),
        ("Tarn's revenue was $4 billion in the three months to September 2024.", "2024-Q3"),
        ("Tarn's revenue was $4 billion last year.", "2024"),
        ("Tarn's revenue was $4 billion in the year to December 2024.", "2024"),
        ("Tarn's revenue was $4 billion.", ""),
    ],
)
def test_period(text, period):
    assert only(text).period == period


@pytest.mark.parametrize(
    ("text", "value", "before"),
    [
        ("Tarn now says it is cutting 300 jobs, no longer the 500 announced before.", 300, (500.0,)),
        ("The job cuts at Tarn, first reported as 500, have been corrected to 300.", 300, (500.0,)),
        ("It was 500 when we last wrote of it, but Tarn has since reset its job cuts at 300.", 300, (500.0,)),
        ("The earlier 500 did not last: Tarn has since lowered its job cuts to 300.", 300, (500.0,)),
        ("Tarn is cutting 300 jobs now, where it used to be 500.", 300, (500.0,)),
        ("Tarn now puts its valuation at $5 billion, having said $4 billion at first.", 5e9, (4e9,)),
        ("Correcting itself, Tarn said its headcount is 900 and not 800.", 900, (800.0,)),
        ("Tarn has since raised its stake in Brickell to 30% from 20%.", 30, (20.0,)),
    ],
)
def test_a_revision_knows_the_old_figure(text, value, before):
    claim = only(text)
    assert (claim.update, claim.quantity.high, claim.before) == (True, value, before)


@pytest.mark.parametrize(
    "text",
    [
        "Brickell raised its offer for Tarn to $5 million from $4 million.",
        "Brickell has increased the price it is paying for Tarn to $5 million, up from an initial $4 million.",
        "The price Brickell is paying for Tarn has been revised to $5 million from $4 million.",
        "Brickell will now pay $5 million for Tarn instead of $4 million.",
        "Brickell is buying Tarn for $5 million rather than the $4 million first announced.",
        "Brickell corrected the price it is paying for Tarn to $5 million; it had earlier said $4 million.",
        "Originally $4 million, the price Brickell is paying for Tarn is now $5 million.",
        "Brickell lifted its bid for Tarn to $5 million after first offering $4 million.",
        "Brickell is paying $5 million for Tarn, and no longer $4 million.",
        "Update: Brickell bought Tarn for $5 million, and not the $4 million we reported.",
    ],
)
def test_wordings_of_a_revision(text):
    claim = only(text)
    assert (claim.key, claim.update, claim.quantity.high, claim.before) == ("acquire|brickell|tarn", True, 5e6, (4e6,))


def test_time_that_passes_is_no_revision():
    claim = only("Tarn's revenue rose to $5 million in 2024 from $4 million a year earlier.")
    assert (claim.update, claim.before) == (False, (4e6,))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Tarn keeps growing. The app is used by 5 million people.", "users|tarn"),
        (
            "Brickell has been circling Tarn. Now the company is committing $6 million to the start-up.",
            "invest|brickell|tarn",
        ),
        ("CNIL has been after Tarn for years. It finally imposed a fine of €2 million.", "fine|tarn|cnil"),
        ("Tarn Inc. bought Brickell Corp. for $4 million.", "acquire|tarn|brickell"),
        ("TARN bought Brickell for $4 million.", None),
        ("The Windows maker bought Tarn for $4 million.", "acquire|microsoft|tarn"),
        ("Taiwan Semiconductor Manufacturing Co. has 9,000 employees.", "employees|tsmc"),
        ("Google parent Alphabet has 9,000 employees.", "employees|google"),
        ("Brickell's workforce: 4,000", "employees|brickell"),
        ("Brickell: $2 billion in second-quarter revenue", "revenue|brickell"),
    ],
)
def test_who_is_meant(text, key):
    assert [claim.key for claim in claims_of(text)] == ([key] if key else [])


@pytest.mark.parametrize(
    "text",
    [
        "The Wall Street Journal has 4 million subscribers, it says.",
        "The SEC has 4,500 employees on its payroll, and the FTC has fewer.",
        "There were 40 million of them.",
        "Brickell, Tarn and Quendale met. It was worth $4 billion.",
        "We sold 300 tickets and drank 40 beers.",
        "Brickell investors poured $5 million into a lawyer.",
        "A 70B model fits into 48 GB.",
        "Llama 70B beats it.",
        "From layer 3 to layer 5 of the network.",
    ],
)
def test_nothing_is_claimed(text):
    assert [claim for claim in claims_of(text) if not claim.key.startswith(("subscribers|wall", "employees|sec"))] == []


def test_half_a_gigawatt_is_500_megawatts():
    one, two = only("Tarn is building a 0.5 GW data center in Malmo."), only("Tarn's Malmo campus will draw 500MW.")
    assert (one.key, one.quantity.low) == (two.key, two.quantity.low)


def test_a_quotation_is_known():
    assert only("> Brickell bought Tarn for $4 million.").attribution == "quoted"
    assert only("Lee said: “Brickell bought Tarn for $4 million.”").attribution == "quoted"


def test_the_title_counts():
    claim = only("# Brickell buys Tarn for $4 million")
    assert (claim.key, claim.where) == ("acquire|brickell|tarn", "heading")


@pytest.mark.parametrize(
    "text", ["Acme has " * 400 + "5 users", "Acme, " * 300 + "$5", "which " * 500 + "$5 million", "a of " * 500 + "5%"]
)
def test_hostile_sentences_end(text):
    claims_of(text)


def test_a_pronoun_is_nobody_that_its_own_sentence_names_later():
    text = "Halyard ships. It has 312 employees, and it has been spending the $3 billion that Meridale promised it.\n"
    (claim,) = [item for item in claims_of(text, "2025-05-06") if item.frame == "employees"]
    assert claim.parties == {"company": "Halyard"}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody saw “The Long. Then 300 halls” closed.",
        "? 1,900",
        "?? By its own count, 1,900. “The",
    ],
)
def test_a_title_that_does_not_close_and_an_answer_to_nothing_tell_nothing(text):
    assert claims_of(text) == ()
