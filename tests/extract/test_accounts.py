"""What stands in the books beside sales: orders in hand, charges, aid, strikes, recalls; and turned sentences."""

import pytest

from tests.extract.reading import comes_to, is_not

GROUPS = {
    "backlog|osmund": [
        "Osmund has an order backlog of $9 billion.",
        "Osmund's order book stands at $9 billion.",
        "Unfilled orders at Osmund come to $9 billion.",
        "The backlog at Osmund is $9 billion.",
        "Osmund ended the year with an order book of $9 billion.",
        "Osmund's backlog swelled to $9 billion.",
        "Osmund's order book holds $9 billion.",
        "With an order book of $9 billion, Osmund is busy until 2030.",
        "Osmund, whose order book is worth $9 billion, is hiring.",
        "Osmund has an order backlog of $9 billion.",
    ],
    "restructuring|osmund": [
        "Osmund booked a restructuring charge of $90 million in 2024.",
        "Restructuring costs of $90 million weighed on Osmund in 2024.",
        "The overhaul will cost Osmund $90 million in 2024.",
        "Osmund's restructuring costs came to $90 million in 2024.",
        "Osmund set aside $90 million for restructuring in 2024.",
        "Osmund took restructuring charges of $90 million in 2024.",
        "In 2024 Osmund's restructuring bill was $90 million.",
        "Osmund booked a restructuring charge of $90 million in 2024.",
        "Restructuring costs of $90 million weighed on Osmund in 2024.",
    ],
    "write-down|osmund|tessaline": [
        "Osmund took a write-down of $90 million on Tessaline.",
        "The impairment on Tessaline cost Osmund $90 million.",
        "Osmund wrote down its stake in Tessaline by $90 million.",
        "Osmund's write-down of Tessaline came to $90 million.",
        "Osmund booked an impairment of $90 million on Tessaline.",
    ],
    "subsidy|thuringia|tessaline": [
        "Thuringia gives Tessaline €90 million in subsidies.",
        "Tessaline gets €90 million in state aid from Thuringia.",
        "Thuringia hands Tessaline €90m in aid",
        "A €90 million grant from Thuringia to Tessaline was approved.",
        "Thuringia awarded a grant of €90 million to Tessaline.",
        "Tessaline won a €90 million grant from Thuringia.",
        "Thuringia gives Tessaline €90 million in subsidies.",
    ],
    "ad-revenue|gleanly": [
        "Gleanly's advertising revenue was $70 million in 2024.",
        "Gleanly sold $70 million of advertising in 2024.",
        "Ad sales at Gleanly came to $70 million in 2024.",
        "Advertising brought Gleanly $70 million in 2024.",
        "Gleanly took in $70 million from advertising in 2024.",
        "In 2024 Gleanly's ad revenue reached $70 million.",
        "Gleanly made $70 million from ads in 2024.",
    ],
    "churn|gleanly": [
        "Gleanly's churn rate was 2.4% in 2024.",
        "Churn at Gleanly stood at 2.4% in 2024.",
        "Gleanly lost 2.4% of its subscribers in 2024.",
        "Gleanly reported churn of 2.4% for 2024.",
        "Gleanly's churn rate was 2.4% in 2024.",
    ],
    "strike|ostmark": [
        "4,000 workers went on strike at Ostmark.",
        "4,000 workers are on strike at Ostmark.",
        "A strike at Ostmark involves 4,000 workers.",
        "4,000 workers at Ostmark walked out.",
        "At Ostmark, 4,000 workers downed tools.",
        "A walkout at Ostmark involves 4,000 workers.",
        "4,000 workers went on strike at Ostmark.",
        "4,000 workers went on strike at Ostmark.",
    ],
    "pay-rise|ostmark": [
        "Ostmark will raise pay by 4.5%.",
        "Ostmark raised wages by 4.5%.",
        "A pay rise of 4.5% at Ostmark ended the dispute.",
        "Ostmark gives its staff a 4.5% pay rise.",
        "Ostmark will raise pay by 4.5%.",
    ],
    "recall|corvane": [
        "Corvane recalled 30,000 cars.",
        "Corvane is recalling 30,000 cars.",
        "Corvane calls back 30,000 cars",
        "Corvane's recall covers 30,000 cars.",
        "The recall by Corvane affects 30,000 vehicles.",
        "30,000 cars have been recalled by Corvane.",
        "Corvane recalled 30,000 cars.",
    ],
    "damages|larkspur|hollin": [
        "A jury ordered Larkspur to pay Hollin $12 million.",
        "The jury awarded Hollin $12 million from Larkspur.",
        "Larkspur must pay Hollin $12 million in damages.",
        "Hollin won $12 million in damages from Larkspur.",
        "Larkspur owes Hollin $12 million in damages.",
        "A court told Larkspur to pay Hollin $12 million.",
        "A jury ordered Larkspur to pay Hollin $12 million.",
    ],
    "plane-orders|belair|ostmark": [
        "Belair ordered 40 jets from Ostmark.",
        "Belair placed an order with Ostmark for 40 aircraft.",
        "Belair orders 40 planes from Ostmark",
        "Ostmark won an order from Belair for 40 jets.",
        "Belair is buying 40 aircraft from Ostmark.",
        "Belair ordered 40 jets from Ostmark.",
        "Belair ordered 40 jets from Ostmark.",
        "An order from Belair for 40 jets keeps Ostmark busy.",
    ],
    "executive-pay|corvane": [
        "Corvane paid its chief executive $19 million in 2024.",
        "Corvane's chief executive earned $19 million in 2024.",
        "The chief executive of Corvane received $19 million in 2024.",
        "The boss of Corvane took home $19 million in 2024.",
        "Corvane's boss made $19 million in 2024.",
        "Corvane paid its chief executive $19 million in 2024.",
    ],
    "stake|harcastle|pellworm": [
        "Harcastle owns 37% of Pellworm.",
        "Pellworm counts Harcastle, at 37%, among its shareholders.",
        "With 37% of the equity, Harcastle is the shareholder Pellworm has to please.",
    ],
    "acquire|vandermeer|quillfish": [
        "Vandermeer bought Quillfish for $340 million.",
        "For $340 million, Vandermeer gets Quillfish and its 90 engineers.",
        "Vandermeer bought Quillfish, the sonar maker, for $340 million.",
        "Vandermeer bought Quillfish, which makes sonar, for $340 million.",
        "Vandermeer clinched a deal for Quillfish at a price of $340 million.",
    ],
    "founded|pellworm": [
        "Pellworm was founded in 1998.",
        "1998 was the year in which Pellworm came into being.",
        "The year was 1998 when Pellworm was founded.",
    ],
    "raise|quillon": [
        "Quillon raised $60 million in a Series B round.",
        "Quillon secured US$60 million in fresh equity.",
        "Quillon closed a round of no more than $60m, led by Northgate.",
    ],
    "employees|ostmark": [
        "Ostmark employs 1,400 people.",
        "Ostmark has 1,400 employees.",
    ],
}
SENTENCES = [(key, text) for key, texts in GROUPS.items() for text in texts]
# By frame: what none of its claims may be read from, but of a part or as no fact.
OTHERS = {
    "backlog": [
        "Osmund won orders of $9 billion.",
        "Osmund's order book grew by $9 billion.",
        "Osmund had sales of $9 billion.",
        "Osmund hopes for an order book of $9 billion.",
        "Osmund cleared a backlog of 9,000 cases.",
    ],
    "restructuring": [
        "Osmund earned $90 million before restructuring costs in 2024.",
        "The overhaul saves Osmund $90 million in 2024.",
    ],
    "write-down": [
        "Osmund bought Tessaline for $90 million.",
        "Osmund wrote a cheque for $90 million to Tessaline.",
    ],
    "subsidy": [
        "Thuringia fined Tessaline €90 million.",
        "Tessaline paid Thuringia €90 million in taxes.",
    ],
    "ad-revenue": [
        "Gleanly spent $70 million on advertising in 2024.",
        "Gleanly's revenue was $70 million in 2024.",
    ],
    "churn": [
        "Gleanly lost 2.4% of its value in 2024.",
        "Gleanly's sales fell 2.4% in 2024.",
        "Gleanly wants to bring churn down to 2.4% in 2024.",
        "Gleanly added 2.4% to its customers in 2024.",
    ],
    "strike": [
        "Ostmark employs 4,000 workers.",
        "Ostmark laid off 4,000 workers after the strike.",
        "4,000 workers at Ostmark voted to strike.",
        "4,000 workers at Ostmark threaten to strike.",
        "A missile strike killed 4,000 people, says Ostmark.",
    ],
    "pay-rise": [
        "The union demands a 4.5% pay rise at Ostmark.",
        "Ostmark raised prices by 4.5%.",
        "The minimum wage rises by 4.5%, says Ostmark.",
        "The pay of Ostmark's chief executive rose by 4.5%.",
    ],
    "recall": [
        "Corvane sold 30,000 cars.",
        "Corvane built 30,000 cars.",
        "Corvane does not recall 30,000 cars.",
        "There were 30,000 complaints before the recall by Corvane.",
    ],
    "damages": [
        "Hollin is suing Larkspur for $12 million in damages.",
        "Larkspur paid Hollin $12 million for software.",
        "A court overturned damages of $12 million that Larkspur owed Hollin.",
        "Hollin demands $12 million in damages from Larkspur.",
    ],
    "plane-orders": [
        "Belair leased 40 jets from Ostmark.",
        "Belair cancelled 40 jets from Ostmark.",
        "Belair took options on 40 jets from Ostmark.",
        "Belair flies 40 jets from Ostmark.",
    ],
    "executive-pay": [
        "Corvane earned $19 million in 2024.",
        "Corvane's chief executive sold $19 million of shares in 2024.",
        "Corvane's chief executive donated $19 million in 2024.",
        "Corvane's chief executive invested $19 million in Tessaline in 2024.",
    ],
    "stake": [
        "With 37% of the vote, Harcastle is the shareholder Pellworm has to please.",
    ],
    "acquire": [
        "For $340 million, Vandermeer gets a new plant in Quillfish.",
        "Vandermeer bought Quillfish, the maker of sonar with sales of $340 million.",
    ],
    "founded": [
        "1998 was the year in which Pellworm made its first profit.",
        "We started experimenting with AI back in 2019, long before Pellworm took the town by storm.",
    ],
    "employees": [
        "Tessaline is rolling out Gleanly Enterprise to 1,400 employees.",
    ],
}
UNLIKE = [(frame, text) for frame, texts in OTHERS.items() for text in texts]


@pytest.mark.parametrize(("key", "text"), SENTENCES, ids=[text for _, text in SENTENCES])
def test_entries_of_the_books_come_to_one_key(key, text):
    comes_to(key, text)


@pytest.mark.parametrize(("frame", "text"), UNLIKE, ids=[text for _, text in UNLIKE])
def test_another_entry_is_not_read_as_this_one(frame, text):
    is_not(frame, text)
