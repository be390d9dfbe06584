"""Measuring: coded documents against gold, figures against the floors that were pinned for them."""
