namespace WhatsCommerce.Webhooks;

/// <summary>What last became of a message of the past (<c>history_context.status</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/history.</remarks>
public readonly record struct HistoryMessageStatus
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public HistoryMessageStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It reached the device.</summary>
    public static HistoryMessageStatus Delivered { get; } = new("DELIVERED");

    /// <summary>It failed.</summary>
    public static HistoryMessageStatus Error { get; } = new("ERROR");

    /// <summary>It was not sent yet.</summary>
    public static HistoryMessageStatus Pending { get; } = new("PENDING");

    /// <summary>It was played.</summary>
    public static HistoryMessageStatus Played { get; } = new("PLAYED");

    /// <summary>It was read.</summary>
    public static HistoryMessageStatus Read { get; } = new("READ");

    /// <summary>It was sent.</summary>
    public static HistoryMessageStatus Sent { get; } = new("SENT");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "DELIVERED" or "ERROR" or "PENDING" or "PLAYED" or "READ" or "SENT";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
