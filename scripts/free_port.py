"""Succeed if the port on the command line is free on this machine; otherwise say what to do."""

import socket
import sys

port = sys.argv[1]
if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
    sys.exit(f"!! PORT={port} is not a port; choose a number from 1 to 65535, such as PORT=8001.")
with socket.socket() as probe:
    probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        probe.bind(("127.0.0.1", int(port)))
    except PermissionError:
        sys.exit(f"!! Port {port} is reserved for root; choose another one: make run PORT=8001")
    except OSError:
        sys.exit(f"!! Port {port} is taken; is the site already running? Or choose: PORT=8001")
