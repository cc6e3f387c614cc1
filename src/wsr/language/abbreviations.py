"""Words that are printed with a stop, English and Welsh, by what the stop means, and words that begin sentences."""

import re
from enum import Enum, auto


class Stop(Enum):
    """When the stop after a word ends the sentence."""

    NEVER = auto()
    BEFORE_STARTER = auto()
    """When the next word is one that begins sentences."""
    BEFORE_NO_NUMBER = auto()
    """Unless what it numbers follows."""
    BEFORE_NO_DIGIT = auto()
    """Unless a day or a year follows."""
    INITIAL = auto()
    """As before a starter, and after the label of a person or a thing: Child A."""
    USUALLY = auto()
    """An abbreviation all the same: a small letter may follow."""
    ALWAYS = auto()


def stop_after(word: str) -> Stop:
    """What the stop after a word means, by the form of the word; it is given without the last stop."""
    if found := _TABLE.get(word) or _TABLE.get(word.lower() if len(word) > 2 else word):
        return found
    if _INITIALS.fullmatch(word):
        return Stop.INITIAL
    if _DEGREE.fullmatch(word) or _WITHOUT_VOWEL.fullmatch(word):
        return Stop.BEFORE_STARTER
    if len(word) == 1 and word.islower():
        return Stop.BEFORE_NO_NUMBER
    return Stop.BEFORE_NO_DIGIT if _DOTTED.fullmatch(word) else Stop.ALWAYS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _table(**words: str) -> dict[str, Stop]:
    return {word: Stop[name] for name, listed in words.items() for word in _words(listed)}


_TABLE = _table(
    NEVER="""
        Mr Mrs Ms Mx Messrs Mme Dr Drs Prof Rev Revd Hon Ven Fr Cllr Parch Bnr
        Sgt Insp Supt Det Const Cons Capt Cpt Maj Gen Lt Col Cpl Pte Cdr Asst
        e.g i.e h.y e.e cf viz v vs gw Gw c ca circa approx incl excl n.b N.B eg ie a.k.a aka w.e.f c.f
        Rt Mt Cyng Mri Bns Rhing Arol Cwns""",
    BEFORE_STARTER="""
        St Sr Jr Snr Jnr Esq al Hosp Univ Gov Comm Exec Dir Soc Psych Div Inst Dept Dep Adm Treas Assoc Admin Comp Amb Dip Cert""",
    BEFORE_NO_NUMBER="""
        no No nos para paras par p pp Pp pg vol vols s ss sec sect sch reg regs r rr art arts fig figs ref refs app
        apps annex ch chap cl tab ext tel rm yr wk gp cat pt Pt t tt Tt tud adr ad atod cyf rh o.s S.I s.i Cm Cmnd Civ
        Crim Fam
        ex exh doc docs encl att rec recs ver""",
    BEFORE_NO_DIGIT="""
        Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Weds Thu Thur Thurs Fri Sat Sun
        Ion Chwef Maw Ebr Meh Gorff Hyd Tach Rhag""",
    USUALLY="""
        etc ltd plc inc co Co bros depts govt pres temp perm min mins hr hrs wks yrs mths est max misc ed eds orig prev
        resp info diag ave rd ayb a.y.b sep corp tech cit seq hosp dept""",
)  # fmt: skip

_INITIALS = re.compile(r"(?:[A-Z]|Ll|Rh|Ff|Ch|Th|Dd|Ng|Ph)(?:\.-?(?:[A-Z]|Ll|Rh|Ff|Ch|Th|Dd|Ng|Ph))*")
"""One or more; Welsh has letters of two signs."""

_DEGREE = re.compile(r"(?:[A-Z][a-z]{0,2}\.)+[A-Z][a-z]{0,2}")
_WITHOUT_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-Z][bcdfghj-np-tvxz]{1,4}")
_DOTTED = re.compile(r"(?:\w{1,2}\.)+\w{1,2}")

LABELS = _words(
    """
    Child Adult Baby Infant Person Patient Victim Perpetrator Subject Mother Father Parent Sibling Sister Brother
    Son Daughter Uncle Aunt Cousin Grandmother Grandfather Grandparent Partner Husband Wife Friend Neighbour Male
    Female Boy Girl Woman Man Carer Family Household Resident Worker GP Agency Organisation Team
    Service Practice Surgery Hospital Ward Unit Clinic Home Hostel House Flat Block School College Nursery Board
    Trust Authority Force Area County Court Appendix Annex Part Section Figure Table Chart Box Plan Phase Stage Register
    Group Class Grade Band Level Type Category Tier Option Point Item Vitamin Hepatitis Plentyn Oedolyn Baban Person
    Mam Tad Brawd Chwaer Ysbyty Ysgol Ward Uned Cartref Atodiad Rhan Tabl Grŵp Merch Mab
    """
)
"""Words that stand before the letter of a person or a thing, so that the letter is no one's initial."""

