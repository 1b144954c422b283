"""pyexpat: events, positions and errors; what the library has on top of it."""
from xml.parsers import expat
import copy, io, pickle, plistlib, pyexpat, xml.etree.ElementTree as ET
from xml import sax
from xml.dom import minidom, pulldom

def events(document, *names, chunk=None, namespaces=None, encoding=None, **attributes):
    p = expat.ParserCreate(encoding, namespaces)
    out = []
    def handler(name):
        def handle(*args):
            out.append((name, *args, (p.CurrentLineNumber, p.CurrentColumnNumber, p.CurrentByteIndex)))
            return 1
        return handle
    for n in names or [n[:-7] for n in dir(p) if n.endswith('Handler') and n != 'DefaultHandler']: setattr(p, n + ('Handler' if not n.endswith('Expand') else ''), handler(n))
    for n, v in attributes.items(): setattr(p, n, v)
    data = document.encode() if isinstance(document, str) else document
    try:
        for i in range(0, len(data), chunk or len(data) or 1): p.Parse(data[i : i + (chunk or len(data))])
        p.Parse(b'', True)
    except expat.ExpatError as e: out.append((e.code, str(e), e.lineno, e.offset, p.ErrorByteIndex))
    for e in out: print(*e)

# ---- content
events('<a x="1" y=\'2\'><b/>one\ntwo\r\nthree&amp;&#65;&#x10000;</a>\n<!-- c --><?x y ?> ')
# expect: StartElement a {'x': '1', 'y': '2'} (1, 0, 0)
# expect: StartElement b {} (1, 15, 15)
# expect: EndElement b (1, 19, 19)
# expect: CharacterData one (1, 19, 19)
# expect: CharacterData 
# expect:  (1, 22, 22)
# expect: CharacterData two (2, 0, 23)
# expect: CharacterData 
# expect:  (2, 3, 26)
# expect: CharacterData three (3, 0, 28)
# expect: CharacterData & (3, 5, 33)
# expect: CharacterData A (3, 10, 38)
# expect: CharacterData 𐀀 (3, 15, 43)
# expect: EndElement a (3, 24, 52)
# expect: Comment  c  (4, 0, 57)
# expect: ProcessingInstruction x y  (4, 10, 67)
events('<a><![CDATA[x<>&\n]] ] ]]></a>')
# expect: StartElement a {} (1, 0, 0)
# expect: StartCdataSection (1, 3, 3)
# expect: CharacterData x<>& (1, 12, 12)
# expect: CharacterData 
# expect:  (1, 16, 16)
# expect: CharacterData ] (2, 0, 17)
# expect: CharacterData ]  (2, 1, 18)
# expect: CharacterData ]  (2, 3, 20)
# expect: EndCdataSection (2, 5, 22)
# expect: EndElement a (2, 8, 25)
events('<a>t<b>u</b>\n\nv</a>', 'CharacterData', 'EndElement', buffer_text=True)
# expect: CharacterData tu (1, 8, 8)
# expect: EndElement b (1, 8, 8)
# expect: CharacterData 
# expect: 
# expect: v (3, 1, 15)
# expect: EndElement a (3, 1, 15)
events('<a>t<b>u</b>\n\nv</a>', 'CharacterData', buffer_text=True, buffer_size=2)
# expect: CharacterData tu (1, 12, 12)
# expect: CharacterData 
# expect: 
# expect:  (3, 0, 14)
# expect: CharacterData v (3, 5, 19)
events('<a x="1" y="2"/>', 'StartElement', ordered_attributes=True)  # expect: StartElement a ['x', '1', 'y', '2'] (1, 0, 0)
events('<a x="1"><b>t</b></a>', 'StartElement', chunk=1)
# expect: StartElement a {'x': '1'} (1, 0, 0)
# expect: StartElement b {} (1, 9, 9)
events('<a><!-- c -->t<b x="1"/></a>', 'Default')
# expect: Default <a> (1, 0, 0)
# expect: Default <!-- c --> (1, 3, 3)
# expect: Default t (1, 13, 13)
# expect: Default <b x="1"/> (1, 14, 14)
# expect: Default </a> (1, 24, 24)
events('<a><!-- c -->t<b x="1"/></a>', 'StartElement', 'DefaultHandlerExpand')
# expect: StartElement a {} (1, 0, 0)
# expect: DefaultHandlerExpand <!-- c --> (1, 3, 3)
# expect: DefaultHandlerExpand t (1, 13, 13)
# expect: StartElement b {'x': '1'} (1, 14, 14)
# expect: DefaultHandlerExpand </a> (1, 24, 24)

