"""Given names that tell a man from a woman, the commonest in English-language news; one that is both is not here."""

from __future__ import annotations

MEN = frozenset(
    """abdul abdullah adam ahmed alan albert alexander ali andrew anthony antonio barack ben benjamin bernie bill bob
    boris brian bruce carlos charles chris christopher daniel david dmitry donald douglas edward elon emmanuel eric
    francis frank frederick gary george gerald hamid harold harry hassan henry ibrahim ivan jack jacob jake james jason
    jeff jeffrey jeremy jerry jim jimmy joe john johnny jonathan jose joseph joshua juan justin keith ken kenneth kevin
    larry lawrence luis mark martin matthew michael mike mohamed mohammad mohammed muhammad nicholas nick omar oscar
    patrick paul pedro peter philip phil ray richard robert roger ronald ryan samuel scott sergei sergey simon stephen
    steve steven stuart ted thomas tim timothy tom tony victor viktor vladimir volodymyr walter warren william xavier
    zamir""".split()
)
WOMEN = frozenset(
    """abby aisha alice alison amanda amy angela anita anna anne annie barbara beth betty beverly carmen carol caroline
    catherine christina christine cindy claire deborah diana diane donna dorothy elena elizabeth ella ellen emily emma
    eva fatima fiona florence frances giorgia gloria grace hannah heather helen hillary irene isabel jacqueline jane
    janet jennifer jessica joan joanna judith julia julie karen kate katherine kathleen kathy laura lena linda lisa liz
    lucy malala margaret maria marie marion martha mary megan melania michelle monica nancy natalia natalie nicola
    nicole nikki olga olivia pamela patricia rachel rebecca rosa rose ruth sandra sara sarah serena sophia sophie
    stephanie susan susanna svetlana sylvia teresa theresa tina ursula valerie vanessa vera victoria virginia yoko
    yulia""".split()
)
