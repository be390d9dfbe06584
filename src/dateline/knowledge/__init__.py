"""What the coder knows beforehand: packs of words, names and places, and the ontology they code into."""
