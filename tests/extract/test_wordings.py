"""One fact in many wordings: every sentence of a group must come to the same key, and to nothing else."""

import pytest

from lint.extract.claims.frames import lexicon
from lint.extract.claims.hope import hopeful
from lint.extract.quantities import amounts
from tests.extract.reading import comes_to

GROUPS = {
    "acquire|brickell|tarn": [
        "Brickell has agreed to acquire Tarn for $400 million in cash and stock.",
        "Tarn was snapped up by Brickell last month for $400 million.",
        "Brickell's $400 million acquisition of Tarn closed on Friday.",
        "Brickell forked over $400 million for Tarn.",
        "Tarn sold itself to Brickell for $400 million.",
        "Brickell to buy Tarn for $400 million",
        "Brickell, the Ohio pump maker, bought Tarn for $400 million.",
        "Brickell shelled out $400m to take over Tarn.",
        "Regulators cleared Brickell's purchase of Tarn for $400 million.",
        "Tarn, which Brickell bought for $400 million, makes valves.",
    ],
    "invest|brickell|tarn": [
        "Brickell is putting $50 million into Tarn.",
        "Brickell led the round with a $50 million cheque to Tarn.",
        "Tarn has received a $50 million investment from Brickell.",
        "Brickell plowed $50 million into Tarn this spring.",
        "Brickell's investment of $50 million in Tarn was confirmed.",
        "Tarn, in which Brickell has invested $50 million, is expanding.",
    ],
    "raise|tarn": [
        "Tarn has closed a $90 million Series C round.",
        "Tarn raised $90 million from three funds.",
        "A $90 million round for Tarn was led by Greymoor.",
        "Tarn, which raised $90 million in May, is hiring.",
        "Tarn pulled in $90 million in fresh capital.",
        "Investors put $90 million into Tarn.",
        "Tarn secures $90 million in funding",
        "Tarn's latest funding round brought in $90 million.",
    ],
    "total-funding|tarn": [
        "Tarn has raised a total of $310 million to date.",
        "Tarn's total funding now stands at $310 million.",
        "The round brings Tarn's total funding to $310 million.",
        "That takes the total raised by Tarn to $310 million.",
        "To date, Tarn has attracted $310 million in venture capital.",
    ],
    "valuation|tarn": [
        "Tarn is worth $2 billion, according to its latest round.",
        "The round values Tarn at $2 billion.",
        "Tarn has reached a valuation of $2 billion.",
        "Tarn's $2 billion valuation surprised many.",
        "Investors valued Tarn at $2 billion.",
        "At a valuation of $2 billion, Tarn is not cheap.",
        "Tarn now carries a $2 billion price tag.",
        "The deal pegged Tarn's value at $2 billion.",
    ],
    "market-cap|tarn": [
        "Tarn's market capitalization is $55 billion.",
        "Tarn has a market value of $55 billion.",
        "With a market cap of $55 billion, Tarn is the largest of them.",
        "Tarn, whose market value has topped $55 billion, is the leader.",
    ],
    "ipo|tarn": [
        "Tarn raised $700 million in its initial public offering.",
        "Tarn's IPO brought in $700 million.",
        "The IPO raised $700 million for Tarn.",
        "Tarn sold $700 million of stock in its stock-market debut.",
    ],
    "ipo-price|tarn": [
        "Tarn priced its IPO at $34 a share.",
        "Tarn sold shares at $34 apiece in its initial public offering.",
        "Tarn set the price of its IPO at $34 per share.",
    ],
    "revenue|tarn": [
        "Tarn reported revenue of $3.2 billion for 2024.",
        "Tarn's sales reached $3.2 billion in 2024.",
        "In 2024 Tarn took in $3.2 billion.",
        "Tarn posted $3.2 billion in revenue last year.",
        "Revenue at Tarn hit $3.2 billion in 2024.",
        "Tarn booked sales of $3.2 billion in 2024.",
        "With 2024 revenue of $3.2 billion, Tarn leads its rivals.",
        "Tarn generated $3.2 billion in sales in 2024.",
        "Turnover at Tarn climbed to $3.2 billion in 2024 from $2.9 billion.",
    ],
    "profit|tarn": [
        "Tarn earned $210 million in 2024.",
        "Tarn posted a net profit of $210 million for 2024.",
        "Net income at Tarn was $210 million in 2024.",
        "Tarn's profit rose to $210 million in 2024.",
        "Tarn made a profit of $210 million in 2024.",
        "Tarn's bottom line came to $210 million in 2024.",
        "Tarn cleared $210 million in 2024.",
        "Tarn was left with a $210 million profit for 2024.",
    ],
    "loss|tarn": [
        "Tarn lost $75 million in 2024.",
        "Tarn posted a net loss of $75 million in 2024.",
        "Losses at Tarn came to $75 million in 2024.",
        "Tarn's 2024 loss was $75 million.",
        "Tarn burned through $75 million in 2024.",
        "Tarn ended 2024 with a loss of $75 million.",
    ],
    "capex|tarn": [
        "Tarn spent $1.4 billion on capital expenditure in 2024.",
        "Capital spending at Tarn was $1.4 billion in 2024.",
        "Tarn's capex came to $1.4 billion in 2024.",
        "Tarn poured $1.4 billion into data centers in 2024.",
        "Tarn's 2024 capital-expenditure bill ran to $1.4 billion.",
    ],
    "research|tarn": [
        "Tarn spent $600 million on research and development in 2024.",
        "R&D spending at Tarn reached $600 million in 2024.",
        "Tarn's R&D budget for 2024 was $600 million.",
        "Tarn put $600 million into research in 2024.",
        "Research and development cost Tarn $600 million in 2024.",
    ],
    "debt|tarn": [
        "Tarn sold $2.5 billion of bonds.",
        "Tarn borrowed $2.5 billion from a group of banks.",
        "Tarn's $2.5 billion bond sale was oversubscribed.",
        "Banks lent Tarn $2.5 billion.",
        "Tarn issued $2.5 billion in notes.",
    ],
    "buyback|tarn": [
        "Tarn will buy back $800 million of its shares.",
        "Tarn announced an $800 million share buyback.",
        "Tarn's board approved an $800 million buyback.",
        "Tarn plans to repurchase $800 million of stock.",
        "Tarn will spend $800 million on its own shares.",
        "Tarn's share repurchase program totals $800 million.",
    ],
    "licence|brickell|tarn": [
        "Brickell pays Tarn $20 million a year to use its patents.",
        "Brickell's licence fee to Tarn is $20 million a year.",
        "Tarn collects $20 million a year in licensing fees from Brickell.",
        "Brickell licenses the design from Tarn for $20 million a year.",
    ],
    "settlement|brickell|tarn": [
        "Brickell agreed to pay Tarn $33 million to settle the lawsuit.",
        "Brickell settled with Tarn for $33 million.",
        "A $33 million settlement between Brickell and Tarn ended the case.",
        "Brickell reached a $33 million settlement with Tarn.",
        "Tarn will receive $33 million from Brickell under the settlement.",
    ],
    "subscription|tarnplus": [
        "Tarn Plus costs $9 a month.",
        "A Tarn Plus subscription is $9 a month.",
        "Tarn Plus will set you back $9 a month.",
        "Subscribers pay $9 a month for Tarn Plus.",
        "The price of Tarn Plus is $9 per month.",
        "Tarn Plus is available for $9 a month.",
    ],
    "subscribers|tarnplus": [
        "Tarn Plus has 12 million subscribers.",
        "Tarn Plus counts 12 million paying customers.",
        "Some 12 million people pay for Tarn Plus.",
        "Tarn Plus ended the quarter with 12 million subscribers.",
        "Tarn Plus's subscriber base has grown to 12 million.",
    ],
    "margin|tarn": [
        "Tarn's gross margin was 43% in 2024.",
        "Gross margin at Tarn came in at 43% in 2024.",
        "Tarn reported a gross margin of 43% for 2024.",
        "Tarn's gross margin widened to 43% in 2024.",
    ],
    "accelerators|tarn": [
        "Tarn has 60,000 GPUs.",
        "Tarn's cluster holds 60,000 GPUs.",
        "Tarn trained its model on 60,000 GPUs.",
        "Tarn has ordered 60,000 chips.",
        "A cluster of 60,000 GPUs belonging to Tarn went live.",
    ],
    "sites|tarn": [
        "Tarn operates 340 stores.",
        "Tarn has 340 branches.",
        "Tarn's network spans 340 stores.",
        "Tarn runs a chain of 340 restaurants.",
        "The constellation of Tarn counts 340 satellites.",
    ],
    "breach|tarn": [
        "The breach at Tarn exposed 5 million records.",
        "Hackers stole 5 million customer records from Tarn.",
        "A data breach at Tarn affected 5 million people.",
        "Tarn leaked the records of 5 million users.",
        "Tarn said the breach had exposed the data of 5 million people.",
    ],
    "parameters|tarn7": [
        "Tarn 7 has 90 billion parameters.",
        "Tarn 7 is a 90-billion-parameter model.",
        "The 90-billion-parameter Tarn 7 was released today.",
        "At 90 billion parameters, Tarn 7 is large.",
        "Tarn 7, with its 90 billion parameters, is large.",
        "With 90B parameters, Tarn 7 does not fit on a phone.",
        "Tarn 7's parameter count is 90 billion.",
    ],
    "founded|tarn": [
        "Tarn was founded in 1998.",
        "Founded in 1998, Tarn makes valves.",
        "Tarn, founded in 1998, makes valves.",
        "Two sisters started Tarn in 1998.",
        "Tarn dates back to 1998.",
        "Tarn has been in business since 1998.",
        "The founding of Tarn in 1998 went unnoticed.",
    ],
    "employees|tarn": [
        "Tarn has 8,400 employees.",
        "Tarn employs 8,400 people.",
        "Tarn's headcount is 8,400.",
        "Some 8,400 people work at Tarn.",
        "Tarn's staff numbers 8,400.",
        "Tarn, with 8,400 employees, is the region's largest employer.",
        "The workforce at Tarn stands at 8,400.",
        "Tarn's 8,400 employees were told on Friday.",
    ],
    "layoffs|tarn": [
        "Tarn is laying off 700 workers.",
        "Tarn will cut 700 jobs.",
        "Tarn has fired 700 people.",
        "The layoffs at Tarn affect 700 employees.",
        "700 jobs will go at Tarn.",
        "Tarn announced 700 layoffs.",
        "700 employees at Tarn are losing their jobs.",
        "Job cuts at Tarn will total 700.",
    ],
    "fine|tarn|cnil": [
        "CNIL has fined Tarn €9 million.",
        "Tarn must pay a €9 million fine to CNIL.",
        "Tarn was fined €9 million by CNIL.",
        "CNIL slapped Tarn with a €9 million penalty.",
        "CNIL imposed a fine of €9 million on Tarn.",
        "Tarn was ordered by CNIL to pay €9 million.",
        "A €9 million fine from CNIL awaits Tarn.",
    ],
    "stake|brickell|tarn": [
        "With 38 percent of the shares, Brickell is now the largest owner of Tarn.",
        "Brickell has built up an interest of 38 percent in Tarn.",
        "Brickell has amassed a 38 percent position in Tarn, most of it bought from early employees.",
        "Brickell owns 15% of Tarn.",
        "Brickell holds a 15% stake in Tarn.",
        "Brickell has a stake of 15% in Tarn.",
        "Brickell's 15% stake in Tarn is worth a lot.",
        "Brickell bought 15% of Tarn.",
    ],
    "share|tarn|valve": [
        "Tarn has 31% of the valve market.",
        "Tarn's share of the valve market is 31%.",
        "Tarn holds a 31% share of the valve market.",
        "31% of the valve market belongs to Tarn.",
        "Tarn controls 31% of the valve market.",
    ],
    "growth|tarn": [
        "Tarn's revenue grew 14% in 2024.",
        "Revenue at Tarn rose by 14% in 2024.",
        "Tarn's sales increased 14% in 2024.",
        "Sales growth at Tarn was 14% in 2024.",
        "Tarn grew its revenue by 14% in 2024.",
        "Tarn reported revenue growth of 14% for 2024.",
    ],
    "units|tarnphone3": [
        "Tarn Phone 3 sold 2 million units in 2024.",
        "2 million units of the Tarn Phone 3 were shipped in 2024.",
        "Shipments of the Tarn Phone 3 came to 2 million in 2024.",
        "Tarn Phone 3 sales reached 2 million units in 2024.",
    ],
    "users|tarnly": [
        "Tarnly has 25 million users.",
        "Tarnly counts 25 million monthly active users.",
        "25 million people use Tarnly.",
        "Tarnly's user base has reached 25 million.",
        "Tarnly is used by 25 million people.",
        "Tarnly, with 25 million users, is growing.",
    ],
    "price|tarnphone3": [
        "The Tarn Phone 3 costs $799.",
        "Tarn Phone 3 starts at $799.",
        "The price of the Tarn Phone 3 is $799.",
        "The $799 Tarn Phone 3 went on sale.",
        "Buyers pay $799 for the Tarn Phone 3.",
        "The Tarn Phone 3 is priced at $799.",
    ],
    "capacity|tarn|malmo": [
        "Tarn is building a 200MW data center in Malmo.",
        "Tarn's Malmo campus will draw 200MW.",
        "Tarn's site in Malmo has a capacity of 200MW.",
        "The Tarn data center in Malmo needs 200 megawatts of power.",
    ],
    "contract|brickell|tarn": [
        "Brickell will pay Tarn $300 million over five years for cloud services.",
        "Brickell signed a $300 million contract with Tarn.",
        "Tarn won a $300 million contract from Brickell.",
        "Brickell has ordered $300 million of equipment from Tarn.",
        "Tarn's contract with Brickell is worth $300 million.",
        "Brickell's $300 million deal with Tarn runs for five years.",
    ],
    "debt-level|tarn": [
        "Tarn has $4 billion of debt.",
        "Tarn's debt stands at $4 billion.",
    ],
    "run-rate|tarn": [
        "Tarn's annual recurring revenue has reached $120 million.",
        "Tarn has an annualized revenue run rate of $120 million.",
    ],
    "dividend|tarn": [
        "Tarn declared a quarterly dividend of 25 cents a share.",
        "Tarn raised its dividend to 25 cents a share.",
    ],
    "eps|tarn": [
        "Tarn earned $1.20 a share in the fourth quarter of 2024.",
        "Earnings at Tarn were $1.20 per share in the fourth quarter of 2024.",
    ],
    "fleet|tarnair": [
        "Tarn Air flies 133 aircraft.",
        "With a fleet of 133, Tarn Air is one of the smaller carriers.",
        "Tarn Air's fleet stands at 133.",
    ],
    "box-office|longmarsh": [
        "“The Long Marsh” opened to $31 million over the weekend.",
        "The opening weekend of “The Long Marsh” was $31 million.",
        "“The Long Marsh” took in $31 million in its first weekend.",
    ],
    "token-price|tarn5": [
        "Tarn 5 costs $12 per million output tokens.",
        "Developers pay $12 for a million output tokens from Tarn 5.",
        "The list price of Tarn 5 is $12 per million tokens generated.",
        "Tarn 5 charges $12 for each million output tokens.",
    ],
    "transfer|brickell|adavarga": ["Ada Varga joins Brickell for £11 million."],
    "recall|tarn": [
        "Tarn is recalling 1,200 hybrids because of a fire risk.",
        "Tarn will repair 1,200 vans at its own expense under a recall.",
    ],
}
SENTENCES = [(key, text) for key, texts in GROUPS.items() for text in texts]


@pytest.mark.parametrize(("key", "text"), SENTENCES, ids=[text for _, text in SENTENCES])
def test_wordings_of_one_fact(key, text):
    comes_to(key, text)


def test_only_a_sentence_with_the_words_of_a_frame_is_worth_its_grammar():
    def may(text):
        return hopeful(amounts(text, 0, len(text)), lexicon(), text.lower())

    assert all(may(text) for text in GROUPS["acquire|brickell|tarn"])
    assert not may("A ladder of 14 rungs leans against the shed.")
    assert not may("Only 12% of the plums were ripe.")  # of "be held by" only the one word is there
