namespace WhatsCommerce.Testing;

/// <summary>A WhatsApp Business account (WABA): owner of numbers and templates.</summary>
internal sealed class EmulatedAccount(BusinessAccountId id, EmulatorContext context)
{
    private EmulatedCatalog? _catalog;

    public BusinessAccountId Id => id;

    /// <summary>The one catalog that is connected to the account, if one is.</summary>
    public EmulatedCatalog? Catalog
    {
        get => Volatile.Read(ref _catalog);
        set => Volatile.Write(ref _catalog, value);
    }

    public EmulatedTemplates Templates { get; } = new(context);

    public override string ToString() => id.ToString();
}
