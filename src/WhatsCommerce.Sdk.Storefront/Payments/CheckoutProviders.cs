namespace WhatsCommerce.Storefronts;

/// <summary>The providers of the shop, by name.</summary>
internal sealed class CheckoutProviders
{
    private readonly Dictionary<string, ICheckoutProvider> _byName = new(StringComparer.Ordinal);

    public CheckoutProviders(IEnumerable<ICheckoutProvider> providers)
    {
        foreach (ICheckoutProvider provider in providers)
        {
            if (!_byName.TryAdd(provider.Name, provider))
            {
                throw new InvalidOperationException($"Two checkout providers are named \"{provider.Name}\"; give each its own name.");
            }
        }
    }

    public ICheckoutProvider Get(string name) => _byName.GetValueOrDefault(name)
        ?? throw new InvalidOperationException(
            $"The shop has no checkout provider named \"{name}\" any more, but an attempt of it is open. Keep it registered until then.");

    /// <summary>
    /// Whether the provider reports refunds and disputes of paid attempts; false for a provider that the shop does not have.
    /// </summary>
    public bool TellsOfReversals(string name) => _byName.GetValueOrDefault(name) is { TellsOfReversals: true };

    /// <summary>The providers that accept a quote, in the order in which they were added.</summary>
    public IReadOnlyList<ICheckoutProvider> Accepting(Quote quote) => [.. _byName.Values.Where(provider => provider.Accepts(quote))];
}
