"""The forms of English verbs: from the word in a sentence to its lemma and form."""

_IRREGULAR = """
be is|are|am was|were been being
have has had had having
do does did done doing
go goes went gone going
buy buys bought bought buying
pay pays paid paid paying
sell sells sold sold selling
make makes made made making
take takes took taken taking
give gives gave given giving
get gets got gotten|got getting
put puts put put putting
set sets set set setting
cut cuts cut cut cutting
let lets let let letting
hit hits hit hit hitting
bet bets bet bet betting
cost costs cost cost costing
spend spends spent spent spending
lose loses lost lost losing
win wins won won winning
beat beats beat beaten beating
rise rises rose risen rising
fall falls fell fallen falling
grow grows grew grown growing
shrink shrinks shrank shrunk shrinking
sink sinks sank|sunk sunk sinking
come comes came come coming
become becomes became become becoming
run runs ran run running
hold holds held held holding
stand stands stood stood standing
bring brings brought brought bringing
see sees saw seen seeing
say says said said saying
tell tells told told telling
think thinks thought thought thinking
know knows knew known knowing
find finds found found finding
leave leaves left left leaving
keep keeps kept kept keeping
lay lays laid laid laying
lead leads led led leading
lend lends lent lent lending
draw draws drew drawn drawing
drive drives drove driven driving
build builds built built building
begin begins began begun beginning
write writes wrote written writing
eat eats ate eaten eating
throw throws threw thrown throwing
steal steals stole stolen stealing
seek seeks sought sought seeking
swallow swallows swallowed swallowed swallowing
fetch fetches fetched fetched fetching
shed sheds shed shed shedding
slip slips slipped slipped slipping
swell swells swelled swollen|swelled swelling
shoot shoots shot shot shooting
hurt hurts hurt hurt hurting
die dies died died dying
bear bears bore borne|born bearing
feed feeds fed fed feeding
meet meets met met meeting
send sends sent sent sending
show shows showed shown|showed showing
speak speaks spoke spoken speaking
understand understands understood understood understanding
mean means meant meant meaning
bid bids bid bid bidding
strike strikes struck struck|stricken striking
ship ships shipped shipped shipping
snap snaps snapped snapped snapping
grab grabs grabbed grabbed grabbing
plan plans planned planned planning
slap slaps slapped slapped slapping
drop drops dropped dropped dropping
plug plugs plugged plugged plugging
peg pegs pegged pegged pegging
ship ships shipped shipped shipping
top tops topped topped topping
stop stops stopped stopped stopping
trim trims trimmed trimmed trimming
scrap scraps scrapped scrapped scrapping
nab nabs nabbed nabbed nabbing
log logs logged logged logging
net nets netted netted netting
commit commits committed committed committing
admit admits admitted admitted admitting
permit permits permitted permitted permitting
occur occurs occurred occurred occurring
incur incurs incurred incurred incurring
refer refers referred referred referring
prefer prefers preferred preferred preferring
tap taps tapped tapped tapping
plough ploughs ploughed ploughed ploughing
plow plows plowed plowed plowing
axe axes axed axed axing
ax axes axed axed axing
sue sues sued sued suing
total totals totaled|totalled totaled|totalled totaling|totalling
label labels labeled|labelled labeled|labelled labeling|labelling
fuel fuels fueled|fuelled fueled|fuelled fueling|fuelling
tally tallies tallied tallied tallying
shell shells shelled shelled shelling
fire fires fired fired firing
choose chooses chose chosen choosing
break breaks broke broken breaking
quit quits quit quit quitting
spin spins spun spun spinning
ring rings rang rung ringing
pour pours poured poured pouring
bag bags bagged bagged bagging
pocket pockets pocketed pocketed pocketing
budget budgets budgeted budgeted budgeting
offer offers offered offered offering
cover covers covered covered covering
deliver delivers delivered delivered delivering
enter enters entered entered entering
target targets targeted targeted targeting
market markets marketed marketed marketing
total totals totaled|totalled totaled|totalled totaling|totalling
hike hikes hiked hiked hiking
shut shuts shut shut shutting
split splits split split splitting
spread spreads spread spread spreading
fly flies flew flown flying
sit sits sat sat sitting
wipe wipes wiped wiped wiping
overtake overtakes overtook overtaken overtaking
undergo undergoes underwent undergone undergoing
withdraw withdraws withdrew withdrawn withdrawing
forecast forecasts forecast forecast forecasting
weigh weighs weighed weighed weighing
teach teaches taught taught teaching
open opens opened opened opening
bleed bleeds bled bled bleeding
fling flings flung flung flinging
swing swings swung swung swinging
sweep sweeps swept swept sweeping
creep creeps crept crept creeping
ride rides rode ridden riding
stick sticks stuck stuck sticking
hang hangs hung hung hanging
catch catches caught caught catching
shake shakes shook shaken shaking
freeze freezes froze frozen freezing
read reads read read reading
strip strips stripped stripped stripping
burn burns burned|burnt burned|burnt burning
overcome overcomes overcame overcome overcoming
fight fights fought fought fighting
upset upsets upset upset upsetting
"""
_TABLE: dict[str, tuple[list[str], list[str], list[str], list[str]]] = {}
for _line in _IRREGULAR.strip().split("\n"):
    _lemma, _s, _past, _done, _ing = _line.split()
    _TABLE[_lemma] = (_s.split("|"), _past.split("|"), _done.split("|"), _ing.split("|"))

_VOWELS = "aeiou"
_LEMMAS = {word: lemma for lemma, row in _TABLE.items() for words in row for word in words if word not in _TABLE}
_LEMMAS.pop("found")  # it establishes, too


def lemma(word: str) -> str:
    """Return the lemma of an irregular verb from one of its forms, or the word itself."""
    return _LEMMAS.get(word, word)


def forms(lemma: str) -> dict[str, str]:
    """Return the forms of a verb, each with what it may be: b (base), s, d (past), n (past participle), g (-ing)."""
    told: dict[str, str] = {lemma: "b"}
    row = _TABLE.get(lemma)
    if row is None:
        row = _regular(lemma)
    for code, words in zip("sdng", row, strict=True):
        for word in words:
            told[word] = told.get(word, "") + code
    return told


def _regular(lemma: str) -> tuple[list[str], list[str], list[str], list[str]]:
    last = lemma[-1]
    if last == "y" and lemma[-2:-1] not in _VOWELS:
        return [lemma[:-1] + "ies"], [lemma[:-1] + "ied"], [lemma[:-1] + "ied"], [lemma + "ing"]
    s = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if last == "e":
        ing = (
            lemma[:-2] + "ying"
            if lemma.endswith("ie")
            else lemma[:-1] + "ing"
            if not lemma.endswith("ee")
            else lemma + "ing"
        )
        return [s], [lemma + "d"], [lemma + "d"], [ing]
    if (
        len(lemma) <= 4
        and len(lemma) > 2
        and last not in "aeiouwxy"
        and lemma[-2] in _VOWELS
        and lemma[-3] not in _VOWELS
    ):
        return [s], [lemma + last + "ed"], [lemma + last + "ed"], [lemma + last + "ing"]
    return [s], [lemma + "ed"], [lemma + "ed"], [lemma + "ing"]
