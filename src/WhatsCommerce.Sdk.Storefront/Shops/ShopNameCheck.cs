namespace WhatsCommerce.Storefronts;

/// <summary>Fails at startup when the options of a named storefront set an id that is not its name.</summary>
internal sealed class ShopNameCheck(string storefront) : IValidateOptions<StorefrontOptions>
{
    public ValidateOptionsResult Validate(string? name, StorefrontOptions options) => name != storefront || options.ShopId == storefront
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail(
            $"The name of the storefront \"{storefront}\" is the id of its shop: leave {nameof(StorefrontOptions.ShopId)} out.");
}
