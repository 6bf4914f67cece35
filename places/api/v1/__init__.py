"""`/api/v1`: places, and the words, areas and networks by which they can be found."""
