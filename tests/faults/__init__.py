"""Faults, for real: processes are killed, disks fill up, the database goes away. `make test-faults` runs them."""
