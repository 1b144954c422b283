# bytes, bytearray and memoryview.
print(ascii(bytes()))  # expect: b''
print(ascii(bytes(3)))  # expect: b'\x00\x00\x00'
bytes(-1)  # expect error: ValueError: negative count
print(ascii(bytes([1,2,255])))  # expect: b'\x01\x02\xff'
bytes([256])  # expect error: ValueError: bytes must be in range(0, 256)
bytes('a')  # expect error: TypeError: string argument without an encoding
print(ascii(bytes('a','utf-8')))  # expect: b'a'
print(ascii(bytes(b'x')))  # expect: b'x'
print(ascii(bytes(bytearray(b'y'))))  # expect: b'y'
bytes(1.5)  # expect error: TypeError: cannot convert 'float' object to bytes
bytes(None)  # expect error: TypeError: cannot convert 'NoneType' object to bytes
print(ascii(bytes({1:2})))  # expect: b'\x01'
print(ascii(bytes((x for x in range(3)))))  # expect: b'\x00\x01\x02'
bytes(b'a','utf-8')  # expect error: TypeError: encoding without a string argument
print(ascii(bytes(source=b'a')))  # expect: b'a'
print(ascii(bytes('é','ascii','replace')))  # expect: b'?'
print(ascii(bytes((1,2))))  # expect: b'\x01\x02'
print(ascii(bytes(range(3))))  # expect: b'\x00\x01\x02'
print(ascii(bytes(True)))  # expect: b'\x00'
print(ascii(b'abc'+b'd'))  # expect: b'abcd'
b'abc'+'d'  # expect error: TypeError: can't concat str to bytes
print(ascii(b'abc'*2))  # expect: b'abcabc'
print(ascii(2*b'ab'))  # expect: b'abab'
b'abc'*'a'  # expect error: TypeError: can't multiply sequence by non-int of type 'str'
print(ascii(b'abc'[0]))  # expect: 97
print(ascii(b'abc'[-1]))  # expect: 99
b'abc'[5]  # expect error: IndexError: index out of range
print(ascii(b'abc'[1:]))  # expect: b'bc'
print(ascii(b'abc'[::-1]))  # expect: b'cba'
print(ascii(b'abc'==b'abc'))  # expect: True
print(ascii(b'abc'=='abc'))  # expect: False
print(ascii(b'abc'<b'abd'))  # expect: True
b'abc'<'a'  # expect error: TypeError: '<' not supported between instances of 'bytes' and 'str'
print(ascii(b'\xff'>b'\x00'))  # expect: True
print(ascii(97 in b'abc'))  # expect: True
print(ascii(b'b' in b'abc'))  # expect: True
'a' in b'abc'  # expect error: TypeError: a bytes-like object is required, not 'str'
300 in b'abc'  # expect error: ValueError: byte must be in range(0, 256)
print(ascii(b'abc'==bytearray(b'abc')))  # expect: True
print(ascii(len(b'abc')))  # expect: 3
print(ascii(list(b'abc')))  # expect: [97, 98, 99]
print(ascii(b'abc'.__contains__(97)))  # expect: True
print(ascii(bytearray(b'a')+b'b'))  # expect: bytearray(b'ab')
print(ascii(b'b'+bytearray(b'a')))  # expect: b'ba'
b''+5  # expect error: TypeError: can't concat int to bytes
print(ascii(b'Hello'.upper()))  # expect: b'HELLO'
print(ascii(b'Hello'.lower()))  # expect: b'hello'
print(ascii(b'hello_World'.title()))  # expect: b'Hello_World'
print(ascii(b'hELLO'.capitalize()))  # expect: b'Hello'
print(ascii(b'hELLO'.swapcase()))  # expect: b'Hello'
print(ascii(b'ab'.center(6)))  # expect: b'  ab  '
print(ascii(b'ab'.ljust(5,b'*')))  # expect: b'ab***'
b'ab'.rjust(5,b'ab')  # expect error: TypeError: rjust() argument 2 must be a byte string of length 1, not bytes
b'ab'.rjust(5,'a')  # expect error: TypeError: rjust() argument 2 must be a byte string of length 1, not str
print(ascii(b'-5'.zfill(5)))  # expect: b'-0005'
print(ascii(b'a\tb'.expandtabs()))  # expect: b'a       b'
print(ascii(b'a,b,c'.split(b',')))  # expect: [b'a', b'b', b'c']
print(ascii(b'a,b,c'.split(b',',1)))  # expect: [b'a', b'b,c']
print(ascii(b'a,b,c'.rsplit(b',',1)))  # expect: [b'a,b', b'c']
print(ascii(b'\x20a\x20b\x20'.split()))  # expect: [b'a', b'b']
b'a'.split('a')  # expect error: TypeError: a bytes-like object is required, not 'str'
b'a'.split(b'')  # expect error: ValueError: empty separator
print(ascii(b'a\nb\r\nc'.splitlines()))  # expect: [b'a', b'b', b'c']
print(ascii(b'a\nb'.splitlines(True)))  # expect: [b'a\n', b'b']
print(ascii(b'a,b'.partition(b',')))  # expect: (b'a', b',', b'b')
print(ascii(b'a,b'.rpartition(b',')))  # expect: (b'a', b',', b'b')
print(ascii(b'ab'.partition(b'x')))  # expect: (b'ab', b'', b'')
print(ascii(b','.join([b'a',b'b'])))  # expect: b'a,b'
b','.join(5)  # expect error: TypeError: can only join an iterable
print(ascii(b','.join([b'a',bytearray(b'c')])))  # expect: b'a,c'
print(ascii(b'xxaxx'.strip(b'x')))  # expect: b'a'
print(ascii(b'\x20a\x20'.strip()))  # expect: b'a'
print(ascii(b'xa'.lstrip(b'x')))  # expect: b'a'
print(ascii(b'ax'.rstrip(b'x')))  # expect: b'a'
b'a'.strip('a')  # expect error: TypeError: a bytes-like object is required, not 'str'
print(ascii(b'hello'.find(b'l')))  # expect: 2
print(ascii(b'hello'.find(108)))  # expect: 2
print(ascii(b'hello'.rfind(b'l')))  # expect: 3
b'hello'.find('l')  # expect error: TypeError: argument should be integer or bytes-like object, not 'str'
b'hello'.find(300)  # expect error: ValueError: byte must be in range(0, 256)
b'hello'.index(b'z')  # expect error: ValueError: subsection not found
print(ascii(b'hello'.count(b'l')))  # expect: 2
print(ascii(b'hello'.count(b'')))  # expect: 6
print(ascii(b'hello'.startswith(b'he')))  # expect: True
print(ascii(b'hello'.startswith((b'x',b'h'))))  # expect: True
b'hello'.startswith('h')  # expect error: TypeError: startswith first arg must be bytes or a tuple of bytes, not str
b'hello'.startswith(('h',))  # expect error: TypeError: a bytes-like object is required, not 'str'
print(ascii(b'hello'.endswith(b'lo')))  # expect: True
print(ascii(b'hello'.replace(b'l',b'L')))  # expect: b'heLLo'
print(ascii(b'hello'.replace(b'l',b'L',1)))  # expect: b'heLlo'
print(ascii(b'hello'.replace(b'',b'-')))  # expect: b'-h-e-l-l-o-'
b'hello'.replace('l',b'')  # expect error: TypeError: a bytes-like object is required, not 'str'
print(ascii(b'hello'.removeprefix(b'he')))  # expect: b'llo'
print(ascii(b'hello'.removesuffix(b'lo')))  # expect: b'hel'
print(ascii(b'hello'.hex()))  # expect: '68656c6c6f'
print(ascii(b'hello'.hex(':')))  # expect: '68:65:6c:6c:6f'
print(ascii(b'hello'.hex(':',2)))  # expect: '68:656c:6c6f'
print(ascii(b'hello'.hex(':',-2)))  # expect: '6865:6c6c:6f'
b'hello'.hex('ab')  # expect error: ValueError: sep must be length 1.
b'hello'.hex('é')  # expect error: ValueError: sep must be ASCII.
print(ascii(b'hello'.hex(b'-')))  # expect: '68-65-6c-6c-6f'
print(ascii(bytes.fromhex('0a\x20ff')))  # expect: b'\n\xff'
bytes.fromhex('0')  # expect error: ValueError: non-hexadecimal number found in fromhex() arg at position 1
bytes.fromhex('zz')  # expect error: ValueError: non-hexadecimal number found in fromhex() arg at position 0
bytes.fromhex('0a0')  # expect error: ValueError: non-hexadecimal number found in fromhex() arg at position 3
bytes.fromhex(b'aa')  # expect error: TypeError: fromhex() argument must be str, not bytes
print(ascii(bytes.maketrans(b'ab',b'xy')[95:100]))  # expect: b'_`xyc'
bytes.maketrans(b'a',b'xy')  # expect error: ValueError: maketrans arguments must have same length
print(ascii(b'abc'.translate(bytes.maketrans(b'ab',b'xy'))))  # expect: b'xyc'
print(ascii(b'abc'.translate(None,b'b')))  # expect: b'ac'
b'abc'.translate(b'x')  # expect error: ValueError: translation table must be 256 characters long
print(ascii(b'abc'.translate(None,delete=b'c')))  # expect: b'ab'
print(ascii(b'abc'.isalpha()))  # expect: True
print(ascii(b'1'.isdigit()))  # expect: True
print(ascii(b'a1'.isalnum()))  # expect: True
print(ascii(b'\x20'.isspace()))  # expect: True
print(ascii(b'a'.islower()))  # expect: True
print(ascii(b'A'.isupper()))  # expect: True
print(ascii(b'Ab'.istitle()))  # expect: True
print(ascii(b'\xff'.isascii()))  # expect: False
print(ascii(b''.isalpha()))  # expect: False
print(ascii(b'1'.islower()))  # expect: False
print(ascii(b'abc'.decode()))  # expect: 'abc'
b'\xff'.decode()  # expect error: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte
print(ascii(b'\xff'.decode('latin-1')))  # expect: '\xff'
b'\xff'.decode('ascii')  # expect error: UnicodeDecodeError: 'ascii' codec can't decode byte 0xff in position 0: ordinal not in range(128)
print(ascii(b'\xff\xfe'.decode('utf-8','ignore')))  # expect: ''
b'\xc3'.decode()  # expect error: UnicodeDecodeError: 'utf-8' codec can't decode byte 0xc3 in position 0: unexpected end of data
print(ascii(b'\xe2\x82'.decode('utf-8','replace')))  # expect: '\ufffd'
print(ascii(b'\xff'.decode('utf-8','backslashreplace')))  # expect: '\\xff'
print(ascii(b'\xff'.decode('utf-8','surrogateescape')))  # expect: '\udcff'
print(ascii(b'\xff\xfea\x00'.decode('utf-16')))  # expect: 'a'
b'a'.decode('utf-16')  # expect error: UnicodeDecodeError: 'utf-16-le' codec can't decode byte 0x61 in position 0: truncated data
b'abc'.decode('nope')  # expect error: LookupError: unknown encoding: nope
b'\xff'.decode('ascii','nope')  # expect error: LookupError: unknown error handler name 'nope'
print(ascii(b'a'.decode(encoding='ascii')))  # expect: 'a'
print(ascii(b'\xf0\x9f\x98\x80'.decode()))  # expect: '\U0001f600'
print(ascii(b'+AOk-'.decode('utf-7')))  # expect: '\xe9'
print(ascii(b'a\\n'.decode('unicode_escape')))  # expect: 'a\n'
print(ascii(b'%s'%b'a'))  # expect: b'a'
print(ascii(b'%d'%5))  # expect: b'5'
b'%s'%'a'  # expect error: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'str'
print(ascii(b'%b'%b'x'))  # expect: b'x'
print(ascii(b'%c'%65))  # expect: b'A'
print(ascii(b'%c'%b'a'))  # expect: b'a'
b'%c'%'a'  # expect error: TypeError: %c requires an integer in range(256) or a single byte
print(ascii(b'%x'%255))  # expect: b'ff'
print(ascii(b'%a'%'é'))  # expect: b"'\\xe9'"
print(ascii(b'%r'%b'x'))  # expect: b"b'x'"
print(ascii(b'%5.1f'%1.25))  # expect: b'  1.2'
print(ascii(b'%(a)s'%{b'a':b'1'}))  # expect: b'1'
b'%s'%5  # expect error: TypeError: %b requires a bytes-like object, or an object that implements __bytes__, not 'int'
b'%s'%()  # expect error: TypeError: not enough arguments for format string
b'%d%d'%(1,)  # expect error: TypeError: not enough arguments for format string
b'%d'%(1,2)  # expect error: TypeError: not all arguments converted during bytes formatting
print(ascii(b'%%'%()))  # expect: b'%'
print(ascii(b'%5s|'%b'a'))  # expect: b'    a|'
print(ascii(b'%-5s|'%b'a'))  # expect: b'a    |'
print(ascii(b'%.2s'%b'abc'))  # expect: b'ab'
b'%c'%300  # expect error: OverflowError: %c arg not in range(256)
print(ascii(bytearray()))  # expect: bytearray(b'')
print(ascii(bytearray(3)))  # expect: bytearray(b'\x00\x00\x00')
print(ascii(bytearray(b'abc')))  # expect: bytearray(b'abc')
print(ascii(bytearray('é','utf-8')))  # expect: bytearray(b'\xc3\xa9')
print(ascii(bytearray([1,2])))  # expect: bytearray(b'\x01\x02')
bytearray('a')  # expect error: TypeError: string argument without an encoding
bytearray(1.5)  # expect error: TypeError: cannot convert 'float' object to bytearray
bytearray([256])  # expect error: ValueError: byte must be in range(0, 256)
bytearray(-1)  # expect error: ValueError: negative count
print(ascii(repr(bytearray(b'a'))))  # expect: "bytearray(b'a')"
print(ascii(bytearray(b'abc')[1]))  # expect: 98
print(ascii(bytearray(b'abc')[1:]))  # expect: bytearray(b'bc')
print(ascii(bytearray(b'abc')==b'abc'))  # expect: True
print(ascii(bytearray(b'abc').upper()))  # expect: bytearray(b'ABC')
print(ascii(bytearray(b'a,b').split(b',')))  # expect: [bytearray(b'a'), bytearray(b'b')]
print(ascii(bytearray(b'abc').find(b'c')))  # expect: 2
print(ascii(bytearray(b'abc')*2))  # expect: bytearray(b'abcabc')
print(ascii(bytearray(b'abc').decode()))  # expect: 'abc'
print(ascii(bytearray(b'abc').hex()))  # expect: '616263'
print(ascii(bytearray.fromhex('ff')))  # expect: bytearray(b'\xff')
print(ascii(bytearray(b'abc').join([b'1',b'2'])))  # expect: bytearray(b'1abc2')
print(ascii(bytearray(b'abc').copy()))  # expect: bytearray(b'abc')
print(ascii(bytearray(b'abc').replace(b'a',b'b')))  # expect: bytearray(b'bbc')
print(ascii(bytearray(b'%d')%5))  # expect: bytearray(b'5')
print(ascii(bytearray(b'abc').strip(b'a')))  # expect: bytearray(b'bc')
print(ascii(bytearray(b'x').__reduce_ex__(2)))  # expect: (<class 'bytearray'>, ('x', 'latin-1'), None)
print(ascii(bytearray(source=b'q')))  # expect: bytearray(b'q')
print(ascii(bytearray(b'a').partition(b'a')))  # expect: (bytearray(b''), bytearray(b'a'), bytearray(b''))
print(ascii(bytearray(b'ab').translate(None,b'a')))  # expect: bytearray(b'b')
print(ascii(memoryview(b'abc')[0]))  # expect: 97
print(ascii(memoryview(b'abc')[1:].tobytes()))  # expect: b'bc'
print(ascii(memoryview(b'abc').tolist()))  # expect: [97, 98, 99]
print(ascii(memoryview(b'abc')==b'abc'))  # expect: True
print(ascii(memoryview(b'abc').nbytes))  # expect: 3
print(ascii(memoryview(b'abc').readonly))  # expect: True
print(ascii(memoryview(b'abc').format))  # expect: 'B'
print(ascii(memoryview(b'abc').shape))  # expect: (3,)
print(ascii(memoryview(b'abc').strides))  # expect: (1,)
print(ascii(memoryview(b'abcd').cast('H').tolist()))  # expect: [25185, 25699]
print(ascii(memoryview(b'abcd').cast('B',(2,2)).tolist()))  # expect: [[97, 98], [99, 100]]
print(ascii(memoryview(b'abcd').cast('I')[0]))  # expect: 1684234849
memoryview(b'abc').cast('H')  # expect error: TypeError: memoryview: length is not a multiple of itemsize
memoryview('abc')  # expect error: TypeError: memoryview: a bytes-like object is required, not 'str'
print(ascii(len(memoryview(b'abc'))))  # expect: 3
memoryview(b'abc')[5]  # expect error: IndexError: index out of bounds on dimension 1
print(ascii(memoryview(b'abc').hex()))  # expect: '616263'
print(ascii(memoryview(b'abcdef')[::2].tobytes()))  # expect: b'ace'
print(ascii(memoryview(b'abcdef')[::-1].tolist()))  # expect: [102, 101, 100, 99, 98, 97]
print(ascii(memoryview(b'abc').contiguous))  # expect: True
print(ascii(memoryview(b'abcdef')[::2].contiguous))  # expect: False
print(ascii(list(memoryview(b'ab'))))  # expect: [97, 98]
print(ascii(97 in memoryview(b'abc')))  # expect: True
print(ascii(bytes(memoryview(b'abc'))))  # expect: b'abc'
print(ascii(memoryview(b'abc').itemsize))  # expect: 1
print(ascii(memoryview(b'abc').ndim))  # expect: 1
print(ascii(memoryview(b'a').toreadonly().readonly))  # expect: True
print(ascii(memoryview(memoryview(b'abc'))[1]))  # expect: 98
print(ascii(memoryview(b'abcd').cast('B',(2,2))[1,1]))  # expect: 100
print(ascii(memoryview(b'abcdefgh').cast('d').tolist()))  # expect: [8.540883223036124e+194]
print(ascii(memoryview(b'abc').suboffsets))  # expect: ()
memoryview(b'abc')[...]==b'abc'  # expect error: TypeError: memoryview: invalid slice key
print(ascii(bytes.join(b'',[memoryview(b'x')])))  # expect: b'x'
print(ascii(b'a'+memoryview(b'b')))  # expect: b'ab'
print(ascii(b'ab'.find(memoryview(b'b'))))  # expect: 1
print(ascii(int(memoryview(b'12'))))  # expect: 12
memoryview()  # expect error: TypeError: memoryview() missing required argument 'object' (pos 1)
