using System.Text.Unicode;

namespace WhatsCommerce.Testing;

/// <summary>
/// Converts the fields of a form to the equivalent JSON object, so that endpoints read all bodies in the same way. Graph accepts objects
/// and lists in a form as JSON text, and Booleans as true and false.
/// </summary>
internal static class FormBody
{
    /// <summary>The parameter with the token, if the header has none.</summary>
    public const string Token = "access_token";

    // Parameters about the request itself, which are not data of the request.
    private static readonly string[] AboutTheRequest = [Token, "appsecret_proof"];

    // A text of the app, which often is JSON.
    private static readonly string[] AlwaysText = ["biz_opaque_callback_data"];

    /// <summary>Whether a parameter is about the request itself rather than part of its data.</summary>
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

    /// <summary>The token in a JSON body, if it has one as a member.</summary>
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
            // Errors in the JSON are reported only to callers with a token.
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
