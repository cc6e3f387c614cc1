"""
Sentences that tell a story, as most of a review does, made of templates: for measuring only.

All are fictional. Hardly any praises or blames, so that coding one costs what most sentences of a review cost.
"""

import random

_PERSON = (
    "the mother", "the father", "Child A", "Adult B", "Mr K", "Mrs L", "the baby", "his grandmother", "her sister",
    "the couple", "the young man", "her partner", "the family", "the neighbour", "the landlord", "his uncle",
)  # fmt: skip
_WORKER = (
    "the health visitor", "a GP", "the duty social worker", "a police officer", "the school nurse", "the midwife",
    "a housing officer", "the community nurse", "a support worker", "the deputy head", "the paramedics", "an advocate",
    "the outreach team", "a consultant", "the probation officer", "the care coordinator",
)  # fmt: skip
_PLACE = (
    "at the surgery", "in the family home", "at the hospital", "in a flat above a shop", "at the nursery", "at school",
    "in temporary accommodation", "in the emergency department", "at a relative's house", "in the town centre",
    "at the day centre", "on the ward", "in a caravan by the coast", "at the police station",
)  # fmt: skip
_MATTER = (
    "a rash", "an injury to the wrist", "the rent", "school attendance", "a fall on the stairs", "the child's weight",
    "an argument in the street", "a change of medication", "the tenancy", "a missed period of work", "loud music",
    "contact with the father", "a bruise on the cheek", "a pregnancy of ten weeks", "benefits", "low mood and sleep",
)  # fmt: skip
_WHEN = (
    "In {month} {year}", "On {day} {month} {year}", "Two days later", "The following week", "By the end of {month}",
    "At about {hour} p.m.", "During the summer of {year}", "Some months before", "In the early hours", "That evening",
)  # fmt: skip
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
_TEMPLATES = (
    "{when}, {worker} saw {person} {place}.",
    "{when}, {person} moved with two suitcases and a cot to a town some {number} miles away.",
    "{when}, {person} was seen {place} by {worker} about {matter}.",
    "{when}, {person} rang the out of hours line and spoke of {matter}.",
    "{when}, a letter about {matter} was sent from the clinic to {worker}.",
    "{Person} told {worker} that {other} had gone to stay with friends for {number} nights.",
    "{Person} was born in {year} and grew up with {number} brothers and sisters in a village near the border.",
    "{Person} had lived {place} since {month} {year}, and worked in a bakery before that.",
    "{Person} said that {other} was asleep upstairs when the visitors came to the door.",
    "{Person} and {other} met in {year} and separated some {number} months afterwards.",
    "{Person} took {other} {place} by bus, and they came back by {hour} o'clock.",
    "{Person} had been known to services in another county, where there were {number} contacts about {matter}.",
    "{Person} started at a new school in {month} {year} after a move from the other side of the estate.",
    "{Worker} wrote in the notes that {person} was on the sofa and had a blanket round the shoulders.",
    "{Worker} weighed the baby, talked with {person} about feeding and left a leaflet about {matter}.",
    "{Worker} called at the address {number} times between {month} and the end of the year.",
    "{Worker} and {person} met {place} and spoke about {matter}.",
    "{Worker} received a notification about {matter}, and it was put on the file in {month}.",
    "{Worker} held a meeting {place} with {number} people, among them {person} and {other}.",
    "The records show {number} entries for {person} between {month} {year} and the following spring.",
    "A referral about {matter} came from {worker} on {day} {month} {year}.",
    "There were {number} calls to the police from the same street in that year, most of them about {matter}.",
    "An ambulance was called {place} at {hour} p.m., and {person} was taken to the hospital with {other}.",
    "The tenancy was in the name of {person}, who paid the rent weekly until {month}.",
    "The house has three bedrooms and a small yard, and stands {number} minutes from the sea.",
    "Blood tests in {month} {year} were within the usual range, and {person} was discharged to the care of {worker}.",
    "This part of the report covers the time from {month} {year} to the day of the death.",
    "The postmortem examination took place {number} days afterwards, and the cause was given as pneumonia.",
    "According to {other}, {person} drank a litre of cider most evenings and slept {place}.",
    "When {worker} arrived, {person} was {place} with {other} and a dog.",
    "After the birth, {person} stayed {place} for {number} nights and then went home with {other}.",
    "{Worker} gave {person} an appointment for {day} {month}, to which both came.",
    "At that time {person} was under the care of {worker}, with an appointment every {number} weeks.",
    "It was a cold winter, and the boiler {place} had been broken since {month}.",
    "Court proceedings about {matter} began in {month} {year} and ended {number} weeks later.",
    "The panel met {number} times {place} between {month} and the end of {year}.",
)


def narrative_sentence(chance: random.Random) -> str:
    """One such sentence, of some seventeen words; there are many millions of different ones."""
    dated = {
        "month": chance.choice(_MONTHS),
        "year": chance.randint(2009, 2024),
        "day": chance.randint(1, 28),
        "hour": chance.randint(2, 11),
        "number": chance.randint(2, 40),
    }
    person, other = chance.sample(_PERSON, 2)
    worker = chance.choice(_WORKER)
    return chance.choice(_TEMPLATES).format(
        when=chance.choice(_WHEN).format(**dated),
        person=person,
        Person=_capital(person),
        other=other,
        worker=worker,
        Worker=_capital(worker),
        place=chance.choice(_PLACE),
        matter=chance.choice(_MATTER),
        **dated,
    )


def _capital(words: str) -> str:
    return words[0].upper() + words[1:]
