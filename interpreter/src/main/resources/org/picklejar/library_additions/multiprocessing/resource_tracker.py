# ---- the tracker is a process of its own, and a large one here: it starts with the first child, not for what only threads use


class _LateTracker(ResourceTracker):
    def __init__(self):
        super().__init__()
        self._waiting = []

    def _send(self, cmd, name, rtype):
        if self._fd is None:
            self._waiting.append((cmd, name, rtype))
        else:
            super()._send(cmd, name, rtype)

    def getfd(self):
        fd = super().getfd()
        waiting, self._waiting = self._waiting, []
        for message in waiting:
            super()._send(*message)
        return fd


_resource_tracker = _LateTracker()
ensure_running = _resource_tracker.ensure_running
register = _resource_tracker.register
unregister = _resource_tracker.unregister
getfd = _resource_tracker.getfd
