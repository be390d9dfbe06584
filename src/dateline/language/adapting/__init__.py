"""Analyses by other tools' pipelines, brought to the tree and the words that the rules expect."""
