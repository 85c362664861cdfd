"""Words of the planted press: clauses with slots, set phrases, frames of quotations. All invented here.

Clauses are made anew for every sentence: {noun}, {verb} and {adj} are filled from the vocabulary, so that two sentences
have a clause's skeleton in common by chance and little else. Names ({town}, {person}, {body}, {land} ...) are the
story's. In the vocabulary each word stands with another that can take its place.
"""

NOUNS = """
bridge/viaduct mill/granary school/academy quay/wharf budget/ledger court/tribunal pension/allowance orchard/grove
telegraph/wire wedding/marriage toll/levy cart/wagon permit/licence clerk/scribe asylum/refuge sandbar/shoal
passenger/traveller widow/orphan mine/colliery gate/portal inquiry/probe valve/tap depot/warehouse charter/compact
pasture/meadow banknote/bill coup/putsch tablet/slab cannon/gun judge/magistrate ballot/vote village/hamlet
pilgrim/worshipper ferry/barge shepherd/herdsman mail/post embargo/ban lighthouse/beacon docker/stevedore crane/hoist
stamp/seal bakery/kitchen cathedral/church census/count nomad/wanderer willow/poplar bank/shore miner/digger
locomotive/engine archive/registry deed/title jury/panel pilot/helmsman wolf/jackal goat/sheep square/plaza poet/bard
airfield/runway frontier/border stone/rock choir/chorus refugee/exile carriage/coach nurse/orderly creditor/lender
envoy/delegate newspaper/journal thief/burglar bell/gong market/bazaar stall/booth tunnel/passage apprentice/trainee
reservoir/basin consulate/embassy chronicle/annal vineyard/terrace lorry/truck bishop/abbot crypt/vault barn/shed
ransom/payment union/guild petition/appeal debtor/borrower brewery/distillery lemonade/cider statue/monument
valley/glen feud/vendetta fence/hedge boat/skiff potato/turnip mule/donkey gallery/balcony surveyor/cartographer
locksmith/smith flood/deluge scarf/shawl dyke/levee pump/siphon audit/review crate/box hostel/inn lantern/lamp
tailor/weaver fisherman/angler beekeeper/gardener observatory/planetarium piano/organ carpet/rug barometer/gauge
clinic/hospital vaccine/serum parade/procession rehearsal/practice canal/waterway lock/sluice anchor/mooring
compass/sextant glacier/icefield quarry/pit chimney/stack furnace/kiln loom/spindle museum/collection theatre/playhouse
""".split()

VERBS = """
ordered/instructed questioned/challenged dragged/hauled sentenced/condemned repaired/mended accused/blamed
robbed/looted exchanged/swapped unveiled/presented withdrew/removed doubled/raised buried/covered treated/examined
inherited/obtained blocked/barricaded forged/faked crossed/traversed disguised/masked promised/pledged
painted/coloured flattened/levelled signed/initialled divided/split refused/rejected uncovered/unearthed
surrendered/yielded appointed/named closed/shut lifted/ended leased/rented accepted/welcomed seized/confiscated
missed/overlooked planted/sowed stranded/trapped bought/purchased destroyed/wrecked bribed/corrupted renamed/relabelled
marked/staked sold/traded sheltered/hid auctioned/bartered demanded/requested expelled/ejected recalled/summoned
mocked/ridiculed stole/pilfered melted/smelted emptied/cleared ruined/bankrupted proposed/suggested burned/torched
drafted/composed shrank/reduced moved/shipped opposed/resisted photographed/filmed sketched/drew weighed/measured
counted/tallied smuggled/spirited polished/cleaned abandoned/deserted insured/underwrote mortgaged/pawned
inspected/surveyed flooded/drowned dismantled/disassembled borrowed/took praised/lauded guarded/watched
nationalised/expropriated fenced/enclosed donated/gave rebuilt/restored searched/combed taxed/charged delayed/postponed
""".split()

