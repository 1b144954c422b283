# deep JSON is no state file: StateError, not RecursionError
import _picklejar_state as state

open('case.state', 'w').write('[' * 200000)
try:
    state.read('case.state')
except Exception as e:
    print(type(e).__name__)
# expect: StateError
