"""Places as files: what a spreadsheet says of them, written and read without loss."""
