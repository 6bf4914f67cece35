"""Referring a client: from what somebody needs to a sheet of paper with places on it."""