# ---- declarations
dtd = '''<?xml version="1.0" encoding="utf-8" standalone="yes"?>
<!DOCTYPE a PUBLIC "p  q" "s.dtd" [
<!ELEMENT a (b?,(c|d)*,e+)> <!ELEMENT b (#PCDATA|c)*> <!ELEMENT c EMPTY> <!ELEMENT d ANY>
<!ATTLIST a x CDATA "def&amp;ault" y ID #REQUIRED z NMTOKENS #IMPLIED w (one|two) "one" v CDATA #FIXED 'f' n NOTATION (gif) #IMPLIED>
<!ENTITY e "text <c/> &#65;"> <!ENTITY ext SYSTEM "x.ent"> <!NOTATION gif PUBLIC "viewer"> <!ENTITY pic SYSTEM "pic.gif" NDATA gif>
<!-- in dtd --><?pi x?>
]>
'''
events(dtd + '<a z=" 1   2 ">&e;&ext;</a>')
# expect: XmlDecl 1.0 utf-8 1 (1, 0, 0)
# expect: StartDoctypeDecl a s.dtd p q 1 (2, 34, 90)
# expect: ElementDecl a (6, 0, None, ((4, 1, 'b', ()), (5, 2, None, ((4, 0, 'c', ()), (4, 0, 'd', ()))), (4, 3, 'e', ()))) (3, 25, 117)
# expect: ElementDecl b (3, 2, None, ((4, 0, 'c', ()),)) (3, 50, 142)
# expect: ElementDecl c (1, 0, None, ()) (3, 66, 158)
# expect: ElementDecl d (2, 0, None, ()) (3, 85, 177)
# expect: AttlistDecl a x CDATA def&ault 0 (4, 20, 202)
# expect: AttlistDecl a y ID None 1 (4, 40, 222)
# expect: AttlistDecl a z NMTOKENS None 0 (4, 61, 243)
# expect: AttlistDecl a w (one|two) one 0 (4, 82, 264)
# expect: AttlistDecl a v CDATA f 1 (4, 103, 285)
# expect: AttlistDecl a n NOTATION(gif) None 0 (4, 124, 306)
# expect: EntityDecl e 0 text <c/> A None None None None (5, 11, 327)
# expect: EntityDecl ext 0 None None x.ent None None (5, 57, 373)
# expect: NotationDecl gif None None viewer (5, 89, 405)
# expect: UnparsedEntityDecl pic None pic.gif None gif (5, 127, 443)
# expect: Comment  in dtd  (6, 0, 448)
# expect: ProcessingInstruction pi x (6, 15, 463)
# expect: EndDoctypeDecl (7, 1, 473)
# expect: StartElement a {'z': '1 2', 'x': 'def&ault', 'w': 'one', 'v': 'f'} (8, 0, 475)
# expect: CharacterData text  (8, 15, 490)
# expect: StartElement c {} (8, 15, 490)
# expect: EndElement c (8, 15, 490)
# expect: CharacterData  A (8, 15, 490)
# expect: ExternalEntityRef ext None x.ent None (8, 18, 493)
# expect: EndElement a (8, 23, 498)
events(dtd + '<a z=" 1   2 ">&e;</a>', 'StartElement', specified_attributes=True)
# expect: StartElement a {'z': '1 2'} (8, 0, 475)
# expect: StartElement c {} (8, 15, 490)
events('<!DOCTYPE a [<!ENTITY e "v">]><a>&e;</a>', 'Default')
# expect: Default <!DOCTYPE (1, 0, 0)
# expect: Default   (1, 9, 9)
# expect: Default a (1, 10, 10)
# expect: Default   (1, 11, 11)
# expect: Default [ (1, 12, 12)
# expect: Default <!ENTITY (1, 13, 13)
# expect: Default   (1, 21, 21)
# expect: Default e (1, 22, 22)
# expect: Default   (1, 23, 23)
# expect: Default "v" (1, 24, 24)
# expect: Default > (1, 27, 27)
# expect: Default ] (1, 28, 28)
# expect: Default > (1, 29, 29)
# expect: Default <a> (1, 30, 30)
# expect: Default &e; (1, 33, 33)
# expect: Default </a> (1, 36, 36)
events('<!DOCTYPE a [<!ENTITY e "v">]><a>&e;</a>', 'DefaultHandlerExpand')
# expect: DefaultHandlerExpand <!DOCTYPE (1, 0, 0)
# expect: DefaultHandlerExpand   (1, 9, 9)
# expect: DefaultHandlerExpand a (1, 10, 10)
# expect: DefaultHandlerExpand   (1, 11, 11)
# expect: DefaultHandlerExpand [ (1, 12, 12)
# expect: DefaultHandlerExpand <!ENTITY (1, 13, 13)
# expect: DefaultHandlerExpand   (1, 21, 21)
# expect: DefaultHandlerExpand e (1, 22, 22)
# expect: DefaultHandlerExpand   (1, 23, 23)
# expect: DefaultHandlerExpand "v" (1, 24, 24)
# expect: DefaultHandlerExpand > (1, 27, 27)
# expect: DefaultHandlerExpand ] (1, 28, 28)
# expect: DefaultHandlerExpand > (1, 29, 29)
# expect: DefaultHandlerExpand <a> (1, 30, 30)
# expect: DefaultHandlerExpand v (1, 33, 33)
# expect: DefaultHandlerExpand </a> (1, 36, 36)
events('<!DOCTYPE a [ %p; ]><a>&e;</a>', 'SkippedEntity', 'NotStandalone')
# expect: NotStandalone (1, 14, 14)
# expect: SkippedEntity e 0 (1, 23, 23)

