"""A template engine: templates are cut, compiled to closures, and rendered with nested data."""

import html

PAGE = """<h1>{{ title }}</h1>
{% for row in rows %}<tr class="{% if row.odd %}odd{% else %}even{% endif %}">
{% for cell in row.cells %}<td>{{ cell }}</td>{% endfor %}</tr>
{% endfor %}<p>{{ user.name }} &amp; {{ user.mail }}</p>"""


def tokens(text):
    at = 0
    while (begin := text.find('{', at)) >= 0:
        close = {'{': '}}', '%': '%}'}.get(text[begin + 1])
        if close is None:
            yield 'text', text[at : begin + 1]
            at = begin + 1
            continue
        if begin > at:
            yield 'text', text[at:begin]
        end = text.index(close, begin)
        yield ('value' if close == '}}' else 'tag'), text[begin + 2 : end].strip()
        at = end + 2
    yield 'text', text[at:]


def lookup(name):
    first, *rest = name.split('.')

    def get(scope):
        value = scope[first]
        for key in rest:
            value = value[key]
        return value

    return get


def compile_block(source, ends):
    parts = []
    for kind, text in source:
        if kind == 'text':
            parts.append(lambda scope, out, text=text: out.append(text))
        elif kind == 'value':
            parts.append(lambda scope, out, get=lookup(text): out.append(html.escape(str(get(scope)))))
        elif text in ends:
            return parts, text
        else:
            parts.append(compile_tag(source, text.split()))
    return parts, None


def compile_tag(source, words):
    if words[0] == 'for':
        body, _ = compile_block(source, ['endfor'])
        get, name = lookup(words[3]), words[1]

        def loop(scope, out):
            inner = dict(scope)
            for value in get(scope):
                inner[name] = value
                for part in body:
                    part(inner, out)

        return loop
    yes, end = compile_block(source, ['else', 'endif'])
    no = compile_block(source, ['endif'])[0] if end == 'else' else []
    get = lookup(words[1])

    def choose(scope, out):
        for part in yes if get(scope) else no:
            part(scope, out)

    return choose


def run():
    length = 0
    for n in range(30):
        page, _ = compile_block(tokens(PAGE), [])
        rows = [{'odd': i % 2, 'cells': [i * j if j % 2 else '<%d>' % j for j in range(10)]} for i in range(120)]
        scope = {'title': 'Page %d' % n, 'rows': rows, 'user': {'name': "O'Neil", 'mail': 'a@b'}}
        out = []
        for part in page:
            part(scope, out)
        text = ''.join(out)
        length += len(text)
    return length, text.count('&lt;'), text[-40:]


EXPECTED = (620150, 600, '1</td></tr>\n<p>O&#x27;Neil &amp; a@b</p>')
