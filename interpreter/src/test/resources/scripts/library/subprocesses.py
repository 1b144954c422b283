"""Child processes, and the event loop of asyncio, which waits on a pair of sockets."""
import subprocess, os, asyncio
print(subprocess.list2cmdline(["a b", 'c"d', "\\"]))  # expect: "a b" c\"d \
print(subprocess.run(['echo', 'hi'], capture_output=True, text=True).stdout.strip())  # not saved: child processes and their pipes stay  # expect: hi
print(subprocess.check_output('cat; echo err >&2', shell=True, input=b'in ', stderr=subprocess.STDOUT))  # not saved: child processes and their pipes stay  # expect: b'in err\n'
print(subprocess.run('exit 3', shell=True).returncode, os.system('exit 2'))  # not saved: child processes and their pipes stay  # expect: 3 512
subprocess.run(['/nonexistent'])  # not saved: child processes and their pipes stay  # expect error: FileNotFoundError: [Errno 2] No such file or directory: '/nonexistent'
subprocess.run(['false'], check=True)  # not saved: child processes and their pipes stay  # expect error: CalledProcessError: Command '['false']' returned non-zero exit status 1.
subprocess.run(['sleep', '5'], timeout=0.05)  # not saved: child processes and their pipes stay  # expect error: TimeoutExpired: Command '['sleep', '5']' timed out after 0.05 seconds
print(subprocess.run(['pwd'], cwd='/usr', capture_output=True, text=True, env={'PATH': os.environ['PATH']}).stdout.strip())  # not saved: child processes and their pipes stay  # expect: /usr
p = subprocess.Popen(['cat'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # not saved: child processes and their pipes stay
print(p.communicate('x' * 100000)[0] == 'x' * 100000, p.poll())  # not saved: child processes and their pipes stay  # expect: True 0
p = subprocess.Popen(['sleep', '10'])  # not saved: child processes and their pipes stay
print(p.terminate(), p.wait())  # not saved: child processes and their pipes stay  # expect: None -15
print(os.popen('echo popen').read().strip())  # not saved: child processes and their pipes stay  # expect: popen
async def later(n):
    await asyncio.sleep(0.01 * (3 - n))
    return n
async def main():
    return await asyncio.gather(*[later(n) for n in range(3)])
print(asyncio.run(main()))  # not saved: the event loop and its sockets stay  # expect: [0, 1, 2]
async def limited():
    async with asyncio.timeout(0.01): await asyncio.sleep(5)
asyncio.run(limited())  # not saved: the event loop and its sockets stay  # expect error: TimeoutError
async def threaded(): return await asyncio.to_thread(lambda: 5)
print(asyncio.run(threaded()))  # not saved: the event loop and its sockets stay  # expect: 5
