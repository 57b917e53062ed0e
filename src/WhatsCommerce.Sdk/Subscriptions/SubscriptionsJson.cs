namespace WhatsCommerce.Subscriptions;

/// <summary>The JSON serialization context of this namespace.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(SuccessResponse))]
[JsonSerializable(typeof(PageResponse<AppSubscription>))]
[JsonSerializable(typeof(PageResponse<AppWebhook>))]
internal sealed partial class SubscriptionsJson : JsonSerializerContext;
