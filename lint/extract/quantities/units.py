"""The units that figures stand in, as tables: what a word or sign means, and what it is worth in the base unit."""

from typing import NamedTuple

from lint.extract.bag import bag


class Unit(NamedTuple):
    """kind: as in Quantity.unit; symbol: as it is told; base and factor: what one is worth (1 MW is 1e6 W)."""

    kind: str
    symbol: str
    base: str
    factor: float


SCALES = {
    "hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "lakhs": 1e5, "million": 1e6, "mil": 1e6, "mln": 1e6, "mn": 1e6,
    "crore": 1e7,
    "crores": 1e7, "billion": 1e9, "bln": 1e9, "bn": 1e9, "trillion": 1e12, "tln": 1e12, "trn": 1e12, "tn": 1e12,
    "quadrillion": 1e15, "hundreds": 1e2, "thousands": 1e3, "millions": 1e6, "billions": 1e9, "trillions": 1e12,
}  # fmt: skip
# One letter, written to the figure: $5m, 400K. Which are read without a currency is for the caller to say.
LETTERS = {"k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6, "b": 1e9, "B": 1e9, "t": 1e12, "T": 1e12}

SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₪": "ILS",
    "₫": "VND",
    "₱": "PHP", "฿": "THB", "₦": "NGN", "₴": "UAH", "₸": "KZT", "₵": "GHS", "₡": "CRC", "₲": "PYG", "₾": "GEL",
    "₭": "LAK",
    "₿": "BTC", "＄": "USD", "￥": "JPY", "￡": "GBP", "﹩": "USD", "रू": "NPR", "ரூ": "LKR", "₮": "MNT", "₼": "AZN",
    "֏": "AMD",
    "៛": "KHR", "؋": "AFN", "¢": "USX", "৳": "BDT", "﷼": "IRR",
}  # fmt: skip
# What stands before a dollar, pound … sign and says whose it is.
SIGN_PREFIXES = {
    "US": "USD", "U.S.": "USD", "U.S": "USD", "C": "CAD", "CA": "CAD", "CDN": "CAD", "CAN": "CAD", "A": "AUD",
    "AU": "AUD", "AUS": "AUD",
    "NZ": "NZD", "HK": "HKD", "S": "SGD", "SG": "SGD", "NT": "TWD", "R": "BRL", "MX": "MXN", "MEX": "MXN",
    "TT": "TTD", "J": "JMD",
    "Z": "ZWL", "BZ": "BZD", "B": "BND", "FJ": "FJD", "CI": "KYD", "RD": "DOP", "N": "NAD", "EC": "XCD",
    "BDS": "BBD", "E": "EGP",
}  # fmt: skip
CODES = bag(
    "USD EUR GBP JPY CNY RMB CNH INR KRW RUB TRY ILS VND PHP THB NGN UAH CAD AUD NZD HKD SGD TWD BRL MXN CHF SEK "
    "NOK DKK ISK PLN CZK HUF RON BGN ZAR EGP SAR AED QAR KWD BHD OMR JOD MYR IDR PKR BDT LKR NPR ARS CLP COP PEN "
    "UYU KES GHS TZS UGX ETB MAD TND DZD XOF XAF KZT GEL AZN BTC ETH USDC USDT DEM FRF ITL ESP NLG DM"
)
CODE_NAMES = {"RMB": "CNY", "CNH": "CNY", "DM": "DEM"}
# Letters before the figure that are a currency only with a blank or the figure right behind.
LETTER_CURRENCIES = {"Rs": "INR", "Rs.": "INR", "Re": "INR", "Rp": "IDR", "RM": "MYR", "Fr": "CHF", "Fr.": "CHF",
    "SFr": "CHF",
                     "SFr.": "CHF", "kr": "SEK", "Dh": "AED", "Dhs": "AED", "P": "PHP", "Php": "PHP", "R": "ZAR",
                     "zl": "PLN",
                     "zł": "PLN", "Kč": "CZK", "Ft": "HUF", "L": "HNL", "Tk": "BDT", "Ksh": "KES", "KSh": "KES",
                     "PS": "GBP"}  # fmt: skip
