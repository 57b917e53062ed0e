namespace WhatsCommerce.Storefronts;

/// <summary>
/// Determines the language and time zone of a customer: from the app's facts, then from the phone number's country, then from the shop.
/// </summary>
internal sealed class CustomerKnowledge(ShopServices shop, ICustomerFacts? facts)
{
    public async Task<string> LanguageOfAsync(CustomerKey customer, Recipient to, CancellationToken cancellationToken) =>
        await KnownLanguageAsync(customer, to, cancellationToken).ConfigureAwait(false)
            ?? PhoneCountries.LanguageOf(to)
            ?? shop.Options.Language;

    public async Task<string> TimeZoneOfAsync(CustomerKey customer, Recipient to, CancellationToken cancellationToken)
    {
        CustomerFacts? known = facts is null
            ? null
            : await facts.GetAsync(shop.ShopId, customer, to, cancellationToken).ConfigureAwait(false);
        return known?.TimeZone ?? PhoneCountries.TimeZoneOf(to) ?? shop.Options.TimeZone;
    }

    /// <summary>
    /// Sets the language of the cart from the app's facts. The webhook uses only the phone number's country, so that it calls no services
    /// of the app.
    /// </summary>
    public async Task<Cart> InLanguageAsync(Cart cart, CancellationToken cancellationToken)
    {
        if (await KnownLanguageAsync(cart.Customer, cart.To, cancellationToken).ConfigureAwait(false) is not string language)
        {
            return cart;
        }

        for (int round = 0; round < Rounds.Most && cart.IsLive && cart.Language != language; round++)
        {
            Cart spoken = cart with { Language = language };
            if (await shop.CommitAsync(new StorefrontStep { ShopId = shop.ShopId, Carts = [spoken] }, [], cancellationToken)
                .ConfigureAwait(false))
            {
                return spoken with { Version = cart.Version + 1 };
            }

            cart = await shop.Store.FindCartAsync(shop.ShopId, cart.Id, cancellationToken).ConfigureAwait(false) ?? cart;
        }

        return cart;
    }

    private async Task<string?> KnownLanguageAsync(CustomerKey customer, Recipient to, CancellationToken cancellationToken)
    {
        CustomerFacts? known = facts is null
            ? null
            : await facts.GetAsync(shop.ShopId, customer, to, cancellationToken).ConfigureAwait(false);
        return string.IsNullOrWhiteSpace(known?.Language) ? null : known.Language;
    }
}
