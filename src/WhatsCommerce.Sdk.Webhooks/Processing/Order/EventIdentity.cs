namespace WhatsCommerce.Webhooks;

/// <summary>What an event tells about who its customer is.</summary>
internal static class EventIdentity
{
    /// <summary>All ids of the customer that the event names, with those that they took the place of.</summary>
    /// <param name="webhookEvent">The event.</param>
    /// <param name="endpointName">The name of the endpoint that it came to.</param>
    /// <param name="customerScope"><see cref="WebhookOptions.CustomerScope"/>.</param>
    /// <returns><see langword="null"/> where there are none.</returns>
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

    /// <summary>Within what user ids are good: see <see cref="WebhookOptions.CustomerScope"/>.</summary>
    /// <remarks>The name of the endpoint counts: the body of one must not reach the customers of another, which has other secrets.</remarks>
    private static string ScopeOf(WebhookEvent webhookEvent, string endpointName, string? customerScope)
    {
        if (!string.IsNullOrWhiteSpace(customerScope))
        {
            return customerScope;
        }

        string account = webhookEvent.BusinessAccountId.Value ?? webhookEvent.PhoneNumberId.Value ?? "";
        return endpointName.Length == 0 && !account.Contains('/') ? account : $"{Uri.EscapeDataString(endpointName)}/{account}";
    }

    // Whom the message is from is named by the ids until now, but for the one that did not change.
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
