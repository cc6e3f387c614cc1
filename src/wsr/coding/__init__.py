"""From a review, a term list and a codebook to extracts with stance and themes; agreement; re-anchoring. Pure."""
