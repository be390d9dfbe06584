"""Making the language model: data, network, training run and export. Needs the extra `dateline[train]`."""
