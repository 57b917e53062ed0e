using System.Diagnostics.CodeAnalysis;

namespace WhatsCommerce.Messages;

/// <summary>How far an order has come: an open value.</summary>
/// <remarks>Source: Meta, payments/payments-in/pg, "Supported order status and transitions"; payments/payments-br/orders.</remarks>
public readonly record struct OrderStatus
{
    /// <summary>Takes the status from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent. Of <c>partially-shipped</c> both spellings are read.</param>
    public OrderStatus(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value == "partially-shipped" ? "partially_shipped" : value;

    /// <summary>Not paid yet: what every order begins with.</summary>
    public static OrderStatus Pending { get; } = new("pending");

    /// <summary>Paid, and being prepared.</summary>
    public static OrderStatus Processing { get; } = new("processing");

    /// <summary>Part of it is under way. Meta's pages spell it with a hyphen too; on the wire it goes as <c>partially_shipped</c>.</summary>
    public static OrderStatus PartiallyShipped { get; } = new("partially_shipped");

    /// <summary>All of it is under way.</summary>
    public static OrderStatus Shipped { get; } = new("shipped");

    /// <summary>Done; final.</summary>
    public static OrderStatus Completed { get; } = new("completed");

    /// <summary>Called off; final. Meta refuses it for an order that was paid (2047).</summary>
    public static OrderStatus Canceled { get; } = new("canceled");

    /// <summary>The status as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is a status.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    public bool HasValue => Value is not null;

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "pending" or "processing" or "partially_shipped" or "shipped" or "completed" or "canceled";

    /// <summary>Whether no other status can follow.</summary>
    public bool IsFinal => this == Completed || this == Canceled;

    /// <summary>Whether Meta lets an order go on from this status to another; else the message comes back as failed (2046).</summary>
    /// <remarks>
    /// Every order begins as pending and does not return there; processing, partially shipped and shipped follow each other in any
    /// order, also twice; completed and canceled are final.
    /// </remarks>
    /// <param name="next">The status that an order status message would give the order.</param>
    public bool CanBecome(OrderStatus next) => next.HasValue && next != Pending && !IsFinal;

    /// <summary>The status as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
