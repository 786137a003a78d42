"""Languages by their codes of ISO 639-1, with which BCP 47 begins, and their English names."""

import re
from typing import Final

NAMES: Final = dict(
    line.split(" ", 1)
    for line in """\
aa Afar
ab Abkhazian
af Afrikaans
am Amharic
ar Arabic
as Assamese
ay Aymara
az Azerbaijani
ba Bashkir
be Belarusian
bg Bulgarian
bm Bambara
bn Bengali
bo Tibetan
br Breton
bs Bosnian
ca Catalan
ce Chechen
co Corsican
cs Czech
cv Chuvash
cy Welsh
da Danish
de German
dv Maldivian
dz Dzongkha
ee Ewe
el Greek
en English
eo Esperanto
es Spanish
et Estonian
eu Basque
fa Persian
fi Finnish
fj Fijian
fo Faroese
fr French
fy Frisian
ga Irish
gd Scottish Gaelic
gl Galician
gn Guaraní
gu Gujarati
ha Hausa
he Hebrew
hi Hindi
hr Croatian
ht Haitian Creole
hu Hungarian
hy Armenian
id Indonesian
ig Igbo
is Icelandic
it Italian
ja Japanese
jv Javanese
ka Georgian
kk Kazakh
kl Greenlandic
km Khmer
kn Kannada
ko Korean
ku Kurdish
ky Kyrgyz
la Latin
lb Luxembourgish
ln Lingala
lo Lao
lt Lithuanian
lv Latvian
mg Malagasy
mi Māori
mk Macedonian
ml Malayalam
mn Mongolian
mr Marathi
ms Malay
mt Maltese
my Burmese
nb Norwegian Bokmål
ne Nepali
nl Dutch
nn Norwegian Nynorsk
no Norwegian
oc Occitan
om Oromo
or Odia
os Ossetian
pa Punjabi
pl Polish
ps Pashto
pt Portuguese
qu Quechua
rm Romansh
rn Kirundi
ro Romanian
ru Russian
rw Kinyarwanda
sa Sanskrit
sd Sindhi
se Northern Sámi
si Sinhala
sk Slovak
sl Slovenian
sm Samoan
sn Shona
so Somali
sq Albanian
sr Serbian
ss Swazi
st Sotho
su Sundanese
sv Swedish
sw Swahili
ta Tamil
te Telugu
tg Tajik
th Thai
ti Tigrinya
tk Turkmen
tl Tagalog
tn Tswana
to Tongan
tr Turkish
ts Tsonga
tt Tatar
ug Uyghur
uk Ukrainian
ur Urdu
uz Uzbek
ve Venda
vi Vietnamese
wo Wolof
xh Xhosa
yi Yiddish
yo Yoruba
zh Chinese
zu Zulu
""".splitlines()
)
"""Code → name. Of the 183, those that nobody writes news in are left out."""

_CODES: Final = {name.lower(): code for code, name in NAMES.items()}
# BCP 47: a language of two or three letters, then script, region, variants; or a private one.
_TAG: Final = re.compile(
    r"(?P<language>[a-z]{2,3})(?:-[a-z]{3}){0,3}(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?"
    r"(?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}))*(?:-[a-wyz0-9](?:-[a-z0-9]{2,8})+)*"
    r"(?:-x(?:-[a-z0-9]{1,8})+)?|x(?:-[a-z0-9]{1,8})+",
    re.IGNORECASE | re.ASCII,
)


def is_tag(text: str) -> bool:
    """Whether a text is formed as BCP 47 has it, and its two letters are those of a language."""
    found = _TAG.fullmatch(text)
    language = found["language"] if found else None
    if found is None or language is None:
        return found is not None
    return len(language) > 2 or language.lower() in NAMES  # noqa: PLR2004  letters of a code


def code(name: str) -> str:
    """Return the code of a language by its English name, "" where it is not known."""
    return _CODES.get(name.strip().lower(), "")


def called(tag: str) -> str:
    """Return the name of the language that a tag begins with: "Russian", or the tag itself."""
    language, _, rest = tag.partition("-")
    name = NAMES.get(language.lower())
    if name is None:
        return tag
    return f"{name} ({tag})" if rest else name
