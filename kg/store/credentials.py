"""Takes the name and password, or the token, for a SPARQL server from the environment."""

import os
import re
from base64 import b64encode

from kg.errors import StoreError

USER, PASSWORD, TOKEN = "KG_SPARQL_USER", "KG_SPARQL_PASSWORD", "KG_SPARQL_TOKEN"
_TOKEN = re.compile(r"[\x21-\x7e]+")


def authentication() -> dict[str, str]:
    """The header that lets us in; none where the environment tells nothing.

    Raises:
        StoreError: the token can't be sent, which is not repeated.
    """
    if token := os.environ.get(TOKEN):
        if not _TOKEN.fullmatch(token):
            raise StoreError(f"{TOKEN} holds what no token has, such as a space or a line break: set it anew")
        return {"Authorization": f"Bearer {token}"}
    if user := os.environ.get(USER):
        pair = f"{user}:{os.environ.get(PASSWORD, '')}"
        # Servers read Latin-1 unless they say otherwise; what that hasn't goes as UTF-8 (RFC 7617).
        packed = b64encode(pair.encode("latin-1" if max(pair) < "\u0100" else "utf-8", "replace"))
        return {"Authorization": f"Basic {packed.decode('ascii')}"}
    return {}
