"""
Answers in a model's words, each sentence under proof.

    passages + question ─► prompting ─► llm ─► parsing ─► Draft ─► tidying ─► resting ─► Evidence
                           untrusted            JSON or plain       no links    quotes located, proving

`writer.py` is the whole way for an answer, `rewriting.py` for a question that leans on those before it.
"""
