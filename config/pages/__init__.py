"""Whole pages kept in memory, served before anything else is done, and never older than what this host knows.

A page is stored under the versions of what it shows (`routes`), read in one snapshot with the page itself (`filling`),
and served while this host knows of none that is newer and no hour has come that changes pages (`clock`).
"""
