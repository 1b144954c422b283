# fcntl.flock of a file without a name
import fcntl, tempfile

f = tempfile.TemporaryFile()
fcntl.flock(f, fcntl.LOCK_EX)
fcntl.flock(f.fileno(), fcntl.LOCK_UN)
print('locked and unlocked')
# expect: locked and unlocked
