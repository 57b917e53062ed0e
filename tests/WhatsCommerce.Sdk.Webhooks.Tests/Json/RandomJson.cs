using System.Globalization;
using System.Text;

namespace WhatsCommerce.Tests.Json;

/// <summary>Writes JSON at random: all that the grammar allows, and in every second text a slip or two that it does not.</summary>
internal sealed class RandomJson(Random random)
{
    // The bitmap of the tokenizer looks at 64 bytes at a time, made of vectors of 16 and 32.
    private static readonly int[] Edges = [0, 1, 15, 16, 17, 31, 32, 33, 47, 48, 62, 63, 64, 65, 127, 128, 129];

    private static readonly string[] Pieces =
        [
            "\\\"",
            "\\\\",
            "\\/",
            "\\b",
            "\\f",
            "\\n",
            "\\r",
            "\\t",
            "\\u0000",
            "\\u00e9",
            "\\ud83c\\udf4e",
            "\\ud800",
            "\\uDfFf",
            "é",
            "€",
            "🍎",
            "\u007f",
            "{",
            "]",
            ",",
            ":"];

    private static readonly string[] Slips =
        [
            "\"",
            "\\",
            "\\x",
            "\\u12",
            "\\u12g4",
            "\0",
            "\u001f",
            "\n",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "-",
            ".",
            "e",
            "E+",
            "0",
            "00",
            "+1",
            ".5",
            "/",
            "//",
            "/* */",
            "'",
            "tru",
            "nulls",
            "True",
            "NaN",
            "\ufeff",
            "é"];

    private readonly StringBuilder _json = new();

    public byte[] Next()
    {
        _json.Clear();
        AddBlanks();
        AddValue(random.Next(12) == 0 ? 260 : 5);
        AddBlanks();
        byte[] json = Encoding.UTF8.GetBytes(_json.ToString());
        for (int slips = random.Next(2) * random.Next(1, 3); slips > 0; slips--)
        {
            json = Slip(json);
        }

        return json;
    }

    private byte[] Slip(byte[] json)
    {
        int at = random.Next(json.Length + 1);
        int end = Math.Min(json.Length, at + random.Next(3));
        return random.Next(8) == 0 ? json[..at] : [.. json[..at], .. Encoding.UTF8.GetBytes(Pick(Slips)), .. json[end..]];
    }

    private void AddValue(int depth)
    {
        // Deep ones are narrow, or they would be endless.
        bool deep = depth > 8;
        switch (deep || depth == 0 ? (deep ? random.Next(2) : random.Next(2, 6)) : random.Next(6))
        {
            case 0:
                AddMany('{', '}', deep ? 1 : random.Next(6), () =>
                {
                    AddString();
                    AddBlanks();
                    _json.Append(':');
                    AddBlanks();
                    AddValue(depth - 1);
                });
                break;
            case 1:
                AddMany('[', ']', deep ? 1 : random.Next(6), () => AddValue(depth - 1));
                break;
            case 2:
                AddNumber();
                break;
            case 3:
                _json.Append(Pick(["true", "false", "null"]));
                break;
            default:
                AddString();
                break;
        }
    }

    private void AddMany(char open, char close, int count, Action add)
    {
        _json.Append(open);
        AddBlanks();
        for (int i = 0; i < count; i++)
        {
            if (i > 0)
            {
                _json.Append(',');
                AddBlanks();
            }

            add();
            AddBlanks();
        }

        _json.Append(close);
    }

    private void AddString()
    {
        _json.Append('"').Append('x', random.Next(4) == 0 ? Edges[random.Next(Edges.Length)] : random.Next(12));
        for (int pieces = random.Next(3) * random.Next(3); pieces > 0; pieces--)
        {
            _json.Append(Pick(Pieces)).Append('y', random.Next(8) == 0 ? Edges[random.Next(Edges.Length)] : random.Next(3));
        }

        _json.Append('"');
    }

    private void AddNumber()
    {
        _json.Append(Pick(["", "-"])).Append(
            random.Next(4) == 0 ? "0" : random.NextInt64(1, long.MaxValue >> random.Next(60)).ToString(CultureInfo.InvariantCulture));
        if (random.Next(3) == 0)
        {
            _json.Append('.').Append('0', random.Next(3)).Append(random.Next());
        }

        if (random.Next(4) == 0)
        {
            _json.Append(Pick(["e", "E", "e+", "E-"])).Append(random.Next(400));
        }
    }

    private void AddBlanks()
    {
        if (random.Next(6) == 0)
        {
            _json.Append(Pick([" ", "\t", "\r\n", "  "])).Append(' ', random.Next(10) == 0 ? Edges[random.Next(Edges.Length)] : 0);
        }
    }

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
