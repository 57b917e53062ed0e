using System.Text.Json;

namespace WhatsCommerce.Flows;

/// <summary>Represents the response of an endpoint to a <see cref="FlowTestClient"/>.</summary>
public sealed class FlowTestResponse
{
    internal FlowTestResponse(int status, JsonElement json)
    {
        Status = status;
        Json = json;
    }

    /// <summary>Gets the HTTP status.</summary>
    public int Status { get; }

    /// <summary>Gets the decrypted response; <see cref="JsonValueKind.Undefined"/> when there is none.</summary>
    public JsonElement Json { get; }

    /// <summary>Gets the screen to show; <c>SUCCESS</c> when the flow is completed; <see langword="null"/> when there is none.</summary>
    public string? Screen => Json.ValueKind == JsonValueKind.Object ? EncryptedFlow.Text(Json, "screen"u8) : null;

    /// <summary>Gets the data of the screen; <see cref="JsonValueKind.Undefined"/> when there are none.</summary>
    public JsonElement Data =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("data"u8, out JsonElement data) ? data : default;
}
