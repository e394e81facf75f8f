"""Sentences in other languages than the quote they rest on."""

from __future__ import annotations

from tests.retrieval.writing.table import Claim, Scripted

LANGUAGES: tuple[Scripted, ...] = (
    Scripted(
        kind="other language",
        why="French on a real English quote",
        asks="Pourquoi les dockers de Calvey font-ils grève ?",
        claims=(
            Claim(
                text=(
                    "Plus de 1 400 dockers du port de Calvey ont cessé le travail jeudi dans un conflit sur "
                    "les salaires et les gardes du week-end."
                ),
                rests_on=(
                    (
                        "More than 1,400 dockers at the port",
                        (
                            "More than 1,400 dockers at the port of Calvey walked out on Thursday in a dispute "
                            "over pay and weekend shifts"
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="other language",
        why="German on a real English quote",
        asks="Wie viele Menschen starben bei dem Unglück in Osting?",
        claims=(
            Claim(
                text=(
                    "Zwei weitere Fahrgäste starben in der Nacht im Krankenhaus, womit die Zahl der Toten auf "
                    "sechs stieg, teilte das Gesundheitsministerium am Mittwoch mit."
                ),
                rests_on=(
                    (
                        "Two more passengers died overnight in hospital,",
                        (
                            "Two more passengers died overnight in hospital, raising the number of people killed "
                            "in Tuesday's train crash near Osting to six"
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="other language",
        why="Spanish on a real English quote, beside an English sentence",
        asks="What did the court decide about the Palden dam?",
        claims=(
            Claim(
                text=(
                    "El Tribunal Supremo de Ostria detuvo el miércoles la construcción de la presa de Palden "
                    "por cinco votos contra dos."
                ),
                rests_on=(
                    (
                        "The Supreme Court of Ostria on Wednesday",
                        (
                            "The Supreme Court of Ostria on Wednesday halted the construction of the Palden dam, "
                            "ruling by five votes to two"
                        ),
                    ),
                ),
                holds=False,
            ),
            Claim(
                text=(
                    "The case was brought by the farmer Josip Arel, aged 67, and the environmental group Clear Rivers."
                ),
                rests_on=(
                    (
                        "The case was brought by a farmer,",
                        "The case was brought by a farmer, Josip Arel, 67, and the environmental group Clear Rivers.",
                    ),
                ),
                holds=True,
            ),
        ),
    ),
    Scripted(
        kind="other language",
        why="Russian on a real English quote",
        asks="Когда пройдут переговоры по Афганистану в Москве?",
        claims=(
            Claim(
                text=(
                    "Делегация талибов приглашена на переговоры по Афганистану в Москве 20 октября, сообщил "
                    "журналистам Замир Кабулов."
                ),
                rests_on=(
                    (
                        "told journalists that a Taliban delegation has",
                        (
                            "told journalists that a Taliban delegation has been invited for Afghan talks in the "
                            "Russian capital on Oct. 20"
                        ),
                    ),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
    Scripted(
        kind="other language",
        why="German that leaves the names and numbers as they are",
        asks="Who won the election for governor of the Torrane Islands?",
        claims=(
            Claim(
                text="Maren Oduya von der Island Alliance erhielt 52,3 Prozent der Stimmen, Colm Brae 44,1 Prozent.",
                rests_on=(
                    (
                        "Oduya of the Island Alliance had 52.3",
                        "Oduya of the Island Alliance had 52.3 percent of the vote",
                    ),
                    ("Brae, of the Unity Party, won 44.1", "Brae, of the Unity Party, won 44.1 percent."),
                ),
                holds=False,
            ),
        ),
        not_found=True,
    ),
)
