"""Invented names of states, towns, people, forces, outlets and agencies. None is of a place or body that exists."""

from dataclasses import dataclass
from itertools import product

STATES = (
    ("Tarvendia", "Tarvendian"),
    ("Hestrania", "Hestranian"),
    ("Quarenia", "Quarenian"),
    ("Ostravel", "Ostravelian"),
    ("Brennovia", "Brennovian"),
    ("Keldoria", "Keldorian"),
    ("Vossenia", "Vossenian"),
    ("Marrovia", "Marrovian"),
    ("Zelandria", "Zelandrian"),
    ("Irmania", "Irmanian"),
    ("Dorvania", "Dorvanian"),
    ("Pelgaria", "Pelgarian"),
    ("Lethonia", "Lethonian"),
    ("Skarvia", "Skarvian"),
    ("Ambrovia", "Ambrovian"),
    ("Nordavia", "Nordavian"),
)
"""Name and adjective."""

TOWNS = tuple(
    "Nevrick Ambrelle Tessoun Dorvasse Porravik Kelmsted Varrogat Osterim Lunmark Brishalt Cordavan Haldresk Imberov "
    "Jasperin Kravendal Lostwyn Merrivok Narvesk Oldremar Quellmar Rostavel Selkirin Tarmouk Ulverik "
    "Vandrosk Welmarch Yarrowgat Zemblin Ardoush Bellimar Chardovik Drusken Elmavar Fastolin Gravanka Hollimsk Istravan "
    "Jorvendel Kirrimund Lakhmarin Mostagar Nuvelle Ormendy Pellovar Ravenik Stolberin Torvagash Ushmarel Vekkeram "
    "Wintrova Yelmarik Zorrendam".split()
)

REGIONS = tuple(
    "Ildren Corrunsk Belvash Ordunia Sarmeth Tolvane Wesmarch Halgrund Yestrel Murvania Drelkov "
    "Kastrell Obermund Nyssara".split()
)
"""Regions, said with "region", "valley" or "district"."""

GIVEN = tuple(
    "Ilo Maren Teodor Jorun Edda Sanna Vasko Rurik Odile Bertil Anselm Ketra Darian Ylva Casimir Lenka Stellan Mirela "
    "Gorm Tamsin Fedor Ileana Osric Petra Halvar Zora Emeric Runa Lucan Vesna".split()
)

FAMILY = tuple(
    "Kess Tovald Vash Sorrin Pell Drumond Askarova Lindqvar Brannoch Zelenek Tarquist Ovarin Hastrel Korvanen Millstad "
    "Rendovar Sallick Ustinar Wexholm Yorrick Zandvar Castellane Eskelund Farrowin Gantry "
    "Holmgaard Ivarsk Jelavik Lorentsk Maddern Norvik Orsolin Prestwin Quillan Rothvar".split()
)

OFFICES = (("President", "president"), ("Prime Minister", "prime_minister"), ("Foreign Minister", "foreign_minister"))
"""As written, and the key under which offices are known."""

FORCES = ("Guard", "Liberation Front", "Brigade", "Defence League", "Resistance Army")
"""What an armed group of a region is called."""

AGENCIES = ("Windrow News Agency", "Polar Press", "Meridian Wire", "Union Telegraph", "Halyard News")

PAPERS = ("Courier", "Lantern", "Gazette", "Ledger", "Mirror", "Herald", "Compass", "Tribune", "Echo", "Observer")
"""What a paper of a town is called."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names that a world draws from. states: name and adjective."""

    states: tuple[tuple[str, str], ...] = STATES
    towns: tuple[str, ...] = TOWNS
    regions: tuple[str, ...] = REGIONS
    given: tuple[str, ...] = GIVEN
    family: tuple[str, ...] = FAMILY


_ONSETS = "Bal Cor Del Fen Gar Hol Ister Jal Kor Lun Mar Nor Ost Pel Quar Ros Sel Tor Ulm Vel Wen Yar Zor".split()
_MIDDLES = "a e i o u and end ist orr ull".split()
_STATE_ENDS = "dovia renia storia lania".split()
_TOWN_ENDS = "brek dosk falt garn holm kesk lunt mord nash pravik rost sted tuva vik wick zenna".split()
_REGION_ENDS = "bria chen dran fell gaz hurst".split()
_GIVEN_ENDS = "bert dan fina gor la mir na ric".split()
_FAMILY_ENDS = "bakov csek dahl enko forth gaard hask inen jovic kampf lund mann nescu oglu".split()


def many_names() -> Names:
    """Names enough for a stream of many worlds, as many states as there are on earth: they recur, few towns do."""
    states = [f"{a}{b}{c}" for a, b, c in product(_ONSETS, _MIDDLES, _STATE_ENDS)][::5]
    return Names(
        states=tuple((name, f"{name}n") for name in states),
        towns=_all(_TOWN_ENDS),
        regions=_all(_REGION_ENDS),
        given=_all(_GIVEN_ENDS),
        family=_all(_FAMILY_ENDS),
    )


def _all(ends: list[str]) -> tuple[str, ...]:
    return tuple(f"{a}{b}{c}" for a, b, c in product(_ONSETS, _MIDDLES, ends))
