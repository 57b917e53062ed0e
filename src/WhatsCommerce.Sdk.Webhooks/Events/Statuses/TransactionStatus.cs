namespace WhatsCommerce.Webhooks;

/// <summary>How a payment or a refund stands: an open value.</summary>
/// <remarks>Source: Meta, payments.</remarks>
public readonly record struct TransactionStatus
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public TransactionStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It is under way.</summary>
    public static TransactionStatus Pending { get; } = new("pending");

    /// <summary>It went through.</summary>
    public static TransactionStatus Success { get; } = new("success");

    /// <summary>It did not go through.</summary>
    public static TransactionStatus Failed { get; } = new("failed");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "pending" or "success" or "failed";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
