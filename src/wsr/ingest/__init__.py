"""From a file to a parsed document: pdfminer reads the words, the rest finds what they mean. No database."""
