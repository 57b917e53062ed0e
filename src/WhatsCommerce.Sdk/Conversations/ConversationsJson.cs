namespace WhatsCommerce.Conversations;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ThreadControlResponse))]
internal sealed partial class ConversationsJson : JsonSerializerContext;
