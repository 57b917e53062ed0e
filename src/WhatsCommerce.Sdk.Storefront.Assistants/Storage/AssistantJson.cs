using System.Text.Json.Serialization;

namespace WhatsCommerce.Storefronts;

/// <summary>The source-generated JSON serialization of stored budgets and turns.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StoredUse[]))]
[JsonSerializable(typeof(StoredTurn))]
internal sealed partial class AssistantJson : JsonSerializerContext;
