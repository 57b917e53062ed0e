using WhatsCommerce;

namespace Tenants;

/// <summary>A tenant of this provider, with the data that only this app has.</summary>
internal sealed class Shop(string id) : WhatsCommerceTenant(id)
{
    public required string Name { get; init; }

    /// <summary>"basic", or "concierge", whose customers are answered by a person.</summary>
    public required string Plan { get; init; }
}
