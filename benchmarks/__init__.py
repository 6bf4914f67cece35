"""How fast the site is, measured against a floor in the same run."""