# ---- entities from outside
def outside(document, files, flag=expat.XML_PARAM_ENTITY_PARSING_ALWAYS):
    p = expat.ParserCreate()
    p.SetParamEntityParsing(flag)
    def ref(context, base, system, public):
        print('ref', context, base, system, public)
        q = p.ExternalEntityParserCreate(context)
        q.Parse(files[system], True)
        return 1
    p.ExternalEntityRefHandler = ref
    p.StartElementHandler = lambda *a: print('start', *a)
    p.CharacterDataHandler = lambda s: print('text', repr(s))
    p.SetBase('here')
    return p.Parse(document, True)
outside('<!DOCTYPE a SYSTEM "d"><a>&e;</a>', {'d': '<!ENTITY % i "INCLUDE"><![%i;[<!ENTITY e "in">]]><![IGNORE[<!ENTITY e "out"><![ x ]]> ]]><!ENTITY % m "(b|c)"><!ELEMENT a %m;>'})
# expect: ref None here d None
# expect: start a {}
# expect: text 'in'
outside('<!DOCTYPE a [<!ENTITY e SYSTEM "f"><!ENTITY % p SYSTEM "g">%p;]><a>&e;&g;</a>', {'f': '<?xml encoding="utf-8"?>some <i>text</i>', 'g': '<!ENTITY g "from g">'})
# expect: ref None here g None
# expect: start a {}
# expect: ref e here f None
# expect: text 'some '
# expect: start i {}
# expect: text 'text'
# expect: text 'from g'
outside('<!DOCTYPE a [<!ENTITY e SYSTEM "f">]><a>&e;</a>', {'f': '<i>'})
# expect: start a {}
# expect: ref e here f None
# expect: start i {}
# expect error: ExpatError: asynchronous entity: line 1, column 3

