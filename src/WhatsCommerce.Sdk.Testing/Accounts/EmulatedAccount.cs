namespace WhatsCommerce.Testing;

/// <summary>A WhatsApp Business account (WABA): owner of numbers and templates.</summary>
internal sealed class EmulatedAccount(BusinessAccountId id, EmulatorChanges changes, EmulatedTemplates templates)
{
    private EmulatedCatalog? _catalog;

    public BusinessAccountId Id => id;

    /// <summary>The one catalog that is connected to the account, if one is.</summary>
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

    /// <summary>Where webhooks of the account are to go instead of the app's callback, if the app has said so.</summary>
    public Uri? Callback { get; set; }

    /// <summary>The same as the app has written it.</summary>
    public string? CallbackOverride => Callback?.OriginalString;

    public string Name { get; set; } = "Local account";

    /// <summary>The payment source of the account, when a solution partner shares a line of credit.</summary>
    public string? FundingId { get; set; }

    /// <summary>Whether template analytics are confirmed; it cannot be taken back.</summary>
    public bool IsEnabledForInsights { get; set; }

    public TemplateGroupBook TemplateGroups { get; } = new();

    public EmulatorChanges Changes => changes;

    public EmulatedTemplates Templates => templates;

    public override string ToString() => id.ToString();
}
