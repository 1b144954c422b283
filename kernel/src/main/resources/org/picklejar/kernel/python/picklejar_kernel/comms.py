"""Comms: pairs of objects here and in the front end that send each other messages."""

import _picklejar_kernel


class CommManager:
    """All open comms, and the targets that the front end may open."""

    def __init__(self):
        self.comms = {}
        self.targets = {}

    def register_target(self, target_name, function):
        """Call ``function(comm, message)`` when the front end opens a comm of a target. A function or "module:name"."""
        self.targets[target_name] = function

    def unregister_target(self, target_name, function=None):
        return self.targets.pop(target_name)

    def register_comm(self, comm):
        self.comms[comm.comm_id] = comm
        return comm.comm_id

    def unregister_comm(self, comm):
        self.comms.pop(comm.comm_id, None)

    def get_comm(self, comm_id):
        """The comm, or None: messages to comms that are gone are dropped."""
        return self.comms.get(comm_id)


manager = CommManager()


def get_comm_manager():
    return manager


def create_comm(*args, **kwargs):
    return Comm(*args, **kwargs)


class Comm:
    """One end of a pair. Creating it opens the other end in the front end, unless the front end was first (primary=False)."""

    def __init__(
        self,
        target_name='comm',
        data=None,
        metadata=None,
        buffers=None,
        comm_id=None,
        primary=True,
        target_module=None,
        topic=None,
        **kwargs,
    ):
        self.comm_id = comm_id or _new_id()
        self.target_name = target_name
        self.target_module = target_module
        self.primary = primary
        self._closed = False
        self._closed_for_good = False
        self._on_msg = None
        self._on_close = None
        if primary:
            self.open(data, metadata, buffers)

    def publish_msg(self, msg_type, data=None, metadata=None, buffers=None, **content):
        content = {'comm_id': self.comm_id, 'data': {} if data is None else data, **content}
        _picklejar_kernel.publish(msg_type, content, metadata or {}, {}, [bytes(b) for b in buffers or ()])

    def open(self, data=None, metadata=None, buffers=None):
        manager.register_comm(self)
        try:
            self.publish_msg(
                'comm_open', data, metadata, buffers, target_name=self.target_name, target_module=self.target_module
            )
        except BaseException:
            manager.unregister_comm(self)
            raise
        self._closed = False

    def send(self, data=None, metadata=None, buffers=None):
        self.publish_msg('comm_msg', data, metadata, buffers)

    def close(self, data=None, metadata=None, buffers=None, deleting=False):
        if self._closed:
            return
        self._closed = True
        self.publish_msg('comm_close', data, metadata, buffers)
        if not deleting:
            manager.unregister_comm(self)

    def on_msg(self, callback):
        """Call a function with each message that arrives; None for no function."""
        self._on_msg = callback

    def on_close(self, callback):
        """Call a function with the message that closes the comm."""
        self._on_close = callback

    def handle_msg(self, message):
        if self._on_msg is not None:
            self._on_msg(message)

    def handle_close(self, message):
        self._closed = True
        if self._on_close is not None:
            self._on_close(message)


def handle_comm_open(message):
    """Called by the host. Opens of unknown targets, and opens whose target fails, are answered by closing."""
    content = message['content']
    comm = Comm(content.get('target_name', ''), comm_id=content['comm_id'], primary=False)
    function = manager.targets.get(comm.target_name)
    if isinstance(function, str):
        module, _, name = function.rpartition(':' if ':' in function else '.')
        function = getattr(__import__(module, fromlist=[name]), name)
    if function is None:
        comm.close()
        return
    manager.register_comm(comm)
    try:
        function(comm, message)
    except Exception:
        comm.close()
        raise


def handle_comm_msg(message):
    """Called by the host."""
    comm = manager.get_comm(message['content']['comm_id'])
    if comm is not None:
        comm.handle_msg(message)


def handle_comm_close(message):
    """Called by the host."""
    comm = manager.get_comm(message['content']['comm_id'])
    if comm is not None:
        manager.unregister_comm(comm)
        comm.handle_close(message)


def _new_id():
    import os

    return os.urandom(16).hex()