ADJECTIVES = """
old/ancient new/recent heavy/weighty crooked/bent flooded/soaked crowded/packed rotten/spoiled masked/hooded
retired/former missing/lost counterfeit/fake rusted/corroded bronze/brass empty/vacant wooden/timber narrow/slim
eastern/easterly wealthy/rich hungry/starving frozen/icy bankrupt/insolvent stray/wandering secret/hidden
crumbling/decaying yellow/golden steep/sheer quiet/silent angry/furious cheap/inexpensive vast/huge tiny/small
foreign/alien rural/country royal/regal municipal/civic dusty/sandy borrowed/loaned silver/metal damp/moist
famous/celebrated obscure/unknown northern/northerly blind/sightless stubborn/obstinate lame/limping sacred/holy
noisy/loud fragile/brittle colossal/giant ragged/tattered elegant/graceful idle/unused disputed/contested
marble/granite striking/protesting sleepless/restless drunken/tipsy orphaned/parentless seasonal/yearly
""".split()

OPENERS = """
After a {adj} {noun} {verb} the {noun} in {town}
Two weeks before the {adj} {noun} of {town2}
Despite a {noun} that {verb} the {adj} {noun}
With the {noun} {prep} the {river} still {adj}
Under a {noun} drawn up by {body2}
Hours after {nouns} {verb} a {noun}
For the first time since {nouns} {verb} {town2}
Amid anger over the {adj} {noun}
Citing a {noun} and a {adj} {noun}
At a {adj} {noun} in {town2}
As {nouns} {verb} the {noun} to {land2}
To the dismay of {adj} {nouns}
In what {nouns} called a {adj} {noun}
""".strip().splitlines()

MAINS = """
{body} {verb} {n} {adj} {nouns} {prep} the {noun} of {town}
{person} {verb} a {noun} after {person2} {verb} the {adj} {noun}
{nouns} from {town} {verb} the {noun} and {verb} {n} {nouns} {prep} the {adj} {noun}
a {adj} {noun} in {town2} {verb} {n} {nouns} of {thing}
{adj} {nouns} {verb} the {noun} that {verb} {n} {nouns} in {town}
{person} {verb} {body2} over a {noun} with {n} {adj} {nouns} of {thing}
{nouns} {verb} a {noun} carrying {thing} {prep} the {adj} {noun} between {town} and {town2}
{land} and {land2} {verb} {n} {nouns} at a {adj} {noun} {prep} the {river}
the {noun} of {town} {verb} a {craft} for {adj} {nouns} and {nouns}
{body} {verb} its {nouns} because a {adj} {noun} had {verb} their {noun}
{person2} {verb} the {office} with a {adj} {noun} and {n} {nouns}
{n} {nouns} {verb} the {craft} {prep} a {noun} of {adj} {nouns}
the {office} {verb} every {noun} {prep} {town2} that {nouns} had {verb} for {n} years
{land2} {verb} its {noun} on {thing} after {adj} {nouns} {verb} a {noun}
a {noun} {prep} the {river} {verb} {n} {nouns} and a {adj} {noun} owned by {person}
{person} and {person2} {verb} the {adj} {noun} of {body2} {prep} a {noun} in {town}
""".strip().splitlines()

TRAILERS = """
leaving the {adj} {noun} to the {nouns}
a {noun} that {body2} had {verb} for years
while {nouns} {verb} a {adj} {noun}
although no {noun} had been {verb} for it
which {verb} the {nouns} of the {adj} {noun}
before the {noun} {verb} {n} {nouns}
despite a {noun} {verb} by most {nouns} of {town2}
because the {adj} {noun} never reached the {noun}
ending a {adj} {noun} over a {noun}
in exchange for {adj} {nouns} and two {nouns}
raising fears of a {adj} {noun} along the {river}
with help from a {adj} {noun} and {n} {nouns}
so that the {noun} could be {verb} by {nouns}
under the eyes of {nouns} with {adj} {nouns}
""".strip().splitlines()

PREPOSITIONS = ("near", "behind", "beside", "beneath", "above", "around", "outside", "inside", "opposite", "below")

STOCK = """
The foreign ministry said in a statement on {day} that it had no further comment.
Tens of thousands of people have been killed since the conflict began.
The two countries have been at odds for many years over the region.
The government did not immediately respond to a request for comment.
Officials, who spoke on condition of anonymity, declined to give further details.
There was no immediate claim of responsibility for the attack.
The ministry of defence said on {day} that it was looking into the reports.
A spokesman for the president said the government would not be commenting on the matter.
It was not immediately clear how many people were in the building at the time.
The reports could not be independently verified.
Police said that an investigation into the incident was under way.
The two sides are expected to hold another round of talks on {day}.
The prime minister is due to meet his counterpart later this week.
Local media reported that at least two people had been taken to hospital.
The president was speaking at a news conference in the capital on {day}.
The minister told reporters on {day} that the situation was under control.
Human rights groups have called on both sides to protect civilians.
The United Nations has called for an immediate end to the fighting.
More than a million people have been forced to leave their homes since the war began.
""".strip().splitlines()

