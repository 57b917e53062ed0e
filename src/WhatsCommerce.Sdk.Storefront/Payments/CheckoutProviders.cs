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
    /// Whether what a provider says of a paid attempt may still change; false when the shop has no such provider any more.
    /// </summary>
    public bool TellsOfReversals(string name) => _byName.GetValueOrDefault(name) is { TellsOfReversals: true };

    /// <summary>Those that take a quote, in the order in which they were added.</summary>
    public IReadOnlyList<ICheckoutProvider> Accepting(Quote quote) => [.. _byName.Values.Where(provider => provider.Accepts(quote))];
}
