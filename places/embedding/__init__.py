"""Places on somebody else's page: a map or a list in a frame, and what makes its snippet."""