# ---- namespaces
events('<a xmlns="u" b="1"><b xmlns=""/><p:c xmlns:p="v" p:d="2"/></a>', namespaces=' ')
# expect: StartNamespaceDecl None u (1, 0, 0)
# expect: StartElement u a {'b': '1'} (1, 0, 0)
# expect: StartNamespaceDecl None None (1, 19, 19)
# expect: StartElement b {} (1, 19, 19)
# expect: EndElement b (1, 32, 32)
# expect: EndNamespaceDecl None (1, 32, 32)
# expect: StartNamespaceDecl p v (1, 32, 32)
# expect: StartElement v c {'v d': '2'} (1, 32, 32)
# expect: EndElement v c (1, 58, 58)
# expect: EndNamespaceDecl p (1, 58, 58)
# expect: EndElement u a (1, 58, 58)
# expect: EndNamespaceDecl None (1, 58, 58)
events('<p:a xmlns:p="u" p:b="1"/>', namespaces='}', namespace_prefixes=True)
# expect: StartNamespaceDecl p u (1, 0, 0)
# expect: StartElement u}a}p {'u}b}p': '1'} (1, 0, 0)
# expect: EndElement u}a}p (1, 26, 26)
# expect: EndNamespaceDecl p (1, 26, 26)
for d in '<p:a/>', '<a xmlns:p=""/>', '<a xmlns:xml="x"/>', '<a xmlns:xmlns="x"/>', '<a xmlns:p="http://www.w3.org/XML/1998/namespace"/>', '<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>', '<a:b:c xmlns:a="u"/>': events(d, 'StartElement', namespaces=' ')
# expect: 27 unbound prefix: line 1, column 0 1 0 0
# expect: 28 must not undeclare prefix: line 1, column 0 1 0 0
# expect: 38 reserved prefix (xml) must not be undeclared or bound to another namespace name: line 1, column 0 1 0 0
# expect: 39 reserved prefix (xmlns) must not be declared or undeclared: line 1, column 0 1 0 0
# expect: 40 prefix must not be bound to one of the reserved namespace names: line 1, column 0 1 0 0
# expect: 8 duplicate attribute: line 1, column 0 1 0 0
# expect: 4 not well-formed (invalid token): line 1, column 4 1 4 4

