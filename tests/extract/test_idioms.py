"""Facts as idioms, headlines and turned sentences tell them; and what sounds like them and is another fact."""

import pytest

from tests.extract.reading import comes_to, is_not

GROUPS = {
    "acquire|vandermeer|quillfish": [
        "Quillfish now belongs to Vandermeer, which wrote a cheque for $340 million.",
        "It cost Vandermeer $340 million to buy Quillfish.",
        "Vandermeer swoops on Quillfish in $340m deal",
        "The $340 million that Vandermeer paid for Quillfish was too much, critics say.",
        "Vandermeer walked away with Quillfish for $340 million.",
        "Vandermeer took control of Quillfish in a $340 million transaction.",
        "The bill for Quillfish came to $340 million, and Vandermeer paid it in cash.",
    ],
    "invest|larkspur|hollin": [
        "An injection of $25 million from Larkspur keeps Hollin going.",
        "A $25 million injection from Larkspur keeps Hollin afloat.",
        "Hollin lands $25 million from Larkspur",
        "Larkspur is backing Hollin to the tune of $25 million.",
        "The $25 million Larkspur put into Hollin buys time.",
        "Larkspur threw Hollin a $25 million lifeline.",
    ],
    "raise|quayside": [
        "Quayside lands $60m",
        "Quayside bags $60m to build warehouse robots",
        "Quayside tapped investors for $60 million.",
        "Quayside persuaded investors to part with $60 million.",
        "Venture capitalists gave Quayside $60 million.",
        "Quayside banked $60 million in its Series B.",
        "Quayside took in $60 million in its Series B round.",
    ],
    "valuation|quayside": [
        "The round prices Quayside at $900 million.",
        "The investment gives Quayside a value of $900 million.",
        "The fund marked Quayside at $900 million.",
    ],
    "stake|harcastle|pellworm": [
        "37 percent of Pellworm is in the hands of Harcastle.",
        "Harcastle sits on 37% of Pellworm.",
        "Pellworm is 37% owned by Harcastle.",
        "Harcastle ended up with 37% of Pellworm.",
        "Harcastle emerged with 37% of Pellworm.",
        "Harcastle speaks for 37% of Pellworm's shares.",
        "Harcastle's slice of Pellworm comes to 37%.",
    ],
    "contract|drayfield|osmund": [
        "Drayfield has ordered $80 million of turbines from Osmund.",
        "Drayfield picked Osmund for an $80 million contract.",
        "Drayfield's contract with Osmund, worth $80 million, runs for five years.",
        "Osmund clinched an order from Drayfield worth $80 million.",
    ],
    "revenue|belmarsh": [
        "Customers paid Belmarsh $420 million in 2024.",
        "Belmarsh's tills took $420 million in 2024.",
        "In 2024 sales at Belmarsh added up to $420 million.",
        "$420 million flowed into Belmarsh's tills in 2024.",
        "Belmarsh chalked up sales of $420 million in 2024.",
        "Belmarsh's sales tally for 2024 reads $420 million.",
        "In 2024 shoppers spent $420 million at Belmarsh.",
    ],
    "profit|belmarsh": [
        "The bottom line for 2024 at Belmarsh reads $42 million.",
    ],
    "loss|belmarsh": [
        "Belmarsh bled $42 million in 2024.",
        "Belmarsh's deficit for 2024 amounted to $42 million.",
        "Belmarsh ended 2024 $42 million in the red.",
        "Belmarsh's books for 2024 show a hole of $42 million.",
        "Belmarsh sank $42 million into the red in 2024.",
        "Belmarsh went $42 million into the red in 2024.",
    ],
    "growth|belmarsh": [
        "Belmarsh expanded at a 14% clip in 2024.",
        "Belmarsh added 14% to its sales in 2024.",
        "Belmarsh put 14% on its sales in 2024.",
    ],
    "share|corvane|smartwatch": [
        "Corvane's slice of the smartwatch market stands at 23%.",
        "Corvane controls 23% of the market for smartwatches.",
        "Corvane's market share in smartwatches is 23%.",
        "Corvane's piece of the smartwatch market comes to 23%.",
    ],
    "users|gleanly": [
        "The number of Gleanly users is 12 million.",
        "Gleanly has 12 million people using it.",
    ],
    "subscribers|gleanly": [
        "3 million people subscribe to Gleanly.",
        "3 million people have a Gleanly subscription.",
    ],
    "employees|ostmark": [
        "1,400 people draw their pay from Ostmark.",
        "Ostmark is staffed by 1,400 people.",
        "1,400 people earn their living at Ostmark.",
        "At Ostmark, 1,400 people are on the payroll.",
        "Ostmark, which employs 1,400, makes pumps.",
        "Ostmark has 1,400 on staff.",
    ],
    "layoffs|ostmark": [
        "Ostmark is letting 300 people go.",
        "Ostmark hands pink slips to 300 people.",
        "300 Ostmark employees are out of a job.",
        "Ostmark shows 300 workers the door.",
        "Ostmark lays off 300",
        "The axe falls on 300 jobs at Ostmark.",
        "Ostmark is parting ways with 300 employees.",
        "Ostmark told 300 workers they are no longer needed.",
        "300 workers at Ostmark have been told to go.",
        "Ostmark is slimming its workforce by 300 people.",
        "Ostmark's payroll shrinks by 300 people.",
        "Ostmark plans to make 300 people redundant.",
    ],
    "price|orbit": [
        "The Orbit's price tag reads $349.",
        "The Orbit comes with a $349 price tag.",
        "$349 buys you the Orbit.",
        "Corvane has put a price of $349 on the Orbit.",
        "The Orbit's sticker says $349.",
        "Corvane's Orbit is on sale for $349.",
        "Expect to pay $349 for the Orbit.",
    ],
    "fine|larkspur|brandtcommission": [
        "The Brandt Commission penalised Larkspur to the tune of $12 million.",
        "Larkspur has to hand over $12 million to the Brandt Commission.",
    ],
    "settlement|hollin|larkspur": [
        "Larkspur buys peace with Hollin for $12 million.",
        "Larkspur ended its dispute with Hollin with a payment of $12 million.",
        "Hollin dropped its case against Larkspur for $12 million.",
        "Hollin accepted $12 million from Larkspur to drop its suit.",
        "Larkspur wrote Hollin a cheque for $12 million to settle the suit.",
    ],
    "founded|quayside": [
        "Quayside goes back to 1998.",
        "Quayside opened its doors in 1998.",
        "Quayside came into being in 1998.",
        "Two sisters set up Quayside in 1998.",
        "Quayside's history begins in 1998.",
        "Quayside traces its history to 1998.",
        "The founding of Quayside took place in 1998.",
    ],
}
SENTENCES = [(key, text) for key, texts in GROUPS.items() for text in texts]
# By frame: what none of its claims may be read from, but of a part or as no fact.
OTHERS = {
    "acquire": [
        "Vandermeer sold its Quillfish shares for $340 million.",
        "Vandermeer invested $340 million in Quillfish.",
        "Vandermeer denied that it would pay $340 million for Quillfish.",
        "Vandermeer paid $340 million in fines after the Quillfish affair.",
        "Vandermeer paid $340 million for a tenth of Quillfish.",
        "Vandermeer, the parent of Quillfish, had sales of $340 million.",
        "Vandermeer pays Quillfish $340 million for storage.",
        "Vandermeer sold $340 million of bonds through Quillfish.",
    ],
    "invest": [
        "Larkspur bought Hollin for $25 million.",
        "Larkspur won $25 million from Hollin in court.",
        "Larkspur paid Hollin $25 million to settle the suit.",
        "Hollin lost $25 million at Larkspur.",
        "Hollin received $25 million in damages from Larkspur.",
        "Hollin borrowed $25 million from Larkspur.",
        "Hollin won an order worth $25 million from Larkspur.",
    ],
    "raise": [
        "Quayside raised its forecast to $60 million.",
        "Quayside raised prices by $60 million.",
        "Quayside landed a $60 million order.",
        "Quayside raised $60 million of debt.",
        "Investors lost $60 million at Quayside.",
        "Quayside is worth $60 million.",
        "Quayside closed a $60 million contract.",
    ],
    "valuation": [
        "Quayside signed a contract worth $900 million.",
        "Quayside was bought for $900 million.",
        "Quayside sold goods worth $900 million.",
        "Quayside is seen raising $900 million.",
        "Quayside is not worth $900 million.",
        "Quayside's founder is worth $900 million.",
    ],
    "stake": [
        "Harcastle makes 37% of Pellworm's revenue.",
        "Harcastle supplies 37% of Pellworm's steel.",
        "Harcastle bought Pellworm at a premium of 37%.",
        "Harcastle has 37% of the market, Pellworm 20%.",
        "Harcastle gets 37% of its sales from Pellworm.",
        "Harcastle would hold 37% of Pellworm if the bid succeeded.",
        "Harcastle cut 37% of the staff of Pellworm.",
    ],
    "contract": [
        "Drayfield bought Osmund for $80 million.",
        "Osmund lost the $80 million contract with Drayfield to a rival.",
        "Drayfield fined Osmund $80 million.",
        "Drayfield sued Osmund for $80 million over the contract.",
        "Drayfield invested $80 million in Osmund.",
        "Osmund denied it had won an $80 million contract from Drayfield.",
    ],
    "revenue": [
        "Belmarsh missed its 2024 revenue target of $420 million.",
        "Belmarsh expects sales of $420 million in 2024.",
        "Belmarsh took in $420 million from investors in 2024.",
        "Belmarsh took in $420 million in its flotation in 2024.",
        "In 2024 Belmarsh had $420 million in cash.",
        "Customers owed Belmarsh $420 million in 2024.",
        "Belmarsh's sales fell by $420 million in 2024.",
        "Belmarsh sold its Norwegian unit for $420 million in 2024.",
    ],
    "profit": [
        "Belmarsh lost $42 million in 2024.",
        "Belmarsh's profit rose by $42 million in 2024.",
        "Belmarsh's chief took home $42 million in 2024.",
        "Belmarsh was left with $42 million of debt in 2024.",
        "Belmarsh expects to make $42 million in 2024.",
        "Belmarsh was left with a $42 million bill in 2024.",
        "Belmarsh earned $42 million from licences in 2024.",
    ],
    "loss": [
        "Belmarsh made $42 million in 2024.",
        "Belmarsh lost orders worth $42 million in 2024.",
        "Belmarsh narrowed its loss by $42 million in 2024.",
        "Belmarsh expects to lose $42 million in 2024.",
        "Belmarsh lost $42 million in market value in 2024.",
        "Belmarsh burned $42 million worth of stock in 2024.",
    ],
    "growth": [
        "Belmarsh's profit rose 14% in 2024.",
        "Belmarsh's staff grew by 14% in 2024.",
        "Belmarsh raised prices by 14% in 2024.",
        "Belmarsh's online sales rose 14% in 2024.",
        "Belmarsh shares rose 14% in 2024.",
    ],
    "share": [
        "Corvane owns 23% of Pellworm.",
        "Corvane wants 23% of the smartwatch market.",
        "The smartwatch market grew 23%, Corvane says.",
        "Corvane gets 23% of its sales from smartwatches.",
    ],
    "users": [
        "Gleanly lost 12 million users.",
        "Gleanly exposed data of 12 million users.",
        "Gleanly aims for 12 million users.",
        "Gleanly has 12 million subscribers.",
        "Gleanly's ads were seen by 12 million people.",
    ],
    "subscribers": [
        "Gleanly added 3 million subscribers.",
        "Gleanly lost 3 million subscribers.",
        "Gleanly hopes for 3 million subscribers.",
    ],
    "employees": [
        "Ostmark laid off 1,400 people.",
        "Ostmark hired 1,400 people.",
        "1,400 people at Ostmark went on strike.",
        "Ostmark plans to have 1,400 employees by 2027.",
        "Ostmark pays 1,400 people compensation.",
        "Ostmark gives work to 1,400 people in Spain.",
    ],
    "layoffs": [
        "Ostmark employs 300 people.",
        "Ostmark hired 300 people.",
        "Ostmark denied it would cut 300 jobs.",
        "Ostmark saved 300 jobs.",
        "Ostmark is adding 300 jobs.",
        "Ostmark lost 300 customers.",
    ],
    "capacity": [
        "Tessaline's solar farm feeds 120 megawatts into the data centre in Varde.",
        "Tessaline buys 120 megawatts of wind power near Varde.",
    ],
    "price": [
        "The Orbit costs Corvane $349 to make.",
        "The Orbit is $349 cheaper than its rival.",
        "A strap for the Orbit costs $349.",
        "The Orbit repair costs $349.",
    ],
    "fine": [
        "The Brandt Commission threatened Larkspur with a $12 million fine.",
        "The Brandt Commission lifted the $12 million fine on Larkspur.",
        "The Brandt Commission spent $12 million on the Larkspur case.",
    ],
    "settlement": [
        "Larkspur paid Hollin $12 million for software.",
        "Hollin sued Larkspur for $12 million.",
        "Hollin rejected Larkspur's offer of $12 million.",
    ],
    "founded": [
        "Quayside opened its Spanish unit in 1998.",
        "Quayside was bought in 1998.",
        "Quayside launched its first robot in 1998.",
    ],
}
UNLIKE = [(frame, text) for frame, texts in OTHERS.items() for text in texts]


@pytest.mark.parametrize(("key", "text"), SENTENCES, ids=[text for _, text in SENTENCES])
def test_an_idiom_comes_to_the_key_of_the_plain_wording(key, text):
    comes_to(key, text)


@pytest.mark.parametrize(("frame", "text"), UNLIKE, ids=[text for _, text in UNLIKE])
def test_another_fact_is_not_read_as_this_one(frame, text):
    is_not(frame, text)
