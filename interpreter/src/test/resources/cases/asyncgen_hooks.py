# the hooks for asynchronous generators are those of the tasklet's own event loop, or those of main
import asyncio, stackless, sys, threading

log = []


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


def show():
    print(*sorted(log, key=str), sys.get_asyncgen_hooks())
    log.clear()


for name in 'abc':
    stackless.tasklet(job)(name)
stackless.main_loop()
show()
threads = [threading.Thread(target=job, args=name) for name in 'xyz']
for t in threads:
    t.start()
for t in threads:
    t.join()
show()
# expect: (True, True) (True, True) (True, True) a b c sys.asyncgen_hooks(firstiter=None, finalizer=None)
# expect: (True, True) (True, True) (True, True) x y z sys.asyncgen_hooks(firstiter=None, finalizer=None)


def by_hand():
    numbers('').asend(None)


sys.set_asyncgen_hooks(lambda g: print('first', g.__name__))
stackless.tasklet(by_hand)()
stackless.run()
sys.set_asyncgen_hooks(None)
# expect: first numbers
