"""What the rest of the web follows: agendas, the feed of changes, and the way for crawlers."""
