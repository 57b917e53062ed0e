namespace WhatsCommerce.Storefronts;

/// <summary>Provides facts about customers: language, time zone, consent.</summary>
/// <remarks>
/// Called in the outbox, never in the webhook, before a cart or message is answered; keep it fast, and cache what does not change. By
/// default the language and time zone are those of the phone number's country if it has one customary language or one zone (so not in India
/// or North America), otherwise <see cref="StorefrontOptions.Language"/> and <see cref="StorefrontOptions.TimeZone"/>.
/// </remarks>
public interface ICustomerFacts
{
    /// <summary>Returns the known facts about a customer.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="to">The address of the customer.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The facts; <see langword="null"/> when nothing is known.</returns>
    Task<CustomerFacts?> GetAsync(string shopId, CustomerKey customer, Recipient to, CancellationToken cancellationToken);
}