# ---- encodings
for e in 'utf-8', 'utf-16', 'latin-1', 'ascii', 'cp1252', 'koi8-r': events(('<?xml version="1.0" encoding="%s"?><a>\xe9</a>' % e).encode(e, 'xmlcharrefreplace'), 'XmlDecl', 'CharacterData')
# expect: XmlDecl 1.0 utf-8 -1 (1, 0, 0)
# expect: CharacterData é (1, 41, 41)
# expect: XmlDecl 1.0 utf-16 -1 (1, 1, 2)
# expect: CharacterData é (1, 43, 86)
# expect: XmlDecl 1.0 latin-1 -1 (1, 0, 0)
# expect: CharacterData é (1, 43, 43)
# expect: XmlDecl 1.0 ascii -1 (1, 0, 0)
# expect: CharacterData é (1, 41, 41)
# expect: XmlDecl 1.0 cp1252 -1 (1, 0, 0)
# expect: CharacterData é (1, 42, 42)
# expect: XmlDecl 1.0 koi8-r -1 (1, 0, 0)
# expect: CharacterData é (1, 42, 42)
events(b'<a>\xe9</a>', 'CharacterData', encoding='iso-8859-1')  # expect: CharacterData é (1, 3, 3)
events(b'\xef\xbb\xbf<a>\xc3\xa9</a>', 'CharacterData')  # expect: CharacterData é (1, 4, 6)
for d in b'<a>\xff</a>', b'<a>\xc3', b'<a>\xed\xa0\x80</a>': events(d, 'CharacterData')
# expect: 4 not well-formed (invalid token): line 1, column 3 1 3 3
# expect: 6 partial character: line 1, column 3 1 3 3
# expect: 4 not well-formed (invalid token): line 1, column 3 1 3 3
events('<?xml version="1.0" encoding="utf-16"?><a/>')
# expect: XmlDecl 1.0 utf-16 -1 (1, 0, 0)
# expect: 19 encoding specified in XML declaration is incorrect: line 1, column 30 1 30 30
events('<?xml version="1.0" encoding="no such"?><a/>')  # expect: 30 XML declaration not well-formed: line 1, column 32 1 32 32
events('<?xml version="1.0" encoding="nosuch"?><a/>')  # expect error: LookupError: unknown encoding: nosuch
events('<?xml version="1.0" encoding="utf-7"?><a/>')  # expect error: ValueError: multi-byte encodings are not supported

# ---- errors
for d in '', ' ', '<', '<a', '<a>', '<a x=1/>', '<a x="<"/>', '<a>&#0;</a>', '<a>&</a>', '<a>\x01</a>', '<a/>x', '<a/><b/>', '<a><b></a>', '<a x="1" x="2"/>', '<a>&u;</a>', '<a>]]></a>', '<?xml?><a/>', ' <?xml version="1.0"?><a/>', '<a><!-- -- --></a>', '<a><![CDATA[x', '<?xMl x?><a/>': events(d, 'StartElement')
# expect: 3 no element found: line 1, column 0 1 0 0
# expect: 3 no element found: line 1, column 1 1 1 1
# expect: 5 unclosed token: line 1, column 0 1 0 0
# expect: 5 unclosed token: line 1, column 0 1 0 0
# expect: StartElement a {} (1, 0, 0)
# expect: 3 no element found: line 1, column 3 1 3 3
# expect: 4 not well-formed (invalid token): line 1, column 5 1 5 5
# expect: 4 not well-formed (invalid token): line 1, column 6 1 6 6
# expect: StartElement a {} (1, 0, 0)
# expect: 14 reference to invalid character number: line 1, column 3 1 3 3
# expect: StartElement a {} (1, 0, 0)
# expect: 4 not well-formed (invalid token): line 1, column 4 1 4 4
# expect: StartElement a {} (1, 0, 0)
# expect: 4 not well-formed (invalid token): line 1, column 3 1 3 3
# expect: StartElement a {} (1, 0, 0)
# expect: 9 junk after document element: line 1, column 4 1 4 4
# expect: StartElement a {} (1, 0, 0)
# expect: 9 junk after document element: line 1, column 4 1 4 4
# expect: StartElement a {} (1, 0, 0)
# expect: StartElement b {} (1, 3, 3)
# expect: 7 mismatched tag: line 1, column 8 1 8 8
# expect: 8 duplicate attribute: line 1, column 9 1 9 9
# expect: StartElement a {} (1, 0, 0)
# expect: 11 undefined entity: line 1, column 3 1 3 3
# expect: StartElement a {} (1, 0, 0)
# expect: 4 not well-formed (invalid token): line 1, column 5 1 5 5
# expect: 30 XML declaration not well-formed: line 1, column 5 1 5 5
# expect: 17 XML or text declaration not at start of entity: line 1, column 1 1 1 1
# expect: StartElement a {} (1, 0, 0)
# expect: 4 not well-formed (invalid token): line 1, column 10 1 10 10
# expect: StartElement a {} (1, 0, 0)
# expect: 20 unclosed CDATA section: line 1, column 13 1 13 13
# expect: 4 not well-formed (invalid token): line 1, column 5 1 5 5
for d in '<!ENTITY e "&e;">', '<!ENTITY e "<b>">', '<!ENTITY e SYSTEM "x" NDATA n>', '<!FOO>', '<!ELEMENT a (b,c|d)>', '<!ELEMENT a b>', '<!ENTITY e "a%b;">', '<!NOTATION o PUBLIC "x{">', '<![INCLUDE[]]>', '<!ATTLIST a b CDATA "&q;">': events('<!DOCTYPE a [%s]><a>&e;</a>' % d, 'StartElement')
# expect: StartElement a {} (1, 32, 32)
# expect: 12 recursive entity reference: line 1, column 35 1 35 35
# expect: StartElement a {} (1, 32, 32)
# expect: StartElement b {} (1, 35, 35)
# expect: 13 asynchronous entity: line 1, column 35 1 35 35
# expect: StartElement a {} (1, 45, 45)
# expect: 15 reference to binary entity: line 1, column 48 1 48 48
# expect: 4 not well-formed (invalid token): line 1, column 18 1 18 18
# expect: 2 syntax error: line 1, column 29 1 29 29
# expect: 2 syntax error: line 1, column 25 1 25 25
# expect: 10 illegal parameter entity reference: line 1, column 26 1 26 26
# expect: 32 illegal character(s) in public id: line 1, column 35 1 35 35
# expect: 2 syntax error: line 1, column 13 1 13 13
# expect: 11 undefined entity: line 1, column 33 1 33 33
events('<!DOCTYPE a [<!ENTITY e SYSTEM "x">]><a b="&e;"/>')
# expect: StartDoctypeDecl a None None 1 (1, 12, 12)
# expect: EntityDecl e 0 None None x None None (1, 34, 34)
# expect: EndDoctypeDecl (1, 36, 36)
# expect: 16 reference to external entity in attribute: line 1, column 43 1 43 43
bomb = '<!DOCTYPE a [<!ENTITY a0 "%s">%s]><a>&a7;</a>' % ('x' * 1000, ''.join('<!ENTITY a%d "%s">' % (i, '&a%d;' % (i - 1) * 10) for i in range(1, 8)))
events(bomb, 'StartElement')
# expect: StartElement a {} (1, 1415, 1415)
# expect: 43 limit on input amplification factor (from DTD and entities) breached: line 1, column 1418 1 1418 1418

