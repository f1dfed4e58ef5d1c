"""Names of products, companies and sites whose capitals or blanks are often got wrong, as their makers write them."""

_WRITTEN = """
Airbnb AirPlay AirPods AliExpress AngularJS ArcGIS AstraZeneca AutoCAD BibTeX BioNTech BitTorrent BlackBerry
BlackRock BuzzFeed CarPlay ChatGPT CircleCI ClickHouse CloudFormation CloudFront CloudWatch CoffeeScript CouchDB
CrowdStrike DeepMind DigitalOcean DoorDash Dropbox DuPont DynamoDB Elasticsearch ESLint ExxonMobil Facebook FaceTime
FedEx Firefox FreeBSD GeoJSON GitHub GitLab GlaxoSmithKline GnuPG GoDaddy GoFundMe GraphQL HomeKit HubSpot HuffPost
iCloud iMac InDesign InfluxDB Instagram IntelliJ iOS iPad iPadOS iPhone iPod iTunes JavaScript JetBrains JPMorgan
jQuery JupyterLab LastPass LaTeX LexisNexis LibreOffice LinkedIn MacBook macOS Mailchimp MariaDB Mastercard MongoDB
MySpace MySQL NetBSD Netflix NoSQL NumPy OkCupid OneDrive OneNote OpenAI OpenBSD OpenOffice OpenShift OpenSSH
OpenSSL OpenStack OpenStreetMap PagerDuty PayPal Photoshop PlayStation PostgreSQL PowerPoint PowerShell
PricewaterhouseCoopers ProPublica PyCharm PyPI PyTorch QuickBooks QuickTime RStudio RuboCop Salesforce SciPy
ServiceNow SharePoint Snapchat SoftBank SoundCloud SourceForge SpaceX Spotify SQLite SurveyMonkey TeamCity
TechCrunch TensorFlow Thunderbird TikTok Tumblr TypeScript UnitedHealth VirtualBox VMware WebAssembly WebKit WebRTC
WeChat WeWork WhatsApp Wikipedia WordPress YouTube
"""
_APART = "Creative Commons, Google Maps, Hacker News, Raspberry Pi, Ruby on Rails, Stack Overflow, Visual Studio"
# Also wrong in small letters: a name of a site or a firm, not also of a command, a package or a thing.
_NEVER_SMALL = """
facebook github gitlab instagram ipad iphone javascript linkedin netflix openai chatgpt paypal postgresql snapchat
spotify tiktok typescript whatsapp wikipedia wordpress youtube
"""
# One letter from a word, and on lists of common slips; with a capital they are meant.
ALIKE = frozenset("automattic vertica".split())

WRITTEN = {name.lower(): name for name in _WRITTEN.split()} | {
    "".join(name.lower().split()): name for name in _APART.split(", ")
}
NEVER_SMALL = frozenset(_NEVER_SMALL.split())
