namespace WhatsCommerce.Subscriptions;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SuccessAnswer))]
[JsonSerializable(typeof(PageAnswer<AppSubscription>))]
[JsonSerializable(typeof(PageAnswer<AppWebhook>))]
internal sealed partial class SubscriptionsJson : JsonSerializerContext;
