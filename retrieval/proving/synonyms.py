"""
Synonyms: words that news puts for one another, so that a sentence that uses the one says no more than the other.

Each row stands for one thing that is the same in any story. What is nearly the same, or only in some stories, a
"walnut" and a "chestnut" or a "bill" and a "law", is not here. The two sides of a bargain or a contest are one thing
too: whether the right one buys or wins is looked at where names and contraries are.
"""

from __future__ import annotations

from functools import lru_cache

from retrieval.proving.texts import stems_of

_ROWS = """
company firm business, buy acquire purchase sell sale, die dead death kill fatality fatal slay, injure wound hurt
injury, rise increase climb grow jump surge soar gain growth raise, fall drop decline decrease slip slide shrink
plunge, lower reduce cut, begin start commence beginning, end finish conclude, resume restart, stop halt cease, talk
negotiation negotiate discussion discuss, deal agreement accord pact, ask request, police officer, house home
household dwelling residence, car vehicle automobile, truck lorry, plane aircraft airplane jet, ship vessel, fire
blaze flame, child kid youngster, baby infant, doctor physician, worker employee staff, head chief leader boss lead,
chair chairman chairwoman chairperson, spokesman spokeswoman spokesperson, law legislation, vote ballot, election
poll, money fund cash, pay salary wage, strike walkout stoppage, flee escape, arrest detain, jail prison imprison,
refuse decline reject, deny dispute reject, support back endorse favor favour, oppose against, resign quit, leave
depart, dismiss sack fire oust remove, film movie, tv television, phone telephone, road street, area region, country
nation, army military, troop soldier, rebel insurgent, gun firearm, explosion blast, attack assault, destroy
destruction ruin wreck, build construct construction erect, repair fix mend, big large, small little, fast quick rapid
swift, rich wealthy affluent, poor impoverished, help aid assist assistance, rescue save, search hunt, find discover,
reveal disclose, need require, want wish, allow permit let, ban prohibit forbid bar outlaw, limit restrict, cancel
scrap, delay postpone defer, send dispatch, get receive obtain, give grant provide award, illness disease sickness,
ill sick, vaccine jab, expensive costly, price cost, tax levy duty, share stock, win victory triumph beat defeat lose
loss, lend borrow owe, precede follow, match game, team side squad, study research, scientist researcher, result
outcome, cause trigger prompt spark, author writer, monarch sovereign, coach manager, lawyer attorney, court tribunal,
ruling judgment verdict, crime offense offence, steal theft, fine penalty, dispute row quarrel, fight battle combat
clash, war conflict, protest demonstration rally, protester demonstrator, border frontier, passenger traveler
traveller, customer client, shop store, student pupil, sea ocean, plan scheme intend, aim goal objective purpose
target, opinion view, chance opportunity, fear worry concern, angry furious, happy pleased glad delighted thrilled,
important significant crucial, dangerous hazardous risky unsafe, safe secure, possible possibility potential may
might, probable probably likely, last final, prior ahead, previous former earlier ex, current currently present now,
trip journey visit, picture photo photograph image, video footage, crash collision collide, victim casualty, found
establish create, collapse demise failure, bankrupt bankruptcy insolvent insolvency, parliament legislature, lawmaker
legislator, truce ceasefire armistice, hostage captive, weapon arm, electricity power, job post position,
investigation probe inquiry investigate, examine inspect review, confirm verify, warn caution, admit acknowledge
concede, praise hail, criticize condemn denounce, promise pledge vow, expect anticipate forecast predict, estimate
reckon, consider weigh, choose pick select, replace succeed, carry transport, close shut, extend prolong, divide
split, participate participation attend, prize award, marry wed, illegal unlawful illicit, fake false bogus, genuine
authentic real, enough sufficient, immediately instantly, often frequently, rarely seldom, mostly mainly largely
chiefly, officially formally formal official, whole entire, annual yearly, inform notify, withdraw withdrawal pull,
series show program programme, fix set arrange, soon shortly, unhurt uninjured unharmed, believe think
"""

_ROWS_OF: dict[str, set[int]] = {}
for _place, _row in enumerate(_ROWS.split(",")):
    for _stem in stems_of(_row):
        _ROWS_OF.setdefault(_stem, set()).add(_place)


def same_thing(stem: str, others: frozenset[str]) -> bool:
    """Whether any of the `others` stands for what a stem does."""
    rows = _ROWS_OF.get(stem)
    return rows is not None and not rows.isdisjoint(_rows(others))


@lru_cache(maxsize=1024)
def _rows(stems: frozenset[str]) -> frozenset[int]:
    return frozenset(row for stem in stems for row in _ROWS_OF.get(stem, ()))
