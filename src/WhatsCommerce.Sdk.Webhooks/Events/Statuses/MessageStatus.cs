namespace WhatsCommerce.Webhooks;

/// <summary>What became of a message: an open value, since Meta adds new ones.</summary>
/// <remarks>Source: Meta, webhooks/reference/messages/status.</remarks>
public readonly record struct MessageStatus
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public MessageStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Meta has sent it on: one tick.</summary>
    public static MessageStatus Sent { get; } = new("sent");

    /// <summary>It reached the customer's device: two ticks.</summary>
    public static MessageStatus Delivered { get; } = new("delivered");

    /// <summary>The customer saw it: two blue ticks.</summary>
    public static MessageStatus Read { get; } = new("read");

    /// <summary>The customer played the voice message.</summary>
    public static MessageStatus Played { get; } = new("played");

    /// <summary>It was not delivered; see <see cref="StatusEvent.Errors"/>.</summary>
    public static MessageStatus Failed { get; } = new("failed");

    /// <summary>The customer deleted it.</summary>
    public static MessageStatus Deleted { get; } = new("deleted");

    /// <summary>A payment was captured.</summary>
    public static MessageStatus Captured { get; } = new("captured");

    /// <summary>A payment is pending.</summary>
    public static MessageStatus Pending { get; } = new("pending");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is
        "sent" or "delivered" or "read" or "played" or "failed" or "deleted" or "captured" or "pending";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
