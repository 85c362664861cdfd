"""Invented names of states, towns, people, forces, outlets and agencies. None is of a place or body that exists."""

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
