using System.Globalization;
using System.Text;
using System.Text.Json;
using WhatsCommerce.Tests.Mutations;
using WhatsCommerce.Webhooks;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Tests.Json;

/// <summary>The tokenizer reads the tokens that <see cref="Utf8JsonReader"/> reads, and fails where that fails.</summary>
/// <remarks>
/// <c>TOKENIZER_ROUNDS</c> sets the rounds of each seed. <c>eng/mutate-webhooks.sh</c> runs many, also without vectors.
/// </remarks>
public sealed class JsonTokenizerTests
{
    private static readonly int Rounds = Repetitions.Of("TOKENIZER_ROUNDS", few: 500, all: 3_000);

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Tokens_RandomJson_AreThoseOfUtf8JsonReader(int seed)
    {
        var random = new RandomJson(new Random(seed));
        for (int round = 0; round < Rounds; round++)
        {
            Compare(random.Next(), seed, round);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Tokens_MutatedBody_AreThoseOfUtf8JsonReader(int seed)
    {
        var mutator = new Mutator(MutationTests.Seeds, new Random(seed));
        for (int round = 0; round < Rounds; round++)
        {
            Compare(mutator.Next(out _), seed, round);
        }
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("\\\"")]
    [InlineData("\\u00e9")]
    [InlineData("\\x")]
    [InlineData("\u0001")]
    [InlineData("é")]
    public void Tokens_PieceAtAnyPlaceOfTheWindow_AreThoseOfUtf8JsonReader(string piece)
    {
        for (int blanks = 0; blanks < 66; blanks++)
        {
            for (int length = 0; length < 132; length++)
            {
                string json = $"{new string(' ', blanks)}[\"{new string('x', length)}{piece}\",1]";
                Compare(Encoding.UTF8.GetBytes(json), blanks, length);
            }
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("-01")]
    [InlineData("-")]
    [InlineData("--1")]
    [InlineData("+1")]
    [InlineData("1.")]
    [InlineData(".1")]
    [InlineData("1.0")]
    [InlineData("1.e1")]
    [InlineData("1.0e")]
    [InlineData("1.0e+")]
    [InlineData("1.0e+01")]
    [InlineData("1E-1")]
    [InlineData("1e1.0")]
    [InlineData("1x")]
    [InlineData("0x1")]
    [InlineData("1/")]
    [InlineData("1\0")]
    [InlineData("1_000")]
    [InlineData("Infinity")]
    public void Tokens_Number_AreThoseOfUtf8JsonReader(string number)
    {
        foreach (string around in (string[])["{0}", " {0} ", "[{0}]", "[{0},{0}]", "[{0} , 2]", "[{0}", "[[{0}],{0}]"])
        {
            Compare(Encoding.UTF8.GetBytes(string.Format(CultureInfo.InvariantCulture, around, number)), 0, 0);
            Compare(Encoding.UTF8.GetBytes("{\"a\":" + number + "}"), 0, 0);
        }
    }

    [Fact]
    public void Tokens_AnySignInPlaceOfAnother_AreThoseOfUtf8JsonReader()
    {
        string[] bodies = ["{\"a\":1,\"b\":[1,\"2\" , null]}", "[ {} , { \"a\" : [ ] } ]", "[\"\\u00e9\\uD83D\\ude00\\n\"]"];
        foreach (string json in bodies)
        {
            for (int at = 0; at < json.Length; at++)
            {
                foreach (char sign in ";:,\"\\{}[]1gx t\n")
                {
                    Compare(Encoding.UTF8.GetBytes($"{json[..at]}{sign}{json[(at + 1)..]}"), at, sign);
                    Compare(Encoding.UTF8.GetBytes($"{json[..at]}{sign}{json[at..]}"), at, sign);
                }

                Compare(Encoding.UTF8.GetBytes(json.Remove(at, 1)), at, 0);
            }
        }
    }

    [Theory]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    public void Tokens_Nest_AreThoseOfUtf8JsonReader(int depth)
    {
        Compare(Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth)), depth, 0);
        Compare(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth)), depth, 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void TryParse_DamagedBytes_FailsWhereStrictReadersFail(int seed)
    {
        var random = new Random(seed);
        var mutator = new Mutator(MutationTests.Seeds, random);
        for (int round = 0; round < Rounds; round++)
        {
            byte[] body = [.. mutator.Next(out _)];
            if (body.Length > 0)
            {
                random.NextBytes(body.AsSpan(random.Next(body.Length)) is var end && end.Length > 4 ? end[..random.Next(5)] : end);
            }

            bool isRead = WebhookParser.TryParse(body, out _, out WebhookParseError? error);

            Assert.True(ExpectedOf(body) == error?.Kind, $"Seed {seed}, round {round}: {error}\n{Encoding.Latin1.GetString(body)}");
            Assert.Equal(error is null, isRead);
        }
    }

    private static WebhookParseErrorKind? ExpectedOf(ReadOnlySpan<byte> body)
    {
        body = body.StartsWith(Encoding.UTF8.Preamble) ? body[Encoding.UTF8.Preamble.Length..] : body;
        if (body.TrimStart(" \t\r\n"u8).IsEmpty)
        {
            return WebhookParseErrorKind.Empty;
        }

        try
        {
            _ = Strict.GetString(body);
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = JsonTokenizer.MaxDepth });
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return WebhookParseErrorKind.NotAnObject;
            }

            while (reader.Read())
            {
            }

            return null;
        }
        catch (DecoderFallbackException)
        {
            return WebhookParseErrorKind.InvalidUtf8;
        }
        catch (JsonException) when (BodyDiagnosis.FindSyntaxError(body, 0) is var found)
        {
            return found.Kind;
        }
    }

    private static void Compare(byte[] json, int seed, int round)
    {
        List<Token>? expected = Token.AllByUtf8JsonReader(json);
        List<Token>? tokens = Token.All(json);
        bool same = expected is null ? tokens is null : tokens is not null && tokens.SequenceEqual(expected);
        Assert.True(
            same, $"Seed {seed}, round {round}: {Describe(expected)} expected, {Describe(tokens)} found\n{Encoding.UTF8.GetString(json)}");
        if (tokens is { Count: > 1 })
        {
            CompareParts(json, tokens, round);
        }
    }

    // A value that is read again from its position, and one that is skipped.
    private static void CompareParts(byte[] json, List<Token> tokens, int round)
    {
        int first = tokens.FindIndex(round % tokens.Count, token => token.Type is JsonTokenType.StartObject or JsonTokenType.StartArray);
        if (first >= 0)
        {
            List<Token> again = Token.OfValue(json, tokens[first].Start);
            var reader = new JsonTokenizer(json, tokens[first].Start);
            reader.Skip();
            Assert.Equal(tokens.Slice(first, again.Count), again);
            Assert.Equal(again[^1].End, reader.End);
        }
    }

    private static string Describe(List<Token>? tokens) => tokens is null ? "an error" : string.Join(' ', tokens);
}
