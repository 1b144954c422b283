"""The package of that name on PyPI, for libraries such as ipywidgets: its functions reach the kernel's comms."""

from picklejar_kernel.comms import Comm, CommManager, create_comm, get_comm_manager

BaseComm = DummyComm = Comm
__version__ = '0.2.3'
__all__ = ['BaseComm', 'Comm', 'CommManager', 'DummyComm', 'create_comm', 'get_comm_manager', '__version__']
