"""Places on somebody else's page: a map or a list in a frame, and the page that makes its snippet."""
