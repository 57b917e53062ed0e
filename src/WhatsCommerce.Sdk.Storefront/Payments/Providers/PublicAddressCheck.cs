namespace WhatsCommerce.Storefronts;

/// <summary>Fails at startup without the public address to which a provider redirects the customer.</summary>
/// <param name="storefront">The name of the storefront whose provider needs it.</param>
internal sealed class PublicAddressCheck(string storefront) : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options) =>
        (name is not null && name != storefront) || options.PublicAddress is { IsAbsoluteUri: true, Scheme: "http" or "https" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{nameof(StorefrontOptions.PublicAddress)} is required, such as https://shop.example/shop: the provider sends the "
                + "customer back to a page below it.");
}
