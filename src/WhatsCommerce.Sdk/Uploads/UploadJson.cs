namespace WhatsCommerce.Uploads;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(IdResponse))]
[JsonSerializable(typeof(HandleResponse))]
[JsonSerializable(typeof(OffsetResponse))]
internal sealed partial class UploadJson : JsonSerializerContext;

/// <summary>The JSON of a response with the handle of the file: <c>{"h": "4::aW..."}</c>.</summary>
internal sealed record HandleResponse(string? H) : IGraphResponse
{
    bool IGraphResponse.IsComplete => H is { Length: > 0 };
}

/// <summary>The JSON of a response about a session: <c>{"id": "upload:...", "file_offset": 0}</c>.</summary>
internal sealed record OffsetResponse(long? FileOffset) : IGraphResponse
{
    bool IGraphResponse.IsComplete => FileOffset >= 0;
}
