using System.Text.Json.Serialization;

namespace WhatsCommerce.Tool.Webhooks;

/// <summary>The JSON format of <c>--json</c>, documented in docs/command.md.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(LetterLine))]
[JsonSerializable(typeof(ReplayLine))]
internal sealed partial class WebhooksJson : JsonSerializerContext;
