"""What stands above a list of notes, above a block of earlier posts, and above navigation, in several languages."""

from functools import cache, lru_cache

from lint import patterns as re
from lint.model.job import NONE, Own

# Above notes at the end of a post, as a whole line.
NOTES = """
notes | footnotes | endnotes | end notes | foot notes | references | sources | citations | notes and references
notes & references | references and notes | sources and notes | asides | bibliography | works cited | literature cited
anmerkungen | fußnoten | fussnoten | endnoten | quellen | quellenangaben | einzelnachweise | belege
literatur | literaturverzeichnis | bibliographie | bibliografía | bibliografia | bibliografie
notes de bas de page | notes et références | références | renvois
notas | notas al pie | notas a pie de página | referencias | fuentes | notas de rodapé | referências | fontes
note a piè di pagina | note al testo | riferimenti | fonti
noten | voetnoten | eindnoten | bronnen | noter | fotnoter | fodnoter | fotnoter og kilder | kilder | källor | viitteet
przypisy | źródła | poznámky | poznámky pod čarou | lábjegyzetek | jegyzetek | note de subsol | dipnotlar | notlar
сноски | примечания | источники | примітки | виноски | бележки | υποσημειώσεις | σημειώσεις
注 | 注釈 | 脚注 | 脚註 | 註 | 註釋 | 注释 | 参考文献 | 參考資料 | 참고 | 각주 | 미주 | 주석
"""


def _line(words: str) -> re.Pattern[str]:
    choices = [word.strip() for line in words.splitlines() for word in line.split("|") if word.strip()]
    every = "|".join(re.escape(word) for word in sorted(choices, key=len, reverse=True))
    return re.compile(rf"[\W_]{{0,6}}(?:{every})[\W_]{{0,6}}", re.IGNORECASE)


NOTES_LINE = _line(NOTES)