# ---- the parser
p = expat.ParserCreate()
print(p.intern, p.buffer_size, p.buffer_used, p.CurrentByteIndex, p.ErrorCode, p.GetReparseDeferralEnabled())  # expect: {} 8192 0 -1 0 True
p.StartElementHandler = 5
print(p.StartElementHandler)  # expect: 5
del p.StartElementHandler  # expect error: RuntimeError: Cannot delete attribute
p.StartElementHandler = None
p.buffer_size = 'a'  # expect error: TypeError: buffer_size must be an integer
p.buffer_size = 0  # expect error: ValueError: buffer_size must be greater than zero
p.foo = 1  # expect error: AttributeError: 'pyexpat.xmlparser' object has no attribute 'foo' and no __dict__ for setting new attributes
p.ErrorCode = 1  # expect error: AttributeError: attribute 'ErrorCode' of 'pyexpat.xmlparser' objects is not writable
type(p)()  # expect error: TypeError: cannot create 'pyexpat.xmlparser' instances
copy.copy(p)  # expect error: TypeError: cannot pickle 'pyexpat.xmlparser' object
pickle.dumps(p)  # expect error: TypeError: cannot pickle 'pyexpat.xmlparser' object
p.Parse(3)  # expect error: TypeError: a bytes-like object is required, not 'int'
p.ParseFile(3)  # expect error: TypeError: argument must have 'read' attribute
expat.ParserCreate(3)  # expect error: TypeError: ParserCreate() argument 'encoding' must be str or None, not int
expat.ParserCreate(None, 'xx')  # expect error: ValueError: namespace_separator must be at most one character, omitted, or None
expat.ParserCreate(intern=3)  # expect error: TypeError: intern must be a dictionary
print(p.Parse('<a>'), p.Parse('</a>', True))  # expect: 1 1
print(expat.ErrorString(4), expat.ErrorString(0), len(pyexpat.errors.codes), expat.model.XML_CTYPE_SEQ)  # expect: not well-formed (invalid token) None 43 6
p = expat.ParserCreate()
p.StartElementHandler = lambda *a: print(p.GetInputContext())
p.ParseFile(io.BytesIO(b'<a><b>text</b></a>'))
# expect: b'<a><b>text</b></a>'
# expect: b'<b>text</b></a>'
p = expat.ParserCreate()
p.StartElementHandler = lambda *a: 1 / 0
p.Parse('<a><b/>')  # expect error: ZeroDivisionError: division by zero
print(p.StartElementHandler, p.Parse('</a>', True))  # expect error: ExpatError: parsing finished: line 1, column 3
p = expat.ParserCreate()
p.ExternalEntityRefHandler = lambda *a: 0
p.Parse('<!DOCTYPE a [<!ENTITY e SYSTEM "x">]><a>&e;</a>', True)  # expect error: ExpatError: error in processing external entity reference: line 1, column 40
p = expat.ParserCreate()
p.NotStandaloneHandler = lambda: 0
p.Parse('<!DOCTYPE a SYSTEM "x"><a/>', True)  # expect error: ExpatError: document is not standalone: line 1, column 19

