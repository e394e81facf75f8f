"""What `frames` claims: what is only asked, made up or said in jest becomes no fact."""

from __future__ import annotations

from retrieval.proving.frames import FRAMES, unframed
from tests.retrieval.proving.cases import case, table


@table(
    """
    The general has fled to the islands. | Has the general fled to the islands? Nobody answers. | question
    The bank hid the losses in Rimal. | “Did the bank hide the losses in Rimal?” | question
    It is asked whether the general has fled to the islands. | Has the general fled to the islands?
    The general has fled to the islands. | Has the general fled? He has fled to the islands, Vint said.
    A nurse poisons the king of a small island. | In the novel a nurse poisons the king of a small island. | fiction
    A tanker exploded in the harbour. | In the exercise, a tanker exploded in the harbour. | fiction
    All buses in the city are free. | Imagine a city in which all buses are free. | fiction
    In a novel, a nurse poisons the king. | In the novel a nurse poisons the king of a small island.
    The mayor will sell the palace. | The mayor joked that he would sell the palace for the road. | jest
    The mayor joked about selling the palace. | The mayor joked that he would sell the palace.
    The prisoners escaped by sea. | Had the guard slept, the prisoners would have escaped by sea. | unreal
    The rebels burned the harvest. | The rebels would rather burn the harvest than hand it over. | unreal
    The novel sold well. | In the novel a nurse poisons the king.
    """
)
def test_what_only_frames_a_statement(sentence: str, quote: str, words: str | None) -> None:
    assert unframed(case(sentence, quote)) == words


def test_each_frame_has_a_name_of_its_own_and_a_sentence_without_quotes_has_none() -> None:
    assert len({frame.name for frame in FRAMES}) == len(FRAMES)
    assert unframed(case("A nurse poisons the king.")) is None
    assert unframed(case("", "Has the general fled?")) is None
