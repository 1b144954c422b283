"""What sysconfig reads about the build: no C compiler was at work here, so there is little to tell."""

build_time_vars = {
    'AR': 'ar',
    'CC': 'cc',
    'CFLAGS': '',
    'CONFIG_ARGS': '',
    'CXX': 'c++',
    'EXE': '',
    'EXT_SUFFIX': '.so',
    'HAVE_FORK': 0,
    'LDFLAGS': '',
    'LIBDIR': '',
    'PY_CFLAGS': '',
    'Py_DEBUG': 0,
    'Py_ENABLE_SHARED': 0,
    'Py_GIL_DISABLED': 0,
    'SHELL': '/bin/sh',
    'SHLIB_SUFFIX': '.so',
    'SIZEOF_VOID_P': 8,
    'TZPATH': '/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo',
    'VERSION': '3.13',
}
