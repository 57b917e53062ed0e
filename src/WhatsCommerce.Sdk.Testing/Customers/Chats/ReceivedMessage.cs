namespace WhatsCommerce.Testing;

/// <summary>A message of the business that a customer received.</summary>
public sealed class ReceivedMessage : ChatEntry
{
    internal ReceivedMessage(MessageId id, DateTimeOffset at, AcceptedMessage accepted, EmulatedNumber number)
        : base(id, at)
    {
        Kind = accepted.Kind;
        Text = accepted.Text;
        Products = [.. accepted.Products.Select(product => new RetailerId(product))];
        RepliesTo = accepted.RepliesTo;
        CallbackData = accepted.CallbackData;
        Json = accepted.Json;
        Number = number;
    }

    /// <summary>The id of the business phone number that sent it.</summary>
    public PhoneNumberId From => Number.Id;

    /// <summary>
    /// The message type, including the interactive type: <c>text</c>, <c>interactive.product_list</c>, <c>template</c>.
    /// </summary>
    public override string Kind { get; }

    /// <summary>
    /// The text that the customer reads: the text, the body of an interactive message, or the caption; <see langword="null"/> when there is
    /// none.
    /// </summary>
    public override string? Text { get; }

    /// <summary>The retailer ids of the items that the customer sees, in order, without items that are missing in the catalog.</summary>
    public override IReadOnlyList<RetailerId> Products { get; }

    /// <summary>The id of the message that this one quotes; absent when it quotes none.</summary>
    public override MessageId RepliesTo { get; }

    /// <summary>The callback data that every status contains (<c>biz_opaque_callback_data</c>).</summary>
    public string? CallbackData { get; }

    /// <summary>The JSON that the business sent.</summary>
    public override JsonElement Json { get; }

    /// <summary>Returns the kind, the id and the last status, without content.</summary>
    public override string ToString() => $"{Kind} {Id} {(Statuses is [.., var last] ? last : "accepted")}";

    internal EmulatedNumber Number { get; }
}
