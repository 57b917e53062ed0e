namespace WhatsCommerce.Payments;

/// <summary>How a payment, a transaction or a refund stands: an open value.</summary>
/// <remarks>Source: Meta, payments/payments-in/pg.</remarks>
public readonly record struct PaymentState
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public PaymentState(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Under way.</summary>
    public static PaymentState Pending { get; } = new("pending");

    /// <summary>The payment is complete: the money was taken.</summary>
    public static PaymentState Captured { get; } = new("captured");

    /// <summary>The transaction or refund is complete.</summary>
    public static PaymentState Success { get; } = new("success");

    /// <summary>It failed.</summary>
    public static PaymentState Failed { get; } = new("failed");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "pending" or "captured" or "success" or "failed";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
