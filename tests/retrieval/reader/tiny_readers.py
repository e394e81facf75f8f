"""Question-answering models as small as they can be, in a folder as a hub would give them: a BERT and a RoBERTa."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers
from torch import nn

from corpus.chunking import cut
from corpus.types import Article, ArticleInfo, Passage
from retrieval.reader.encoding import Encoder

WORDS = "the envoy met peter berg in moscow on friday and it was cold who where".split()
LETTERS = [*"abcdefghijklmnopqrstuvwxyz0123456789.,?!-"]
VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *WORDS, *LETTERS, *("##" + one for one in LETTERS)]
POINTED_AT = ("peter", "berg")
"""Where an answer begins and where it ends, to the models that were told so."""
PLAIN = {"hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 32}


def bert(folder: Path, *, points: bool = False, positions: int = 160, head: bool = True) -> Path:
    """With weights of chance, or with such as `points` at `POINTED_AT`; without a `head` it is a plain encoder."""
    from transformers import BertConfig, BertForQuestionAnswering, BertModel, BertTokenizerFast

    torch.manual_seed(3)
    config = BertConfig(vocab_size=len(VOCABULARY), max_position_embeddings=positions, initializer_range=0.5, **PLAIN)
    model: Any = BertForQuestionAnswering(config) if head else BertModel(config)
    if points:
        _point(model, model.bert, VOCABULARY.index("[CLS]"), *(VOCABULARY.index(word) for word in POINTED_AT))
    model.save_pretrained(folder)
    BertTokenizerFast(vocab={word: number for number, word in enumerate(VOCABULARY)}).save_pretrained(folder)
    return folder


def roberta(folder: Path, *, points: bool = False) -> Path:
    """As `bert`; two marks between question and passage, one token type, positions that count from 2, bytes."""
    from transformers import PreTrainedTokenizerFast, RobertaConfig, RobertaForQuestionAnswering

    torch.manual_seed(3)
    tokenizer = _bytes()
    size = tokenizer.get_vocab_size()
    config = RobertaConfig(
        vocab_size=size, max_position_embeddings=162, type_vocab_size=1, initializer_range=0.5, **PLAIN
    )
    model: Any = RobertaForQuestionAnswering(config)
    if points:
        _point(model, model.roberta, 0, *(tokenizer.token_to_id(f"Ġ{word.title()}") for word in POINTED_AT))
    model.save_pretrained(folder)
    marks = {"bos_token": "<s>", "cls_token": "<s>", "eos_token": "</s>", "sep_token": "</s>", "pad_token": "<pad>"}
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, unk_token="<unk>", **marks).save_pretrained(folder)
    return folder


def article(text: str) -> Article:
    return Article(ArticleInfo("a", "0" * 64), text)


def passages(text: str, encoder: Encoder, most: int = 160) -> list[Passage]:
    """As an index would have them, with tokens of `encoder`."""
    return cut(article(text), lambda texts: [len(encoder.ids(one)) for one in texts], most)


def _bytes() -> Tokenizer:
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)  # type: ignore[assignment]
    trainer = trainers.BpeTrainer(
        vocab_size=400,
        special_tokens=["<s>", "<pad>", "</s>", "<unk>"],
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    tokenizer.train_from_iterator([" The envoy met Peter Berg in Moscow on Friday. It was cold."] * 9, trainer)
    tokenizer.post_processor = processors.RobertaProcessing(  # type: ignore[assignment]
        ("</s>", 2), ("<s>", 0), trim_offsets=True, add_prefix_space=False
    )
    return tokenizer


def _point(model: nn.Module, encoder: Any, first: int, start: int, end: int) -> None:
    """Only the word itself counts: `start` and `end` each have a direction of their own, `first` a little of both."""
    with torch.no_grad():
        for name, weight in model.named_parameters():
            if "LayerNorm" not in name:
                weight.zero_()
        words: torch.Tensor = encoder.embeddings.word_embeddings.weight
        words[start, 0] = words[end, 1] = 1
        words[first, :2] = 1
        model.qa_outputs.weight[0, 0] = model.qa_outputs.weight[1, 1] = 1  # type: ignore[index, union-attr]
