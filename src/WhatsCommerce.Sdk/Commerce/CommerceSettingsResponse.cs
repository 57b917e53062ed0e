namespace WhatsCommerce.Commerce;

/// <summary>The JSON of the settings.</summary>
internal sealed record CommerceSettingsResponse(string? Id, bool? IsCartEnabled, bool? IsCatalogVisible)
{
    // Meta's defaults for a number without settings.
    public CommerceSettings ToSettings() => new()
    {
        IsCartEnabled = IsCartEnabled ?? true,
        IsCatalogVisible = IsCatalogVisible ?? false,
        Id = Id
    };
}
