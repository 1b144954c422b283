# an event loop that is loaded where its wake-up pipe has another number waits for that pipe alone, and is woken by it
import asyncio, stackless, _picklejar_state as state


async def job():
    global woken
    woken = asyncio.get_running_loop().create_future()
    return await woken


loop = asyncio.new_event_loop()
t = stackless.tasklet(loop.run_until_complete)(job())
while 'woken' not in globals():
    stackless.schedule()
state.save('case.state')
# ==== fresh process
import asyncio, stackless, stackless.io, _picklejar_state as state

others = [asyncio.new_event_loop() for _ in range(3)]
state.load(state.read('case.state'))
loop = woken.get_loop()
mine = loop._ssock.fileno()
print(list(loop._selector.get_map()) == [mine], mine in [o._ssock.fileno() for o in others])
stackless.io.sleep(0.01)  # the loop is asleep
loop.call_soon_threadsafe(woken.set_result, None)
while t.alive:
    stackless.io.sleep(0.01)
print(woken)
# expect: True False
# expect: <Future finished result=None>
