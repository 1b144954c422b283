# The methods and operators of str.
s = "Hello, World"
print(ascii(s.upper()))  # expect: 'HELLO, WORLD'
print(ascii(s.lower()))  # expect: 'hello, world'
print(ascii(s.swapcase()))  # expect: 'hELLO, wORLD'
print(ascii(s.title()))  # expect: 'Hello, World'
print(ascii(s.capitalize()))  # expect: 'Hello, world'
print(ascii(s.casefold()))  # expect: 'hello, world'
print(ascii(s.center(20,'*')))  # expect: '****Hello, World****'
print(ascii(s.ljust(15,'.')+'|'))  # expect: 'Hello, World...|'
print(ascii(s.rjust(15)))  # expect: '   Hello, World'
print(ascii(s.count('l')))  # expect: 3
print(ascii(s.count('')))  # expect: 13
print(ascii(s.count('l',3,5)))  # expect: 1
print(ascii(s.find('o')))  # expect: 4
print(ascii(s.find('o',5)))  # expect: 8
print(ascii(s.rfind('o')))  # expect: 8
print(ascii(s.index('W')))  # expect: 7
print(ascii(s.rindex('o')))  # expect: 8
print(ascii(s.find('zz')))  # expect: -1
s.index('zz')  # expect error: ValueError: substring not found
print(ascii(s.startswith('Hell')))  # expect: True
print(ascii(s.startswith(('x','H'))))  # expect: True
print(ascii(s.endswith('ld')))  # expect: True
print(ascii(s.endswith('lo',0,5)))  # expect: True
s.startswith(1)  # expect error: TypeError: startswith first arg must be str or a tuple of str, not int
s.startswith(('a',1))  # expect error: TypeError: tuple for startswith must only contain str, not int
print(ascii(s.split()))  # expect: ['Hello,', 'World']
print(ascii(s.split(',')))  # expect: ['Hello', ' World']
print(ascii(s.split('o',1)))  # expect: ['Hell', ', World']
print(ascii(s.rsplit('o',1)))  # expect: ['Hello, W', 'rld']
print(ascii('_a_b__c_'.split('_')))  # expect: ['', 'a', 'b', '', 'c', '']
print(ascii('__a'.rsplit('_',1)))  # expect: ['_', 'a']
print(ascii('\x20a\x20\x20b\x20'.split()))  # expect: ['a', 'b']
print(ascii('\x20a\x20\x20b\x20c\x20'.split(None,1)))  # expect: ['a', 'b c ']
print(ascii('\x20a\x20\x20b\x20c\x20'.rsplit(None,1)))  # expect: [' a  b', 'c']
s.split('')  # expect error: ValueError: empty separator
print(ascii('a\nb\r\nc\x0bd'.splitlines()))  # expect: ['a', 'b', 'c', 'd']
print(ascii('a\nb\r\n'.splitlines(True)))  # expect: ['a\n', 'b\r\n']
print(ascii(s.partition(',')))  # expect: ('Hello', ',', ' World')
print(ascii(s.rpartition('o')))  # expect: ('Hello, W', 'o', 'rld')
print(ascii(s.partition('zz')))  # expect: ('Hello, World', '', '')
print(ascii(s.rpartition('zz')))  # expect: ('', '', 'Hello, World')
s.partition('')  # expect error: ValueError: empty separator
s.partition(1)  # expect error: TypeError: must be str, not int
print(ascii('-'.join(['a','b'])))  # expect: 'a-b'
'-'.join([1])  # expect error: TypeError: sequence item 0: expected str instance, int found
'-'.join(5)  # expect error: TypeError: can only join an iterable
print(ascii(s.replace('l','L')))  # expect: 'HeLLo, WorLd'
print(ascii(s.replace('l','L',1)))  # expect: 'HeLlo, World'
print(ascii(s.replace('','-')))  # expect: '-H-e-l-l-o-,- -W-o-r-l-d-'
print(ascii(s.replace('','-',3)))  # expect: '-H-e-llo, World'
print(ascii(s.replace('l','L',count=2)))  # expect: 'HeLLo, World'
s.replace(1,2)  # expect error: TypeError: replace() argument 1 must be str, not int
print(ascii('\x20\x20ab\x20'.strip()))  # expect: 'ab'
print(ascii('xxabxx'.strip('x')))  # expect: 'ab'
print(ascii('xxabxx'.lstrip('x')))  # expect: 'abxx'
print(ascii('xxabxx'.rstrip('x')))  # expect: 'xxab'
s.strip(1)  # expect error: TypeError: strip arg must be None or str
print(ascii(s.zfill(20)))  # expect: '00000000Hello, World'
print(ascii('-5'.zfill(5)))  # expect: '-0005'
print(ascii('+'.zfill(3)))  # expect: '+00'
print(ascii('a\tb\tcc\td'.expandtabs()))  # expect: 'a       b       cc      d'
print(ascii('a\tb'.expandtabs(4)))  # expect: 'a   b'
print(ascii('\t\n\tx'.expandtabs(3)))  # expect: '   \n   x'
print(ascii(s.isalpha()))  # expect: False
print(ascii('abc'.isalpha()))  # expect: True
print(ascii(''.isalpha()))  # expect: False
print(ascii('12'.isdigit()))  # expect: True
print(ascii('\u00b2'.isdigit()))  # expect: True
print(ascii('\u00b2'.isdecimal()))  # expect: False
print(ascii('\u2155'.isnumeric()))  # expect: True
print(ascii('aA'.islower()))  # expect: False
print(ascii('AA'.isupper()))  # expect: True
print(ascii('Aa\x20Bb'.istitle()))  # expect: True
print(ascii('\x20'.isspace()))  # expect: True
print(ascii('a\n'.isprintable()))  # expect: False
print(ascii('a1_'.isidentifier()))  # expect: True
print(ascii('1a'.isidentifier()))  # expect: False
print(ascii('abc'.isascii()))  # expect: True
print(ascii('\xe9'.isascii()))  # expect: False
print(ascii(s.removeprefix('He')))  # expect: 'llo, World'
print(ascii(s.removesuffix('ld')))  # expect: 'Hello, Wor'
s.removeprefix(1)  # expect error: TypeError: removeprefix() argument must be str, not int
print(ascii(s[0]))  # expect: 'H'
print(ascii(s[-1]))  # expect: 'd'
s[100]  # expect error: IndexError: string index out of range
print(ascii(s[2:5]))  # expect: 'llo'
print(ascii(s[::-1]))  # expect: 'dlroW ,olleH'
print(ascii(s[::2]))  # expect: 'Hlo ol'
print(ascii(s[5:2]))  # expect: ''
print(ascii(s[-3:]))  # expect: 'rld'
s[1.0]  # expect error: TypeError: string indices must be integers, not 'float'
print(ascii(s*2))  # expect: 'Hello, WorldHello, World'
print(ascii(s*0))  # expect: ''
print(ascii(s*-1))  # expect: ''
print(ascii(2*s))  # expect: 'Hello, WorldHello, World'
s*'a'  # expect error: TypeError: can't multiply sequence by non-int of type 'str'
s+1  # expect error: TypeError: can only concatenate str (not "int") to str
print(ascii(s+'x'))  # expect: 'Hello, Worldx'
print(ascii('l'*3))  # expect: 'lll'
print(ascii('ell' in s))  # expect: True
print(ascii(1*s))  # expect: 'Hello, World'
print(ascii(s.__mul__(2)))  # expect: 'Hello, WorldHello, World'
print(ascii(s.__add__('q')))  # expect: 'Hello, Worldq'
print(ascii(s.__contains__('H')))  # expect: True
print(ascii('straße'.casefold()))  # expect: 'strasse'
print(ascii('straße'.upper()))  # expect: 'STRASSE'
print(ascii('ŉ'.upper()))  # expect: '\u02bcN'
print(ascii('İ'.lower()))  # expect: 'i\u0307'
print(ascii('Σ'.lower()))  # expect: '\u03c3'
print(ascii('ΑΣ'.lower()))  # expect: '\u03b1\u03c2'
print(ascii('ǆ'.title()))  # expect: '\u01c5'
print(ascii('\U0001F600x'[0]))  # expect: '\U0001f600'
print(ascii(len('\U0001F600x')))  # expect: 2
print(ascii('\U0001F600x'[::-1]))  # expect: 'x\U0001f600'
print(ascii('a\U0001F600b'.find('b')))  # expect: 2
print(ascii('\U0001F600'.encode()))  # expect: b'\xf0\x9f\x98\x80'
print(ascii('\ud800'))  # expect: '\ud800'
'\ud800'.encode()  # expect error: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
print(ascii('abc'.translate({97:'X',98:None,99:100})))  # expect: 'Xd'
print(ascii('abc'.translate(str.maketrans('ab','xy','c'))))  # expect: 'xy'
print(ascii(str.maketrans({'a':1,'b':None})))  # expect: {97: 1, 98: None}
str.maketrans('a','bc')  # expect error: ValueError: the first two maketrans arguments must have equal length
str.maketrans({'ab':1})  # expect error: ValueError: string keys in translate table must be of length 1
str.maketrans(5)  # expect error: TypeError: if you give only one argument to maketrans it must be a dict
'abc'.translate({97:1.5})  # expect error: TypeError: character mapping must return integer, None or str
'abc'.translate({97:-1})  # expect error: ValueError: character mapping must be in range(0x110000)
print(ascii('abc'.translate('xyz')))  # expect: 'abc'
print(ascii('abc'.encode('ascii')))  # expect: b'abc'
'é'.encode('ascii')  # expect error: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
print(ascii('é'.encode('ascii','ignore')))  # expect: b''
print(ascii('é'.encode('ascii','replace')))  # expect: b'?'
print(ascii('é'.encode('ascii','xmlcharrefreplace')))  # expect: b'&#233;'
print(ascii('é'.encode('ascii','backslashreplace')))  # expect: b'\\xe9'
print(ascii('é'.encode('latin-1')))  # expect: b'\xe9'
'é€'.encode('latin-1')  # expect error: UnicodeEncodeError: 'latin-1' codec can't encode character '\u20ac' in position 1: ordinal not in range(256)
print(ascii('é'.encode('utf-16')))  # expect: b'\xff\xfe\xe9\x00'
print(ascii('é'.encode('utf-16-le')))  # expect: b'\xe9\x00'
print(ascii('é'.encode('utf-32-be')))  # expect: b'\x00\x00\x00\xe9'
'é'.encode('nope')  # expect error: LookupError: unknown encoding: nope
'é'.encode('ascii','nope')  # expect error: LookupError: unknown error handler name 'nope'
'é'.encode(1)  # expect error: TypeError: encode() argument 'encoding' must be str, not int
print(ascii('é'.encode('ascii','namereplace')))  # expect: b'\\N{LATIN SMALL LETTER E WITH ACUTE}'
print(ascii('\udc80'.encode('utf-8','surrogateescape')))  # expect: b'\x80'
print(ascii('\ud800'.encode('utf-8','surrogatepass')))  # expect: b'\xed\xa0\x80'
print(ascii(str()))  # expect: ''
print(ascii(str(5)))  # expect: '5'
print(ascii(str(b'abc')))  # expect: "b'abc'"
print(ascii(str(b'abc','utf-8')))  # expect: 'abc'
str(b'\xff','utf-8')  # expect error: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
print(ascii(str(b'\xff','utf-8','replace')))  # expect: '\ufffd'
str('x','utf-8')  # expect error: TypeError: decoding str is not supported
str(5,'utf-8')  # expect error: TypeError: decoding to str: need a bytes-like object, int found
print(ascii(str(object=7)))  # expect: '7'
print(ascii(str(b'abc',errors='strict')))  # expect: 'abc'
str(x=1)  # expect error: TypeError: str() got an unexpected keyword argument 'x'
print(ascii('a'<'b'))  # expect: True
'a'<1  # expect error: TypeError: '<' not supported between instances of 'str' and 'int'
print(ascii('a'==1))  # expect: False
print(ascii('a'!='b'))  # expect: True
print(ascii('a'>='a'))  # expect: True
print(ascii('\U0001F600'>'\uffff'))  # expect: True
print(ascii('x'.__format__('>5')))  # expect: '    x'
'{}'.format_map({})  # expect error: ValueError: Format string contains positional fields
print(ascii('{a}'.format_map({'a':1})))  # expect: '1'
