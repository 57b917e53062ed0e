using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Storefronts;

/// <summary>The stored names of the events. A name must never change, because stored events are read by it.</summary>
internal static class StoredEvents
{
    private static readonly FrozenDictionary<Type, string> Names = new Dictionary<Type, string>
    {
        [typeof(CartAbandoned)] = "cart_abandoned",
        [typeof(CartReceived)] = "cart_received",
        [typeof(CartRecovered)] = "cart_recovered",
        [typeof(CheckoutOffered)] = "checkout_offered",
        [typeof(HumanRequested)] = "human_requested",
        [typeof(HumanGaveBack)] = "human_gave_back",
        [typeof(HumanTookOver)] = "human_took_over",
        [typeof(MessageFailed)] = "message_failed",
        [typeof(MessageReceived)] = "message_received",
        [typeof(NothingFound)] = "nothing_found",
        [typeof(OrderAdvanced)] = "order_advanced",
        [typeof(OrderNeedsReview)] = "order_needs_review",
        [typeof(OrderPlaced)] = "order_placed",
        [typeof(OrderRefunded)] = "order_refunded",
        [typeof(PaymentDisputed)] = "payment_disputed",
        [typeof(PaymentFailed)] = "payment_failed",
        [typeof(PaymentPending)] = "payment_pending",
        [typeof(PaymentReceived)] = "payment_received",
        [typeof(ProductAsked)] = "product_asked",
        [typeof(ReminderSent)] = "reminder_sent",
        [typeof(ReminderSkipped)] = "reminder_skipped",
        [typeof(SearchAnswered)] = "search_answered",
        [typeof(ToolCalled)] = "tool_called",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, JsonTypeInfo> Types =
        Names.ToFrozenDictionary(pair => pair.Value, pair => StoredJson.Of(pair.Key), StringComparer.Ordinal);

    /// <summary>Gets the names that this version can read; a newer version may have stored others.</summary>
    public static IEnumerable<string> AllNames => Types.Keys.Order(StringComparer.Ordinal);

    public static bool Has(Type storefrontEvent) => Names.ContainsKey(storefrontEvent);

    /// <summary>The name of an event in tables and in the conversation log.</summary>
    public static string NameOf(StorefrontEvent storefrontEvent) => Names[storefrontEvent.GetType()];

    public static (string Name, string Json) Write(StorefrontEvent storefrontEvent) => Names.TryGetValue(
        storefrontEvent.GetType(), out string? name)
        ? (name, JsonSerializer.Serialize(storefrontEvent, Types[name]))
        : throw new InvalidOperationException($"{storefrontEvent.GetType().Name} has no name in the store.");

    public static StorefrontEvent Read(string name, string json) => (StorefrontEvent)JsonSerializer.Deserialize(json, Types[name])!;
}
