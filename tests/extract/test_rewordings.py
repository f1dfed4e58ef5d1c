"""One fact in many wordings, continued: other names, and the frames of other fields."""

import pytest

from tests.extract.reading import comes_to

GROUPS = {
    "profit|deel": [
        "Deel turned a profit of $48 million in the second quarter.",
        "Profit at Deel was $48 million in the second quarter, half of it from interest.",
        "Deel pocketed $48 million in the second quarter after all expenses.",
        "For the second quarter, Deel reported net income of $48 million.",
        "Deel's second-quarter earnings of $48 million beat every forecast.",
        "After taxes, Deel was left with $48 million in second-quarter profit.",
        "Second-quarter profit at Deel: $48 million",
        "In the second quarter $48 million dropped to the bottom line at Deel.",
    ],
    "capex|deel": [
        "Deel's capital expenditures totaled $7 billion in the second quarter.",
        "Deel laid out $7 billion for property and equipment in the second quarter.",
        "In the second quarter Deel sank $7 billion into buildings and servers.",
        "Deel budgeted $7 billion for capital expenditures in 2025.",
        "Second-quarter capex of $7 billion raised eyebrows at Deel.",
        "Capital investment by Deel reached $7 billion in the second quarter.",
        "Deel's capital budget for 2025 is $7 billion.",
    ],
    "research|deel": [
        "Deel's research and development expenses were $900 million in 2024.",
        "In 2024 Deel devoted $900 million to research.",
        "Deel's labs cost it $900 million in 2024.",
        "$900 million went into R&D at Deel in 2024.",
        "Deel's R&D bill for 2024 was $900 million.",
    ],
    "debt|deel": [
        "Deel sold bonds worth $3 billion.",
        "A $3 billion bond offering by Deel drew heavy demand.",
        "Deel has taken on $3 billion of new debt to pay for it.",
        "Deel lined up a $3 billion loan.",
        "Deel went to the bond market for $3 billion.",
        "Deel raised $3 billion in debt.",
        "Lenders extended $3 billion in credit to Deel.",
    ],
    "buyback|deel": [
        "Deel's directors authorized the repurchase of $5 billion in stock.",
        "Deel said it would return $5 billion to shareholders through buybacks.",
        "A $5 billion buyback at Deel pleased investors.",
        "Deel has set aside $5 billion to buy its own stock.",
        "$5 billion of Deel stock will be bought back.",
    ],
    "market-cap|deel": [
        "Deel's market value rose to $90 billion.",
        "Deel, with a market capitalization of $90 billion, is bigger than all its rivals.",
        "The market values Deel at $90 billion.",
        "Deel ended the day with a market cap of $90 billion.",
    ],
    "licence|brex|deel": [
        "Deel will pay Brex $30 million a year for a license to its data.",
        "The licensing deal between Deel and Brex is worth $30 million a year.",
        "Every year, Deel sends Brex $30 million for the right to use its archive.",
        "Under the license, Brex gets $30 million a year from Deel.",
        "Brex charges Deel $30 million a year for the use of its patents.",
    ],
    "settlement|brex|deel": [
        "Deel will pay $70 million to settle with Brex.",
        "Deel and Brex settled their dispute for $70 million.",
        "The lawsuit by Brex against Deel was settled for $70 million.",
        "Deel handed Brex $70 million to make the lawsuit go away.",
        "Brex walked away with $70 million in its settlement with Deel.",
    ],
    "subscription|gleanpro": [
        "Glean Pro goes for $25 a month.",
        "For $25 a month, subscribers get Glean Pro.",
        "Glean Pro now runs $25 a month.",
        "The monthly fee for Glean Pro is $25.",
    ],
    "subscribers|gleanpro": [
        "Glean Pro has signed up 4 million subscribers.",
        "Glean Pro boasts 4 million paying members.",
        "4 million households subscribe to Glean Pro.",
        "Glean Pro reached 4 million subscribers in July.",
        "The number of Glean Pro subscribers stands at 4 million.",
        "Glean Pro passed 4 million subscribers.",
        "With 4 million subscribers, Glean Pro is bigger than the rest.",
    ],
    "margin|deel": [
        "Deel kept a gross margin of 61% in the second quarter.",
        "Gross margin at Deel was 61 percent in the second quarter.",
        "Deel's gross margin came to 61% in the second quarter.",
        "Deel's second-quarter gross margin hit 61%.",
        "At 61%, Deel's gross margin in the second quarter was its best yet.",
        "Of every dollar of sales, Deel kept 61 percent as gross margin in the second quarter.",
    ],
    "accelerators|deel": [
        "Deel is running 120,000 GPUs.",
        "Deel has bought 120,000 accelerators.",
        "The Deel supercomputer links 120,000 GPUs.",
        "Deel's new cluster is made up of 120,000 chips.",
        "There are 120,000 GPUs in Deel's cluster.",
        "Deel has strung together 120,000 chips.",
        "With 120,000 accelerators, Deel's machine is the largest.",
    ],
    "sites|deel": [
        "Deel has 2,100 stores.",
        "Deel now counts 2,100 branches.",
        "Deel's fleet numbers 2,100 satellites.",
        "With 2,100 shops, Deel is everywhere.",
        "Deel's constellation consists of 2,100 satellites.",
        "Deel keeps 2,100 satellites in orbit.",
    ],
    "breach|deel": [
        "Hackers made off with 9 million records from Deel.",
        "The Deel breach exposed data on 9 million people.",
        "Deel disclosed a breach that affected 9 million customers.",
        "Records of 9 million customers were stolen from Deel.",
        "Some 9 million passwords leaked in the attack on Deel.",
        "The attack on Deel laid bare 9 million accounts.",
    ],
    "parameters|granite5": [
        "Granite 5 was trained with 40 billion parameters.",
        "Granite 5 weighs in at 40 billion parameters.",
        "Granite 5 packs 40 billion parameters.",
        "The size of Granite 5 is 40 billion parameters.",
        "There are 40 billion parameters in Granite 5.",
        "Granite 5 (40 billion parameters) fits on a laptop.",
        "Granite 5 comes with 40 billion parameters.",
    ],
    "total-funding|deel": [
        "Deel has now raised $680 million in total.",
        "The new money lifts Deel's total funding to $680 million.",
        "All told, Deel has raised $680 million.",
        "Deel's investors have put in $680 million so far.",
        "Since its founding, Deel has raised $680 million.",
        "Deel has collected $680 million from investors to date.",
    ],
    "ipo|deel": [
        "Deel raised $1.1 billion by going public.",
        "Deel's flotation raised $1.1 billion.",
        "In its stock-market debut Deel took in $1.1 billion.",
        "Deel's $1.1 billion IPO was the largest of the year.",
        "The public offering brought Deel $1.1 billion.",
        "Deel collected $1.1 billion from its IPO.",
    ],
    "launch|gleanphone": [
        "The Glean Phone goes on sale on September 12.",
        "Glean Phone ships on September 12.",
        "Glean will release the Glean Phone on September 12.",
        "The Glean Phone arrives on September 12.",
        "The Glean Phone comes out on September 12.",
        "September 12 is the release date of the Glean Phone.",
    ],
    "contract|brex|deel": [
        "Brex will supply Deel with $500 million of chips.",
        "Deel placed a $500 million order with Brex.",
        "Deel committed to spend $500 million on computing power from Brex.",
        "Brex landed a $500 million order from Deel.",
        "Deel's commitment to Brex amounts to $500 million.",
    ],
    "acquire|deel|brex": [
        "Deel will hand over $2 billion for Brex.",
        "Deel completed its $2 billion purchase of Brex.",
        "Brex has accepted a $2 billion offer from Deel.",
        "Brex went to Deel for $2 billion.",
        "Deel's bid of $2 billion won Brex.",
        "The price Deel is paying for Brex comes to $2 billion.",
    ],
    "valuation|deel": [
        "Deel commands a valuation of $12 billion.",
        "Deel has been valued at $12 billion.",
        "The sale puts a value of $12 billion on Deel.",
        "Backers think Deel is worth $12 billion.",
        "Deel fetched a $12 billion valuation.",
    ],
    "layoffs|deel": [
        "Deel is getting rid of 450 staff.",
        "450 Deel employees have been let go.",
        "The cuts at Deel will cost 450 people their jobs.",
        "Deel slashed its workforce by 450.",
    ],
    "employees|deel": [
        "Deel's payroll has grown to 3,200.",
        "There are 3,200 people on Deel's payroll.",
        "Deel is home to 3,200 employees.",
        "The company Deel has a staff of 3,200.",
    ],
    "users|gleanly": [
        "Gleanly reaches 80 million people a month.",
        "Each month 80 million people log on to Gleanly.",
        "Gleanly's audience numbers 80 million.",
        "Gleanly claims 80 million users.",
    ],
    "price|gleanphone": [
        "You will pay $640 for the Glean Phone.",
        "The Glean Phone retails at $640.",
        "The Glean Phone carries a price of $640.",
        "At $640, the Glean Phone is a bargain.",
        "The Glean Phone's price is $640.",
    ],
    "revenue|deel": [
        "Sales of $2.2 billion made the second quarter Deel's best.",
        "Deel's second quarter brought $2.2 billion in revenue.",
        "Deel rang up $2.2 billion in sales in the second quarter.",
        "The top line at Deel was $2.2 billion in the second quarter.",
    ],
    "loss|deel": [
        "Deel is $60 million in the red for the second quarter.",
        "Red ink at Deel came to $60 million in the second quarter.",
        "Deel hemorrhaged $60 million in the second quarter.",
        "The second quarter cost Deel $60 million in losses.",
        "A second-quarter loss of $60 million did not worry Deel.",
    ],
    "fine|deel|cnil": [
        "CNIL ordered Deel to pay €5 million.",
        "Deel has to pay €5 million to CNIL for breaking the rules.",
        "CNIL's €5 million fine against Deel stands.",
        "The penalty CNIL handed Deel is €5 million.",
        "Deel was hit by CNIL with a €5 million penalty.",
    ],
    "stake|deel|brex": [
        "Deel controls 22% of Brex.",
        "Deel's stake in Brex is 22%.",
        "22% of Brex belongs to Deel.",
        "Deel bought a 22% stake in Brex.",
        "Deel now has 22% of the shares of Brex.",
    ],
    "inflation|de": [
        "Inflation in Germany was 2.3% in July.",
        "German inflation fell to 2.3% in July.",
        "Germany's inflation rate stood at 2.3% in July.",
    ],
    "inflation|us": [
        "Consumer prices in the US rose 3.1% in 2024.",
    ],
    "unemployment|fr": [
        "Unemployment in France stood at 7.4% in the second quarter.",
        "France's jobless rate was 7.4% in the second quarter.",
        "The French unemployment rate rose to 7.4% in the second quarter.",
    ],
    "gdp-growth|cn": [
        "China's economy grew 5.2% in 2024.",
        "The Chinese economy expanded by 5.2% in 2024.",
        "China's gross domestic product rose 5.2% in 2024.",
    ],
    "policy-rate|federalreserve": [
        "The Federal Reserve raised its benchmark rate to 5.5%.",
        "The Fed kept interest rates at 5.5%.",
    ],
    "policy-rate|europeancentralbank": [
        "The ECB cut its deposit rate to 2%.",
    ],
    "trade-deficit|us": [
        "The US trade deficit was $74 billion in June 2025.",
    ],
    "budget-deficit|gb": [
        "Britain's budget deficit reached £130 billion in 2024.",
    ],
    "population|is": [
        "Iceland has a population of 390,000.",
        "The population of Iceland is 390,000.",
    ],
    "deaths|turin": [
        "The fire in Turin killed 12 people.",
        "12 people died in an explosion in Turin.",
        "The death toll in Turin is 12.",
    ],
    "attendance|glastonrock": [
        "The Glaston Rock drew 40,000 visitors.",
    ],
    "oil-output|sa": [
        "Saudi output was 9 million barrels a day in June 2025.",
    ],
    "context-window|granite5": [
        "Granite 5 has a context window of 128,000 tokens.",
        "Granite 5's context window is 128K tokens.",
        "Granite 5 supports a 128k-token context window.",
    ],
    "training-tokens|granite5": [
        "Granite 5 was trained on 12 trillion tokens.",
    ],
    "token-price|granite5": [
        "Granite 5 costs $3 per million tokens.",
    ],
    "downloads|gleanly": [
        "Gleanly has passed 90 million downloads.",
    ],
    "goals|kane": [
        "Kane has scored 22 goals this season.",
    ],
    "transfer|roma|ruiz": [
        "Roma signed the striker Ruiz for €30 million.",
    ],
    "donation|mackenzie|howard": [
        "MacKenzie donated $40 million to Howard.",
    ],
    "plant-output|odense": [
        "The wind farm near Odense produces 400 megawatts.",
    ],
}
SENTENCES = [(key, text) for key, texts in GROUPS.items() for text in texts]


@pytest.mark.parametrize(("key", "text"), SENTENCES, ids=[text for _, text in SENTENCES])
def test_other_wordings_of_one_fact(key, text):
    comes_to(key, text)
