#!/usr/bin/env python3
"""Runs the commands of the site: manage.py help."""

import os
import sys

from django.core.management import execute_from_command_line

from config.stopping import stopping

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    with stopping():
        execute_from_command_line(sys.argv)
