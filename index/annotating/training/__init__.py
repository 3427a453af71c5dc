"""Training of the network in `index.annotating.network`; nothing here is needed to find names, nor in the wheel."""
