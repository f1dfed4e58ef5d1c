"""The small words of English and what part they play, and words whose capital says nothing."""

from lint.extract.bag import bag

_CLASSES = {
    "d": "the a an this these those its their his her our my your some any each every another both all whose no",
    "p": "of in on at by for from with into onto to toward towards against among between under over across within "
    "without per "
    "around near outside inside behind upon through throughout during including about above below besides beyond "
    "alongside via following",
    "c": "and or but & plus nor",
    "s": "while although though because whereas than after before until when once unless whether as versus vs "
    "despite if compared since "
    "rather instead where how why except excluding so even-though minus",
    "r": "which who that whom what",
    "o": "it they he she we you i them him us me itself themselves there here something anything nothing everything "
    "someone everyone anyone nobody",
    "x": "having will would shall should can could may might must do does did have has had is are was were be been "
    "being am 'll 'd ca wo "
    "isn't wasn't aren't weren't don't doesn't didn't won't wouldn't can't couldn't hasn't haven't hadn't shouldn't "
    "it's they're we're "
    "they've we've it'll they'll he's she's that's there's",
    "g": "now also already just even still yet again reportedly allegedly roughly almost nearly soon later recently "
    "currently today only "
    "too very so then thus therefore however meanwhile instead often always usually generally largely mostly mainly "
    "partly finally "
    "eventually initially originally previously formerly once twice together altogether alone probably perhaps "
    "maybe likely indeed "
    "quietly suddenly simply merely well further ago away back apart about approximately around more less most "
    "least never",
    "n": "not never n't no-longer hardly neither",
}
CLASS = {word: kind for kind, words in reversed(_CLASSES.items()) for word in words.split()}
CLASS.update(
    dict.fromkeys("monday tuesday wednesday thursday friday saturday sunday tonight yesterday tomorrow".split(), "T")
)
CLASS.update({"about": "p", "around": "p", "never": "n", "so": "s", "to": "p", "back": "g", "no": "d"})
JOINERS = bag("of the for de von van der den la le del di da du and &")
JOINABLE = bag(
    "bank university department ministry house board office court institute commission college school museum "
    "council secretary "
    "church academy association federation republic kingdom isle bureau journal times society national port city "
    "state people's "
    "american chamber authority agency"
)
# A capital at the start of a sentence says nothing of these.
COMMON = bag(
    "ask meet call enter hear see take "
    "revenue revenues sales turnover profit profits loss losses income earnings headcount workforce staff employees "
    "workers people users "
    "customers investors buyers analysts bankers officials regulators hackers shoppers readers listeners players "
    "viewers subscribers "
    "shipments deliveries shares stock stocks price prices demand growth margins margin capital spending research "
    "development debt "
    "net gross operating quarterly annual total monthly weekly daily local federal state private public american "
    "european chinese "
    "investment investments fine fines penalty settlement deal deals acquisition takeover purchase valuation "
    "funding financing "
    "capacity power data imagine suppose having speaking looking correcting according given including despite "
    "following "
    "nearly almost roughly approximately around about over under up down more less fewer most many some several few "
    "both all "
    "each every another other such much enough only even still yet also just perhaps maybe clearly notably "
    "importantly meanwhile "
    "however moreover furthermore besides instead indeed thus hence therefore then now today yesterday tomorrow "
    "recently currently "
    "previously originally initially finally eventually later earlier soon once twice never always often sometimes "
    "here there "
    "where when while why how what who which whose whether if unless until since because although though as after "
    "before during "
    "in on at by for from with to of into onto upon through between among against without within across behind "
    "beyond near "
    "the a an this that these those its their his her our your my it they he she we you i them us me one two three "
    "four five "
    "six seven eight nine ten and or but nor so no not yes please thanks note see read watch listen let lets take "
    "make get go come "
    "is are was were be been being do does did has have had will would can could should may might must correction "
    "update "
    "updated breaking exclusive report reports reported sources source asked told said says saying new old big "
    "large small "
    "first second third last next early late high low good bad great best worst long short full half part last year "
    "years month "
    "months week weeks day days quarter quarters million billion trillion thousand hundred percent executives "
    "executive managers "
    "management company companies firm firms startup startups start-up start-ups group groups maker makers bank "
    "banks fund funds "
    "government governments shareholders owners founders developers engineers researchers scientists doctors police "
    "authorities inflation unemployment exports imports production output industrial consumer retail wholesale "
    "trade budget deficit "
    "surplus interest rates rate gold oil gas crude wheat corn coffee electricity energy solar wind nuclear coal "
    "temperature "
    "temperatures rain snow storm fire floods earthquake crews rescue survivors victims nearby elsewhere overall "
    "altogether "
    "shipments units subscribers subscriptions membership parameters weights model models version versions release "
    "releases launch "
    "founded started launched built based born backed valued owned led run driven given priced listed traded raised "
    "sold bought "
    "my own everyone everybody nobody somebody someone anyone nothing something everything anything somewhere "
    "bigger smaller better "
    "worse higher lower cheaper faster slower greater stronger weaker advertising cloud software hardware services "
    "online mobile "
    "internet digital security privacy layoffs cuts jobs hiring wages pay salaries rent rents housing homes home "
    "house cars car "
    "vehicles phones phone computers laptops tablets chips chip memory storage servers server fans players goals "
    "points runs "
    "assets liabilities dividend dividends cash equity bonds bond loans loan credit tax taxes tariffs tariff cost "
    "costs price "
    "oper shr revs qtr avg note mths yr pretax aftertax year-to-date non-consolidated consolidated "
    "unlike like per plus minus versus against via than rather either neither nor"
)
STATES = bag(
    "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois "
    "indiana iowa kansas "
    "kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska "
    "nevada ohio oklahoma "
    "oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ontario quebec alberta "
    "manitoba england "
    "scotland wales ireland france germany spain italy portugal norway sweden denmark finland poland india china "
    "japan australia "
    "canada mexico brazil netherlands belgium austria switzerland"
)
