"""What the sandbox and its fork server say to each other."""

import struct

LENGTH = struct.Struct("!I")
"""Goes before a request and carries the socket for its answer. The answer is the result and a line of status."""
DONE, REFUSED, NO_SUCH_PAGE = 0, 3, 4
"""Exit codes of a child; what it wrote is a result, a refusal, or the sentence about the missing page."""
