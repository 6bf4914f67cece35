"""Accounts of staff and wijkteams: logging in, invitations, passwords."""
