using System.Text.Json;

namespace WhatsCommerce.Flows;

/// <summary>Represents the response of an endpoint to a <see cref="FlowTestClient"/>.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Json">The decrypted response; <see cref="JsonValueKind.Undefined"/> when there is none.</param>
public sealed record FlowTestAnswer(int Status, JsonElement Json)
{
    /// <summary>The screen to show; <c>SUCCESS</c> when the flow is completed; <see langword="null"/> when there is none.</summary>
    public string? Screen => Json.ValueKind == JsonValueKind.Object ? EncryptedFlow.Text(Json, "screen"u8) : null;

    /// <summary>The data of the screen; <see cref="JsonValueKind.Undefined"/> when there are none.</summary>
    public JsonElement Data =>
        Json.ValueKind == JsonValueKind.Object && Json.TryGetProperty("data"u8, out JsonElement data) ? data : default;
}
