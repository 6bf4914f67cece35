"""`/open-data/`: every door to the data in one place, for people and for harvesters."""
