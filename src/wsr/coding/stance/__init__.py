"""
What a sentence says of practice, by rules in the manner of ConText. Pure.

    marks (triggers of the vocabulary) | clauses, tense, subjects -> sentence | scope turns marks | verdict of each clause | judging
"""
