using System.Text.Encodings.Web;

namespace WhatsCommerce.Testing;

/// <summary>A response of a local provider.</summary>
internal sealed record LocalResponse(int Status, byte[] Body, string ContentType)
{
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Headers beside the type.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>Whether the request was carried out: then its idempotency key holds this response.</summary>
    public bool IsDone { get; init; }

    /// <summary>Creates the response to a retry with the same key; null if the first response is repeated unchanged.</summary>
    public Func<LocalResponse>? Again { get; init; }

    public bool IsCut { get; init; }
    public TimeSpan Wait { get; init; }

    public static LocalResponse Json(int status, JsonNode json) => new(status, Bytes(json), "application/json; charset=utf-8");

    /// <summary>The response to a request that was carried out.</summary>
    public static LocalResponse Done(JsonNode json, int status = 200) => Json(status, json) with { IsDone = true };

    public static LocalResponse Html(int status, string html) => new(status, Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8");

    public static byte[] Bytes(JsonNode json)
    {
        ArrayBufferWriter<byte> body = new();
        using (Utf8JsonWriter writer = new(body, Writing))
        {
            json.WriteTo(writer);
        }

        return body.WrittenSpan.ToArray();
    }

    public LocalResponse With(string header, string value) => this with { Headers = [.. Headers, (header, value)] };
}