# The noun alone; None: only with the name of a country before it.
CURRENCY_NOUNS: dict[str, str] = {
    "dollar": "USD", "buck": "USD", "stg": "GBP", "euro": "EUR", "sterling": "GBP", "quid": "GBP",
    "pound sterling": "GBP", "yen": "JPY", "yuan": "CNY",
    "renminbi": "CNY", "kuai": "CNY", "rupee": "INR", "won": "KRW", "ruble": "RUB", "rouble": "RUB", "lira": "TRY",
    "lire": "ITL",
    "shekel": "ILS", "dong": "VND", "baht": "THB", "naira": "NGN", "hryvnia": "UAH", "zloty": "PLN",
    "forint": "HUF", "koruna": "CZK",
    "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "franc": "CHF", "peso": "MXN", "real": "BRL",
    "reais": "BRL",
    "rand": "ZAR", "riyal": "SAR", "dirham": "AED", "dinar": "KWD", "ringgit": "MYR", "rupiah": "IDR",
    "taka": "BDT", "cedi": "GHS",
    "shilling": "KES", "birr": "ETB", "guilder": "NLG", "mark": "DEM", "peseta": "ESP", "escudo": "PTE",
    "drachma": "GRD",
    "bitcoin": "BTC", "ether": "ETH", "satoshi": "SAT", "sat": "SAT", "btc": "BTC", "eth": "ETH", "usd": "USD",
    "eur": "EUR", "gbp": "GBP",
    "cent": "USX", "ct": "USX", "pence": "GBX", "penny": "USX", "penni": "USX", "tenge": "KZT",
    "lari": "GEL", "manat": "AZN", "leu": "RON", "lei": "RON",
    "lev": "BGN", "hrk": "HRK", "kuna": "HRK", "kwacha": "ZMW", "sol": "PEN", "bolivar": "VES", "colon": "CRC",
    "kip": "LAK",
    "som": "KGS", "crown": "CZK", "dirhem": "AED", "mao": "CNY", "euro cent": "EUX", "pound": "GBP", "rmb": "CNY",
}  # fmt: skip
# Nouns that mean something else unless a figure with a currency sense stands before them.
WEAK_CURRENCY = bag(
    "pound real mark sol som crown colon won lira rand sat lei lev kip mao buck quid ether cent ct penny"
)
COUNTRIES = {
    "us": "US", "u.s.": "US", "u.s": "US", "american": "US", "australian": "AU", "canadian": "CA",
    "hong kong": "HK", "singapore": "SG",
    "singaporean": "SG", "new zealand": "NZ", "taiwan": "TW", "taiwanese": "TW", "new taiwan": "TW",
    "jamaican": "JM", "namibian": "NA",
    "fiji": "FJ", "fijian": "FJ", "brunei": "BN", "zimbabwean": "ZW", "zimbabwe": "ZW", "liberian": "LR",
    "barbados": "BB",
    "bahamian": "BS", "british": "GB", "uk": "GB", "english": "GB", "egyptian": "EG", "lebanese": "LB",
    "syrian": "SY", "sudanese": "SD",
    "irish": "IE", "swiss": "CH", "french": "FR", "belgian": "BE", "cfa": "XO", "rwandan": "RW", "japanese": "JP",
    "chinese": "CN",
    "indian": "IN", "pakistani": "PK", "pakistan": "PK", "sri lankan": "LK", "nepalese": "NP", "nepali": "NP",
    "mauritian": "MU",
    "korean": "KR", "south korean": "KR", "north korean": "KP", "mexican": "MX", "argentine": "AR", "argentinian": "AR",
    "chilean": "CL", "colombian": "CO", "philippine": "PH", "filipino": "PH", "uruguayan": "UY", "cuban": "CU",
    "dominican": "DO",
    "bolivian": "BO", "danish": "DK", "norwegian": "NO", "swedish": "SE", "icelandic": "IS", "czech": "CZ",
    "russian": "RU",
    "belarusian": "BY", "turkish": "TR", "italian": "IT", "israeli": "IL", "thai": "TH", "vietnamese": "VN",
    "nigerian": "NG",
    "kenyan": "KE", "ugandan": "UG", "tanzanian": "TZ", "somali": "SO", "south african": "ZA", "brazilian": "BR",
    "saudi": "SA",
    "qatari": "QA", "iranian": "IR", "omani": "OM", "yemeni": "YE", "uae": "AE", "emirati": "AE", "moroccan": "MA",
    "kuwaiti": "KW",
    "iraqi": "IQ", "jordanian": "JO", "bahraini": "BH", "serbian": "RS", "tunisian": "TN", "algerian": "DZ",
    "libyan": "LY",
    "malaysian": "MY", "indonesian": "ID", "polish": "PL", "hungarian": "HU", "ukrainian": "UA", "dutch": "NL",
    "german": "DE",
    "spanish": "ES", "portuguese": "PT", "greek": "GR", "romanian": "RO", "bulgarian": "BG", "ghanaian": "GH",
    "ethiopian": "ET",
    "bangladeshi": "BD", "peruvian": "PE", "venezuelan": "VE", "kazakh": "KZ", "georgian": "GE", "cypriot": "CY",
    "finnish": "FI",
}  # fmt: skip
NATIONS = dict(
    pair.split(":")
    for pair in (
        "germany:DE france:FR italy:IT spain:ES portugal:PT greece:GR ireland:IE britain:GB england:GB "
        "america:US china:CN japan:JP india:IN brazil:BR russia:RU canada:CA australia:AU mexico:MX "
        "argentina:AR turkey:TR türkiye:TR poland:PL hungary:HU ukraine:UA sweden:SE norway:NO denmark:DK "
        "finland:FI iceland:IS netherlands:NL belgium:BE switzerland:CH austria:AT nigeria:NG kenya:KE "
        "egypt:EG israel:IL iran:IR iraq:IQ indonesia:ID malaysia:MY thailand:TH vietnam:VN philippines:PH "
        "singapore:SG taiwan:TW chile:CL colombia:CO peru:PE venezuela:VE pakistan:PK bangladesh:BD "
        "romania:RO bulgaria:BG ecuador:EC bolivia:BO uganda:UG jamaica:JM yugoslavia:YU cuba:CU zambia:ZM "
        "ghana:GH ethiopia:ET morocco:MA algeria:DZ tunisia:TN libya:LY sudan:SD syria:SY lebanon:LB "
        "jordan:JO kuwait:KW qatar:QA oman:OM yemen:YE panama:PA guatemala:GT honduras:HN nicaragua:NI "
        "paraguay:PY uruguay:UY haiti:HT luxembourg:LU cyprus:CY malta:MT croatia:HR serbia:RS slovenia:SI "
        "slovakia:SK estonia:EE latvia:LV lithuania:LT belarus:BY georgia:GE armenia:AM azerbaijan:AZ "
        "kazakhstan:KZ uzbekistan:UZ mongolia:MN nepal:NP myanmar:MM cambodia:KH laos:LA senegal:SN "
        "tanzania:TZ angola:AO mozambique:MZ zimbabwe:ZW namibia:NA botswana:BW rwanda:RW somalia:SO "
        "europe:EU asia:AS africa:AF eurozone:EZ "
    ).split()
)
# Those who live there, and are named no other way: the Swedes.
PEOPLES = dict(
    pair.split(":")
    for pair in (
        "swede:SE dane:DK finn:FI pole:PL spaniard:ES briton:GB brit:GB scot:GB turk:TR serb:RS croat:HR slovak:SK "
        "slovene:SI kiwi:NZ aussie:AU englishman:GB frenchman:FR dutchman:NL irishman:IE austrian:AT "
        "frenchwoman:FR englishwoman:GB argentinean:AR afghan:AF arab:MEA slovenian:SI slovakian:SK latvian:LV "
        "lithuanian:LT estonian:EE croatian:HR finnish:FI peruvian:PE venezuelan:VE ecuadorian:EC bangladeshi:BD "
        "cambodian:KH mongolian:MN kazakh:KZ uzbek:UZ azerbaijani:AZ armenian:AM georgian:GE cypriot:CY maltese:MT "
        "luxembourgish:LU zambian:ZM ethiopian:ET senegalese:SN angolan:AO mozambican:MZ panamanian:PA guatemalan:GT "
        "honduran:HN nicaraguan:NI paraguayan:PY haitian:HT burmese:MM laotian:LA"
    ).split()
)
NATIONAL = {
    "dollar": {"US": "USD", "AU": "AUD", "CA": "CAD", "HK": "HKD", "SG": "SGD", "NZ": "NZD", "TW": "TWD",
    "JM": "JMD", "NA": "NAD",
               "FJ": "FJD", "BN": "BND", "ZW": "ZWL", "LR": "LRD", "BB": "BBD", "BS": "BSD"},
    "pound": {"GB": "GBP", "EG": "EGP", "LB": "LBP", "SY": "SYP", "SD": "SDG", "IE": "IEP", "CY": "CYP"},
    "franc": {"CH": "CHF", "FR": "FRF", "BE": "BEF", "XO": "XOF", "RW": "RWF"},
    "rupee": {"IN": "INR", "PK": "PKR", "LK": "LKR", "NP": "NPR", "MU": "MUR"},
    "won": {"KR": "KRW", "KP": "KPW"},
    "peso": {"MX": "MXN", "AR": "ARS", "CL": "CLP", "CO": "COP", "PH": "PHP", "UY": "UYU", "CU": "CUP", "DO": "DOP"},
    "krona": {"SE": "SEK", "IS": "ISK"}, "kronor": {"SE": "SEK"}, "krone": {"NO": "NOK", "DK": "DKK"},
    "kroner": {"NO": "NOK", "DK": "DKK"}, "crown": {"SE": "SEK", "NO": "NOK", "DK": "DKK", "CZ": "CZK"},
    "lira": {"TR": "TRY", "IT": "ITL"}, "shilling": {"KE": "KES", "UG": "UGX", "TZ": "TZS", "SO": "SOS"},
    "ruble": {"RU": "RUB", "BY": "BYN"}, "rouble": {"RU": "RUB", "BY": "BYN"},
    "riyal": {"SA": "SAR", "QA": "QAR", "YE": "YER", "OM": "OMR", "IR": "IRR"}, "dirham": {"AE": "AED", "MA": "MAD"},
    "dinar": {"KW": "KWD", "IQ": "IQD", "JO": "JOD", "BH": "BHD", "RS": "RSD", "TN": "TND", "DZ": "DZD", "LY": "LYD"},
    "real": {"BR": "BRL"}, "mark": {"DE": "DEM", "FI": "FIM"},
}  # fmt: skip
# Parts of a currency, told in their own unit and compared in the whole one.
HUNDREDTHS = {"USX": "USD", "GBX": "GBP", "EUX": "EUR"}

