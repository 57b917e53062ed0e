using System.Text.Unicode;

namespace WhatsCommerce.Testing;

/// <summary>
/// The fields of a form as the JSON object that they stand for, so that an endpoint reads every body in one way. Graph takes objects and
/// lists in a form as JSON text, and a truth value as a word.
/// </summary>
internal static class FormBody
{
    /// <summary>The parameter that a token comes in when the header has none.</summary>
    public const string Token = "access_token";

    // Meta's own parameters about the request: no part of what is asked for.
    private static readonly string[] AboutTheRequest = [Token, "appsecret_proof"];

    // A text of the app's own, which is JSON as often as not.
    private static readonly string[] AlwaysText = ["biz_opaque_callback_data"];

    /// <summary>Whether a parameter tells about the request rather than about what is asked for.</summary>
    public static bool IsAboutTheRequest(string name) => Array.IndexOf(AboutTheRequest, name) >= 0;

    /// <summary>The fields as a JSON object in UTF-8.</summary>
    public static byte[] ToJson(IReadOnlyDictionary<string, string> fields)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            foreach ((string name, string text) in fields)
            {
                Write(json, name, text);
            }

            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    /// <summary>The token in a JSON body, if one stands there as a member.</summary>
    public static string? TokenOf(ReadOnlySpan<byte> body)
    {
        if (!Utf8.IsValid(body))
        {
            return null;
        }

        Utf8JsonReader reader = new(body);
        try
        {
            if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
            {
                return null;
            }

            while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
            {
                bool isToken = reader.ValueTextEquals(Token);
                reader.Read();
                if (isToken && reader.TokenType is JsonTokenType.String)
                {
                    return reader.GetString();
                }

                reader.Skip();
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // What is wrong with the JSON is told to those who have a token.
        }

        return null;
    }

    private static void Write(Utf8JsonWriter json, string name, string text)
    {
        if (text is "true" or "false")
        {
            json.WriteBoolean(name, text == "true");
        }
        else if (text.AsSpan().TrimStart() is ['{' or '[', ..] && !AlwaysText.Contains(name) && TryParse(text, out JsonElement value))
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }
        else
        {
            json.WriteString(name, text);
        }
    }

    private static bool TryParse(string text, out JsonElement value)
    {
        value = default;
        try
        {
            value = JsonElement.Parse(Encoding.UTF8.GetBytes(text));
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
