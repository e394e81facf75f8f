"""A reader's answers lie where it says, whatever the text, its tokenizer and its neighbours are."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import example, given, settings

from config.errors import ModelUnavailable
from corpus.types import Passage, Span
from retrieval.embedding import session
from retrieval.reader import exporting, model
from retrieval.reader.encoding import MAX_QUESTION, Encoder, windows_of
from retrieval.reader.model import PassageAnswers, ReaderCard, ReaderModel
from tests.retrieval.reader import tiny_readers
from tests.retrieval.reader.tiny_readers import passages

MODELS = {"bert": tiny_readers.bert, "roberta": tiny_readers.roberta}
Shown = list[tuple[str | None, Passage]]


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Graphs of chance, and of models that point at two words (`bert!`)."""
    made = {}
    for name, make in MODELS.items():
        for points in (False, True):
            folder = tmp_path_factory.mktemp(name)
            exporting._export(str(make(folder / "model", points=points)), str(folder / "graph"))
            made[name + "!" * points] = folder / "graph"
    return made


@pytest.fixture(scope="module")
def readers(folders: dict[str, Path]) -> dict[str, ReaderModel]:
    return {name: ReaderModel(folder, threads=1) for name, folder in folders.items()}


@pytest.fixture(params=list(MODELS))
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


ODD = (
    "The envoy met Peter Berg.",
    "It was cold!",
    "…",
    "。。。",
    "\u200b\u200d",
    "😀👩‍👩‍👧 said no.",
    "中国和俄罗斯。",
    "Ιδού η Ρόδος.",
    "cafe\u0301 E\u0301tat",
    "[SEP] <s> </s> [CLS]",
    "x" * 400,
    "ab" * 90 + "." + "cd" * 60,
    'he said."I saw it."',
    "1. – 2) •",
    "  two  blanks\tand a tab ",
    "and in moscow " * 60,
)
TEXTS = st.lists(st.one_of(st.sampled_from(ODD), st.text(max_size=30)), min_size=1, max_size=5).flatmap(
    lambda pieces: st.sampled_from([" ", "\n\n", "\n", ""]).map(lambda glue: glue.join(pieces))
)


def hold(found: PassageAnswers, passage: Passage) -> None:
    """What is promised of every answer."""
    numbers = [answer.sentence for answer in found.sentences]
    assert numbers == sorted(set(numbers))
    for answer in found.sentences:
        sentence = passage.sentences[answer.sentence]
        assert sentence.start <= passage.start + answer.span.start < passage.start + answer.span.end <= sentence.end
        assert passage.text[slice(*answer.span)].strip() == passage.text[slice(*answer.span)] != ""
        assert np.isfinite(answer.margin)
    assert np.isfinite(found.relevance) == bool(found.sentences)


@given(text=TEXTS)
@settings(max_examples=60)
@example(text="\u200b")
@example(text=" \n\n ")
@example(text="word " + "\x1f" + "\u2028" + "next. And…\nmore")
def test_every_answer_lies_in_its_sentence_and_says_something(text: str, readers: dict[str, ReaderModel]) -> None:
    for name in MODELS:
        for most in (24, 400):
            cut = passages(text, readers[name]._encoder, most)
            found = readers[name].read("Who met the envoy?", [("A title", passage) for passage in cut])
            assert len(found) == len(cut)
            for answers, passage in zip(found, cut, strict=True):
                hold(answers, passage)


@given(text=TEXTS.filter(str.strip), borders=st.lists(st.integers(0, 600), max_size=8))
@settings(max_examples=60)
def test_sentences_may_end_anywhere_and_be_empty(
    text: str, borders: list[int], readers: dict[str, ReaderModel]
) -> None:
    edges = sorted(min(border, len(text)) for border in (0, *borders, len(text)))
    sentences = tuple(trimmed(text, a, b) for a, b in pairwise(edges))
    passage = Passage("p", "a", 1000, 1000 + len(text), text, tuple(Span(a + 1000, b + 1000) for a, b in sentences))
    for name in MODELS:
        hold(readers[name].read("Where?", [(None, passage)])[0], passage)


def trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    return Span(start + left, max(start + left, start + len(piece.rstrip())))


def test_a_passage_without_a_sentence_has_no_answer(readers: dict[str, ReaderModel], kind: str) -> None:
    passage = Passage("p", "a", 0, 8, "It rains", ())
    assert readers[kind].read("Where?", [(None, passage)]) == [PassageAnswers(-np.inf, ())]
    assert readers[kind].read("Where?", []) == []


@pytest.mark.parametrize("name", ["bert!", "roberta!"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("It was cold.", "on Friday."),
        ("😀👩‍👩‍👧 ΙΔΟΎ — 中国。 It was cold…", "in Moscow."),
        ("Cafe\u0301 E\u0301tat was cold.\n\n\n", "and “it” was."),
        ("\u200b[SEP] <s> x.", "</s> [SEP]"),
        ("The envoy was in Moscow on Friday and it was cold. " * 40, "in Moscow. " + "It was cold. " * 40),
        ("and it was cold " * 90, "in Moscow " * 90),
    ],
    ids=["plain", "other scripts", "accents", "special tokens", "windows", "one sentence in windows"],
)
def test_what_the_model_points_at_is_the_answer_to_the_character(
    name: str, before: str, after: str, readers: dict[str, ReaderModel]
) -> None:
    reader, text = readers[name], f"{before} Then Peter Berg {after}"
    (passage,) = passages(text, reader._encoder, 10_000)
    answers = reader.read("Who met the envoy?", [(None, passage)])[0]
    best = max(answers.sentences, key=lambda answer: answer.margin)
    assert passage.text[slice(*best.span)] == "Peter Berg"
    assert best.margin > 0 > max((one.margin for one in answers.sentences if one != best), default=-1)
    assert answers.relevance == best.margin


def test_what_is_found_in_a_passage_does_not_depend_on_the_others(
    readers: dict[str, ReaderModel], folders: dict[str, Path], kind: str
) -> None:
    shown: Shown = [(None, one) for text in ODD for one in passages(text, readers[kind]._encoder, 40)]
    alone = [readers[kind].read("Who met?", [one])[0] for one in shown]
    assert readers[kind].read("Who met?", shown) == alone
    assert ReaderModel(folders[kind], threads=4).read("Who met?", shown[::-1]) == alone[::-1]


