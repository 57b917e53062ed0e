namespace WhatsCommerce.Webhooks;

/// <summary>Contact cards that a customer sent (<c>messages[].contacts</c>).</summary>
/// <remarks>
/// Also the reply to a request for the customer's phone number: see <see cref="Origin"/>.
/// Source: Meta, webhooks/reference/messages/contacts and business-scoped-user-ids.
/// </remarks>
public sealed partial record ContactsEvent : MessageEvent
{
    /// <summary><c>contacts</c>, in the order sent; at least one.</summary>
    public required IReadOnlyList<SharedContact> Contacts { get; init; }

    /// <summary><c>origin</c>: whether the customer answered a request or sent the cards without one.</summary>
    public ContactOrigin Origin { get; init; }
}
