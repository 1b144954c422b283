"""Terminal control. No descriptor is a terminal that can be controlled from here."""

import errno as _errno

TCSANOW, TCSADRAIN, TCSAFLUSH = range(3)
TCIFLUSH, TCOFLUSH, TCIOFLUSH = range(3)
TCOOFF, TCOON, TCIOFF, TCION = range(4)
BRKINT, ICRNL, INPCK, ISTRIP, IXON, IXOFF, IGNBRK, IGNCR = 2, 256, 16, 32, 1024, 4096, 1, 128
INLCR, IXANY, PARMRK, IGNPAR = 64, 2048, 8, 4
OPOST, CSIZE, PARENB, CS5, CS6, CS7, CS8 = 1, 48, 256, 0, 16, 32, 48
CSTOPB, CREAD, PARODD, HUPCL, CLOCAL = 64, 128, 512, 1024, 2048
ISIG, ICANON, ECHO, ECHOE, ECHOK, ECHONL, NOFLSH, TOSTOP, IEXTEN = 1, 2, 8, 16, 32, 64, 128, 256, 32768
VMIN, VTIME, VINTR, VQUIT, VERASE, VKILL, VEOF = 6, 5, 0, 1, 2, 3, 4
TIOCGWINSZ, TIOCSWINSZ = 21523, 21524


class error(Exception):
    pass


error.__module__ = 'termios'


def _not_a_terminal(*args):
    raise error(_errno.ENOTTY, 'Inappropriate ioctl for device')


tcgetattr = tcsetattr = tcsendbreak = tcdrain = tcflush = tcflow = tcgetwinsize = tcsetwinsize = _not_a_terminal
