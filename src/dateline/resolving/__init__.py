"""From words to who, where, when and how many."""
