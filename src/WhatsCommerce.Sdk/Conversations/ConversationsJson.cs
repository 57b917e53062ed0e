namespace WhatsCommerce.Conversations;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ThreadControlAnswer))]
internal sealed partial class ConversationsJson : JsonSerializerContext;
