namespace WhatsCommerce.Testing;

/// <summary>A product message of the business that another customer has passed on. The business does not hear of it.</summary>
public sealed class ForwardedMessage : ChatEntry
{
    internal ForwardedMessage(MessageId id, DateTimeOffset at, ReceivedMessage original, EmulatedCustomer by)
        : base(id, at)
    {
        Original = original;
        By = by;
    }

    /// <summary>The message as the business sent it.</summary>
    public ReceivedMessage Original { get; }

    /// <summary>Who passed it on.</summary>
    public EmulatedCustomer By { get; }

    /// <inheritdoc/>
    public override string Kind => Original.Kind;

    /// <inheritdoc/>
    public override string? Text => Original.Text;

    /// <inheritdoc/>
    public override IReadOnlyList<RetailerId> Products => Original.Products;

    /// <inheritdoc/>
    public override MessageId RepliesTo => default;

    /// <inheritdoc/>
    public override JsonElement Json => Original.Json;

    /// <summary>Kind and id; nothing of the content.</summary>
    public override string ToString() => $"forwarded {Kind} {Id}";
}
