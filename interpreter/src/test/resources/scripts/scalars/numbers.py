# int, float, complex and bool.
print(ascii(int()))  # expect: 0
print(ascii(int(5)))  # expect: 5
print(ascii(int('5')))  # expect: 5
print(ascii(int('-0x1f',16)))  # expect: -31
print(ascii(int('0b11',0)))  # expect: 3
print(ascii(int('z',36)))  # expect: 35
print(ascii(int('1_000')))  # expect: 1000
int('1__0')  # expect error: ValueError: invalid literal for int() with base 10: '1__0'
int('')  # expect error: ValueError: invalid literal for int() with base 10: ''
int('abc')  # expect error: ValueError: invalid literal for int() with base 10: 'abc'
int('5',1)  # expect error: ValueError: int() base must be >= 2 and <= 36, or 0
int('5',37)  # expect error: ValueError: int() base must be >= 2 and <= 36, or 0
int(5,10)  # expect error: TypeError: int() can't convert non-string with explicit base
int(base=10)  # expect error: TypeError: int() missing string argument
int(x=5)  # expect error: TypeError: int() got an unexpected keyword argument 'x'
print(ascii(int(1.9)))  # expect: 1
print(ascii(int(-1.9)))  # expect: -1
int(float('nan'))  # expect error: ValueError: cannot convert float NaN to integer
int(float('inf'))  # expect error: OverflowError: cannot convert float infinity to integer
print(ascii(int(1e30)))  # expect: 1000000000000000019884624838656
int(None)  # expect error: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'NoneType'
int([])  # expect error: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'list'
print(ascii(int(b'12')))  # expect: 12
int(b'xy')  # expect error: ValueError: invalid literal for int() with base 10: b'xy'
print(ascii(int(b'12',16)))  # expect: 18
print(ascii(int(bytearray(b'7'))))  # expect: 7
print(ascii(int('٣')))  # expect: 3
print(ascii(int(True)))  # expect: 1
int(5,'a')  # expect error: TypeError: 'str' object cannot be interpreted as an integer
int('5','a')  # expect error: TypeError: 'str' object cannot be interpreted as an integer
int(1j)  # expect error: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
print(ascii(int('\x20\x205\n')))  # expect: 5
print(ascii((5).bit_length()))  # expect: 3
print(ascii((-255).bit_length()))  # expect: 8
print(ascii((0).bit_length()))  # expect: 0
print(ascii((255).bit_count()))  # expect: 8
print(ascii((2**100).bit_length()))  # expect: 101
print(ascii((5).to_bytes(2,'big')))  # expect: b'\x00\x05'
print(ascii((5).to_bytes(2,'little')))  # expect: b'\x05\x00'
print(ascii((-5).to_bytes(2,'big',signed=True)))  # expect: b'\xff\xfb'
(-5).to_bytes(2)  # expect error: OverflowError: can't convert negative int to unsigned
(500).to_bytes(1)  # expect error: OverflowError: int too big to convert
print(ascii((5).to_bytes()))  # expect: b'\x05'
(5).to_bytes(-1)  # expect error: ValueError: length argument must be non-negative
(5).to_bytes(2,'x')  # expect error: ValueError: byteorder must be either 'little' or 'big'
print(ascii(int.from_bytes(b'\x01\x02')))  # expect: 258
print(ascii(int.from_bytes(b'\x01\x02','little')))  # expect: 513
print(ascii(int.from_bytes(b'\xff\xfe','big',signed=True)))  # expect: -2
print(ascii(int.from_bytes([1,2,3])))  # expect: 66051
int.from_bytes('ab')  # expect error: TypeError: cannot convert 'str' object to bytes
int.from_bytes(5)  # expect error: TypeError: cannot convert 'int' object to bytes
print(ascii(int.from_bytes(b'')))  # expect: 0
print(ascii((0).to_bytes(0)))  # expect: b''
(128).to_bytes(1,signed=True)  # expect error: OverflowError: int too big to convert
print(ascii((-128).to_bytes(1,signed=True)))  # expect: b'\x80'
print(ascii((5).as_integer_ratio()))  # expect: (5, 1)
print(ascii((5).is_integer()))  # expect: True
print(ascii((5).conjugate()))  # expect: 5
print(ascii((5).real))  # expect: 5
print(ascii((5).imag))  # expect: 0
print(ascii((5).numerator))  # expect: 5
print(ascii((5).denominator))  # expect: 1
print(ascii(round(5)))  # expect: 5
print(ascii(round(15,-1)))  # expect: 20
print(ascii(round(25,-1)))  # expect: 20
print(ascii(round(-15,-1)))  # expect: -20
print(ascii(round(5,2)))  # expect: 5
print(ascii(round(123456789,-5)))  # expect: 123500000
print(ascii(round(5,None)))  # expect: 5
round(5,'a')  # expect error: TypeError: 'str' object cannot be interpreted as an integer
print(ascii((5).__round__()))  # expect: 5
print(ascii((5).__floor__()))  # expect: 5
print(ascii((5).__ceil__()))  # expect: 5
print(ascii((5).__trunc__()))  # expect: 5
print(ascii((5).__index__()))  # expect: 5
print(ascii((5).__getnewargs__()))  # expect: (5,)
print(ascii((True).__getnewargs__()))  # expect: (1,)
print(ascii(5+1))  # expect: 6
print(ascii(5-7))  # expect: -2
print(ascii(5*3))  # expect: 15
print(ascii(7/2))  # expect: 3.5
print(ascii(7//2))  # expect: 3
print(ascii(-7//2))  # expect: -4
print(ascii(7%3))  # expect: 1
print(ascii(-7%3))  # expect: 2
print(ascii(7%-3))  # expect: -2
print(ascii(2**10))  # expect: 1024
print(ascii(2**-1))  # expect: 0.5
0**-1  # expect error: ZeroDivisionError: 0.0 cannot be raised to a negative power
7//0  # expect error: ZeroDivisionError: integer division or modulo by zero
7/0  # expect error: ZeroDivisionError: division by zero
7%0  # expect error: ZeroDivisionError: integer modulo by zero
print(ascii(divmod(7,3)))  # expect: (2, 1)
print(ascii(divmod(-7,3)))  # expect: (-3, 2)
divmod(7,0)  # expect error: ZeroDivisionError: integer division or modulo by zero
print(ascii(pow(2,10,1000)))  # expect: 24
print(ascii(pow(2,-1,7)))  # expect: 4
pow(2,-1,4)  # expect error: ValueError: base is not invertible for the given modulus
pow(2,3,0)  # expect error: ValueError: pow() 3rd argument cannot be 0
print(ascii(pow(2,3,-5)))  # expect: -2
print(ascii(1<<100))  # expect: 1267650600228229401496703205376
1<<-1  # expect error: ValueError: negative shift count
1>>-1  # expect error: ValueError: negative shift count
print(ascii(-1>>100))  # expect: -1
1<<10**20  # expect error: OverflowError: too many digits in integer
print(ascii(0<<10**20))  # expect: 0
print(ascii(5&3))  # expect: 1
print(ascii(5|3))  # expect: 7
print(ascii(5^3))  # expect: 6
print(ascii(~5))  # expect: -6
print(ascii(-5))  # expect: -5
print(ascii(+5))  # expect: 5
print(ascii(abs(-5)))  # expect: 5
5+'a'  # expect error: TypeError: unsupported operand type(s) for +: 'int' and 'str'
5+None  # expect error: TypeError: unsupported operand type(s) for +: 'int' and 'NoneType'
print(ascii(5*'ab'))  # expect: 'ababababab'
5<'a'  # expect error: TypeError: '<' not supported between instances of 'int' and 'str'
print(ascii(5==5.0))  # expect: True
print(ascii(5==5j))  # expect: False
print(ascii(10**20==1e20))  # expect: True
print(ascii(2**53+1==2.0**53))  # expect: False
print(ascii(5<5.5))  # expect: True
print(ascii(10**400<float('inf')))  # expect: True
print(ascii(10**400==1e308))  # expect: False
print(ascii((5).__add__(1)))  # expect: 6
print(ascii((5).__add__('a')))  # expect: NotImplemented
print(ascii((5).__radd__(2)))  # expect: 7
print(ascii((5).__rsub__(2)))  # expect: -3
print(ascii((5).__rpow__(2)))  # expect: 32
print(ascii((5).__pow__(2,3)))  # expect: 1
print(ascii((5).__divmod__(2)))  # expect: (2, 1)
print(ascii((5).__lt__(6)))  # expect: True
print(ascii((5).__lt__(6.0)))  # expect: NotImplemented
print(ascii((5).__eq__(5.0)))  # expect: NotImplemented
print(ascii((5).__bool__()))  # expect: True
print(ascii((5).__float__()))  # expect: 5.0
print(ascii((5).__int__()))  # expect: 5
print(ascii((5).__hash__()))  # expect: 5
print(ascii((5).__repr__()))  # expect: '5'
print(ascii((5).__str__()))  # expect: '5'
print(ascii((5).__format__('x')))  # expect: '5'
int.__add__(1)  # expect error: TypeError: expected 1 argument, got 0
int.__add__('a',1)  # expect error: TypeError: descriptor '__add__' requires a 'int' object but received a 'str'
print(ascii(format(255,'x')))  # expect: 'ff'
print(ascii(format(255,'#X')))  # expect: '0XFF'
print(ascii(format(255,'b')))  # expect: '11111111'
print(ascii(format(255,'#o')))  # expect: '0o377'
print(ascii(format(255,'010')))  # expect: '0000000255'
print(ascii(format(-255,'+08d')))  # expect: '-0000255'
print(ascii(format(1234567,',')))  # expect: '1,234,567'
print(ascii(format(1234567,'_')))  # expect: '1_234_567'
print(ascii(format(0xffff,'_x')))  # expect: 'ffff'
print(ascii(format(65,'c')))  # expect: 'A'
print(ascii(format(5,'e')))  # expect: '5.000000e+00'
print(ascii(format(5,'.2f')))  # expect: '5.00'
print(ascii(format(5,'%')))  # expect: '500.000000%'
format(5,'s')  # expect error: ValueError: Unknown format code 's' for object of type 'int'
format(5,'.3')  # expect error: ValueError: Precision not allowed in integer format specifier
print(ascii(format(5,'n')))  # expect: '5'
print(ascii(format(5,'=+10')))  # expect: '+        5'
print(ascii(format(5,'^+10')))  # expect: '    +5    '
print(ascii(format(5,'<5')+'|'))  # expect: '5    |'
format(5,'z')  # expect error: ValueError: Negative zero coercion (z) not allowed in integer format specifier
format(5,',x')  # expect error: ValueError: Cannot specify ',' with 'x'.
print(ascii(format(True,'d')))  # expect: '1'
print(ascii(format(True,'')))  # expect: 'True'
print(ascii(format(True,'5')))  # expect: '    1'
format(5,'q')  # expect error: ValueError: Unknown format code 'q' for object of type 'int'
format(-5,'c')  # expect error: OverflowError: %c arg not in range(0x110000)
print(ascii(format(5,'#,')))  # expect: '5'
format(5,5)  # expect error: TypeError: format() argument 2 must be str, not int
print(ascii(format(10**50,'_d')))  # expect: '100_000_000_000_000_000_000_000_000_000_000_000_000_000_000_000_000'
print(ascii(format(5,'\x20')))  # expect: ' 5'
print(ascii(format(3,'.0f')))  # expect: '3'
print(ascii(format(3,'g')))  # expect: '3'
print(ascii(float()))  # expect: 0.0
print(ascii(float(5)))  # expect: 5.0
print(ascii(float('1.5')))  # expect: 1.5
print(ascii(float('-inf')))  # expect: -inf
print(ascii(float('nan')))  # expect: nan
print(ascii(float('1e5')))  # expect: 100000.0
print(ascii(float('1_0.5')))  # expect: 10.5
float('abc')  # expect error: ValueError: could not convert string to float: 'abc'
float('')  # expect error: ValueError: could not convert string to float: ''
float(None)  # expect error: TypeError: float() argument must be a string or a real number, not 'NoneType'
print(ascii(float(b'1.5')))  # expect: 1.5
print(ascii(float('\x201.5\n')))  # expect: 1.5
float(1j)  # expect error: TypeError: float() argument must be a string or a real number, not 'complex'
print(ascii(float('infinity')))  # expect: inf
print(ascii(float('+1.')))  # expect: 1.0
print(ascii(float('.5')))  # expect: 0.5
print(ascii(float('1e400')))  # expect: inf
float([])  # expect error: TypeError: float() argument must be a string or a real number, not 'list'
print(ascii(float(2**70)))  # expect: 1.1805916207174113e+21
float('0x1p3')  # expect error: ValueError: could not convert string to float: '0x1p3'
print(ascii(float('１')))  # expect: 1.0
print(ascii(1.5+1))  # expect: 2.5
1.5-'a'  # expect error: TypeError: unsupported operand type(s) for -: 'float' and 'str'
print(ascii(1.5*2))  # expect: 3.0
1.5/0  # expect error: ZeroDivisionError: float division by zero
1.5//0  # expect error: ZeroDivisionError: float floor division by zero
1.5%0  # expect error: ZeroDivisionError: float modulo by zero
print(ascii(7.5//2))  # expect: 3.0
print(ascii(-7.5//2))  # expect: -4.0
print(ascii(7.5%2))  # expect: 1.5
print(ascii(-7.5%2))  # expect: 0.5
print(ascii(7.5%-2))  # expect: -0.5
print(ascii(divmod(7.5,2)))  # expect: (3.0, 1.5)
divmod(7.5,0)  # expect error: ZeroDivisionError: float divmod()
print(ascii(2.0**3))  # expect: 8.0
print(ascii((-2.0)**0.5))  # expect: (8.659560562354934e-17+1.4142135623730951j)
0.0**-1  # expect error: ZeroDivisionError: 0.0 cannot be raised to a negative power
2.0**10000  # expect error: OverflowError: (34, 'Numerical result out of range')
print(ascii(2.0**-10000))  # expect: 0.0
pow(2.0,3,5)  # expect error: TypeError: pow() 3rd argument not allowed unless all arguments are integers
print(ascii(1.5<2))  # expect: True
1.5<'a'  # expect error: TypeError: '<' not supported between instances of 'float' and 'str'
print(ascii(float('nan')==float('nan')))  # expect: False
print(ascii(float('nan')!=1))  # expect: True
print(ascii(-0.0))  # expect: -0.0
print(ascii(0.1+0.2))  # expect: 0.30000000000000004
print(ascii(1e16))  # expect: 1e+16
print(ascii(1e22))  # expect: 1e+22
print(ascii(1.0))  # expect: 1.0
print(ascii(123456789.123))  # expect: 123456789.123
print(ascii(1e-5))  # expect: 1e-05
print(ascii(0.0001))  # expect: 0.0001
print(ascii(1e100))  # expect: 1e+100
print(ascii(5e-324))  # expect: 5e-324
print(ascii(1.7976931348623157e308))  # expect: 1.7976931348623157e+308
print(ascii(-1.5))  # expect: -1.5
print(ascii(+1.5))  # expect: 1.5
print(ascii(abs(-1.5)))  # expect: 1.5
print(ascii(1.5.__bool__()))  # expect: True
print(ascii(1.5.as_integer_ratio()))  # expect: (3, 2)
print(ascii((0.1).as_integer_ratio()))  # expect: (3602879701896397, 36028797018963968)
float('inf').as_integer_ratio()  # expect error: OverflowError: cannot convert Infinity to integer ratio
float('nan').as_integer_ratio()  # expect error: ValueError: cannot convert NaN to integer ratio
print(ascii((0.0).as_integer_ratio()))  # expect: (0, 1)
print(ascii((-2.5).as_integer_ratio()))  # expect: (-5, 2)
print(ascii(1e300.as_integer_ratio()))  # expect: (1000000000000000052504760255204420248704468581108159154915854115511802457988908195786371375080447864043704443832883878176942523235360430575644792184786706982848387200926575803737830233794788090059368953234970799945081119038967640880074652742780142494579258788820056842838115669472196386865459400540160, 1)
print(ascii(5e-324.as_integer_ratio()))  # expect: (1, 202402253307310618352495346718917307049556649764142118356901358027430339567995346891960383701437124495187077864316811911389808737385793476867013399940738509921517424276566361364466907742093216341239767678472745068562007483424692698618103355649159556340810056512358769552333414615230502532186327508646006263307707741093494784)
print(ascii(1.5.is_integer()))  # expect: False
print(ascii(2.0.is_integer()))  # expect: True
print(ascii(float('inf').is_integer()))  # expect: False
print(ascii(1.5.hex()))  # expect: '0x1.8000000000000p+0'
print(ascii((0.1).hex()))  # expect: '0x1.999999999999ap-4'
print(ascii(float('inf').hex()))  # expect: 'inf'
print(ascii((-0.0).hex()))  # expect: '-0x0.0p+0'
print(ascii(5e-324.hex()))  # expect: '0x0.0000000000001p-1022'
print(ascii(float.fromhex('0x1.8p1')))  # expect: 3.0
print(ascii(float.fromhex('1.8')))  # expect: 1.5
float.fromhex('zz')  # expect error: ValueError: invalid hexadecimal floating-point string
float.fromhex('0x1p5000')  # expect error: OverflowError: hexadecimal value too large to represent as a float
float.fromhex(5)  # expect error: TypeError: bad argument type for built-in operation
print(ascii(1.5.conjugate()))  # expect: 1.5
print(ascii(1.5.real))  # expect: 1.5
print(ascii(1.5.imag))  # expect: 0.0
print(ascii(1.5.__trunc__()))  # expect: 1
print(ascii(1.5.__floor__()))  # expect: 1
print(ascii((-1.5).__floor__()))  # expect: -2
print(ascii(1.5.__ceil__()))  # expect: 2
print(ascii(1e30.__floor__()))  # expect: 1000000000000000019884624838656
print(ascii(round(1.5)))  # expect: 2
print(ascii(round(2.5)))  # expect: 2
print(ascii(round(-1.5)))  # expect: -2
print(ascii(round(1.25,1)))  # expect: 1.2
print(ascii(round(2.675,2)))  # expect: 2.67
print(ascii(round(1234.5678,-2)))  # expect: 1200.0
print(ascii(round(1.5,None)))  # expect: 2
round(float('nan'))  # expect error: ValueError: cannot convert float NaN to integer
round(float('inf'))  # expect error: OverflowError: cannot convert float infinity to integer
print(ascii(round(1e308,-308)))  # expect: 1e+308
round(1.7e308,-308)  # expect error: OverflowError: rounded value too large to represent
print(ascii(round(1.5,1000)))  # expect: 1.5
print(ascii(float.__getformat__('double')))  # expect: 'IEEE, little-endian'
float.__getformat__('x')  # expect error: ValueError: __getformat__() argument 1 must be 'double' or 'float'
print(ascii(1.5.__getnewargs__()))  # expect: (1.5,)
print(ascii(1.5.__int__()))  # expect: 1
print(ascii(round(5e-324,400)))  # expect: 5e-324
print(ascii(round(0.5)))  # expect: 0
print(ascii(round(1e16,2)))  # expect: 1e+16
round(1.5,'a')  # expect error: TypeError: 'str' object cannot be interpreted as an integer
print(ascii(format(3.14159,'.2f')))  # expect: '3.14'
print(ascii(format(3.14159,'10.3e')))  # expect: ' 3.142e+00'
print(ascii(format(1e10,'g')))  # expect: '1e+10'
print(ascii(format(1234567.891,',.2f')))  # expect: '1,234,567.89'
print(ascii(format(0.5,'%')))  # expect: '50.000000%'
print(ascii(format(1.0,'')))  # expect: '1.0'
format(1.5,'d')  # expect error: ValueError: Unknown format code 'd' for object of type 'float'
format(1.5,'s')  # expect error: ValueError: Unknown format code 's' for object of type 'float'
print(ascii(format(float('nan'),'f')))  # expect: 'nan'
print(ascii(format(float('inf'),'F')))  # expect: 'INF'
print(ascii(format(-0.0,'z')))  # expect: '0.0'
print(ascii(format(-0.001,'z.1f')))  # expect: '0.0'
print(ascii(format(1.5,'010')))  # expect: '00000001.5'
print(ascii(format(1.5,'+')))  # expect: '+1.5'
print(ascii(format(1e20,'')))  # expect: '1e+20'
print(ascii(format(3.0,'.3')))  # expect: '3.0'
print(ascii(format(1e-7,'.3')))  # expect: '1e-07'
print(ascii(format(123.456,'.0f')))  # expect: '123'
print(ascii(format(123.456,'#.0f')))  # expect: '123.'
print(ascii(format(1.5,'n')))  # expect: '1.5'
print(ascii(format(1.5,'_')))  # expect: '1.5'
print(ascii(format(12345678.5,'_.1f')))  # expect: '12_345_678.5'
print(ascii(format(1.5,'>10')))  # expect: '       1.5'
print(ascii(format(1.5,'*^10')))  # expect: '***1.5****'
print(ascii(format(1e300,'f')[:20]))  # expect: '10000000000000000525'
format(1.5,'x')  # expect error: ValueError: Unknown format code 'x' for object of type 'float'
print(ascii(format(0.1,'.20f')))  # expect: '0.10000000000000000555'
print(ascii(format(2.5,'.0f')))  # expect: '2'
print(ascii(format(1e15,'')))  # expect: '1000000000000000.0'
print(ascii(format(123456.0,'.3')))  # expect: '1.23e+05'
format(1.5,'.')  # expect error: ValueError: Format specifier missing precision
print(ascii(complex()))  # expect: 0j
print(ascii(complex(1)))  # expect: (1+0j)
print(ascii(complex(1,2)))  # expect: (1+2j)
print(ascii(complex('1+2j')))  # expect: (1+2j)
print(ascii(complex('1')))  # expect: (1+0j)
print(ascii(complex('j')))  # expect: 1j
print(ascii(complex('-j')))  # expect: -1j
print(ascii(complex('1e5-2.5e-3j')))  # expect: (100000-0.0025j)
print(ascii(complex('(1+2j)')))  # expect: (1+2j)
print(ascii(complex('\x20(1+2j)\x20')))  # expect: (1+2j)
complex('1+')  # expect error: ValueError: complex() arg is a malformed string
complex('1+2')  # expect error: ValueError: complex() arg is a malformed string
complex('1\x20+2j')  # expect error: ValueError: complex() arg is a malformed string
complex('1',2)  # expect error: TypeError: complex() can't take second arg if first is a string
complex(1,'2')  # expect error: TypeError: complex() second arg can't be a string
complex(None)  # expect error: TypeError: complex() first argument must be a string or a number, not 'NoneType'
complex(1,None)  # expect error: TypeError: complex() second argument must be a number, not 'NoneType'
print(ascii(complex('nan+infj')))  # expect: (nan+infj)
print(ascii(complex(1j,2)))  # expect: 3j
print(ascii(complex(1,2j)))  # expect: (-1+0j)
print(ascii(complex(1.5,1j)))  # expect: (0.5+0j)
print(ascii(complex(real=1,imag=2)))  # expect: (1+2j)
complex('')  # expect error: ValueError: complex() arg is a malformed string
print(ascii(complex(imag=3)))  # expect: 3j
print(ascii(1j))  # expect: 1j
print(ascii((1+2j)))  # expect: (1+2j)
print(ascii((1-2j)))  # expect: (1-2j)
print(ascii(-1j))  # expect: (-0-1j)
print(ascii((-0-1j)))  # expect: -1j
print(ascii(complex(-0.0,1)))  # expect: (-0+1j)
print(ascii(complex(0,-0.0)))  # expect: -0j
print(ascii(complex(float('nan'),float('inf'))))  # expect: (nan+infj)
print(ascii((1+2j)+(3+4j)))  # expect: (4+6j)
print(ascii((1+2j)*(3+4j)))  # expect: (-5+10j)
print(ascii((1+2j)/(3+4j)))  # expect: (0.44+0.08j)
(1+2j)/0  # expect error: ZeroDivisionError: complex division by zero
print(ascii((1+2j)**2))  # expect: (-3+4j)
print(ascii((1+2j)**0.5))  # expect: (1.272019649514069+0.7861513777574233j)
print(ascii((1+2j)**(1j)))  # expect: (0.2291401859804338+0.23817011512167555j)
0j**-1  # expect error: ZeroDivisionError: 0.0 to a negative or complex power
print(ascii(0j**0))  # expect: (1+0j)
(1+2j)//1  # expect error: TypeError: unsupported operand type(s) for //: 'complex' and 'int'
(1+2j)%1  # expect error: TypeError: unsupported operand type(s) for %: 'complex' and 'int'
divmod(1j,1)  # expect error: TypeError: unsupported operand type(s) for divmod(): 'complex' and 'int'
(1+2j)<1  # expect error: TypeError: '<' not supported between instances of 'complex' and 'int'
print(ascii((1+2j)==(1+2j)))  # expect: True
print(ascii(1j==1))  # expect: False
print(ascii((1+0j)==1))  # expect: True
print(ascii(abs(3+4j)))  # expect: 5.0
print(ascii((1+2j).conjugate()))  # expect: (1-2j)
print(ascii((1+2j).real))  # expect: 1.0
print(ascii((1+2j).imag))  # expect: 2.0
print(ascii(bool(0j)))  # expect: False
int(1j)  # expect error: TypeError: int() argument must be a string, a bytes-like object or a real number, not 'complex'
print(ascii((1+2j).__getnewargs__()))  # expect: (1.0, 2.0)
print(ascii(format(1+2j,'.2f')))  # expect: '1.00+2.00j'
print(ascii(format(1+2j,'')))  # expect: '(1+2j)'
print(ascii(format(1+2j,'>20')))  # expect: '              (1+2j)'
format(1+2j,'020')  # expect error: ValueError: Zero padding is not allowed in complex format specifier
format(1+2j,'d')  # expect error: ValueError: Unknown format code 'd' for object of type 'complex'
pow(1j,2,3)  # expect error: ValueError: complex modulo
print(ascii(+1j))  # expect: 1j
print(ascii(1+1j))  # expect: (1+1j)
print(ascii(1.5-1j))  # expect: (1.5-1j)
'a'+1j  # expect error: TypeError: can only concatenate str (not "complex") to str
print(ascii((1+2j).__complex__()))  # expect: (1+2j)
print(ascii(2**(1j)))  # expect: (0.7692389013639721+0.6389612763136348j)
print(ascii((2j)**100))  # expect: (1.2676506002282294e+30+0j)
print(ascii((2j)**-3))  # expect: (-0+0.125j)
(1e300+1j)**2  # expect error: OverflowError: complex exponentiation
print(ascii(1j.__eq__('a')))  # expect: NotImplemented
print(ascii(complex(1e500)))  # expect: (inf+0j)
print(ascii(bool()))  # expect: False
print(ascii(bool(5)))  # expect: True
print(ascii(bool('')))  # expect: False
print(ascii(bool([])))  # expect: False
bool(x=1)  # expect error: TypeError: bool() takes no keyword arguments
bool(1,2)  # expect error: TypeError: bool expected at most 1 argument, got 2
print(ascii(True+True))  # expect: 2
print(ascii(True&False))  # expect: False
print(ascii(True|False))  # expect: True
print(ascii(True^True))  # expect: False
print(ascii(True&1))  # expect: 1
print(ascii(-True))  # expect: -1
print(ascii(repr(True)))  # expect: 'True'
print(ascii(str(False)))  # expect: 'False'
print(ascii(True==1))  # expect: True
print(ascii(True<2))  # expect: True
print(ascii(bool.__new__(bool,5)))  # expect: True
print(ascii(True.real))  # expect: 1
print(ascii(True.__and__(False)))  # expect: False
print(ascii(isinstance(True,int)))  # expect: True
print(ascii(True.bit_length()))  # expect: 1
print(ascii(True//1))  # expect: 1
print(ascii([0,1][True]))  # expect: 1
print(ascii(True.__or__(2)))  # expect: 3
