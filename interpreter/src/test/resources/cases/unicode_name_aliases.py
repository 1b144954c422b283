# aliases of names of characters (beautifulsoup4 cannot be imported)
import unicodedata

print(
    ascii('\N{BYTE ORDER MARK}\N{NBSP}\N{LF}'),
    ascii(unicodedata.lookup('ZERO WIDTH NO-BREAK SPACE')),
    ascii(unicodedata.lookup('LATIN SMALL LETTER R WITH TILDE')),
)
# expect: '\ufeff\xa0\n' '\ufeff' 'r\u0303'
