"""The language of reviews: normalising, variants, stems, mutation. Pure."""
