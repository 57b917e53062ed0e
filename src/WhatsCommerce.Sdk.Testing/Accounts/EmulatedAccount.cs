namespace WhatsCommerce.Testing;

/// <summary>A WhatsApp Business account (WABA): owner of numbers and templates.</summary>
internal sealed class EmulatedAccount(BusinessAccountId id, EmulatorChanges changes, EmulatedTemplates templates)
{
    private EmulatedCatalog? _catalog;

    public BusinessAccountId Id => id;

    /// <summary>The catalog that is connected to the account, if any.</summary>
    public EmulatedCatalog? Catalog
    {
        get => Volatile.Read(ref _catalog);
        set
        {
            Volatile.Write(ref _catalog, value);
            changes.Settings();
        }
    }

    /// <summary>Whether the app is subscribed to the account's webhooks.</summary>
    public bool IsSubscribed { get; set; } = true;

    /// <summary>The URL for the account's webhooks instead of the app's callback, if set by the app.</summary>
    public Uri? Callback { get; set; }

    /// <summary>The same URL as written by the app.</summary>
    public string? CallbackOverride => Callback?.OriginalString;

    public string Name { get; set; } = "Local account";

    /// <summary>The id of the shared line of credit of a solution partner.</summary>
    public string? FundingId { get; set; }

    /// <summary>Whether template analytics are enabled, which cannot be undone.</summary>
    public bool IsEnabledForInsights { get; set; }

    public TemplateGroupBook TemplateGroups { get; } = new();

    public EmulatorChanges Changes => changes;

    public EmulatedTemplates Templates => templates;

    public override string ToString() => id.ToString();
}
