"""From a text to its analysis: sentences, tokens, the UD tree, mentions."""
