"""
How a question leans on the turns before it, by rules of English and tables of words; `retrieval.conversation` asks.

    question before + fragment ─► fragments ─► whole question        "And in 2018?"
    history ─► mentions ─► what was named ─► referring ─► question   "What did he say?"
               names, phrases

`words` and `given_names` are the tables.
"""
