using System.Diagnostics;
using System.Globalization;
using System.Text;
using WhatsCommerce.Tests.Invariants;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests.Mutations;

/// <summary>
/// A body of four times the length takes about four times as long, wherever it is that it grows: a body that costs the square of its length
/// would be a way to stop the receiver. Not among the tests that always run, since it measures time: <c>eng/mutate-webhooks.sh</c>.
/// </summary>
public sealed class LinearTimeTests(ITestOutputHelper output)
{
    private const int Short = 96 * 1024;

    // Squared growth shows as 4. Caches and the collector account for the rest.
    private const double MostPerByte = 2.2;

    public static TheoryData<string> Names() => [.. Samples.Names];

    [Theory(Explicit = true)]
    [MemberData(nameof(Names), DisableDiscoveryEnumeration = true)]
    public void Parse_FourTimesTheLength_TakesAboutFourTimesTheTime(string name)
    {
        byte[] body = Samples.Json(name).Bytes();
        Assert.True(ValueSpan.TryFind(body, out List<ValueSpan> values));
        double worst = 0;
        foreach (Growth growth in values.Skip(1).SelectMany(value => Growth.Of(body, value)))
        {
            double perByte = growth.Measure();
            worst = Math.Max(worst, perByte);
            Assert.True(
                perByte <= MostPerByte,
                string.Create(CultureInfo.InvariantCulture, $"{growth.What}: {perByte:0.00} times the time for each byte."));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: at worst {worst:0.00} times the time for each byte"));
    }

    [Fact(Explicit = true)]
    public void Parse_FourTimesTheContactsAndMessages_TakesAboutFourTimesTheTime()
    {
        var growth = new Growth("contacts in the opposite order of their messages", Contacts(1000), Contacts(4000));

        Assert.InRange(growth.Measure(), 0, MostPerByte);
    }

    private static byte[] Contacts(int count) => $$"""
        {"contacts":[{{string.Join(',', Enumerable.Range(0, count).Select(i => $"{{\"wa_id\":\"{i}\"}}"))}}],
        "messages":
        [{{string.Join(',', Enumerable.Range(0, count).Reverse().Select(i =>
            $"{{\"id\":\"w\",\"from\":\"{i}\",\"text\":{{\"body\":\"x\"}}}}"))}}]}
        """.Bytes();

    /// <summary>One way in which a body becomes longer.</summary>
    private sealed record Growth(string What, byte[] Less, byte[] More)
    {
        private const int Attempts = 4;

        public static IEnumerable<Growth> Of(byte[] body, ValueSpan value)
        {
            string where = Encoding.UTF8.GetString(body[value.First..Math.Min(value.End, value.First + 40)]);
            yield return Repeat("repeated " + where, value.End, [(byte)',', .. body[value.First..value.End]]);
            switch (body[value.Start])
            {
                case (byte)'"':
                    yield return Repeat("longer " + where, value.End - 1, "7\\u00e9"u8.ToArray());
                    break;
                case (byte)'{':
                    yield return Repeat("more members in " + where, value.End - 1, ",\"extra\":{\"id\":[1]}"u8.ToArray());
                    yield return Nest(where, 60);
                    break;
                default:
                    break;
            }

            Growth Repeat(string what, int at, byte[] piece)
            {
                int times = Short / piece.Length;
                return new(what, Insert(at, piece, times), Insert(at, piece, times * 4));
            }

            byte[] Insert(int at, byte[] piece, int times) =>
                [.. body[..at], .. Enumerable.Repeat(piece, times).SelectMany(bytes => bytes), .. body[at..]];

            // The deeper it is, the oftener it could be passed over.
            Growth Nest(string what, int depth) => new("nested " + what, Wrap(depth / 2), Wrap(depth * 2));

            byte[] Wrap(int depth)
            {
                byte[] open = [(byte)'{', .. body[value.First..value.Start]];
                byte[] inner = [.. body[value.Start..(value.End - 1)], .. ",\"extra\":\""u8, .. new string('x', Short).Bytes(), .. "\"}"u8];
                return value.First == value.Start
                    ? [.. body[..value.Start], .. inner, .. body[value.End..]]
                    : [
                        .. body[..value.Start],
                        .. Enumerable.Repeat(open, depth).SelectMany(bytes => bytes),
                        .. inner,
                        .. new string('}', depth).Bytes(),
                        .. body[value.End..]];
            }
        }

        /// <summary>
        /// How many times longer a byte takes in the longer body; the least of several attempts, since anything may come in between.
        /// </summary>
        public double Measure()
        {
            double least = double.MaxValue;
            for (int attempt = 0; attempt < Attempts && least > 1.5; attempt++)
            {
                least = Math.Min(least, Time(More) / Time(Less) * Less.Length / More.Length);
            }

            return least;
        }

        private static double Time(byte[] body)
        {
            double least = double.MaxValue;
            for (int run = 0; run < 5; run++)
            {
                long start = Stopwatch.GetTimestamp();
                Assert.True(WebhookParser.TryParse(body, out _));
                least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }

            return least;
        }
    }
}
