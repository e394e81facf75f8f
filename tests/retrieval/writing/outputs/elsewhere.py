"""Quotes from an article that has nothing to do with the sentence."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

ELSEWHERE: tuple[Scripted, ...] = (
    Scripted(
        kind="quote from another article",
        why="a number that fits stands in an article on a war",
        asks="How many people died in the crash near Osting?",
        claims=(
            Claim(
                text="Eleven people died in the train crash near Osting.",
                rests_on=(("an attack in which eleven people died.", "an attack in which eleven people died"),),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="quote from another article",
        why="the shares are those of another company",
        asks="How did Lyra's shares react to the trial?",
        claims=(
            Claim(
                text="Shares in Lyra Biologics fell 4.6 percent, their steepest drop in two years.",
                rests_on=(
                    (
                        "Shares in Calvey Maritime fell 4.6 percent",
                        "Shares in Calvey Maritime fell 4.6 percent on Thursday, their steepest drop in two years.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="Lyra's shares rose 9 percent.",
                rests_on=(("Lyra's shares rose 9 percent.", "Lyra's shares rose 9 percent."),),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="quote from another article",
        why="the call is a mayor's in a strike",
        asks="What did the government of Arvan ask of the rebels?",
        claims=(
            Claim(
                text="Prime Minister Goran Tesk called on both sides to return to talks.",
                rests_on=(
                    (
                        "The mayor, Dora Vance, called on both",
                        "The mayor, Dora Vance, called on both sides to return to talks.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="quote from another article",
        why="the observers are those of an election",
        asks="How did the observers judge the first days of the truce in Arvan?",
        claims=(
            Claim(
                text="Observers from the Union of Northern States described the first days of the truce as orderly.",
                rests_on=(
                    (
                        "Observers from the mainland described the vote",
                        "Observers from the mainland described the vote as orderly.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="quote from another article",
        why="another government plans no vote on another matter",
        asks="Will Lorvane's parliament vote on the budget this year?",
        claims=(
            Claim(
                text="A spokesman for Lorvane's government said that no vote on the budget was planned this year.",
                rests_on=(
                    ("A government spokesman said no vote was", "A government spokesman said no vote was planned."),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="quote from another article",
        why="the denial is another company's",
        asks="Does Taudbahn want to hire more staff?",
        claims=(
            Claim(
                text=(
                    "The railway operator Taudbahn denied a report that it was planning to hire temporary "
                    "workers from abroad."
                ),
                rests_on=(
                    (
                        "denied a report that it was planning",
                        "denied a report that it was planning to hire temporary workers from abroad",
                    ),
                ),
                holds=False,
            ),
            Claim(
                text="The union of train drivers blamed understaffing, a charge that was rejected by Taudbahn.",
                rests_on=(
                    (
                        "The union of train drivers blamed understaffing,",
                        "The union of train drivers blamed understaffing, a charge that Taudbahn rejected.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="quote from another article",
        why="the envoy did not specify it about other talks",
        asks="Who will represent the rebels at the talks in Lissen?",
        claims=(
            Claim(
                text=(
                    "It was not specified which representatives of the Highland Front would take part in the "
                    "talks in Lissen."
                ),
                rests_on=(
                    (
                        "Kabulov did not specify which Taliban representatives",
                        "Kabulov did not specify which Taliban representatives would take part in the talks.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="quote from another article",
        why="true, but the words quoted are about a rail accident",
        asks="Who wrote the opinion in the Palden case?",
        claims=(
            Claim(
                text="Justice Edda Mournay delivered the opinion of the majority in the Palden dam case.",
                rests_on=(("A report is expected in about six", "A report is expected in about six weeks."),),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="quote from another article",
        why="the money was promised for level crossings",
        asks="What does the government spend on the marsh fever vaccine?",
        claims=(
            Claim(
                text=(
                    "The transport minister promised 15 million crowns for the distribution of the vaccine in "
                    "Kessara by 2025."
                ),
                rests_on=(
                    (
                        "promised 15 million crowns to replace 40",
                        "promised 15 million crowns to replace 40 level crossings with bridges by 2025",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="quote from another article",
        why="the same number, of another thing",
        asks="How much did the comet probe Halcyon cost?",
        claims=(
            Claim(
                text="Halcyon cost about 640 million crowns, which the ministry said would be paid out of tax.",
                rests_on=(
                    (
                        "A couple with two children will pay",
                        "A couple with two children will pay about 640 crowns less tax a year, the ministry said.",
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
)
