using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Messages;

/// <summary>How far the payment of an order has come: an open value.</summary>
/// <remarks>Source: Meta, payments/payments-br/orders, "Supported payment status".</remarks>
public readonly record struct OrderPaymentStatus
{
    /// <summary>Takes the status from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public OrderPaymentStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Not there yet.</summary>
    public static OrderPaymentStatus Pending { get; } = new("pending");

    /// <summary>It is there; the order is shown as paid.</summary>
    public static OrderPaymentStatus Captured { get; } = new("captured");

    /// <summary>It failed.</summary>
    public static OrderPaymentStatus Failed { get; } = new("failed");

    /// <summary>The status as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a status.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "pending" or "captured" or "failed";

    /// <summary>The status as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