def test_a_sentence_in_two_windows_has_one_answer_the_likelier_one(
    readers: dict[str, ReaderModel], monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = readers["bert"]
    (passage,) = passages("The envoy met Peter. It was cold. He was in Moscow. " * 12, reader._encoder, 1000)
    monkeypatch.setattr(model, "WINDOW_TOKENS", 20)
    pieces = reader._encoder.pieces(passage.text)
    windows = windows_of(pieces, 20)
    assert sum(window.end - window.start for window in windows) > len(pieces.ids)
    (found,) = reader.read("Who?", [(None, passage)])
    assert [answer.sentence for answer in found.sentences] == list(range(36))
    assert found.relevance == max(answer.margin for answer in found.sentences)


def inputs_of(reader: ReaderModel, monkeypatch: pytest.MonkeyPatch) -> list[list[np.ndarray]]:
    """What the graph is given from now on."""
    seen: list[list[np.ndarray]] = []
    run = reader._run
    monkeypatch.setattr(reader, "_run", lambda *arrays: seen.append(list(arrays)) or run(*arrays))
    return seen


@pytest.mark.parametrize("question", ["Who? " * 100, "?", "", "\u200b"], ids=["long", "short", "empty", "no token"])
def test_no_input_is_longer_than_the_model_takes(
    question: str, readers: dict[str, ReaderModel], kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = readers[kind]
    assert reader.card.max_tokens == 160
    seen = inputs_of(reader, monkeypatch)
    shown: Shown = [(None, one) for one in passages("It was cold in Moscow. " * 90, reader._encoder, 400)]
    reader.read(question, shown)
    lengths = [ids.shape[1] for ids, *_ in seen]
    assert max(lengths) <= 160
    asked = reader._encoder.ids(question)[-MAX_QUESTION:]
    around = {"bert": 3, "roberta": 4}[kind]
    assert all(len(asked) + around < length for length in lengths)
    assert all(tuple(ids[0, 1 : 1 + len(asked)]) == asked for ids, *_ in seen)


def test_bert_is_told_question_from_passage_and_roberta_parts_them_by_two_marks(
    readers: dict[str, ReaderModel], folders: dict[str, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = {name: {node.name for node in session(folders[name] / "model.onnx").get_inputs()} for name in MODELS}
    assert taken["bert"] == {"input_ids", "attention_mask", "token_type_ids"}
    assert taken["roberta"] == {"input_ids", "attention_mask"}
    for name, marks in (("bert", 1), ("roberta", 2)):
        reader = readers[name]
        with monkeypatch.context() as patch:
            seen = inputs_of(reader, patch)
            reader.read("who", [("moscow", one) for one in passages("It was cold.", reader._encoder)])
        ((ids, mask, types),) = seen
        asked, text = reader._encoder.ids("who"), reader._encoder.ids("It was cold.")
        between, closing = ids[0, 1 + len(asked) : -1 - len(text)], ids[0, -1]
        assert between.tolist() == [closing] * marks  # and no title
        assert tuple(ids[0, -1 - len(text) : -1]) == text
        assert mask.all()
        assert types[0].tolist() == [0] * (1 + len(asked) + marks) + [1] * (len(text) + 1)


def test_special_tokens_in_a_text_are_words_like_others(folders: dict[str, Path], kind: str) -> None:
    encoder = Encoder(folders[kind] / "tokenizer.json")
    special = {*encoder._opening, *encoder._between, *encoder._closing}
    assert not special.intersection(encoder.ids("Marks: [SEP] and [CLS], <s> and </s>."))


def test_blanks_that_a_tokenizer_counts_in_are_no_part_of_a_token(tmp_path: Path) -> None:
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    words = ["[CLS]", "[SEP]", "?", "▁", "▁It", "▁rains.", "▁He", "▁left."]
    tokenizer = Tokenizer(models.Unigram([(word, -1.0) for word in words], unk_id=2))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()  # type: ignore[assignment]
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 1), ("[CLS]", 0))  # type: ignore[assignment]
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    encoder, text = Encoder(tmp_path / "tokenizer.json"), " It rains.  He left.  "
    pieces = encoder.pieces(text, [Span(1, 10), Span(12, 20)])
    raw = tokenizer.encode(text, add_special_tokens=False).offsets
    assert any(text[start].isspace() for start, _ in raw)
    assert all(text[slice(*offset)] == text[slice(*offset)].strip() != "" for offset in pieces.offsets)
    said = [{text[slice(*pieces.offsets[at])] for at in range(*sentence)} for sentence in pieces.sentences]
    assert said == [{"It", "rains."}, {"He", "left."}]


def as_sets(sentences: Sequence[Span]) -> list[set[int]]:
    return [set(range(*sentence)) for sentence in sentences]


def test_no_window_is_a_part_of_another(readers: dict[str, ReaderModel]) -> None:
    long = "In Moscow " + "and it was cold " * 4
    text = f"The envoy met Peter. It was cold. {long}. Who was it? The envoy was. {long}. It was Berg."
    pieces = readers["bert"]._encoder.pieces(text)
    assert len(pieces.sentences) == 7
    for most in range(6, 60):
        windows = as_sets(windows_of(pieces, most))
        assert not [(a, b) for a in windows for b in windows if a < b], most


def test_the_card_is_read_as_it_was_written(tmp_path: Path) -> None:
    card = ReaderCard("reader@1", True, 512)
    card.save(tmp_path)
    assert ReaderCard.load(tmp_path) == card


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json", "reader.json"])
def test_a_folder_without_a_file_of_the_reader_is_unavailable(
    missing: str, folders: dict[str, Path], tmp_path: Path
) -> None:
    for file in folders["bert"].iterdir():
        if file.name != missing:
            (tmp_path / file.name).symlink_to(file)
    with pytest.raises(ModelUnavailable, match="cannot be loaded") as caught:
        ReaderModel(tmp_path)
    assert "\n" not in str(caught.value)
