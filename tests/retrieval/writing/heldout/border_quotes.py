"""Passages and sentences that outputs quote, about a border clash: Transworld News Agency, 2020-09-17."""

from __future__ import annotations

CLASH = (
    "Four soldiers were killed and nine wounded",
    "Four soldiers were killed and nine wounded on Wednesday in an exchange of fire on the disputed border between "
    "Ardania and Kestria, the deadliest incident there since a ceasefire in 2014.",
)
EACH_SIDE = (
    "Each side said the other had shot",
    "Each side said the other had shot first.",
)
PATROL = (
    "Ardania's defence ministry said a Kestrian patrol",
    "Ardania's defence ministry said a Kestrian patrol crossed the Velda river shortly after dawn and opened fire "
    "on an observation post.",
)
FABRICATION = (
    'Kestria called that "a fabrication" and said',
    'Kestria called that "a fabrication" and said its troops had never left their own bank.',
)
DEAD = (
    "Three of the dead were Ardanian and",
    "Three of the dead were Ardanian and one was Kestrian, officials from both countries said.",
)
UNVERIFIED = (
    "Neither account could be verified independently",
    "Neither account could be verified independently.",
)
GENEVA = (
    "Kestrian President Osman Belek cancelled a trip",
    "Kestrian President Osman Belek cancelled a trip to Geneva, where he had been due to meet Ardania's prime "
    "minister, Ilse Torvald, on Friday.",
)
READY_TO_TALK = (
    "Torvald said she was still ready to",
    'Torvald said she was still ready to talk but would not do so "under the barrel of a gun".',
)
OBSERVERS = (
    "The United Nations, which has 180 observers",
    "The United Nations, which has 180 observers in the area, called for restraint.",
)
ENVOY = (
    "Its envoy, Portuguese diplomat Luis Amaral, is",
    "Its envoy, Portuguese diplomat Luis Amaral, is to travel to both capitals at the weekend.",
)
STRIP = (
    "The neighbours have quarrelled since 1991 over",
    "The neighbours have quarrelled since 1991 over a strip of land 40 km long and believed to hold natural gas.",
)
THE_HAGUE = (
    "A court in The Hague awarded most",
    "A court in The Hague awarded most of it to Ardania in 2011; Kestria rejects the ruling.",
)
CELLARS = (
    "Villagers on the Ardanian side spent the",
    "Villagers on the Ardanian side spent the night in cellars.",
)
SHELLING = (
    "We heard shelling until about three in",
    '"We heard shelling until about three in the morning," said Mirela Kost, a baker in the village of Brod.',
)
ARTILLERY = (
    "Kestria denied using artillery",
    "Kestria denied using artillery.",
)
CROSSING = (
    "Both governments have closed the only road",
    "Both governments have closed the only road crossing, at Saint Vlas.",
)
LORRIES = (
    "Some 600 lorries were waiting there on",
    "Some 600 lorries were waiting there on Thursday, according to the customs service, most of them carrying fruit.",
)
