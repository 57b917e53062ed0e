using System.Text;

namespace WhatsCommerce.Tests.Mutations;

/// <summary>
/// Changes bodies at random: first their structure, so that they stay JSON and reach deep into the readers, then their bytes.
/// </summary>
internal sealed class Mutator(byte[][] seeds, Random random)
{
    private const int MaxLength = 64 * 1024;

    // What matters to JSON is tried more often than chance would.
    private static readonly byte[] Telling = [.. "{}[]\",:\\0-.eEtfn u"u8, 0xff];
    private static readonly int[] Depths = [1, 2, 9, 240, 300];

    /// <summary>Makes the next body.</summary>
    /// <param name="isJson">Whether it must be an object still; if not, it may be.</param>
    public byte[] Next(out bool isJson)
    {
        byte[] body = Pick(seeds);
        isJson = ValueSpan.TryFind(body, out List<ValueSpan>? values) && body[0] == '{';
        for (int times = random.Next(4); times > 0 && values is { Count: > 1 } && body.Length < MaxLength; times--)
        {
            // Not the first one, which is the body itself.
            body = Restructure(body, values[random.Next(1, values.Count)]);
            if (!ValueSpan.TryFind(body, out values))
            {
                isJson = false;
            }
        }

        int damages = random.Next(2) * random.Next(1, 4);
        isJson &= damages == 0;
        for (; damages > 0 && body.Length > 0; damages--)
        {
            body = Damage(body);
        }

        return body;
    }

    private byte[] Restructure(byte[] body, ValueSpan value)
    {
        switch (random.Next(5))
        {
            case 0:
                // Another value of another body.
                byte[] other = Pick(seeds);
                return ValueSpan.TryFind(other, out List<ValueSpan>? values)
                    ? Replace(body, value.Start, value.End, Slice(other, values[random.Next(values.Count)]))
                    : body;
            case 1:
                string[] small = ["null", "{}", "[]", "\"\"", "-1", "1e999", "true", "\"\\ud800\"", "99999999999999999999"];
                return Replace(body, value.Start, value.End, small[random.Next(small.Length)].Bytes());
            case 2:
                // Once more beside itself, with another value now and then.
                byte[] again = body[value.First..value.End];
                return Replace(body, value.End, value.End, [(byte)',', .. again]);
            case 3:
                return Nest(body, value);
            default:
                // Many of it, where an array wants many.
                byte[] one = Slice(body, value);
                return Replace(
                    body,
                    value.Start,
                    value.End,
                    [(byte)'[', .. Enumerable.Range(0, random.Next(1, 12)).SelectMany(i => i == 0 ? one : [(byte)',', .. one]), (byte)']']);
        }
    }

    private byte[] Nest(byte[] body, ValueSpan value)
    {
        int depth = Depths[random.Next(Depths.Length)];
        bool asObject = random.Next(2) == 0;
        string name = asObject && value.First < value.Start ? Encoding.UTF8.GetString(body[value.First..value.Start]) : "\"x\":";
        string open = string.Concat(Enumerable.Repeat(asObject ? "{" + name : "[", depth));
        return Replace(
            body, value.Start, value.End, [.. open.Bytes(), .. Slice(body, value), .. new string(asObject ? '}' : ']', depth).Bytes()]);
    }

    private byte[] Damage(byte[] body)
    {
        int at = random.Next(body.Length);
        switch (random.Next(8))
        {
            case 0:
                byte[] flipped = [.. body];
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
            case 1:
                return Replace(body, at, at + 1, [Telling[random.Next(Telling.Length)]]);
            case 2:
                return Replace(body, at, Math.Min(body.Length, at + random.Next(200)), []);
            case 3:
                byte[] other = Pick(seeds);
                int from = random.Next(other.Length);
                return Replace(body, at, at, other[from..Math.Min(other.Length, from + random.Next(200))]);
            case 4:
                return Replace(body, at, at, body[at..Math.Min(body.Length, at + random.Next(200))]);
            case 5:
                return Replace(body, at, at, "\\ud800"u8.ToArray());
            case 6:
                return Replace(body, at, at, new string(random.Next(2) == 0 ? '[' : '{', random.Next(1, 400)).Bytes());
            default:
                return body[..at];
        }
    }

    private byte[] Pick(byte[][] from) => from[random.Next(from.Length)];

    private static byte[] Slice(byte[] body, ValueSpan value) => body[value.Start..value.End];

    private static byte[] Replace(byte[] body, int start, int end, byte[] by) => [.. body[..start], .. by, .. body[end..]];
}
