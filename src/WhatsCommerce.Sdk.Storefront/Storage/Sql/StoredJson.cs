using System.Text.Encodings.Web;
using System.Text.Json.Serialization.Metadata;

namespace WhatsCommerce.Storefronts;

/// <summary>The JSON serialization of stored rows and events.</summary>
internal static class StoredJson
{
    private static readonly JsonSerializerOptions Options = new(ShopJson.Default.Options)
    {
        // The JSON is never part of an HTML page, and texts should stay readable in the table.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new TextJsonConverter<CartId>(static text => text, static id => id.Value),
            new TextJsonConverter<OrderId>(static text => text, static id => id.Value),
            new TextJsonConverter<AttemptId>(static text => text, static id => id.Value),
            new TextJsonConverter<RefundId>(static text => text, static id => id.Value),
            new TextJsonConverter<ReminderId>(static text => text, static id => id.Value),
            new TextJsonConverter<RetailerId>(static text => text, static id => id.Value),
            new TextJsonConverter<CatalogId>(static text => text, static id => id.Value),
            new TextJsonConverter<PhoneNumberId>(static text => text, static id => id.Value),
            new TextJsonConverter<ProductId>(static text => text, static id => id.Value),
            new TextJsonConverter<MessageId>(static text => text, static id => id.Value),
            new TextJsonConverter<CustomerKey>(static text => new CustomerKey(text), static key => key.Value),
            new TextJsonConverter<Currency>(static text => text, static currency => currency.Code),
            new TextJsonConverter<Recipient>(RecipientText.Read, RecipientText.Write),
            new MoneyJsonConverter(),
            new UnixTimeJsonConverter(),
        },
    };

    /// <summary>Gets the JSON type info of a stored type.</summary>
    public static JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Of(typeof(T));

    /// <inheritdoc cref="Of{T}"/>
    public static JsonTypeInfo Of(Type type) => Options.GetTypeInfo(type);
}
