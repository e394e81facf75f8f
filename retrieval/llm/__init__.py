"""
A chat model by name, called with care: the one door to it.

    providers ─► service ─► pieces of text
    which package     deadline · retries (failing) · circuit · ledger, on a loop of its own

Nothing here knows about questions or articles; what is asked and what becomes of the answer is `retrieval/writing/`.
"""
