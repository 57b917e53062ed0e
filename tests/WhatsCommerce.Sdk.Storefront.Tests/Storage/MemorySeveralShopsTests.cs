namespace WhatsCommerce.Sdk.Storefront.Tests.Storage;

/// <summary>Several shops in memory.</summary>
public sealed class MemorySeveralShopsTests : SeveralShopsContract
{
    protected override void Use(Microsoft.Extensions.DependencyInjection.WhatsCommerceStorefrontBuilder builder)
    {
        // The default.
    }
}
