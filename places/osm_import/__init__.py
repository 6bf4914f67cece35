"""Meeting places in a file of OpenStreetMap, proposed to staff; never straight into the list."""
