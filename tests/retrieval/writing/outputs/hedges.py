"""Sentences that lose a denial, a doubt or the person who claims it."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

HEDGES: tuple[Scripted, ...] = (
    Scripted(
        kind="denial or hedge lost",
        why="may be extended -> will be extended",
        asks="How long will the Calvey strike last?",
        claims=(
            Claim(
                text="The strike is due to last 48 hours and will be extended by the Harbour Workers' Union.",
                rests_on=(
                    (
                        "is due to last 48 hours and",
                        (
                            "is due to last 48 hours and may be extended if the port operator, Calvey Maritime, "
                            "does not improve its offer"
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="denial or hedge lost",
        why="could -> will, and a union that rules out what it has not ruled out",
        asks="What happens next in the Calvey strike?",
        claims=(
            Claim(
                text="Talks to end the strike at the port of Calvey will resume next week.",
                rests_on=(
                    (
                        "Talks to end the strike at the",
                        (
                            "Talks to end the strike at the port of Calvey could resume next week, a government "
                            "mediator said on Friday"
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="The union has ruled out a longer strike.",
                rests_on=(("The union has not ruled out a", "The union has not ruled out a longer strike."),),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="denial or hedge lost",
        why="what one side says and the other rejects, told as a fact",
        asks="Who cancelled the meetings in September?",
        claims=(
            Claim(
                text="Calvey Maritime cancelled two meetings in September without giving a reason.",
                rests_on=(
                    (
                        "She said the company had cancelled two",
                        "She said the company had cancelled two meetings in September without giving a reason.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "Tomas Reyle, the spokesman of Calvey Maritime, said the meetings had been postponed at "
                    "the request of the union."
                ),
                rests_on=(
                    (
                        "Calvey Maritime rejected the accusation. Its spokesman,",
                        "Calvey Maritime rejected the accusation.",
                    ),
                    (
                        "Its spokesman, Tomas Reyle, said the meetings",
                        "Its spokesman, Tomas Reyle, said the meetings had been postponed at the union’s request",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge lost",
        why="apparently -> as a fact",
        asks="Did the barriers at the crossing work?",
        claims=(
            Claim(
                text=(
                    "Police spokeswoman Karin Holt confirmed that the barriers at the crossing were working "
                    "when the train struck the lorry."
                ),
                rests_on=(
                    (
                        "The barriers at the crossing were apparently",
                        (
                            "The barriers at the crossing were apparently working, Holt said, but it was too early "
                            "to name a cause."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="denial or hedge lost",
        why="no call -> a call",
        asks="Did the lorry driver call for help?",
        claims=(
            Claim(
                text=(
                    "The railway operator, Taudbahn, confirmed on Wednesday that the driver's call had "
                    "reached its control room."
                ),
                rests_on=(
                    (
                        "The railway operator, Taudbahn, confirmed on Wednesday",
                        (
                            "The railway operator, Taudbahn, confirmed on Wednesday that no such call had reached "
                            "its control room."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "The emergency service would not say whether it had received a call from the lorry "
                    "driver, whose lawyer says he called the emergency number three minutes before the crash."
                ),
                rests_on=(
                    (
                        "Prosecutors have opened an investigation into the",
                        (
                            "Prosecutors have opened an investigation into the lorry driver on suspicion of "
                            "negligent homicide."
                        ),
                    ),
                    (
                        "His lawyer, Marta Quill, denies that he",
                        (
                            "His lawyer, Marta Quill, denies that he did anything wrong and says he called the "
                            "emergency number three minutes before the crash."
                        ),
                    ),
                    (
                        "The railway operator, Taudbahn, confirmed on Wednesday",
                        (
                            "The railway operator, Taudbahn, confirmed on Wednesday that no such call had reached "
                            "its control room."
                        ),
                    ),
                    (
                        "The emergency service would not say whether",
                        "The emergency service would not say whether it had received one.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge lost",
        why="denied -> admitted",
        asks="What does Ismar Kole say about the clinic?",
        claims=(
            Claim(
                text=(
                    "The commander of the Highland Front, Ismar Kole, admitted that his men had shelled a "
                    "clinic in Merrovin on 9 November."
                ),
                rests_on=(
                    (
                        "The commander of the Highland Front, Ismar",
                        (
                            "The commander of the Highland Front, Ismar Kole, denied that his men had shelled a "
                            "clinic in Merrovin on 9 November"
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="denial or hedge lost",
        why="blame -> deed, and silence -> promise",
        asks="Who attacked the clinic in Merrovin, and will the army withdraw?",
        claims=(
            Claim(
                text=(
                    "The rebels of the Highland Front shelled a clinic in Merrovin on 9 November, killing "
                    "eleven people."
                ),
                rests_on=(
                    (
                        "denied that his men had shelled a",
                        (
                            "denied that his men had shelled a clinic in Merrovin on 9 November, an attack in "
                            "which eleven people died"
                        ),
                    ),
                    ("The government blames the rebels for the", "The government blames the rebels for the shelling."),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "Prime Minister Goran Tesk said that the army would withdraw from the Dornic valley, as "
                    "the rebels have demanded."
                ),
                rests_on=(
                    (
                        "Prime Minister Goran Tesk welcomed the accord.",
                        "Prime Minister Goran Tesk welcomed the accord.",
                    ),
                    (
                        "He did not say whether the army",
                        (
                            "He did not say whether the army would withdraw from the Dornic valley, as the rebels "
                            "have demanded."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="denial or hedge lost",
        why="the denial is dropped",
        asks="Did the government know about the complaints of the villagers?",
        claims=(
            Claim(
                text=(
                    "Energy Minister Sofia Brand said that the government had known about the villagers' "
                    "complaints before work began."
                ),
                rests_on=(
                    (
                        "Energy Minister Sofia Brand said she regretted",
                        "Energy Minister Sofia Brand said she regretted the ruling but would respect it.",
                    ),
                    (
                        "She denied that the government had known",
                        "She denied that the government had known about the villagers’ complaints before work began.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
)
