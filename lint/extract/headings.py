"""What stands above a list of notes, above a block of earlier posts, and above navigation, in several languages."""

import re

# Above notes at the end of a post, as a whole line.
NOTES = """
notes | footnotes | endnotes | end notes | foot notes | references | sources | citations | notes and references
notes & references | references and notes | sources and notes | asides
anmerkungen | fußnoten | fussnoten | endnoten | quellen | quellenangaben | einzelnachweise | belege
notes de bas de page | notes et références | références | renvois
notas | notas al pie | notas a pie de página | referencias | fuentes | notas de rodapé | referências | fontes
note | note a piè di pagina | note al testo | riferimenti | fonti
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
