namespace WhatsCommerce.Testing;

/// <summary>A WhatsApp Business account (WABA): owner of numbers.</summary>
internal sealed class EmulatedAccount(BusinessAccountId id)
{
    private EmulatedCatalog? _catalog;

    public BusinessAccountId Id => id;

    /// <summary>The one catalog that is connected to the account, if one is.</summary>
    public EmulatedCatalog? Catalog
    {
        get => Volatile.Read(ref _catalog);
        set => Volatile.Write(ref _catalog, value);
    }

    public override string ToString() => id.ToString();
}
