namespace WhatsCommerce.Webhooks;

/// <summary>Reads the identity of the customer from an event.</summary>
internal static class EventIdentity
{
    /// <summary>Returns all ids of the customer that the event contains, with the previous ids that they replaced.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="endpointName">The name of the endpoint that received it.</param>
    /// <param name="customerScope">The value of <see cref="WebhookOptions.CustomerScope"/>.</param>
    /// <returns>The identity; <see langword="null"/> when the event contains no id of a customer.</returns>
    public static CustomerIdentity? Of(WebhookEvent webhookEvent, string endpointName, string? customerScope)
    {
        Customer customer = webhookEvent.Customer;
        CustomerIdentity? previous = null;
        if (webhookEvent is SystemEvent { NewCustomer: var next } change && next != Customer.Unknown)
        {
            (customer, previous) = OfChange(change, customer, next);
        }
        else if (ReferenceEquals(customer, Customer.Unknown))
        {
            return null;
        }

        CustomerIdentity identity = new()
        {
            Scope = ScopeOf(webhookEvent, endpointName, customerScope),
            WaId = customer.WaId,
            UserId = customer.UserId,
            ParentUserId = customer.ParentUserId,
            Previous = previous,
            Time = webhookEvent.Timestamp,
        };
        return identity.IsEmpty ? null : identity;
    }

    /// <summary>Returns the scope within which customer ids are unique: see <see cref="WebhookOptions.CustomerScope"/>.</summary>
    /// <remarks>
    /// It contains the name of the endpoint: a body sent to one endpoint must not affect the customers of another, which has other secrets.
    /// </remarks>
    private static string ScopeOf(WebhookEvent webhookEvent, string endpointName, string? customerScope)
    {
        if (!string.IsNullOrWhiteSpace(customerScope))
        {
            return customerScope;
        }

        string account = webhookEvent.BusinessAccountId.Value ?? webhookEvent.PhoneNumberId.Value ?? "";
        return endpointName.Length == 0 && !account.Contains('/') ? account : $"{Uri.EscapeDataString(endpointName)}/{account}";
    }

    // The sender is named by the previous ids, except for the id that did not change.
    private static (Customer Current, CustomerIdentity Previous) OfChange(SystemEvent change, Customer from, Customer next)
    {
        Customer until = change.PreviousCustomer;
        bool keepsNumber = next.WaId is null && change.Kind == SystemChange.ChangedUserId;
        return (
            keepsNumber ? next with { WaId = from.WaId } : next,
            new()
            {
                WaId = until.WaId ?? (keepsNumber ? null : from.WaId),
                UserId = until.UserId.HasValue ? until.UserId : from.UserId,
                ParentUserId = until.ParentUserId.HasValue ? until.ParentUserId : from.ParentUserId,
            });
    }
}
