namespace WhatsCommerce.Webhooks;

/// <summary>Represents a conversation of the chat history with one customer (<c>threads[]</c>).</summary>
public sealed partial record HistoryThread
{
    /// <summary><c>id</c>: the number of the customer.</summary>
    [Sensitive]
    public string? Id { get; init; }

    /// <summary>The customer, by <c>context</c> and <c>id</c>.</summary>
    [Printed]
    public Customer Customer { get; init; } = Customer.Unknown;

    /// <summary><c>messages</c>, in the order sent.</summary>
    public IReadOnlyList<HistoryMessage> Messages { get; init; } = [];

    /// <summary>The JSON members that have no property.</summary>
    public AdditionalProperties AdditionalProperties { get; internal init; }
}
