# hash objects go on in another process, with the same digest; a plain pickle refuses them
import hashlib, hmac, pickle
import stackless, _picklejar_state as state


class Own(hashlib.sha3_256):
    pass


def hashes():
    yield from (hashlib.new(name) for name in sorted(hashlib.algorithms_guaranteed))
    yield hashlib.blake2b(digest_size=7, key=b'key', salt=b'salt', person=b'me', last_node=True)
    yield hashlib.blake2s(digest_size=9, key=b'k' * 32)
    yield hmac.new(b'secret', digestmod='sha256')
    yield Own()


def digest(h):
    return h.hexdigest(20) if h.digest_size == 0 else h.hexdigest()


def job(c):
    all_of_them = list(hashes())
    for n in (5, 63, 500):
        c.receive()
        for h in all_of_them:
            h.update(b'x' * n)
    twice = all_of_them[0], all_of_them[0]
    all_of_them[-1].note = 'kept'
    c.receive()
    print(twice[0] is twice[1], all_of_them[-1].note, type(all_of_them[-1]).__name__)
    again = list(hashes())
    for h in again:
        h.update(b'x' * 568)
    print([type(h).__name__ for h, other in zip(all_of_them, again) if digest(h) != digest(other)])


c = stackless.channel()
t = stackless.tasklet(job)(c)
stackless.run()
c.send(None)
c.send(None)
state.save('hash1.state')
try:
    pickle.dumps(hashlib.md5())
except TypeError as e:
    refused = str(e)
# ==== fresh process
import _picklejar_state as state

state.load(state.read('hash1.state'))
c.send(None)
state.save('hash2.state')
# ==== fresh process
import _picklejar_state as state
import hashlib, pickle

state.load(state.read('hash2.state'))
c.send(None)
# expect: True kept Own
# expect: []
for h in hashlib.md5(), hashlib.blake2b():
    try:
        pickle.dumps(h)
    except TypeError as e:
        print(e)
# expect: cannot pickle '_md5.md5' object
# expect: cannot pickle '_blake2.blake2b' object
