namespace WhatsCommerce.Webhooks;

/// <summary>A customer's phone number or user id changed (<c>messages[].system</c>).</summary>
/// <remarks>
/// Move data that is stored under <see cref="WebhookEvent.Customer"/> to <see cref="NewCustomer"/>.
/// Source: Meta, webhooks/reference/messages/system and business-scoped-user-ids.
/// </remarks>
public sealed partial record SystemEvent : MessageEvent
{
    /// <summary><c>type</c>: what changed.</summary>
    public SystemChange Kind { get; init; }

    /// <summary><c>body</c>: the same as a sentence, with the numbers in it.</summary>
    [Sensitive]
    public string? Text { get; init; }

    /// <summary><c>wa_id</c> or <c>new_wa_id</c>, <c>user_id</c> and <c>parent_user_id</c>: the new ids.</summary>
    [Printed]
    public Customer NewCustomer { get; init; } = Customer.Unknown;

    /// <summary>
    /// <c>customer</c>, <c>previous_user_id</c> and <c>previous_parent_user_id</c>: the previous ids, as far as Meta sends them.
    /// </summary>
    [Printed]
    public Customer PreviousCustomer { get; init; } = Customer.Unknown;

    private protected override bool OpensServiceWindow => false;
}
