"""Held-out sentences about a bank robbery trial: speakers, hedges and additions that are right or wrong."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

TRIAL_VOICES = (
    Scripted(
        kind="denial or hedge",
        why="the accusation becomes a fact, the denial a confession",
        asks="What is Dennis Orrin said to have done?",
        claims=(
            Claim(
                "Dennis Orrin, 34, switched off the alarm at 7.52 a.m. on 19 January.",
                (
                    (
                        "Dennis Orrin, 34, is accused of having switched",
                        "having switched off the alarm at 7.52 a.m. on 19 January",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Mr Orrin admitted conspiracy.",
                (("“Without him there would have been", "Mr Orrin denies conspiracy."),),
                holds=False,
            ),
            Claim(
                (
                    "Dennis Orrin, aged 34, is accused of switching off the alarm at 7.52 a.m. on 19 "
                    "January, 8 minutes before the branch opened."
                ),
                (
                    (
                        "Dennis Orrin, 34, is accused of having switched",
                        (
                            "Dennis Orrin, 34, is accused of having switched off the alarm at 7.52 a.m. on 19 "
                            "January, eight minutes before the branch opened."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="role or speaker",
        why="judge, prosecutor and counsel change places",
        asks="Who said what in the Marl Street bank trial?",
        claims=(
            Claim(
                "Judge Hester Amory said that without him there would have been no robbery.",
                (
                    (
                        "“Without him there would have been",
                        "“Without him there would have been no robbery,” said the prosecutor, Lavinia Hask.",
                    ),
                    (
                        "Judge Hester Amory refused a request",
                        (
                            "Judge Hester Amory refused a request by the defence to exclude messages from Mr Orrin’s "
                            "telephone."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Tobias Wend, the prosecutor, told the jury that Mr Orrin had been threatened.",
                (
                    (
                        "His counsel, Tobias Wend, told the jury that",
                        (
                            "His counsel, Tobias Wend, told the jury that his client had been threatened and “never "
                            "received a penny”."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "“Without him there would have been no robbery,” prosecutor Lavinia Hask said.",
                (
                    (
                        "“Without him there would have been",
                        "“Without him there would have been no robbery,” said the prosecutor, Lavinia Hask.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge",
        why="“never” is lost, a refusal becomes a grant",
        asks="Did the manager of the Marl Street branch trust Mr Orrin?",
        claims=(
            Claim(
                "Ruth Calloway said that she had always had doubts about Mr Orrin's honesty.",
                (
                    (
                        "The branch manager, Ruth Calloway, said in evidence",
                        (
                            "The branch manager, Ruth Calloway, said in evidence that she had reported Mr Orrin "
                            "twice for being late, but had never doubted his honesty."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                "Judge Hester Amory excluded messages from Mr Orrin's telephone.",
                (
                    (
                        "Judge Hester Amory refused a request",
                        (
                            "Judge Hester Amory refused a request by the defence to exclude messages from Mr Orrin’s "
                            "telephone."
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "Branch manager Ruth Calloway said in evidence that she had twice reported Mr Orrin for "
                    "being late, but had never doubted his honesty."
                ),
                (
                    (
                        "The branch manager, Ruth Calloway, said in evidence",
                        (
                            "The branch manager, Ruth Calloway, said in evidence that she had reported Mr Orrin "
                            "twice for being late, but had never doubted his honesty."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="a reason, a trait and an outlook that no quote gives",
        asks="What happened to the manager of the Marl Street branch?",
        claims=(
            Claim(
                "Ruth Calloway has not returned to work since, because she still suffers from anxiety.",
                (
                    (
                        "The branch manager, Ruth Calloway, said in evidence",
                        (
                            "The branch manager, Ruth Calloway, said in evidence that she had reported Mr Orrin "
                            "twice for being late, but had never doubted his honesty."
                        ),
                    ),
                    (
                        "She was held in the vault",
                        "She was held in the vault for about 25 minutes and has not returned to work since.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                ("The judge reminded the jury that Mr Orrin's debts of 60,000 crowns did not make him guilty."),
                (
                    (
                        "She reminded the jury that being in debt",
                        "She reminded the jury that being in debt did not make a man guilty.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "The brothers Karl and Emil Sandoz pleaded guilty in August and are expected to give "
                    "evidence against Mr Orrin."
                ),
                (
                    (
                        "Two of the alleged robbers, the brothers Karl",
                        (
                            "Two of the alleged robbers, the brothers Karl and Emil Sandoz, pleaded guilty in August "
                            "and will be sentenced after the trial."
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
    ),
    Scripted(
        kind="denial or hedge",
        why="“is thought to” is dropped",
        asks="Where is Joost Merrin?",
        claims=(
            Claim(
                "Joost Merrin, a third alleged robber, has left the country.",
                (
                    (
                        "A third, Joost Merrin, is thought to have",
                        "A third, Joost Merrin, is thought to have left the country.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                (
                    "The judge, Hester Amory, turned down a request by the defence to exclude messages from "
                    "Mr Orrin's telephone."
                ),
                (
                    (
                        "Judge Hester Amory refused a request",
                        (
                            "Judge Hester Amory refused a request by the defence to exclude messages from Mr Orrin’s "
                            "telephone."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="added",
        why="a detail that stands in the article, but in none of the sentences quoted",
        asks="What did the robbers of Ostler's Bank do?",
        claims=(
            Claim(
                (
                    "The robbers left with 1.3 million crowns after holding the branch manager in the vault "
                    "for about 25 minutes."
                ),
                (
                    (
                        "The robbers left with 1.3 million",
                        "The robbers left with 1.3 million crowns, of which 410,000 have been recovered.",
                    ),
                ),
                holds=False,
            ),
            Claim(
                "The trial before Port Emery District Court is to last four weeks.",
                (
                    (
                        "A former security guard let three",
                        (
                            "A former security guard let three masked men into the Marl Street branch of Ostler’s "
                            "Bank, a prosecutor told Port Emery District Court on Tuesday, the first day of a trial "
                            "that is to last four weeks."
                        ),
                    ),
                ),
                holds=True,
            ),
        ),
    ),
)
