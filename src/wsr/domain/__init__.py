"""What the field talks about: frozen records of reviews and their parts. No input or output."""
