using System.Text.Json.Serialization;

namespace WhatsCommerce.Storefronts;

/// <summary>The types of <see cref="StoredJson"/>. Properties may be added to the stored types, but never renamed.</summary>
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    IgnoreReadOnlyProperties = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Cart))]
[JsonSerializable(typeof(CatalogImport))]
[JsonSerializable(typeof(CatalogProduct))]
[JsonSerializable(typeof(CustomerConversation))]
[JsonSerializable(typeof(ConversationContent))]
[JsonSerializable(typeof(ConversationEntry))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(PaymentAttempt))]
[JsonSerializable(typeof(Refund))]
[JsonSerializable(typeof(RecoveryCustomer))]
[JsonSerializable(typeof(RecoverySequence))]
[JsonSerializable(typeof(RecoverySettings))]
[JsonSerializable(typeof(Reminder))]
[JsonSerializable(typeof(CartAbandoned))]
[JsonSerializable(typeof(CartReceived))]
[JsonSerializable(typeof(CartRecovered))]
[JsonSerializable(typeof(CheckoutOffered))]
[JsonSerializable(typeof(HumanRequested))]
[JsonSerializable(typeof(HumanGaveBack))]
[JsonSerializable(typeof(HumanTookOver))]
[JsonSerializable(typeof(MessageFailed))]
[JsonSerializable(typeof(MessageReceived))]
[JsonSerializable(typeof(NothingFound))]
[JsonSerializable(typeof(OrderAdvanced))]
[JsonSerializable(typeof(OrderNeedsReview))]
[JsonSerializable(typeof(OrderPlaced))]
[JsonSerializable(typeof(OrderRefunded))]
[JsonSerializable(typeof(PaymentDisputed))]
[JsonSerializable(typeof(PaymentFailed))]
[JsonSerializable(typeof(PaymentPending))]
[JsonSerializable(typeof(PaymentReceived))]
[JsonSerializable(typeof(ProductAsked))]
[JsonSerializable(typeof(ReminderSent))]
[JsonSerializable(typeof(ReminderSkipped))]
[JsonSerializable(typeof(SearchAnswered))]
[JsonSerializable(typeof(SearchProduct))]
[JsonSerializable(typeof(ToolCalled))]
internal sealed partial class ShopJson : JsonSerializerContext;
