"""What stands above a list of notes, above a block of earlier posts, and above navigation, in several languages."""

import re

# Above notes at the end of a post, as a whole line.
NOTES = """
notes | footnotes | endnotes | end notes | foot notes | references | sources | citations | notes and references
notes & references | references and notes | sources and notes | asides
anmerkungen | fußnoten | fussnoten | endnoten | quellen | quellenangaben | einzelnachweise | belege
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
zuletzt | bisher | früher | zuvor | bereits erschienen | was bisher geschah | frühere beiträge | frühere artikel
précédemment | auparavant | plus tôt | déjà paru | nos précédents articles | articles précédents | anteriormente
antes | previamente | posts anteriores | artículos anteriores | entradas anteriores | artigos anteriores
in precedenza | precedentemente | puntate precedenti | articoli precedenti | eerder | eerder verschenen
eerdere berichten | tidligere | tidigare | aiemmin | áður | wcześniej | poprzednio | dříve | předtím | predtým
korábban | anterior | daha önce | ранее | раньше | прежде | раніше | по-рано | раније | προηγουμένως
"""
# Above a block of earlier or related posts, as a whole line.
CLOSED = """
see also | also see | read also | also read | see as well | further reading | more reading | additional reading
related | related posts | related post | related articles | related article | related reading | related stories
related links | related content | related entries | related pieces | related essays | related columns
related topics | related newsletters | related coverage | related notes | related episodes | related items
related story | from the archive | from the archives | from our archive | from our archives | from my archive
from the vault | in case you missed it | icymi | more on this | more about this | more on this topic
more on this subject | more like this | you may also like | you might also like | you may also enjoy
you might also enjoy | past posts | past issues | past columns | previous posts | previous issues | previous columns
previous articles | previous entries | previous editions | earlier posts | earlier issues | earlier columns
earlier articles | earlier entries | earlier pieces | earlier editions | older posts | earlier today | last time
last week | last month | siehe auch | lesen sie auch | lies auch | auch interessant | mehr zum thema | zum thema
weiterlesen | aus dem archiv | verwandte artikel | verwandte beiträge | ähnliche artikel | ähnliche beiträge
zum weiterlesen | weiterführend | à lire aussi | lire aussi | à lire également | lire également | voir aussi
voir également | sur le même sujet | dans les archives | de nos archives | articles liés | articles connexes
articles similaires | pour aller plus loin | ver también | véase también | vea también | lee también | lea también
leer también | artículos relacionados | entradas relacionadas | del archivo | de nuestro archivo | más sobre el tema
lecturas relacionadas | relacionado | relacionados | leia também | veja também | ver também | leia mais
artigos relacionados | posts relacionados | do arquivo | leggi anche | vedi anche | da leggere anche
articoli correlati | correlati | dall'archivio | dagli archivi | per approfondire | lees ook | zie ook
uit het archief | gerelateerd | gerelateerde artikelen | meer lezen | verder lezen | les også | se også | læs også
fra arkivet | relatert | relaterede artikler | läs även | läs också | se även | ur arkivet | relaterat | lue myös
katso myös | arkistosta | aiheesta muualla | lesa einnig | sjá einnig | zobacz także | zobacz też | czytaj też
czytaj także | przeczytaj też | przeczytaj także | z archiwum | powiązane | čtěte také | čtěte též | viz též
viz také | související články | čítajte tiež | z archivu | lásd még | olvassa el ezt is | kapcsolódó cikkek
az archívumból | vezi și | citește și | citiți și | articole similare | ayrıca bakınız | ilgili yazılar
читайте также | смотрите также | см. также | по теме | ещё по теме | из архива | читайте також | дивіться також
за темою | з архіву | вижте също | прочетете още | още по темата | прочитајте и | видети још | δείτε επίσης
διαβάστε επίσης | σχετικά άρθρα | 関連記事 | 関連 | 以前の記事 | 過去記事 | 過去の記事 | これまでの記事 | 前回
前回の記事 | あわせて読みたい | 合わせて読みたい | 相关阅读 | 相關閱讀 | 延伸阅读 | 延伸閱讀 | 相关文章 | 相關文章
往期文章 | 往期回顾 | 往期 | 此前 | 更早的文章 | 推荐阅读 | 관련 글 | 관련 기사 | 함께 보기 | 이전 글 | 지난 글
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


LEAD = re.compile(
    rf"(?P<before>[\W_]{{0,12}})(?P<lead>(?:{_words(OPEN)})(?:{_WHERE})?|(?:{_words(CLOSED)})|{_SOME}|{_SITE})(?P<after>[\W_]{{0,8}})",
    re.IGNORECASE,
)
INLINE = re.compile(
    rf"[\W_]{{0,12}}(?:"
    rf"(?:{_words(OPEN)})(?:{_WHERE})??|{_words(CLOSED)}|{_SOME}|{_SITE})[ ]?(?:[:：]|[ ][—–-][ ])[ \t*_]{{0,4}}(?!\n)",
    re.IGNORECASE,
)
EARLIER = re.compile(
    rf"(?:{_words(OPEN)}|{_SEVERAL}|from|past|last|older|icymi|in case|aus dem|dans les|de nos|del? |do |dall|dagli"
    r"|uit het|fra |ur |z arch|из|з арх|az arch|以前|過去|これまで|前回|往期|此前|更早|이전|지난)",
    re.IGNORECASE,
)
LONGEST = 120


def earlier(line: str) -> bool:
    """Tell whether a lead-in says that what follows came before, and not only that it is related."""
    return bool(EARLIER.match(line.lstrip(" *_#👇👉➡️↓→")))


def lead(line: str) -> bool:
    """Tell whether a whole line announces a block of earlier posts."""
    if not 3 <= len(line) <= LONGEST and not (2 <= len(line) <= LONGEST and not line.isascii()):
        return False
    match = LEAD.fullmatch(line.strip())
    return bool(match) and not NAVIGATION.search(line)
