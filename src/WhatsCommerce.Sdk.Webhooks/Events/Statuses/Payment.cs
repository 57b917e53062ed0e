using System.Collections.ObjectModel;

namespace WhatsCommerce.Webhooks;

/// <summary>Represents the payment of an order (<c>statuses[].payment</c>).</summary>
/// <remarks>Look up the payment at Meta before you ship the goods: the webhook alone is not sufficient. Source: Meta,
/// payments/payments-in/pg and payments-br.</remarks>
public sealed record Payment
{
    /// <summary><c>reference_id</c> of the order details that were sent.</summary>
    public string? ReferenceId { get; init; }

    /// <summary><c>amount</c> and <c>currency</c>; <see langword="null"/> when they are not an exact amount.</summary>
    public Money? Amount { get; init; }

    /// <summary><c>transaction</c>: the last attempt to pay.</summary>
    public PaymentTransaction? Transaction { get; init; }

    /// <summary><c>refunds</c>: the refunds; empty otherwise.</summary>
    public IReadOnlyList<PaymentRefund> Refunds { get; init; } = [];

    /// <summary><c>receipt</c>: the business's own data of the order for the payment gateway.</summary>
    public string? Receipt { get; init; }

    /// <summary>
    /// <c>notes</c>, <c>udf1</c> ... and <c>additional_info1</c> ...: the business's own data by name; each gateway has its own names.
    /// </summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }

    /// <summary>
    /// The part of the event's key that identifies this state of the payment: the states of the transaction and of each refund, since a
    /// refund does not change the transaction.
    /// </summary>
    internal string Identity => $"/{Transaction?.Id ?? Transaction?.GatewayId}/{Transaction?.Status}"
        + string.Concat(Refunds.Select(refund => $"/{refund.Id}/{refund.Status}"));

    private bool PrintMembers(StringBuilder builder)
    {
        builder.Member("ReferenceId", ReferenceId)
            .Member("Amount", Amount?.ToString())
            .Member("Transaction", Transaction?.Id)
            .Member("TransactionStatus", Transaction?.Status.Value)
            .Member("Refunds", Refunds.Count);
        return true;
    }
}
