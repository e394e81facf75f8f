"""
Question and passages in, evidence out: which sentences answer, with which words, and does any.

    Passage ─► SentenceAnswer ─► Candidate ─► Evidence, ReadPassage ─► Reading
            model            signals     ranking                    answering
"""
