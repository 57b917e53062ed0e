namespace WhatsCommerce.Commerce;

/// <summary>The JSON of the settings.</summary>
internal sealed record CommerceSettingsAnswer(string? Id, bool? IsCartEnabled, bool? IsCatalogVisible)
{
    // What Meta gives a number that nobody has set up.
    public CommerceSettings ToSettings() => new()
    {
        IsCartEnabled = IsCartEnabled ?? true,
        IsCatalogVisible = IsCatalogVisible ?? false,
        Id = Id
    };
}
