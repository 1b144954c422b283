"""Stops while it is being imported."""

import stackless

before = 1
stackless.schedule_remove()
after = 2


def made():
    return 'made'


made = made()
