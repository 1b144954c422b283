# frame: tasklets.SendSequenceFrame/2
channel = stackless.channel()


def numbers():
    yield wait(1)
    yield wait(2)


def receive(got):
    for item in channel:
        got.append(item)


def f():
    got = []
    stackless.tasklet(receive)(got)
    return channel.send_sequence(numbers()), got


# expect: (2, [1, 2])
# frame: tasklets.TaskletFrame/2
def wait_with(*args, **keywords):
    return wait((args, keywords))


def f():
    return wait_with(1, b=2)


# expect: ((1,), {'b': 2})