STARTERS = _words(
    """
    I He She It They We You Who This That These Those There Here His Her Hers Its Their Theirs Our My Your One
    A An The All Any Both Each Either Every Few Many Most Much Neither No None Nobody Nothing Other Others Several Some
    Such Someone Somebody Something Everyone Everybody Everything Anyone Another Two Three Four Five Six Seven Eight
    Nine Ten Half Twice Once
    About Above According Across After Against Along Although Among And Apart Around As At Because Before Behind Below
    Beside Besides Between Beyond But By Despite Down Due During Except Following For From Given Having If In Inside
    Instead Into Like Near Nor Of Off On Only Or Out Outside Over Owing Per Prior Rather Regarding Since So Than Though
    Through Throughout To Together Toward Towards Under Unless Until Unlike Up Upon Via What When Whenever Where
    Whereas Wherever Whether Which While Whilst Whose Why How With Within Without Yet
    Again Almost Already Also Always Anyway Certainly Clearly Consequently Currently Earlier Else Equally Eventually
    Even Ever Everywhere Finally First Firstly Fortunately Further Furthermore Generally Hence However Immediately
    Indeed Initially Just Last Lastly Later Less Likewise Meanwhile More Moreover Naturally Nearly Never
    Nevertheless Next Nonetheless Not Notably Now Nowhere Occasionally Often Otherwise Overall Perhaps Possibly
    Previously Probably Quite Recently Remarkably Sadly Second Secondly Similarly Simply Sometimes Soon Still
    Subsequently Then Thereafter Therefore Third Thirdly Thus Today Tomorrow Too Tragically Twice Ultimately
    Unfortunately Usually Very Well Yes Yesterday
    Are Be Been Being Can Could Did Do Does Had Has Have Is Let Might Must Shall Should Was Were Would
    Mother Father Parents Children Staff Police Officers Professionals Practitioners Agencies Services Neighbours
    Colleagues Relatives Friends Nurses Doctors Teachers Workers Records Notes Minutes Evidence Information Contact
    Concerns Communication Support Attempts Calls Visits Meetings Arrangements Enquiries Checks Referrals Social Health
    School Housing Education Safeguarding Mr Mrs Ms Dr Miss Professor
    Mae Maent Maen Oedd Roedd Roeddent Roeddwn Doedd Bu Bydd Byddai Byddent Yr Yn Yna Yno Nid Ni Nac Na Ond Ac Ar Er
    Pan Pe Os Oherwydd Felly Hefyd Cafodd Cafwyd Gwelwyd Gwelodd Dywedodd Dywedwyd Gofynnodd Nododd Nodwyd Aeth Daeth
    Gwnaeth Gwnaed Rhoddodd Rhoddwyd Ymwelodd Derbyniodd Ffoniodd Galwodd Cytunodd Credai Beth Pam Pwy Pryd Sut Ble
    Faint Dim Neb Fe Mi Hi Ef Dyma Dyna Wedyn Gan Gyda Heb Wrth Am Rhwng Hwn Hon Hyn Eu Ei Ein Un Dau Dwy Tri Tair
    Pedwar Wedi Ers Trwy Drwy Dros Mewn Erbyn Serch Roedden Ceir Ceisiodd Clywodd Y O
    """
)
"""Words that often begin a sentence and are hardly ever a surname."""

WELSH_VERB = re.compile(r"[A-Z][a-z]{2,}(?:odd|wyd|asant)")
"""A verb at the head of a Welsh sentence: Gofynnodd, Cynhaliwyd."""

SMALL_STARTERS = (
    "she|he|they|it|we|this|these|there|that|those|his|her|their|its|the|a|an|no|nobody|nothing|all|both|when|while|if"
    "|but|then|however|although|after|before|mae|roedd|nid|ond|yr|aeth|cafodd"
)
"""Those that, by a slip, begin one with a small letter, as a regular expression."""

DETERMINERS = _words("the The a A an An his her their its our this that each every y Y yr Yr")
"""Words after which letters with stops are a body or a post, and no one's initials: the C.M.H.T."""

PREPOSITIONS = _words(
    "About After Around At Before Between By During For From In Of On Since To Until With Am Ar Ers Erbyn Gan Yn"
)
"""Words that begin a phrase which is no sentence by itself: At 3 p.m."""

SAID = "asked|said|replied|answered|told|wrote|cried|shouted|added|recalled|insisted|thought|whispered|called|texted"
"""Verbs after the name of a speaker, as a regular expression."""
