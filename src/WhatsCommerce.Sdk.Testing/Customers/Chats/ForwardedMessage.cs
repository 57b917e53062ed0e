namespace WhatsCommerce.Testing;

/// <summary>A product message of the business that another customer forwarded. The business is not notified.</summary>
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

    /// <summary>The customer who forwarded it.</summary>
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

    /// <summary>Returns the kind and the id, without content.</summary>
    public override string ToString() => $"forwarded {Kind} {Id}";
}
