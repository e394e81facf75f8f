"""Passages and sentences that outputs quote, about a strike at schools: Wendle & District Observer, 2023-03-16."""

from __future__ import annotations

EXTENDED = (
    "More than 9,000 pupils in Wendle face",
    "More than 9,000 pupils in Wendle face a second week without lessons after teaching assistants and caretakers "
    "voted to extend their strike to Friday, 24 March.",
)
BALLOT = (
    "Members of the Public Staff Union (PSU)",
    "Members of the Public Staff Union (PSU) backed the action by 412 votes to 87 in a ballot that closed on "
    "Tuesday night.",
)
TURNOUT = (
    "Turnout was 71 per cent",
    "Turnout was 71 per cent.",
)
DEMAND = (
    "The union wants a pay rise of",
    "The union wants a pay rise of eight per cent.",
)
OFFER = (
    "Wendle Borough Council has offered 4.5 per",
    "Wendle Borough Council has offered 4.5 per cent and a one-off payment of £600, which it calls its final offer.",
)
PICKET = (
    "Nobody wants to be standing on a",
    "“Nobody wants to be standing on a picket line in the rain, but our members are using food banks,” said the "
    "union’s regional secretary, Colin Adeyemi.",
)
RANSOM = (
    "Council leader Margaret Thewlis accused the union",
    "Council leader Margaret Thewlis accused the union of “holding children to ransom” and said a bigger rise "
    "would mean cutting library hours.",
)
SHUT = (
    "Eleven of the borough’s 34 schools are",
    "Eleven of the borough’s 34 schools are shut completely; the rest are open only to pupils sitting exams this "
    "summer and to children of key workers.",
)
CLOSED_FOR_LEAD = (
    "St Aldhelm’s Primary is closed for a",
    "St Aldhelm’s Primary is closed for a different reason, the discovery of lead in its drinking water.",
)
FATHER = (
    "Father-of-three Imran Sheikh said he supported the",
    "Father-of-three Imran Sheikh said he supported the strikers, although he had used up his annual leave.",
)
CHILDMINDER = (
    "Childminder Tracy Boll, 44, described the walkout",
    "Childminder Tracy Boll, 44, described the walkout as selfish.",
)
TEACHERS = (
    "The teachers’ own union, which is not",
    "The teachers’ own union, which is not on strike, has told members not to cover for absent colleagues.",
)
TALKS = (
    "Talks at the conciliation service ended on",
    "Talks at the conciliation service ended on Monday without agreement and no new date has been set.",
)
EASTER = (
    "Mrs Thewlis said she hoped, but could",
    "Mrs Thewlis said she hoped, but could not promise, that all schools would reopen after the Easter holidays, "
    "which begin on 3 April.",
)
