"""Irregular forms: verbs and nouns whose forms no stemmer brings together."""

from __future__ import annotations

_IRREGULAR = """
arise arose arisen, awake awoke awoken, beat beaten, become became, begin began begun, bend bent,
bet, bind bound, bite bit bitten, bleed bled, blow blew blown, break broke broken, breed bred, bring brought,
build built, burn burnt, buy bought, catch caught, child children, choose chose chosen, cling clung, come came,
creep crept, deal dealt, dig dug, draw drew drawn, dream dreamt, drink drank drunk, drive drove driven,
eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought, find found, flee fled, fling flung, fly flew flown,
foot feet, forbid forbade forbidden, foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven,
freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown, hang hung, hear heard, hide hid
hidden, hold held, keep kept, kneel knelt, know knew known, lay laid, lead led, leap leapt, learn learnt, leave left,
lend lent, lose lost, make made, man men, mean meant, meet met, mistake mistook
mistaken, mouse mice, overcome overcame, overtake overtook overtaken, pay paid, plead pled, prove proven, ride rode
ridden, ring rang rung, rise rose risen, run ran, say said, see saw seen, seek sought, sell sold, send sent, sew sewn,
shake shook shaken, shine shone, shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat,
sleep slept, slide slid, speak spoke spoken, speed sped, spend spent, spill spilt, spin spun, spring sprang sprung,
stand stood, steal stole stolen, stick stuck, sting stung, strike struck stricken, strive strove striven, swear swore
sworn, sweep swept, swell swollen, swim swam swum, swing swung, take took taken, teach taught, tear tore torn, tell
told, think thought, throw threw thrown, tooth teeth, understand understood, uphold upheld, wake woke woken, wear wore
worn, weave wove woven, weep wept, win won, withdraw withdrew withdrawn, woman women, write wrote written
"""

BASE_OF = {form: base for row in _IRREGULAR.split(",") for base, *forms in [row.split()] for form in forms}
"""The base of each irregular form; forms that are more often another word ("wound", "lives") are left out."""
