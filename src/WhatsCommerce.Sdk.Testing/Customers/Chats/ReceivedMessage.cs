namespace WhatsCommerce.Testing;

/// <summary>A message of the business, as it arrived at a customer.</summary>
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

    /// <summary>The number that sent it.</summary>
    public PhoneNumberId From => Number.Id;

    /// <summary>
    /// The type on the wire; of an interactive message also which: <c>text</c>, <c>interactive.product_list</c>, <c>template</c>.
    /// </summary>
    public override string Kind { get; }

    /// <summary>
    /// The words the customer reads: the text, the body of an interactive message, or the caption; <see langword="null"/> when there are
    /// none.
    /// </summary>
    public override string? Text { get; }

    /// <summary>The items that the customer is shown, in order; without those that the catalog lacks.</summary>
    public override IReadOnlyList<RetailerId> Products { get; }

    /// <summary>The message that this one quotes; absent when it quotes none.</summary>
    public override MessageId RepliesTo { get; }

    /// <summary>The data that the business gets back with every status (<c>biz_opaque_callback_data</c>).</summary>
    public string? CallbackData { get; }

    /// <summary>The JSON that the business sent.</summary>
    public override JsonElement Json { get; }

    /// <summary>Kind, id and last status; nothing of the content.</summary>
    public override string ToString() => $"{Kind} {Id} {(Statuses is [.., var last] ? last : "accepted")}";

    internal EmulatedNumber Number { get; }
}
