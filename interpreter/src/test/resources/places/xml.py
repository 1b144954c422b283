# place: mid-parse of XML
from xml.parsers import expat


def f():
    p = expat.ParserCreate(namespace_separator=' ')
    out = []
    p.StartElementHandler = lambda *args: out.append(args)
    p.EndElementHandler = out.append
    p.CharacterDataHandler = out.append
    p.buffer_text = True
    text = '<!DOCTYPE a [<!ENTITY e "v<b/>"><!ATTLIST a d CDATA "x">]><p:a xmlns:p="u"><a/>&e;tail</p:a>'
    for i in range(0, len(text), 20):
        p.Parse(text[i : i + 20])
        wait()
    p.Parse('', True)
    wait()
    return out, p.CurrentColumnNumber, p.intern['u a']


# expect: ([('u a', {}), ('a', {'d': 'x'}), 'a', 'v', ('b', {}), 'b', 'tail', 'u a'], 92, 'u a')


# place: in a handler of XML
import xml.sax


def f():
    class Handler(xml.sax.ContentHandler):
        out = []

        def startElement(self, name, attributes):
            wait()
            self.out.append((name, dict(attributes)))

        def characters(self, text):
            wait()
            self.out.append(text)

    xml.sax.parseString('<a x="1">text<b/>more</a>', Handler())
    return Handler.out


# expect: [('a', {'x': '1'}), 'text', ('b', {}), 'more']


# place: mid-building of a tree
import xml.etree.ElementTree as ET


def f():
    p = ET.XMLPullParser(['start', 'end'])
    for part in '<a><b>te', 'xt</b>', '<c/></a>':
        p.feed(part)
        wait()
    p.close()
    return [(k, e.tag, e.text) for k, e in p.read_events()]


# expect: [('start', 'a', None), ('start', 'b', 'text'), ('end', 'b', 'text'), ('start', 'c', None), ('end', 'c', None), ('end', 'a', None)]
