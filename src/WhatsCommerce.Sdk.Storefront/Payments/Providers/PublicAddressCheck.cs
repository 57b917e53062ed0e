using Microsoft.Extensions.Options;

namespace WhatsCommerce.Storefronts;

/// <summary>Refuses to start without the address to which a provider sends the customer back.</summary>
internal sealed class PublicAddressCheck : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options) =>
        options.PublicAddress is { IsAbsoluteUri: true, Scheme: "http" or "https" }
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"{nameof(StorefrontOptions.PublicAddress)} is required, such as https://shop.example/shop: the provider sends the customer "
                + "back to a page below it.");
}
