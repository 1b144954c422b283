# the hooks for asynchronous generators are those of the tasklet's own event loop, in a fresh process too
import asyncio, stackless, sys, _picklejar_state as state

log = []
channel = stackless.channel()


async def numbers(name):
    try:
        for i in range(3):
            yield i
    finally:
        log.append(name)


async def main(name, wait):
    loop = asyncio.get_running_loop()
    await asyncio.sleep(0.01)
    wait()
    g = numbers(name)
    await anext(g)
    log.append((g in loop._asyncgens, sys.get_asyncgen_hooks().firstiter.__self__ is loop))
    await asyncio.sleep(0.01)


def job(name, wait=lambda: None):
    asyncio.run(main(name, wait))


for name in 'pq':
    stackless.tasklet(job)(name, channel.receive)
stackless.main_loop()
state.save('case.state')
# ==== fresh process
import stackless, sys, _picklejar_state as state

state.load(state.read('case.state'))
channel.send(None)
channel.send(None)
stackless.main_loop()
print(*sorted(log, key=str), sys.get_asyncgen_hooks())
# expect: (True, True) (True, True) p q sys.asyncgen_hooks(firstiter=None, finalizer=None)