_TABLE = """
percent|%|%|1|% percent per-cent pct pc percents
percentage-point|pp|pp|1|percentage-point percentage-points %-point %-points percent-point percent-points pp ppt ppts
basis-point|bp|bp|1|basis-point basis-points bp bps
power|W|W|1|watt watts W
power|kW|W|1e3|kilowatt kilowatts kW KW
power|MW|W|1e6|megawatt megawatts MW
power|GW|W|1e9|gigawatt gigawatts GW
power|TW|W|1e12|terawatt terawatts TW
power|mW|W|1e-3|milliwatt milliwatts mW
power|hp|W|745.7|horsepower hp bhp
energy|Wh|Wh|1|watt-hour watt-hours Wh
energy|kWh|Wh|1e3|kilowatt-hour kilowatt-hours kWh KWh
energy|MWh|Wh|1e6|megawatt-hour megawatt-hours MWh
energy|GWh|Wh|1e9|gigawatt-hour gigawatt-hours GWh
energy|TWh|Wh|1e12|terawatt-hour terawatt-hours TWh
energy|J|J|1|joule joules J
energy|kJ|J|1e3|kilojoule kilojoules kJ
energy|MJ|J|1e6|megajoule megajoules MJ
energy|GJ|J|1e9|gigajoule gigajoules GJ
energy|kcal|kcal|1|kilocalorie kilocalories kcal
energy|cal|cal|1|calorie calories
energy|BTU|BTU|1|BTU BTUs Btu british-thermal-units
energy|mmBTU|BTU|1e6|mmBTU mmBtu MMBtu
energy|eV|eV|1|eV electronvolt electronvolts
energy|toe|toe|1|toe
data|bit|bit|1|bit bits
data|kbit|bit|1e3|kilobit kilobits kbit
data|Mbit|bit|1e6|megabit megabits Mbit Mb
data|Gbit|bit|1e9|gigabit gigabits Gbit Gb
data|Tbit|bit|1e12|terabit terabits Tbit
data|B|B|1|byte bytes
data|kB|B|1e3|kilobyte kilobytes kB KB
data|MB|B|1e6|megabyte megabytes MB
data|GB|B|1e9|gigabyte gigabytes GB gig gigs
data|TB|B|1e12|terabyte terabytes TB
data|PB|B|1e15|petabyte petabytes PB
data|EB|B|1e18|exabyte exabytes EB
data|ZB|B|1e21|zettabyte zettabytes ZB
data|KiB|B|1024|kibibyte kibibytes KiB
data|MiB|B|1048576|mebibyte mebibytes MiB
data|GiB|B|1073741824|gibibyte gibibytes GiB
data|TiB|B|1099511627776|tebibyte tebibytes TiB
data|vB|vB|1|vbyte vbytes vB
data|kvB|vB|1e3|kvB
data|MvB|vB|1e6|MvB
data|kbps|bps|1e3|kbps Kbps kbit/s kilobits-per-second
data|Mbps|bps|1e6|mbps Mbps Mbit/s Mb/s megabits-per-second
data|Gbps|bps|1e9|gbps Gbps Gbit/s Gb/s gigabits-per-second
data|Tbps|bps|1e12|Tbps Tbit/s Tb/s terabits-per-second
data|MB/s|B/s|1e6|MB/s MBps megabytes-per-second
data|GB/s|B/s|1e9|GB/s GBps gigabytes-per-second
data|TB/s|B/s|1e12|TB/s TBps terabytes-per-second
data|PB/s|B/s|1e15|PB/s petabytes-per-second
distance|m|m|1|meter meters metre metres m
distance|km|m|1e3|kilometer kilometers kilometre kilometres km kms
distance|cm|m|1e-2|centimeter centimeters centimetre centimetres cm
distance|mm|m|1e-3|millimeter millimeters millimetre millimetres mm
distance|nm|m|1e-9|nanometer nanometers nanometre nanometres nm
distance|µm|m|1e-6|micrometer micrometers micrometre micrometres micron microns µm μm um
distance|pm|m|1e-12|picometer picometers picometre picometres
distance|mile|m|1609.344|mile miles mi
distance|yard|m|0.9144|yard yards yd yds
distance|foot|m|0.3048|foot feet ft ′
distance|inch|m|0.0254|inch inches in ″
distance|nautical mile|m|1852|nautical-mile nautical-miles nmi
distance|light-year|ly|1|light-year light-years light-year light-years lightyear lightyears
distance|furlong|m|201.168|furlong furlongs
area|m²|m²|1|square-meter square-meters square-metre square-metres sq-m sqm m² m2 m^2
area|km²|m²|1e6|square-kilometer square-kilometers square-kilometre square-kilometres sq-km sqkm km² km2 km^2 km-squared
area|sq ft|m²|0.09290304|square-foot square-feet sq-ft sqft sq.-ft ft²
area|sq mi|m²|2589988.110336|square-mile square-miles sq-mi
area|sq yd|m²|0.83612736|square-yard square-yards sq-yd
area|sq in|m²|0.00064516|square-inch square-inches sq-in
area|cm²|m²|1e-4|square-centimeter square-centimeters square-centimetre square-centimetres cm² cm2
area|mm²|m²|1e-6|square-millimeter square-millimeters square-millimetre square-millimetres mm² mm2
area|acre|m²|4046.8564224|acre acres
area|hectare|m²|1e4|hectare hectares ha
volume|l|l|1|liter liters litre litres L
volume|ml|l|1e-3|milliliter milliliters millilitre millilitres ml mL
volume|cl|l|1e-2|centiliter centiliters centilitre centilitres cl
volume|hl|l|1e2|hectoliter hectoliters hectolitre hectolitres
volume|gallon|gal|1|gallon gallons gal US-gallon US-gallons
volume|quart|gal|0.25|quart quarts
volume|pint|gal|0.125|pint pints
volume|cup|cup|1|cup cups
volume|teaspoon|tsp|1|teaspoon teaspoons tsp
volume|tablespoon|tsp|3|tablespoon tablespoons tbsp
volume|fl oz|fl oz|1|fluid-ounce fluid-ounces fl-oz
volume|barrel|barrel|1|barrel barrels bbl
volume|bushel|bushel|1|bushel bushels
volume|m³|m³|1|cubic-meter cubic-meters cubic-metre cubic-metres m³ m3 m^3
volume|km³|m³|1e9|cubic-kilometer cubic-kilometers cubic-kilometre cubic-kilometres km³ km3 km^3 km-cubed
volume|cu ft|cu ft|1|cubic-foot cubic-feet cu-ft ft³
volume|cu yd|cu yd|1|cubic-yard cubic-yards
volume|cu in|cu in|1|cubic-inch cubic-inches
volume|cm³|m³|1e-6|cubic-centimeter cubic-centimeters cubic-centimetre cubic-centimetres cm³ cc
volume|cu mi|cu mi|1|cubic-mile cubic-miles
volume|TEU|TEU|1|TEU TEUs
mass|kg|kg|1|kilogram kilograms kilogramme kilogrammes kilo kilos kg kgs
mass|g|kg|1e-3|gram grams gramme grammes g
mass|mg|kg|1e-6|milligram milligrams mg
mass|µg|kg|1e-9|microgram micrograms µg μg mcg
mass|t|kg|1e3|tonne tonnes metric-ton metric-tons
mass|kt|kg|1e6|kilotonne kilotonnes kt
mass|ton|kg|1e3|ton tons short-ton short-tons long-ton long-tons
mass|lb|lb|1|pound pounds lb lbs
mass|oz|lb|0.0625|ounce ounces oz
mass|troy oz|troy oz|1|troy-ounce troy-ounces
mass|stone|lb|14|stone
mass|carat|carat|1|carat carats
speed|km/h|km/h|1|km/h kph kmh km/hr kilometers-per-hour kilometres-per-hour kilometers-an-hour kilometres-an-hour
speed|mph|km/h|1.609344|mph miles-per-hour miles-an-hour
speed|m/s|km/h|3.6|m/s meters-per-second metres-per-second
speed|knot|km/h|1.852|knot knots
speed|ft/s|km/h|1.09728|feet-per-second ft/s
temperature|°C|°C|1|°C ℃ degrees-Celsius degree-Celsius degrees-celsius degrees-centigrade degrees-C
temperature|°F|°F|1|°F ℉ degrees-Fahrenheit degree-Fahrenheit degrees-fahrenheit degrees-F
temperature|K|K|1|kelvin kelvins
duration|s|s|1|second seconds sec secs s
duration|ms|s|1e-3|millisecond milliseconds ms
duration|µs|s|1e-6|microsecond microseconds µs μs
duration|ns|s|1e-9|nanosecond nanoseconds ns
duration|min|s|60|minute minutes min mins
duration|hour|s|3600|hour hours hr hrs h
duration|day|s|86400|day days
duration|week|s|604800|week weeks wk wks
duration|fortnight|s|1209600|fortnight fortnights
duration|month|month|1|month months mo mos
duration|quarter|month|3|quarter quarters
duration|year|year|1|year years yr yrs
duration|decade|year|10|decade decades
duration|century|year|100|century centuries
duration|millennium|year|1000|millennium millennia
duration|season|season|1|season seasons
other|Hz|Hz|1|Hz hertz
other|kHz|Hz|1e3|kHz kilohertz
other|MHz|Hz|1e6|MHz megahertz
other|GHz|Hz|1e9|GHz gigahertz
other|V|V|1|volt volts V
other|kV|V|1e3|kilovolt kilovolts kV
other|A|A|1|ampere amperes amp amps
other|mAh|mAh|1|mAh
other|dB|dB|1|dB decibel decibels dBA
other|lx|lx|1|lux
other|lm|lm|1|lumen lumens
other|nit|nit|1|nit nits
other|psi|psi|1|psi
other|bar|bar|1|mbar
other|Pa|Pa|1|pascal pascals hPa kPa
other|Nm|Nm|1|Nm newton-metres newton-meters
other|lb-ft|lb-ft|1|lb-ft pound-feet foot-pounds
other|rpm|rpm|1|rpm
other|°|°|1|degree degrees °
other|px|px|1|px pixel pixels
other|MP|MP|1|megapixel megapixels MP
other|fps|fps|1|fps frames-per-second
other|ppi|ppi|1|ppi dpi
other|mpg|mpg|1|mpg miles-per-gallon
other|ppm|ppm|1|ppm parts-per-million
other|tpd|tpd|1|tpd
other|tps|tps|1|tps tok/s tokens/s tokens/sec tokens-per-second tps
other|FLOPS|FLOPS|1|FLOPS FLOPs flops
other|TFLOPS|FLOPS|1e12|TFLOPS TFLOPs teraflops
other|PFLOPS|FLOPS|1e15|PFLOPS PFLOPs petaflops
other|EFLOPS|FLOPS|1e18|EFLOPS exaflops
other|TOPS|TOPS|1|TOPS
other|sat/vB|sat/vB|1|sat/vB sats/vB sat/vbyte sats/vbyte sat/vb sats/vb
"""


