"""What module sys tells of the interpreter."""

import sys

sys.version_info = struct_sequence('sys.version_info', 'major minor micro releaselevel serial')((3, 13, 5, 'final', 0))
sys.flags = struct_sequence(
    'sys.flags',
    'debug inspect interactive optimize dont_write_bytecode no_user_site no_site ignore_environment verbose '
    'bytes_warning quiet hash_randomization isolated dev_mode utf8_mode warn_default_encoding safe_path '
    'int_max_str_digits',
    gil=1,
)((0, 0, 0, 0, 1, *search_path_flags[:3], 0, 0, 0, 1, search_path_flags[3], False, 1, 0, search_path_flags[4], 4300))
sys.float_info = struct_sequence(
    'sys.float_info', 'max max_exp max_10_exp min min_exp min_10_exp dig mant_dig epsilon radix rounds'
)((1.7976931348623157e308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1))
sys.int_info = struct_sequence(
    'sys.int_info', 'bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold'
)((30, 4, 4300, 640))
sys.hash_info = struct_sequence('sys.hash_info', 'width modulus inf nan imag algorithm hash_bits seed_bits cutoff')(
    (64, 2305843009213693951, 314159, 0, 1000003, 'siphash13', 64, 128, 0)
)
sys.thread_info = struct_sequence('sys.thread_info', 'name lock version')(('pthread', 'semaphore', 'Java'))
sys.implementation = SimpleNamespace(
    name='picklejar', cache_tag=None, version=sys.version_info, hexversion=sys.hexversion, _multiarch='x86_64-linux-gnu'
)

sys.monitoring.events = SimpleNamespace(**sys.monitoring.events)

sys.stdlib_module_names = frozenset(
    """
    __future__ _abc _aix_support _android_support _apple_support _ast _asyncio _bisect _blake2 _bz2 _codecs _codecs_cn
    _codecs_hk _codecs_iso2022 _codecs_jp _codecs_kr _codecs_tw _collections _collections_abc _colorize _compat_pickle
    _compression _contextvars _csv _ctypes _curses _curses_panel _datetime _dbm _decimal _elementtree
    _frozen_importlib _frozen_importlib_external _functools _gdbm _hashlib _heapq _imp _interpchannels _interpqueues
    _interpreters _io _ios_support _json _locale _lsprof _lzma _markupbase _md5 _multibytecodec _multiprocessing
    _opcode _opcode_metadata _operator _osx_support _overlapped _pickle _posixshmem _posixsubprocess _py_abc
    _pydatetime _pydecimal _pyio _pylong _pyrepl _queue _random _scproxy _sha1 _sha2 _sha3 _signal _sitebuiltins
    _socket _sqlite3 _sre _ssl _stat _statistics _string _strptime _struct _suggestions _symtable _sysconfig _thread
    _threading_local _tkinter _tokenize _tracemalloc _typing _uuid _warnings _weakref _weakrefset _winapi _wmi
    _zoneinfo abc antigravity argparse array ast asyncio atexit base64 bdb binascii bisect builtins bz2 cProfile
    calendar cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib
    contextvars copy copyreg csv ctypes curses dataclasses datetime dbm decimal difflib dis doctest email encodings
    ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt
    getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib importlib inspect io ipaddress
    itertools json keyword linecache locale logging lzma mailbox marshal math mimetypes mmap modulefinder msvcrt
    multiprocessing netrc nt ntpath nturl2path numbers opcode operator optparse os pathlib pdb pickle pickletools
    pkgutil platform plistlib poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data
    pyexpat queue quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors shelve
    shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants sre_parse ssl stat
    statistics string stringprep struct subprocess symtable sys sysconfig syslog tabnanny tarfile tempfile termios
    textwrap this threading time timeit tkinter token tokenize tomllib trace traceback tracemalloc tty turtle
    turtledemo types typing unicodedata unittest urllib uuid venv warnings wave weakref webbrowser winreg winsound
    wsgiref xml xmlrpc zipapp zipfile zipimport zlib zoneinfo
    """.split()
)
