using System.Text.Json.Serialization;

namespace WhatsCommerce.Tool.Events;

/// <summary>The JSON format of <c>--json</c>, documented in docs/command.md.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TriggerResult))]
[JsonSerializable(typeof(TrafficLine))]
internal sealed partial class EventsJson : JsonSerializerContext;
