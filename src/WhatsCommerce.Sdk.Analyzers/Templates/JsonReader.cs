using System.Globalization;
using System.Text;

namespace WhatsCommerce.Analyzers;

/// <summary>
/// Reads JSON into dictionaries, lists, strings, numbers and booleans. An analyzer should bring no dependencies into the compiler, and
/// netstandard2.0 has no JSON reader.
/// </summary>
internal sealed class JsonReader
{
    private const int MaxDepth = 64;

    private readonly string _text;
    private int _at;

    private JsonReader(string text) => _text = text;

    /// <summary>Reads a whole text.</summary>
    /// <exception cref="FormatException">It is not JSON; the message says where.</exception>
    public static object? Read(string text)
    {
        JsonReader reader = new(text);
        object? value = reader.Value(0);
        reader.SkipBlanks();
        return reader._at == text.Length ? value : throw reader.Error("the end");
    }

    private object? Value(int depth)
    {
        if (depth > MaxDepth)
        {
            throw Error("fewer levels");
        }

        SkipBlanks();
        return Peek() switch
        {
            '{' => Object(depth),
            '[' => List(depth),
            '"' => Text(),
            't' => Word("true", true),
            'f' => Word("false", false),
            'n' => Word("null", null),
            _ => Number(),
        };
    }

    private Dictionary<string, object?> Object(int depth)
    {
        Dictionary<string, object?> members = new(StringComparer.Ordinal);
        _at++;
        SkipBlanks();
        while (Peek() != '}')
        {
            string name = Text();
            SkipBlanks();
            Expect(':');
            members[name] = Value(depth + 1);
            Separator('}');
        }

        _at++;
        return members;
    }

    private List<object?> List(int depth)
    {
        List<object?> items = [];
        _at++;
        SkipBlanks();
        while (Peek() != ']')
        {
            items.Add(Value(depth + 1));
            Separator(']');
        }

        _at++;
        return items;
    }

    private void Separator(char end)
    {
        SkipBlanks();
        if (Peek() != end)
        {
            Expect(',');
            SkipBlanks();
            if (Peek() == end)
            {
                throw Error("a value");
            }
        }
    }

    private string Text()
    {
        Expect('"');
        StringBuilder text = new();
        while (true)
        {
            char c = Peek();
            _at++;
            switch (c)
            {
                case '"':
                    return text.ToString();
                case '\\':
                    text.Append(Escaped());
                    break;
                case < ' ':
                    throw Error("the end of the string");
                default:
                    text.Append(c);
                    break;
            }
        }
    }

    private char Escaped()
    {
        char c = Peek();
        _at++;
        switch (c)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u':
                if (_at + 4 <= _text.Length && ushort.TryParse(
                    _text.Substring(_at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out ushort code))
                {
                    _at += 4;
                    return (char)code;
                }

                throw Error("four hexadecimal digits");
            case '"' or '\\' or '/':
                return c;
            default:
                throw Error("an escape");
        }
    }

    private double Number()
    {
        int start = _at;
        while (_at < _text.Length && _text[_at] is (>= '0' and <= '9') or '-' or '+' or '.' or 'e' or 'E')
        {
            _at++;
        }

        return double.TryParse(_text.Substring(start, _at - start), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw Error("a value");
    }

    private object? Word(string word, object? value)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            throw Error("a value");
        }

        _at += word.Length;
        return value;
    }

    // The end reads as a character that fits nowhere.
    private char Peek() => _at < _text.Length ? _text[_at] : '\0';

    private void Expect(char c)
    {
        if (Peek() != c)
        {
            throw Error($"'{c}'");
        }

        _at++;
    }

    private void SkipBlanks()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\t' or '\r' or '\n' or '\uFEFF')
        {
            _at++;
        }
    }

    private FormatException Error(string expected)
    {
        int at = Math.Min(_at, _text.Length);
        int line = 1 + _text.Take(at).Count(c => c == '\n');
        return new($"line {line.ToString(CultureInfo.InvariantCulture)} is not JSON, expected {expected}");
    }
}