# ---- the library
root = ET.fromstring('<a><b x="1">text &amp; more</b>tail<c/></a>')
print([(e.tag, e.attrib, e.text, e.tail) for e in root.iter()], ET.tostring(root))  # expect: [('a', {}, None, None), ('b', {'x': '1'}, 'text & more', 'tail'), ('c', {}, None, None)] b'<a><b x="1">text &amp; more</b>tail<c /></a>'
ET.fromstring('<a><b></a>')  # expect error: ParseError: mismatched tag: line 1, column 8
pull = ET.XMLPullParser(['start', 'end'])
pull.feed('<a><b>t</b>')
pull.flush()
print([(k, e.tag, e.text) for k, e in pull.read_events()])  # expect: [('start', 'a', None), ('start', 'b', 't'), ('end', 'b', 't')]
d = minidom.parseString('<!DOCTYPE a [<!ENTITY e "v">\n<!ATTLIST a b CDATA "d">]><a><!-- c --><b>t&e;</b></a>')
print(d.toxml(), d.doctype.internalSubset)
# expect: <?xml version="1.0" ?><!DOCTYPE a [<!ENTITY e "v">
# expect: <!ATTLIST a b CDATA "d">]><a><!-- c --><b>tv</b></a> <!ENTITY e "v">
# expect: <!ATTLIST a b CDATA "d">
class Printer(sax.ContentHandler):
    def startElement(self, name, attributes): print('start', name, dict(attributes))
    def characters(self, text): print(repr(text))
sax.parseString('<a x="1">text<b/></a>', Printer())
# expect: start a {'x': '1'}
# expect: 'text'
# expect: start b {}
print([(k, n.nodeName) for k, n in pulldom.parseString('<a>t<b/></a>')])  # expect: [('START_DOCUMENT', '#document'), ('START_ELEMENT', 'a'), ('CHARACTERS', '#text'), ('START_ELEMENT', 'b'), ('END_ELEMENT', 'b'), ('END_ELEMENT', 'a')]
print(plistlib.loads(plistlib.dumps({'k': [1, 'two', b'three', 4.5, True]})))  # expect: {'k': [1, 'two', b'three', 4.5, True]}
