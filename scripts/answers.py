"""Succeed if the front page at the port on the command line is served without a server error."""

import http.client
import sys

connection = http.client.HTTPConnection("127.0.0.1", int(sys.argv[1]), timeout=5)
try:
    connection.request("GET", "/")
    failed = connection.getresponse().status >= 500
except (OSError, http.client.HTTPException):
    failed = True
sys.exit(failed)
