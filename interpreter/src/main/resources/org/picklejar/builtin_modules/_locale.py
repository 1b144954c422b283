"""The C locale, the only one there is."""

LC_CTYPE, LC_NUMERIC, LC_TIME, LC_COLLATE, LC_MONETARY, LC_MESSAGES, LC_ALL = range(7)
CHAR_MAX = 127
CODESET, RADIXCHAR, THOUSEP, YESEXPR, NOEXPR, CRNCYSTR = 14, 65536, 65537, 327680, 327681, 262159
D_T_FMT, D_FMT, T_FMT, T_FMT_AMPM, AM_STR, PM_STR = 131112, 131113, 131114, 131115, 131110, 131111
ERA, ERA_D_FMT, ERA_D_T_FMT, ERA_T_FMT, ALT_DIGITS = 131116, 131118, 131120, 131121, 131119
(DAY_1, DAY_2, DAY_3, DAY_4, DAY_5, DAY_6, DAY_7) = range(131079, 131086)
(ABDAY_1, ABDAY_2, ABDAY_3, ABDAY_4, ABDAY_5, ABDAY_6, ABDAY_7) = range(131072, 131079)
(MON_1, MON_2, MON_3, MON_4, MON_5, MON_6, MON_7, MON_8, MON_9, MON_10, MON_11, MON_12) = range(131098, 131110)
(ABMON_1, ABMON_2, ABMON_3, ABMON_4, ABMON_5, ABMON_6, ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12) = range(
    131086, 131098
)

_days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
_months = [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
]
_info = {
    CODESET: 'UTF-8',
    RADIXCHAR: '.',
    YESEXPR: '^[yY]',
    NOEXPR: '^[nN]',
    CRNCYSTR: '-',
    D_T_FMT: '%a %b %e %H:%M:%S %Y',
    D_FMT: '%m/%d/%y',
    T_FMT: '%H:%M:%S',
    T_FMT_AMPM: '%I:%M:%S %p',
    AM_STR: 'AM',
    PM_STR: 'PM',
    **{DAY_1 + i: d for i, d in enumerate(_days)},
    **{ABDAY_1 + i: d[:3] for i, d in enumerate(_days)},
    **{MON_1 + i: m for i, m in enumerate(_months)},
    **{ABMON_1 + i: m[:3] for i, m in enumerate(_months)},
}

_current = {c: 'C' for c in range(6)}
_known = ('C', 'POSIX', 'C.UTF-8', 'C.utf8', 'en_US.UTF-8', 'en_US.utf8')


class Error(Exception):
    pass


Error.__module__ = 'locale'
Error.__name__ = Error.__qualname__ = 'Error'


def setlocale(category, locale=None, /):
    if category not in range(7):
        raise Error('unsupported locale setting')
    if locale is not None:
        if locale == '':
            locale = 'C.UTF-8'
        if locale not in _known:
            raise Error('unsupported locale setting')
        for c in range(6) if category == LC_ALL else (category,):
            _current[c] = locale
    return _current[LC_CTYPE if category == LC_ALL else category]


def localeconv():
    return {
        'int_curr_symbol': '',
        'currency_symbol': '',
        'mon_decimal_point': '',
        'mon_thousands_sep': '',
        'mon_grouping': [],
        'positive_sign': '',
        'negative_sign': '',
        'int_frac_digits': 127,
        'frac_digits': 127,
        'p_cs_precedes': 127,
        'p_sep_by_space': 127,
        'n_cs_precedes': 127,
        'n_sep_by_space': 127,
        'p_sign_posn': 127,
        'n_sign_posn': 127,
        'decimal_point': '.',
        'thousands_sep': '',
        'grouping': [],
    }


def strcoll(a, b, /):
    return (a > b) - (a < b)


def strxfrm(string, /):
    return string


def nl_langinfo(key, /):
    return _info.get(key, '')


def getencoding():
    return 'utf-8'


def gettext(msg, /):
    return msg


def dgettext(domain, msg, /):
    return msg


def dcgettext(domain, msg, category, /):
    return msg


def textdomain(domain, /):
    return domain or 'messages'


def bindtextdomain(domain, dir, /):
    return dir


def bind_textdomain_codeset(domain, codeset, /):
    return codeset
