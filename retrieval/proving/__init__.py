"""
Whether a sentence that a model wrote says no more than the quotes it rests on.

    sentence + quotes ─► judging: CHECKS ─► None, or what is wrong with it
                         quotations · days · numbers · names · places · doers · moods · coverage

Pure, and without a model: whoever has a saved answer comes to the same. In doubt a sentence does not hold; the source's
own sentence can always stand in its place.
"""
