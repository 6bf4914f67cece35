"""Loads of data from outside: the vocabulary, areas and their boundaries, places."""
