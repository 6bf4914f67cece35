"""Open data for machines: what the pages say, by address and version."""
