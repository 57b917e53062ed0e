using System.Text.Json.Serialization;

namespace WhatsCommerce.Storefronts;

/// <summary>How budgets and turns are stored, without reflection.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredUse[]))]
[JsonSerializable(typeof(StoredTurn))]
internal sealed partial class AssistantJson : JsonSerializerContext;
