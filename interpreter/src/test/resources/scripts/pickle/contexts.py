# A state keeps which context a tasklet has, what is in it, and that its run() is in progress.
import stackless
from contextvars import Context, ContextVar

var = ContextVar('var', default='default')
channel = stackless.channel()


def attempt(f, *args):
    try:
        print(f(*args))
    except RuntimeError as e:
        print(str(e).split(':')[0])


def waits():
    channel.receive()
    return var.get()


def enters(context):
    print(context.run(waits))


def work():
    filled, empty, given = Context(), Context(), Context()
    filled.run(var.set, 'value')
    inside = [stackless.tasklet(enters)(c) for c in (filled, empty)]
    stackless.run()
    for c, t in zip((filled, empty), inside):
        attempt(c.run, print)
        attempt(t.set_context, given)
    channel.send(None)
    channel.send(None)
    stackless.run()
    for c in (filled, empty):
        attempt(c.run, var.get)


work()
# expect: cannot enter context
# expect: the current context of the tasklet has been entered.
# expect: cannot enter context
# expect: the current context of the tasklet has been entered.
# expect: value
# expect: default
# expect: value
# expect: default


# Tasklets to which the same empty context was given share it.
def shares(given):
    one, two = (stackless.tasklet(step).set_context(given) for step in (lambda: waits() and var.set('set'), waits))
    one()
    stackless.run()
    print(one.context_id == two.context_id == id(given), len(given))
    channel.send(None)
    stackless.run()
    print(given.get(var), two.context_run(var.get))


shares(Context())
# expect: True 0
# expect: set set


# Tasklets that have the context of their creator go on sharing it.
def of_creator():
    t = stackless.tasklet(waits)()
    stackless.run()
    print(t.context_id == stackless.current.context_id)
    channel.send(None)


of_creator()  # expect: True
