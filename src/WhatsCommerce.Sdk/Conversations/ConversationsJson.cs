using System.Text.Json.Serialization;

namespace WhatsCommerce.Conversations;

/// <summary>The JSON of this room.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(ThreadControlAnswer))]
internal sealed partial class ConversationsJson : JsonSerializerContext;
