"""Connects to a Neo4j server, with the name and password that the environment tells, and refuses one that is too old."""

import logging
import os
import re

from neo4j import Driver, GraphDatabase, NotificationMinimumSeverity

from kg.errors import StoreError
from kg.projection.neo4jaddress import PASSWORD, USER, Address

# Else Python prints what the driver notes to stderr, among our own messages.
logging.getLogger("neo4j").addHandler(logging.NullHandler())
# A subquery in transactions names what it takes from outside since then.
_OLDEST = (5, 23)
_VERSION = "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0]"


def connected(at: Address, patience: float) -> Driver:
    """A driver for the server of an address.

    Args:
        at: where the server and the database are.
        patience: for how many seconds a transaction is tried again where the server is gone.

    Raises:
        StoreError: the server is older than Neo4j 5.23.
        neo4j.exceptions.Neo4jError, DriverError: it isn't there, or refuses us (``telling`` puts these into words).
    """
    driver = GraphDatabase.driver(
        at.uri,
        auth=(os.environ.get(USER, "neo4j"), os.environ.get(PASSWORD, "")),
        notifications_min_severity=NotificationMinimumSeverity.WARNING,
        max_transaction_retry_time=patience,
    )
    try:
        with driver.session(database=at.database) as session:
            ((version,),) = session.run(_VERSION, {}).values()
        # As 5.26.1, and 5.27-aura in the cloud.
        if tuple(map(int, re.findall(r"\d+", version)[:2])) < _OLDEST:
            raise StoreError(f"the server at {at} is Neo4j {version}: 5.26 (the LTS) or newer is needed")
    except BaseException:
        driver.close()
        raise
    return driver
