"""Succeed if every C library named on the command line can be loaded by Django's name for it."""

import sys
from ctypes.util import find_library

sys.exit(0 if all(find_library(name) for name in sys.argv[1:]) else 1)