# Above a block of earlier posts, with or without where and when: `Previously, on the site`, `Earlier this year`.
OPEN = """
previously | earlier | also previously | prior coverage | earlier coverage | previous coverage | elsewhere | also
recently | yesterday | last week | last month | last year | previously published | previously posted | flashback
our earlier coverage | our previous coverage | past coverage
zuletzt | bisher | früher | zuvor | bereits erschienen | was bisher geschah | frühere beiträge | frühere artikel
zuletzt erschienen | zuletzt geschrieben | zuletzt veröffentlicht | was zuletzt geschah | ältere beiträge
vorherige beiträge | vorherige artikel | bisher erschienen | früher erschienen | précédemment | auparavant | plus tôt
déjà paru | déjà publié | nos précédents articles | articles précédents | billets précédents | anteriormente | antes
previamente | posts anteriores | artículos anteriores | publicado anteriormente | entradas anteriores
artigos anteriores | publicações anteriores | en capítulos anteriores | in precedenza | precedentemente
puntate precedenti | articoli precedenti | già pubblicato | anteriorment | eerder | eerder verschenen
eerder geschreven | eerdere berichten | vorige berichten | tidligere | tidigare | tidigare inlägg | tidligere innlegg
tidligere indlæg | aiemmin | aiemmat kirjoitukset | áður | wcześniej | poprzednio | poprzednie wpisy | dříve
předchozí články | předtím | predtým | korábban | korábbi bejegyzések | anterior | articole anterioare | daha önce
önceki yazılar | sebelumnya | trước đó | ранее | раньше | прежде | предыдущие записи | предыдущие статьи | раніше
попередні записи | по-рано | раније | προηγουμένως | προηγούμενα άρθρα
"""
# Above a block of earlier or related posts, as a whole line.
CLOSED = """
see also | also see | read also | also read | see as well | further reading | more reading | additional reading
related | related posts | related post | related articles | related article | related reading | related stories
related links | related content | related entries | related pieces | related essays | related columns | related topics
related newsletters | related coverage | related notes | related episodes | related items | related story
from the archive | from the archives | from our archive | from our archives | from my archive | from the vault
from the back catalog | from the back catalogue | in case you missed it | in case you missed them | if you missed it
icymi | missed it? | catch up | catch up on earlier posts | more from the archive | more from the archives
background reading | dig deeper | go deeper | also on this topic | on the same topic | also worth reading
worth rereading | you may also be interested in | you might also be interested in | other posts you may like
other posts you might like | if you liked this | if you enjoyed this | seealso | if you liked this post
if you enjoyed this post | posts like this | similar posts | similar articles | more on this | more about this
more on this topic | more on this subject | more like this | you may also like | you might also like
you may also enjoy | you might also enjoy | past posts | past issues | past columns | previous posts | previous issues
previous columns | previous articles | previous entries | previous editions | earlier posts | earlier issues
earlier columns | earlier articles | earlier entries | earlier pieces | earlier editions | older posts | earlier today
last time | the story so far | posts you may have missed | stories you may have missed | what you may have missed
in the same vein | other posts in this vein | more in this vein | dans la même veine
siehe auch | lesen sie auch | lies auch | auch interessant | mehr zum thema
zum thema | weiterlesen | aus dem archiv | verwandte artikel | verwandte beiträge | ähnliche artikel
ähnliche beiträge | zum weiterlesen | zum nachlesen | weiterführend | passend dazu | auch lesenswert | mehr dazu
das könnte dich auch interessieren | das könnte sie auch interessieren | auch zum thema | à relire | à (re)lire
sur le même thème | vous aimerez aussi | également à lire | à lire aussi | lire aussi | à lire également
lire également | voir aussi | voir également | sur le même sujet | dans les archives | de nos archives | articles liés
articles connexes | articles similaires | pour aller plus loin | ver también | véase también | vea también
lee también | lea también | leer también | artículos relacionados | entradas relacionadas | del archivo
de nuestro archivo | más sobre el tema | lecturas relacionadas | te puede interesar | también te puede interesar
te puede interesar también | para leer más | para saber más | llegeix també | vegeu també | confira também
você também pode gostar | para ler mais | para saber mais | do nosso arquivo | potrebbe interessarti anche
ti potrebbe interessare anche | potrebbero interessarti anche | leggi pure | dal nostro archivio | relacionado
relacionados | leia também | veja também | ver também | leia mais | artigos relacionados | posts relacionados
do arquivo | leggi anche | vedi anche | da leggere anche | articoli correlati | correlati | dall'archivio
dagli archivi | per approfondire | lees ook | zie ook | uit het archief | ook interessant | misschien ook interessant
uit ons archief | gerelateerde berichten | gerelateerd | gerelateerde artikelen | meer lezen | verder lezen | les også
se også | læs også | fra arkivet | relaterte innlegg | relaterede indlæg | relaterade inlägg | relaterade artiklar
ur vårt arkiv | relatert | relaterede artikler | läs även | läs också | se även | ur arkivet | relaterat | lue myös
katso myös | arkistosta | aiheesta muualla | lesa einnig | sjá einnig | zobacz także | zobacz też | czytaj też
czytaj także | podobne wpisy | powiązane wpisy | powiązane artykuły | přečtěte si také | podobné články
bunlar da ilginizi çekebilir | ayrıca okuyun | ilgili yazı | baca juga | lihat juga | artikel terkait | xem thêm
đọc thêm | bài viết liên quan | przeczytaj też | przeczytaj także | z archiwum | powiązane | čtěte také | čtěte též
viz též | viz také | související články | čítajte tiež | z archivu | lásd még | olvassa el ezt is | kapcsolódó cikkek
az archívumból | vezi și | citește și | citiți și | articole similare | ayrıca bakınız | ilgili yazılar
читайте также | смотрите также | см. также | по теме | ещё по теме | из архива | читайте також | дивіться також
похожие записи | похожие статьи | вам также может понравиться | схожі записи | за темою | з архіву | вижте също
прочетете още | още по темата | прочитајте и | видети још | δείτε επίσης | διαβάστε επίσης | σχετικά άρθρα | 関連記事
関連 | 以前の記事 | 過去記事 | 過去の記事 | これまでの記事 | 前回 | 前回の記事 | これまでの話 | 以前の投稿
関連する記事 | 関連リンク | 関連投稿 | あわせて読みたい | 合わせて読みたい | 相关阅读 | 相關閱讀 | 延伸阅读 | 延伸閱讀
相关文章 | 相關文章 | 相关推荐 | 历史文章 | 歷史文章 | 之前的文章 | 更多阅读 | 往期文章 | 往期回顾 | 往期 | 此前
更早的文章 | 推荐阅读 | 관련 글 | 관련 기사 | 함께 보기 | 이전 글 | 지난 글 | 관련 포스트 | 이전 포스트 | 지난 이야기
더 읽을거리 | اقرأ أيضا | اقرأ أيضًا | انظر أيضا | مقالات ذات صلة | ראו גם | קראו גם | מאמרים קשורים
"""
_POSTS = "(?:posts?|pieces?|articles?|stories|story|essays?|columns?|newsletters?|issues|entries|episodes)"
_SEVERAL = "(?:an?|some|two|three|four|five|several|more|other|the last|my last|our last|these)"
_AMOUNT = "(?:couple(?: of)?|few|handful of|two|three|four|five|other|more|older|earlier|previous|past|related)"
_WHERE = (
    r",?\s+(?:on|in|at|from|here|this|about|by|to|auf|bei|im|aus|über|diese\w*|sur|dans|chez|cette|ces|en|sobre|em|no|na"
    r"|su|nel\w*|op|bij|deze|dit|på|w|ve|в|на|у|за)\b[^\n]{0,80}"
)
_SOME = rf"{_SEVERAL}\s+(?:{_AMOUNT}\s+){{0,2}}{_POSTS}(?:\s+(?:from|on|about|i|we|you|worth|that|to)\b[^\n]{{0,80}})"
_SITE = (
    rf"(?:more|{_AMOUNT}\s+{_POSTS}|from)\s+(?:on|from|in|the)\s+(?:this|the)\s+(?:archives?|blog|site|topic|subject)"
)
# Standing navigation, whatever it begins with.
NAVIGATION = re.compile(
    r"\b(?:series|chapters?|part \d|part [ivx]+|next|popular|recent|latest|trending|newest|top \d+|start here"
    r"|subscribe|follow|contents|tags?|categories|comments?|sponsors?|share|about (?:me|us|the author))\b",
    re.IGNORECASE,
)


