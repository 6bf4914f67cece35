"""From what somebody uploads to the files of a photo, and to nothing once it is taken down."""