QUOTES = """
We did not come to {town} to bargain over {thing}, we came to bury our brothers in peace
No bridge over the {river} will be opened while a single family of ours sleeps in a tent
I have read every page of that audit, and there is not one honest number in it
Let {body2} explain to the widows why {n} coffins were sent by night
Our patience is a well, and they have drawn the last bucket from it
The people of {land} asked for bread and were handed a lecture on geography
We shall keep the lamps of {town} burning until the last miner is home
Whoever signs that charter signs away the pastures of his own grandchildren
This ferry belongs to nobody and therefore it belongs to all of us
There can be no election in {town2} while ballots are stored in a bakery
I am an old {office}, and old men know when a promise is made of smoke
If {person2} wants my chair he may have it, it wobbles
""".strip().splitlines()

FRAMES = """
“{q},” {person} told {adj} {nouns} {prep} the {noun} in {town2} after the {noun}.
“{q},” {person} said.
{person} put down a {adj} {noun} and answered {prep} the {noun}: “{q}.”
“{q},” the {office} of {land} said in {town}.
In a {noun} read aloud by {adj} {nouns} {prep} the {noun}, {person} wrote that “{q}”.
“{q},” said {person}, the {office}, in a {noun} for {adj} {nouns}.
The {adj} {noun} closed with the words of {person}, who had {verb} a {noun}: “{q}.”
To {nouns} from the {adj} {noun}, {person} replied: “{q}.”
{person} looked {adj} when {nouns} asked about the {noun}: “{q}.”
""".strip().splitlines()

DOCUMENT = """
The parties shall withdraw their patrols from the banks of the {river} within {n} days.
A joint commission of {land} and {land2} shall keep the register of crossings at {town}.
Disputes over grazing shall be heard by the elders of {town2} before any court is seized of them.
Neither party shall levy a duty on {thing} carried for the use of hospitals.
This memorandum enters into force on the day of its second signature.
""".strip().splitlines()

INTRODUCTIONS = (
    "The {adj} {noun} that {nouns} {verb} {prep} the {noun} runs as follows.",
    "Below are the clauses that {adj} {nouns} {verb} in {town2}.",
    "What was {verb} in {town} fits on one {adj} {noun}.",
)

DROPPED = frozenset("the a still its for years most every".split())
ADDED = ("reportedly", "also", "quietly", "local", "nearby", "once", "again", "finally", "largely", "meanwhile")

LANDS = ("Arvenia", "Bordal", "Corvania", "Drovia", "Estmark", "Fenmoor", "Gallor", "Hestria")
BODIES = (
    "the canal board", "the grain council", "the customs guild", "the rail ministry", "the harbour senate",
    "the water tribunal", "the pension chamber", "the border commission", "the audit office", "the salt exchange",
)  # fmt: skip
OFFICES = ("chancellor", "steward", "provost", "quartermaster", "treasurer", "harbour master", "regent", "registrar")
THINGS = ("barley", "copper", "lamp oil", "timber", "wool", "quinine", "saltpetre", "dried fish", "glass", "cotton")
CRAFT = (
    "paddle steamer",
    "airship",
    "icebreaker",
    "cable car",
    "hospital train",
    "dredger",
    "tram",
    "observation balloon",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SYLLABLES = "ba be bri ca cor da del dro fa fen gal gor ha hes ka kel lan lor ma mir na nor o pa pel ra ros sa sel ta tor u va ves vel yar ze zor".split()
OUTLETS = ("Courier", "Lantern", "Gazette", "Ledger", "Mirror", "Herald", "Compass", "Tribune", "Echo", "Observer")
AGENCIES = ("Polar Press", "Meridian Wire", "Union Telegraph")

SYNONYMS = {
    word + ending: other + ending
    for pairs, endings in ((NOUNS, ("", "s")), (VERBS, ("",)), (ADJECTIVES, ("",)))
    for pair in pairs
    for word, other in (pair.split("/"), pair.split("/")[::-1])
    for ending in endings
}
"""Of every word one that can take its place."""