def _words(words: str) -> str:
    choices = {word.strip() for line in words.splitlines() for word in line.split("|") if word.strip()}
    return "|".join(
        re.escape(word).replace("\\ ", r"\s+").replace("'", "['’]") for word in sorted(choices, key=len, reverse=True)
    )


LEAD = (
    rf"(?P<before>[\W_]{{0,12}})(?P<lead>(?:{_words(OPEN)})(?:{_WHERE})?|(?:{_words(CLOSED)})|{_SOME}|{_SITE})"
    r"(?P<after>[\W_]{0,8})"
)
INLINE = (
    rf"[\W_]{{0,12}}(?:"
    rf"(?:{_words(OPEN)})(?:{_WHERE})??|{_words(CLOSED)}|{_SOME}|{_SITE})[ ]?(?:[:：]|[ ][—–-][ ])[ \t*_]{{0,4}}(?!\n)"
)
# What stands after a lead-in on its own line.
MARK = re.compile("[:：—–-]")
EARLIER = (
    rf"(?:{_words(OPEN)}|{_SEVERAL}|from|past|last|older|icymi|in case|aus dem|dans les|de nos|del? |do |dall|dagli"
    r"|uit het|fra |ur |z arch|из|з арх|az arch|以前|過去|これまで|前回|往期|此前|更早|이전|지난)"
)
READ_ALSO = re.compile(
    r"[\W_]{0,12}(?:(?:also )?read (?:also|next|this|these)|(?:posts?|articles?) (?:like|you)|you (?:may|might) also"
    r"|in case you|related (?:posts?|articles?|stories|newsletters?|essays?)|lies auch|lesen sie auch|à lire|lire aussi"
    r"|lire également|le[ae] también|leer también|artículos relacionados|leia (?:também|mais)|artigos relacionados"
    r"|leggi anche|lees ook|les også|læs også|läs (?:även|också)|lue myös|przeczytaj|czytaj (?:też|także)|čtěte|čítajte"
    r"|читайте|baca juga|関連記事|あわせて読みたい|相关(?:阅读|文章)|相關(?:閱讀|文章)|관련 (?:글|기사))",
    re.IGNORECASE,
)
LONGEST = 120


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    """Return a long pattern, compiled when a text first asks for it: no start waits for it."""
    return re.compile(pattern, re.IGNORECASE)


def earlier(line: str) -> bool:
    """Tell whether a lead-in says that what follows came before, and not only that it is related."""
    return bool(_compiled(EARLIER).match(line.lstrip(" *_#👇👉➡️↓→")))


def read_also(line: str) -> bool:
    """Tell whether a lead-in asks to read something else, or points to it: running text cannot be what it announces."""
    return bool(READ_ALSO.match(line)) or line.lstrip()[:1] in "👇👉⬇"


def lead(line: str, own: Own = NONE) -> bool:
    """Tell whether a whole line announces a block of earlier posts; what the publication says of it comes first."""
    if not 3 <= len(line) <= LONGEST and not (2 <= len(line) <= LONGEST and not line.isascii()):
        return False
    if _any(own.unled).fullmatch(line):
        return False
    match = _compiled(LEAD).fullmatch(line.strip())
    return (bool(match) and not NAVIGATION.search(line)) or bool(_any(own.leads).fullmatch(line))


def inline(text: str, own: Own = NONE) -> int:
    """Return where what comes after a lead-in on its own line begins, or 0."""
    if not MARK.search(text):
        return 0
    match = _compiled(INLINE).match(text)
    if match and not NAVIGATION.search(match[0]) and not _any(own.unled).fullmatch(match[0]):
        return match.end()
    mine = re.compile(rf"(?:{_any(own.leads).pattern})[ ]?[:：—–-][ \t*_]*(?!\n)", re.IGNORECASE).match(text)
    return mine.end() if mine else 0


@lru_cache(maxsize=8)
def _any(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what matches any of these lines, with or without marks around it; `*` stands for anything."""
    every = "|".join(
        r"[^\n]{0,80}?".join(map(re.escape, phrase.strip().split("*"))) for phrase in phrases if phrase.strip()
    )
    return re.compile(rf"[\W_]{{0,12}}(?:{every})[\W_]{{0,8}}" if every else r"(?!)", re.IGNORECASE)
