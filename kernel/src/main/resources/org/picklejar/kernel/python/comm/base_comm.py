"""comm.base_comm: the same names as in comm."""

from picklejar_kernel.comms import Comm as BaseComm
from picklejar_kernel.comms import CommManager

__all__ = ['BaseComm', 'CommManager']
