namespace WhatsCommerce.Messages;

/// <summary>Represents the status of an order; unlisted values are kept.</summary>
/// <remarks>Source: Meta, payments/payments-in/pg, "Supported order status and transitions"; payments/payments-br/orders.</remarks>
[OpenWord(HasValue = true)]
public readonly partial record struct OrderStatus
{
    /// <summary>Not paid yet; the initial status of every order.</summary>
    [Word("pending")]
    public static partial OrderStatus Pending { get; }

    /// <summary>Paid, and being prepared.</summary>
    [Word("processing")]
    public static partial OrderStatus Processing { get; }

    /// <summary>A part has been shipped. Meta's pages also spell it with a hyphen; it is sent as <c>partially_shipped</c>.</summary>
    [Word("partially_shipped", OtherSpelling = "partially-shipped")]
    public static partial OrderStatus PartiallyShipped { get; }

    /// <summary>Shipped completely.</summary>
    [Word("shipped")]
    public static partial OrderStatus Shipped { get; }

    /// <summary>Completed; final.</summary>
    [Word("completed")]
    public static partial OrderStatus Completed { get; }

    /// <summary>Canceled; final. Meta rejects it for an order that was paid (2047).</summary>
    [Word("canceled")]
    public static partial OrderStatus Canceled { get; }

    /// <summary>Whether no other status can follow.</summary>
    public bool IsFinal => this == Completed || this == Canceled;

    /// <summary>Whether Meta allows the change from this status to another; otherwise the message fails (2046).</summary>
    /// <remarks>
    /// Every order begins as pending and does not return there; processing, partially shipped and shipped follow each other in any
    /// order, also twice; completed and canceled are final.
    /// </remarks>
    /// <param name="next">The status that an order status message would give the order.</param>
    public bool CanBecome(OrderStatus next) => next.HasValue && next != Pending && !IsFinal;
}
