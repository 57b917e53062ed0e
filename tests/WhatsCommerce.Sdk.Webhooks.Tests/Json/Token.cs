using System.Text.Json;
using WhatsCommerce.Webhooks.Json;

namespace WhatsCommerce.Tests.Json;

/// <summary>A token, and where it stands.</summary>
internal readonly record struct Token(JsonTokenType Type, int Start, int End, bool IsEscaped)
{
    /// <summary>Reads all tokens with <see cref="JsonTokenizer"/>; <see langword="null"/> when the syntax is broken.</summary>
    public static List<Token>? All(ReadOnlySpan<byte> json)
    {
        List<Token> tokens = [];
        try
        {
            var reader = new JsonTokenizer(json, 0);
            AddValue(ref reader, tokens);
            reader.Finish();
            return tokens;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the tokens of the value at a position.</summary>
    public static List<Token> OfValue(ReadOnlySpan<byte> json, int position)
    {
        List<Token> tokens = [];
        var reader = new JsonTokenizer(json, position);
        AddValue(ref reader, tokens);
        return tokens;
    }

    /// <summary>Reads all tokens with <see cref="Utf8JsonReader"/>, the measure of what is right.</summary>
    public static List<Token>? AllByUtf8JsonReader(ReadOnlySpan<byte> json)
    {
        List<Token> tokens = [];
        try
        {
            var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonTokenizer.MaxDepth });
            while (reader.Read())
            {
                // Of a name it counts the colon too.
                int end = reader.TokenType == JsonTokenType.PropertyName
                    ? (int)reader.TokenStartIndex + reader.ValueSpan.Length + 2
                    : (int)reader.BytesConsumed;
                tokens.Add(new(reader.TokenType, (int)reader.TokenStartIndex, end, reader.ValueIsEscaped));
            }

            return tokens;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void AddValue(ref JsonTokenizer reader, List<Token> tokens)
    {
        tokens.Add(new(reader.Type, reader.Start, reader.End, reader.Type == JsonTokenType.String && reader.IsEscaped));
        if (reader.Type == JsonTokenType.StartObject)
        {
            while (reader.NextMember(out ReadOnlySpan<byte> name, out int start, out bool isEscaped))
            {
                tokens.Add(new(JsonTokenType.PropertyName, start - 1, start + name.Length + 1, isEscaped));
                AddValue(ref reader, tokens);
            }

            tokens.Add(new(reader.Type, reader.Start, reader.End, false));
        }
        else if (reader.Type == JsonTokenType.StartArray)
        {
            while (reader.NextItem())
            {
                AddValue(ref reader, tokens);
            }

            tokens.Add(new(reader.Type, reader.Start, reader.End, false));
        }
    }
}
