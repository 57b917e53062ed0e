namespace WhatsCommerce.Storefronts;

/// <summary>The enabled guards: always all of them, except in tests that disable one.</summary>
internal sealed class Guards
{
    private readonly Guard? _missing;

    private Guards(Guard? missing) => _missing = missing;

    public static Guards All { get; } = new(null);

    public static Guards Without(Guard guard) => new(guard);

    public bool Has(Guard guard) => _missing != guard;
}
