# What processes of multiprocessing share and send.
import multiprocessing
import time


def work(queue, lock, event, barrier, connection, condition):
    with lock:
        queue.put(multiprocessing.current_process().name)
    event.wait()
    barrier.wait()
    connection.send({'a': connection.recv()})
    with condition:
        condition.notify_all()


def fill(d, items, value, array, block):
    d['x'] = 1
    items.append(2)
    with value:
        value.value += 5
    array[1:3] = [7, 8]
    block.buf[0] = 9
    block.close()


def main():
    print(multiprocessing.get_start_method(), multiprocessing.get_all_start_methods())
    try:
        multiprocessing.get_context('fork')
    except ValueError as e:
        print(e)
    queue, lock, event = multiprocessing.Queue(), multiprocessing.Lock(), multiprocessing.Event()
    barrier, condition = multiprocessing.Barrier(2), multiprocessing.Condition()
    here, there = multiprocessing.Pipe()
    p = multiprocessing.Process(target=work, args=(queue, lock, event, barrier, there, condition), name='child')
    with condition:
        p.start()
        print(queue.get(timeout=60))
        event.set()
        barrier.wait()
        here.send(5)
        print(here.recv(), condition.wait(60))
    p.join()
    print(p.exitcode)

    lock.acquire()
    before = time.time()
    print(lock.acquire(timeout=0.2), 0.15 < time.time() - before < 5)
    semaphore = multiprocessing.BoundedSemaphore(1)
    try:
        semaphore.release()
    except ValueError as e:
        print(e)
    try:
        multiprocessing.RLock().release()
    except AssertionError as e:
        print(e)

    from multiprocessing.shared_memory import SharedMemory

    value, array = multiprocessing.Value('i', 37), multiprocessing.Array('d', 4)
    block = SharedMemory(create=True, size=10)
    with multiprocessing.Manager() as manager:
        d, items = manager.dict(), manager.list()
        p = multiprocessing.Process(target=fill, args=(d, items, value, array, block))
        p.start()
        p.join()
        print(d, items, value.value, array[:], block.buf[0])
    block.close()
    block.unlink()

    p = multiprocessing.Process(target=time.sleep, args=(1000,))
    p.start()
    p.terminate()
    p.join()
    print(p.exitcode)


if __name__ == '__main__':
    main()
# expect: spawn ['spawn']
# expect: cannot find context for 'fork'
# expect: child
# expect: {'a': 5} True
# expect: 0
# expect: False True
# expect: semaphore or lock released too many times
# expect: attempt to release recursive lock not owned by thread
# expect: {'x': 1} [2] 42 [0.0, 7.0, 8.0, 0.0] 9
# expect: -15
