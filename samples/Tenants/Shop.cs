using WhatsCommerce;

namespace Tenants;

/// <summary>A tenant of this provider, with what only this app knows of it.</summary>
internal sealed class Shop(string id) : WhatsCommerceTenant(id)
{
    public required string Name { get; init; }

    /// <summary>"basic", or "concierge", whose customers are answered by a person.</summary>
    public required string Plan { get; init; }
}
