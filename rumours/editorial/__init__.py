"""Every write of the site: functions that name who does it and are atomic."""
