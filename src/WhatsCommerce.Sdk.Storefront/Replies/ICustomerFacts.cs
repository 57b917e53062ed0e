namespace WhatsCommerce.Storefronts;

/// <summary>Returns facts about customers: language, time zone, consent.</summary>
/// <remarks>
/// Asked in the outbox, never in the webhook, before a cart or message is answered; keep it quick, and cache what does not change. Without
/// one of your own, the language and the zone of the phone number's country hold where a country has one customary language or one zone
/// (so not in India or North America), then <see cref="StorefrontOptions.Language"/> and <see cref="StorefrontOptions.TimeZone"/>.
/// </remarks>
public interface ICustomerFacts
{
    /// <summary>Returns what is known of a customer.</summary>
    /// <param name="shopId">The shop.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="to">The address of the customer.</param>
    /// <param name="cancellationToken">Canceled when the app stops.</param>
    /// <returns>The facts; <see langword="null"/> when nothing is known.</returns>
    Task<CustomerFacts?> GetAsync(string shopId, CustomerKey customer, Recipient to, CancellationToken cancellationToken);
}
