namespace WhatsCommerce.Testing;

/// <summary>The number and the account of the options: settings, profile, compliance data, block list, the connected catalog.</summary>
internal sealed class NumberState(EmulatedAccounts accounts, EmulatedCatalogs catalogs)
{
    private EmulatedNumber Number => accounts.MainNumber;

    public SavedNumber Save() => new(
        Number.IsCartEnabled,
        Number.IsCatalogVisible,
        Number.VerifiedName,
        Number.QualityRating,
        [.. Number.Blocked.Users.Select(user => new SavedBlock(user.Number, user.User))],
        accounts.Main.IsSubscribed)
    {
        CallbackOverride = Number.Callback,
        AccountCallbackOverride = accounts.Main.Callback,
        Profile = Number.Profile,
        Compliance = Number.Compliance,
        Pin = Number.Pin,
        PublicKey = Number.PublicKey,
        Settings = Number.Settings,
        Automation = Number.Automation,
        QrCodes = Number.QrCodes.All,
        Catalog = accounts.Main.Catalog?.Id.Value,
    };

    public void Restore(SavedNumber saved)
    {
        Number.IsCartEnabled = saved.IsCartEnabled;
        Number.IsCatalogVisible = saved.IsCatalogVisible;
        Number.VerifiedName = saved.VerifiedName;
        Number.QualityRating = saved.QualityRating;
        Number.Callback = saved.CallbackOverride;
        Number.Profile = saved.Profile;
        Number.Compliance = saved.Compliance;
        Number.Pin = saved.Pin;
        Number.PublicKey = saved.PublicKey;
        Number.Settings = saved.Settings ?? Number.Settings;
        Number.Automation = saved.Automation;
        Number.QrCodes.Restore(saved.QrCodes ?? []);
        Number.Blocked.Restore(saved.Blocked.Select(user => (user.Number, user.User)));
        accounts.Main.Catalog = catalogs.Find(saved.Catalog);
        accounts.Main.IsSubscribed = saved.IsSubscribed;
        accounts.Main.Callback = saved.AccountCallbackOverride;
    }
}
