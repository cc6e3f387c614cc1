"""
What a sentence says of practice, by rules in the manner of ConText. Pure.

    marks (triggers of the vocabulary) | clauses, backdrop, tense, subjects -> sentence | scope turns marks, remedies settle them | verdict of each clause | judging
"""