def _read(table: str) -> tuple[dict[str, Unit], dict[str, tuple[str, float]]]:
    """Return the units by their spelling (a blank for each hyphen too) and each symbol's base unit and worth."""
    words: dict[str, Unit] = {}
    bases: dict[str, tuple[str, float]] = {}
    for line in table.split("\n"):
        if not line:
            continue
        kind, symbol, base, factor, spellings = line.split("|")
        unit = Unit(kind, symbol, base, float(factor))
        bases[symbol] = base, unit.factor
        for spelling in spellings.split():
            words[spelling] = words[spelling.replace("-", " ")] = unit
    return words, bases


UNITS, BASES = _read(_TABLE)
# Every first word of a unit of several words, with the number of words of the longest.
LONG_UNITS: dict[str, int] = {}
for _spelling in UNITS:
    _count = _spelling.count(" ") + 1
    if _count > 1:
        _first = _spelling.split(" ", 1)[0]
        LONG_UNITS[_first] = max(_count, LONG_UNITS.get(_first, 0))
# Short signs that are a unit only when written to the figure, or after a blank where nothing else fits.
TIGHT = bag("m s h g B V W J L A in K ° ′ ″ min mo t ha MP cc")
PERS = {
    "year": "year", "yr": "year", "annum": "year", "y": "year", "quarter": "quarter", "month": "month",
    "mo": "month", "week": "week",
    "wk": "week", "day": "day", "d": "day", "hour": "hour", "hr": "hour", "h": "hour", "minute": "minute",
    "min": "minute",
    "second": "second", "sec": "second", "s": "second", "night": "night", "share": "share", "unit": "unit",
    "seat": "seat", "user": "user",
    "person": "person", "head": "person", "capita": "person", "employee": "employee", "customer": "customer",
    "subscriber": "subscriber",
    "barrel": "barrel", "bbl": "barrel", "ton": "ton", "tonne": "tonne", "t": "tonne", "pound": "pound",
    "lb": "pound", "ounce": "ounce",
    "oz": "ounce", "kilogram": "kg", "kg": "kg", "kilo": "kg", "gallon": "gallon", "liter": "l", "litre": "l",
    "acre": "acre",
    "hectare": "hectare", "mile": "mile", "km": "km", "square": "area", "watt": "W", "kilowatt": "kW",
    "megawatt": "MW", "kwh": "kWh",
    "kilowatt-hour": "kWh", "mwh": "MWh", "megawatt-hour": "MWh", "gb": "GB", "tb": "TB", "bottle": "bottle",
    "ticket": "ticket",
    "game": "game", "match": "match", "piece": "unit", "token": "token", "tokens": "token", "million": "million",
    "episode": "episode",
    "room": "room", "trip": "trip", "ride": "ride", "household": "household", "student": "student", "pair": "pair",
    "child": "child", "device": "device", "car": "car", "vehicle": "vehicle", "copy": "copy", "license": "licence",
    "licence": "licence", "call": "call",
    "query": "query", "gram": "g", "bushel": "bushel", "pint": "pint", "mmbtu": "mmBTU", "chip": "chip",
    "card": "card", "wafer": "wafer",
    "transaction": "transaction", "install": "install", "click": "click", "image": "image", "1000": "thousand",
    "100": "hundred",
    "100,000": "100,000", "1,000": "thousand", "1m": "million", "1k": "thousand", "m": "million", "gpu": "chip",
    "gpu-hour": "chip-hour",
    "store": "store", "family": "household", "visit": "visit", "worker": "employee", "resident": "person",
    "adult": "person",
    "patient": "patient", "dose": "dose", "cow": "cow", "meal": "meal", "cup": "cup", "serving": "serving",
    "member": "member",
    "season": "season", "term": "term", "semester": "term", "line": "line", "site": "site", "plane": "plane",
    "jet": "plane",
}  # fmt: skip
RATES = {"annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour",
         "quarterly": "quarter", "apiece": "unit", "each": "unit"}  # fmt: skip
