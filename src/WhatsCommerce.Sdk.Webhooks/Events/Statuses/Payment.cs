using System.Collections.ObjectModel;

namespace WhatsCommerce.Webhooks;

/// <summary>How the payment of an order stands (<c>statuses[].payment</c>).</summary>
/// <remarks>Ask Meta for the payment before goods leave the house: a webhook alone is no proof. Source: Meta, payments/payments-in/pg and
/// payments-br.</remarks>
public sealed record Payment
{
    /// <summary><c>reference_id</c> of the order details that were sent.</summary>
    public string? ReferenceId { get; init; }

    /// <summary><c>amount</c> and <c>currency</c>; <see langword="null"/> when they are no exact amount.</summary>
    public Money? Amount { get; init; }

    /// <summary><c>transaction</c>: the last attempt to pay.</summary>
    public PaymentTransaction? Transaction { get; init; }

    /// <summary><c>refunds</c>: what was paid back; empty otherwise.</summary>
    public IReadOnlyList<PaymentRefund> Refunds { get; init; } = [];

    /// <summary><c>receipt</c>: what the business gave the order for the payment gateway.</summary>
    public string? Receipt { get; init; }

    /// <summary><c>notes</c>, <c>udf1</c> ... and <c>additional_info1</c> ...: the same by name, each gateway with its own names.</summary>
    public IReadOnlyDictionary<string, string> Notes { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }

    /// <summary>
    /// What tells this state of the payment from the others: the transaction's and each refund's, since a refund leaves the former as
    /// it was.
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
