"""The least that can be answered: by doing nothing, or nothing but one statement."""
